-- +goose Up
-- Who may come in from a network, and what they did. Passwords, keys and the tokens of
-- sessions stand here as hashes alone.
CREATE TABLE users (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, hash TEXT NOT NULL, made INTEGER NOT NULL, changed INTEGER NOT NULL,
  seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE access_keys (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL,
  made INTEGER NOT NULL, ends INTEGER NOT NULL, revoked INTEGER NOT NULL, -- 0 for never
  seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY, user TEXT NOT NULL, began INTEGER NOT NULL, seen INTEGER NOT NULL, ends INTEGER NOT NULL,
  seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_user ON sessions (user);
CREATE TABLE trail (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,
  seal INTEGER NOT NULL
);

INSERT INTO ledger VALUES ('users', 0), ('access_keys', 0), ('sessions', 0), ('trail', 0);
CREATE TRIGGER users_more AFTER INSERT ON users BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'users'; END;
CREATE TRIGGER users_less AFTER DELETE ON users BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'users'; END;
CREATE TRIGGER access_keys_more AFTER INSERT ON access_keys BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'access_keys'; END;
CREATE TRIGGER sessions_more AFTER INSERT ON sessions BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'sessions'; END;
CREATE TRIGGER sessions_less AFTER DELETE ON sessions BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'sessions'; END;
CREATE TRIGGER trail_more AFTER INSERT ON trail BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'trail'; END;
