-- +goose Up
-- How some entries were found at a past time is asked by entry.
CREATE INDEX found_past_entry ON found_past (entry);
