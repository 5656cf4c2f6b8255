-- +goose Up
CREATE TABLE reports (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, byline TEXT NOT NULL,
  published TEXT NOT NULL, language TEXT NOT NULL, genre TEXT NOT NULL,
  arrived INTEGER NOT NULL, -- all times are milliseconds since 1970, UTC
  appearances TEXT NOT NULL, -- JSON
  wire TEXT NOT NULL, article TEXT NOT NULL, superseded_by TEXT NOT NULL,
  credit TEXT NOT NULL, source TEXT NOT NULL, -- whose words they are
  length INTEGER NOT NULL, -- of the text, in bytes
  sketch BLOB NOT NULL -- MinHash, 4 bytes each, little-endian
);
CREATE INDEX reports_published ON reports (published, n);
CREATE INDEX reports_outlet ON reports (outlet, published, n);
CREATE INDEX reports_arrived ON reports (arrived);
CREATE INDEX reports_wire ON reports (wire) WHERE wire <> '';
CREATE INDEX reports_article ON reports (article) WHERE article <> '';

-- What is large stands apart, so that lists need not read over it.
CREATE TABLE bodies (report INTEGER PRIMARY KEY, body BLOB NOT NULL); -- JSON, deflated

-- The words stand in bodies alone; a row's id is report * 4096 + number of the sentence.
CREATE VIRTUAL TABLE sentences USING fts5(
  text, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');

CREATE TABLE members (
  n INTEGER PRIMARY KEY,
  place INTEGER NOT NULL, -- the row of its sentence, or report * 4096 + 4095
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  body BLOB NOT NULL, -- JSON, packed by S2
  entry INTEGER NOT NULL, -- 0 for none
  since INTEGER NOT NULL,
  stale INTEGER NOT NULL -- 1 for what a later reading no longer has
);
CREATE INDEX members_place ON members (place, entry);
CREATE INDEX members_entry ON members (entry) WHERE entry <> 0;

CREATE TABLE memberships ( -- those that are over
  entry INTEGER NOT NULL, member INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (entry, member, since)
) WITHOUT ROWID;
CREATE INDEX memberships_member ON memberships (member);

CREATE TABLE report_keys (key INTEGER NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (key, owner)) WITHOUT ROWID;
CREATE TABLE member_keys (key INTEGER NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (key, owner)) WITHOUT ROWID;

CREATE TABLE entries (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  minted INTEGER NOT NULL,
  superseded_by INTEGER NOT NULL, superseded_at INTEGER NOT NULL,
  sort INTEGER NOT NULL,
  terms BLOB NOT NULL, -- the numbers of its terms as varints, rising
  described INTEGER NOT NULL, members INTEGER NOT NULL -- when, and of how many members
);
CREATE TABLE due (entry INTEGER PRIMARY KEY); -- entries to be described
CREATE INDEX entries_minted ON entries (minted);
CREATE INDEX entries_superseded ON entries (superseded_by) WHERE superseded_by <> 0;

CREATE TABLE terms (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL, value TEXT NOT NULL,
  entries INTEGER NOT NULL, -- that have it now
  UNIQUE (name, value)
);
CREATE INDEX terms_most ON terms (name, entries DESC, value);
CREATE TABLE found ( -- by which terms an entry is found now
  term INTEGER NOT NULL, sort INTEGER NOT NULL, entry INTEGER NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY (term, sort, entry)
) WITHOUT ROWID;
CREATE TABLE found_past (
  term INTEGER NOT NULL, sort INTEGER NOT NULL, entry INTEGER NOT NULL,
  since INTEGER NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (term, sort, entry, since)
) WITHOUT ROWID;

CREATE TABLE actors (
  id TEXT PRIMARY KEY, known INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE corrections (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL); -- JSON
CREATE TABLE dossiers (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID; -- JSON
CREATE TABLE changes (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, entry INTEGER NOT NULL, what TEXT NOT NULL,
  report TEXT NOT NULL, other INTEGER NOT NULL, by TEXT NOT NULL
);
CREATE INDEX changes_entry ON changes (entry);
