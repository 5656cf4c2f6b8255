-- +goose Up
-- A single wrong byte is to be noticed: rows of what cannot be derived carry a
-- checksum of their values, and the ledger says how many rows each table has. The
-- program seals what is there when it next opens the file to write.
ALTER TABLE reports ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bodies ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE members ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE memberships ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terms ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE found ADD COLUMN seal INTEGER NOT NULL DEFAULT 0; -- 15 bits, as there are many rows
ALTER TABLE found_past ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE actors ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE corrections ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossiers ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;
ALTER TABLE changes ADD COLUMN seal INTEGER NOT NULL DEFAULT 0;

CREATE TABLE ledger (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO ledger
SELECT 'reports', count(*) FROM reports UNION ALL SELECT 'bodies', count(*) FROM bodies
UNION ALL SELECT 'members', count(*) FROM members UNION ALL SELECT 'entries', count(*) FROM entries
UNION ALL SELECT 'memberships', count(*) FROM memberships UNION ALL SELECT 'found_past', count(*) FROM found_past
UNION ALL SELECT 'actors', count(*) FROM actors UNION ALL SELECT 'corrections', count(*) FROM corrections
UNION ALL SELECT 'dossiers', count(*) FROM dossiers UNION ALL SELECT 'changes', count(*) FROM changes
UNION ALL SELECT 'due', count(*) FROM due;

-- Tables whose statements do not say how many rows they add or take.
CREATE TRIGGER memberships_more AFTER INSERT ON memberships BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'memberships'; END;
CREATE TRIGGER memberships_less AFTER DELETE ON memberships BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'memberships'; END;
CREATE TRIGGER found_past_more AFTER INSERT ON found_past BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'found_past'; END;
CREATE TRIGGER found_past_less AFTER DELETE ON found_past BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'found_past'; END;
CREATE TRIGGER actors_more AFTER INSERT ON actors BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'actors'; END;
CREATE TRIGGER actors_less AFTER DELETE ON actors BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'actors'; END;
CREATE TRIGGER dossiers_more AFTER INSERT ON dossiers BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'dossiers'; END;
CREATE TRIGGER dossiers_less AFTER DELETE ON dossiers BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'dossiers'; END;
CREATE TRIGGER due_more AFTER INSERT ON due BEGIN UPDATE ledger SET rows = rows + 1 WHERE name = 'due'; END;
CREATE TRIGGER due_less AFTER DELETE ON due BEGIN UPDATE ledger SET rows = rows - 1 WHERE name = 'due'; END;

INSERT INTO owing VALUES ('seals');
PRAGMA application_id = 1382117488;
