-- +goose Up
-- What is followed, what was seen of it, the servers that were asked, and pages as they
-- were.
CREATE TABLE follows (n INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, seal INTEGER NOT NULL);
CREATE TABLE follow_items (
  key TEXT PRIMARY KEY, source INTEGER NOT NULL, host TEXT NOT NULL, guid TEXT NOT NULL, state TEXT NOT NULL, report TEXT NOT NULL,
  listed INTEGER NOT NULL,
  due INTEGER NOT NULL,    -- 0 for never
  failed INTEGER NOT NULL, -- when one that has a problem was seen, 0 for those without
  body TEXT NOT NULL, seal INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX follow_items_due ON follow_items (host, due) WHERE due <> 0;
CREATE INDEX follow_items_source ON follow_items (source, state);
CREATE INDEX follow_items_guid ON follow_items (source, guid) WHERE guid <> '';
CREATE INDEX follow_items_report ON follow_items (report) WHERE report <> '';
CREATE INDEX follow_items_failed ON follow_items (failed) WHERE failed <> 0;
CREATE TABLE follow_hosts (name TEXT PRIMARY KEY, body TEXT NOT NULL, seal INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE follow_pages (
  n INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT NOT NULL, address TEXT NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL, body BLOB NOT NULL,
  seal INTEGER NOT NULL
);
CREATE INDEX follow_pages_report ON follow_pages (report);
CREATE INDEX follow_pages_address ON follow_pages (address);

INSERT INTO ledger VALUES ('follows', 0), ('follow_items', 0), ('follow_hosts', 0), ('follow_pages', 0);
CREATE TRIGGER follows_more AFTER INSERT ON follows BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'follows'; END;
CREATE TRIGGER follows_less AFTER DELETE ON follows BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'follows'; END;
CREATE TRIGGER follow_items_more AFTER INSERT ON follow_items BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'follow_items'; END;
CREATE TRIGGER follow_items_less AFTER DELETE ON follow_items BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'follow_items'; END;
CREATE TRIGGER follow_hosts_more AFTER INSERT ON follow_hosts BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'follow_hosts'; END;
CREATE TRIGGER follow_hosts_less AFTER DELETE ON follow_hosts BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'follow_hosts'; END;
CREATE TRIGGER follow_pages_more AFTER INSERT ON follow_pages BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'follow_pages'; END;
CREATE TRIGGER follow_pages_less AFTER DELETE ON follow_pages BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'follow_pages'; END;
