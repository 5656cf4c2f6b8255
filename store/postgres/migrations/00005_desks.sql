-- +goose Up
-- What belongs to desks: a namespace with its quotas, its corrections, dossiers, roles and
-- what it brought in on a day. Reports, readings and entries are everybody's.
CREATE TABLE desk_rows (
  namespace text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, body text COLLATE "C" NOT NULL,
  PRIMARY KEY (namespace, kind, key)
);
CREATE INDEX desk_rows_kind ON desk_rows (kind, key);
