-- +goose Up
-- Corrections are found by what they are about: texts, and entries or reports by the
-- ids that they had. root is the correction that another one takes back or carries to
-- another text, else itself.
CREATE TABLE about (
  thing TEXT NOT NULL, root INTEGER NOT NULL, correction INTEGER NOT NULL,
  PRIMARY KEY (thing, root, correction)
) WITHOUT ROWID;
CREATE INDEX about_root ON about (root, correction);
CREATE VIEW about_now AS
SELECT DISTINCT CASE instr(a.thing, '@') WHEN 0 THEN a.thing ELSE substr(a.thing, 1, instr(a.thing, '@') - 1) END AS thing,
  CASE WHEN c.body ->> 'action' IN ('undo', 'carry') THEN CAST(c.body ->> 'value' AS INTEGER) ELSE c.n END AS root, c.n AS correction
FROM corrections c, (SELECT body ->> 'entry' AS thing, n FROM corrections
  UNION SELECT t.value ->> 'report', n FROM corrections, json_each(body, '$.targets') t
  UNION SELECT o.value ->> 'report', n FROM corrections, json_each(body, '$.others') o) a ON a.n = c.n
WHERE a.thing IS NOT NULL;
INSERT INTO about SELECT thing, root, correction FROM about_now;
CREATE TRIGGER corrections_about AFTER INSERT ON corrections BEGIN INSERT OR IGNORE INTO about SELECT CASE instr(a.thing, '@') WHEN 0 THEN a.thing ELSE substr(a.thing, 1, instr(a.thing, '@') - 1) END, CASE WHEN new.body ->> 'action' IN ('undo', 'carry') THEN CAST(new.body ->> 'value' AS INTEGER) ELSE new.n END, new.n FROM (SELECT new.body ->> 'entry' AS thing UNION SELECT value ->> 'report' FROM json_each(new.body, '$.targets') UNION SELECT value ->> 'report' FROM json_each(new.body, '$.others')) a; END;

-- The further sentences of a member's evidence, so that its words are found in any of
-- them. The program fills the table when it next opens the file to write.
CREATE TABLE further (
  member INTEGER NOT NULL, place INTEGER NOT NULL, -- as that of the member
  PRIMARY KEY (member, place)
) WITHOUT ROWID;
CREATE INDEX further_place ON further (place);
INSERT OR IGNORE INTO owing VALUES ('further');
