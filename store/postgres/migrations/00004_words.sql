-- +goose Up
-- Words are found inside a run of text in writings without blanks. The program indexes
-- the texts of such writings anew when it next opens the record to write.
INSERT INTO numbers SELECT 'owing words', 1 WHERE EXISTS (SELECT 1 FROM bodies);
