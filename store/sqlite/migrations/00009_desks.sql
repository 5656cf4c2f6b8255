-- +goose Up
-- What belongs to desks: a namespace with its quotas, its corrections, dossiers, roles and
-- what it brought in on a day. Reports, readings and entries are everybody's.
CREATE TABLE desk_rows (
  namespace TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, -- JSON
  seal INTEGER NOT NULL, PRIMARY KEY (namespace, kind, key)
) WITHOUT ROWID;
CREATE INDEX desk_rows_kind ON desk_rows (kind, key);
INSERT INTO ledger VALUES ('desk_rows', 0);
CREATE TRIGGER desk_rows_more AFTER INSERT ON desk_rows BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'desk_rows'; END;
CREATE TRIGGER desk_rows_less AFTER DELETE ON desk_rows BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'desk_rows'; END;
