-- +goose Up
-- Keys begin with their days now, so that those of one time lie together. SQL
-- cannot make them; the program does so when it next opens the file.
DELETE FROM report_keys;
DELETE FROM member_keys;
CREATE TABLE owing (what TEXT PRIMARY KEY) WITHOUT ROWID; -- work that a migration leaves to the program
INSERT INTO owing VALUES ('keys');
-- Positions have more lines by which their shifts are followed; they are described
-- anew after the next report.
INSERT OR IGNORE INTO due SELECT n FROM entries WHERE kind = 'position' AND superseded_by = 0;
