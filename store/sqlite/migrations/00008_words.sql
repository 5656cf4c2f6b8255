-- +goose Up
-- Words are found inside a run of text in writings without blanks. The program indexes
-- the texts of such writings anew when it next opens the file to write.
INSERT OR IGNORE INTO owing VALUES ('words');
