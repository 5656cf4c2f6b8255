-- +goose Up
-- Rules of alerts, the changes of the record that they have not looked at, what they
-- found, told and sent.
CREATE TABLE alert_rules (name TEXT PRIMARY KEY, body TEXT NOT NULL, seal INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE alert_stamps (n INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE alert_told (
  rule TEXT NOT NULL, thing TEXT NOT NULL, aspect TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL,
  seal INTEGER NOT NULL, PRIMARY KEY (rule, thing, aspect)
) WITHOUT ROWID;
CREATE TABLE alert_notices (
  n INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, at INTEGER NOT NULL, waiting INTEGER NOT NULL, body TEXT NOT NULL,
  seal INTEGER NOT NULL
);
CREATE INDEX alert_notices_rule ON alert_notices (rule, n);
CREATE INDEX alert_notices_waiting ON alert_notices (n) WHERE waiting <> 0;
CREATE TABLE alert_letters (
  id TEXT PRIMARY KEY, rule TEXT NOT NULL, state TEXT NOT NULL, made INTEGER NOT NULL, body TEXT NOT NULL,
  seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX alert_letters_rule ON alert_letters (rule, made);
CREATE INDEX alert_letters_waiting ON alert_letters (made) WHERE state = 'waiting';

INSERT INTO ledger VALUES ('alert_rules', 0), ('alert_stamps', 0), ('alert_told', 0), ('alert_notices', 0), ('alert_letters', 0);
CREATE TRIGGER alert_rules_more AFTER INSERT ON alert_rules BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'alert_rules'; END;
CREATE TRIGGER alert_rules_less AFTER DELETE ON alert_rules BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'alert_rules'; END;
CREATE TRIGGER alert_stamps_more AFTER INSERT ON alert_stamps BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'alert_stamps'; END;
CREATE TRIGGER alert_stamps_less AFTER DELETE ON alert_stamps BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'alert_stamps'; END;
CREATE TRIGGER alert_told_more AFTER INSERT ON alert_told BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'alert_told'; END;
CREATE TRIGGER alert_told_less AFTER DELETE ON alert_told BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'alert_told'; END;
CREATE TRIGGER alert_notices_more AFTER INSERT ON alert_notices BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'alert_notices'; END;
CREATE TRIGGER alert_notices_less AFTER DELETE ON alert_notices BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'alert_notices'; END;
CREATE TRIGGER alert_letters_more AFTER INSERT ON alert_letters BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'alert_letters'; END;
CREATE TRIGGER alert_letters_less AFTER DELETE ON alert_letters BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'alert_letters'; END;
