-- +goose Up
-- How some entries were found at a past time is asked by entry; what is over, and what
-- became part of another, by when that was; the numbers of reports by when they came.
CREATE INDEX found_past_entry ON found_past (entry);
CREATE INDEX memberships_until ON memberships (until);
CREATE INDEX entries_superseded_at ON entries (superseded_at) WHERE superseded_by <> 0;
DROP INDEX reports_arrived;
CREATE INDEX reports_arrived ON reports (arrived, n);
