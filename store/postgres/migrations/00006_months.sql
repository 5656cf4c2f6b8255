-- +goose Up
-- Reports and members stand in partitions by the month in which they came. Their numbers
-- say which: those of a month begin at the number of months since January 2020, times
-- 2^32, so that a number remains the only key, and is found in one partition. What there
-- was until now becomes the default partition, from which the program takes months when
-- it next opens the record to write. That no two reports have one id is no index's work
-- any more, as it would have to hold the number; whoever adds a report claims its id.
ALTER TABLE reports RENAME TO reports_default;
ALTER TABLE reports_default DROP CONSTRAINT reports_id_key;
ALTER INDEX reports_pkey RENAME TO reports_default_pkey;
ALTER INDEX reports_published RENAME TO reports_default_published;
ALTER INDEX reports_outlet RENAME TO reports_default_outlet;
ALTER INDEX reports_arrived RENAME TO reports_default_arrived;
ALTER INDEX reports_wire RENAME TO reports_default_wire;
ALTER INDEX reports_article RENAME TO reports_default_article;
CREATE TABLE reports (LIKE reports_default INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY RANGE (n);
ALTER TABLE reports ADD PRIMARY KEY (n);
CREATE INDEX reports_id ON reports (id);
CREATE INDEX reports_published ON reports (published, n);
CREATE INDEX reports_outlet ON reports (outlet, published, n);
CREATE INDEX reports_arrived ON reports (arrived);
CREATE INDEX reports_wire ON reports (wire) WHERE wire <> '';
CREATE INDEX reports_article ON reports (article) WHERE article <> '';
ALTER TABLE reports ATTACH PARTITION reports_default DEFAULT;

ALTER TABLE members RENAME TO members_default;
ALTER INDEX members_pkey RENAME TO members_default_pkey;
ALTER INDEX members_place RENAME TO members_default_place;
ALTER INDEX members_entry RENAME TO members_default_entry;
CREATE TABLE members (LIKE members_default INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY RANGE (n);
ALTER TABLE members ADD PRIMARY KEY (n);
CREATE INDEX members_place ON members (place, entry);
CREATE INDEX members_entry ON members (entry) WHERE entry <> 0;
ALTER TABLE members ATTACH PARTITION members_default DEFAULT;

INSERT INTO numbers SELECT 'owing months', 1 WHERE EXISTS (SELECT 1 FROM reports);
