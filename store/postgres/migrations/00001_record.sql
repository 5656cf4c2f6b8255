-- +goose Up
-- The tables of the record, with the columns and the values that they have in a file of
-- SQLite, so that rows can be moved as they are. All times are milliseconds since 1970,
-- UTC; texts are compared byte by byte.
CREATE TABLE reports (
  n bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  url text COLLATE "C" NOT NULL, outlet text COLLATE "C" NOT NULL, title text COLLATE "C" NOT NULL, byline text COLLATE "C" NOT NULL,
  published text COLLATE "C" NOT NULL, language text COLLATE "C" NOT NULL, genre text COLLATE "C" NOT NULL,
  arrived bigint NOT NULL,
  appearances text COLLATE "C" NOT NULL, -- JSON
  wire text COLLATE "C" NOT NULL, article text COLLATE "C" NOT NULL, superseded_by text COLLATE "C" NOT NULL,
  credit text COLLATE "C" NOT NULL, source text COLLATE "C" NOT NULL, -- whose words they are
  length bigint NOT NULL, -- of the text, in bytes
  sketch bytea NOT NULL -- MinHash, 4 bytes each, little-endian
);
CREATE INDEX reports_published ON reports (published, n);
CREATE INDEX reports_outlet ON reports (outlet, published, n);
CREATE INDEX reports_arrived ON reports (arrived);
CREATE INDEX reports_wire ON reports (wire) WHERE wire <> '';
CREATE INDEX reports_article ON reports (article) WHERE article <> '';

-- What is large stands apart, so that lists need not read over it. It is packed already.
CREATE TABLE bodies (report bigint PRIMARY KEY, body bytea NOT NULL); -- JSON, deflated

ALTER TABLE bodies ALTER COLUMN body SET STORAGE EXTERNAL;

-- The words of sentences as package lexeme cuts them; a place is report * 4096 + number
-- of the sentence.
CREATE TABLE sentences (place bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX sentences_words ON sentences USING gin (words) WITH (fastupdate = on);

CREATE TABLE members (
  n bigint PRIMARY KEY,
  place bigint NOT NULL, -- of its sentence, or report * 4096 + 4095
  kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  body bytea NOT NULL, -- JSON, packed by S2
  entry bigint NOT NULL, -- 0 for none
  since bigint NOT NULL,
  stale bigint NOT NULL -- 1 for what a later reading no longer has
);
ALTER TABLE members ALTER COLUMN body SET STORAGE EXTERNAL; -- it is packed
CREATE INDEX members_place ON members (place, entry);
CREATE INDEX members_entry ON members (entry) WHERE entry <> 0;

CREATE TABLE memberships ( -- those that are over
  entry bigint NOT NULL, member bigint NOT NULL, since bigint NOT NULL, until bigint NOT NULL,
  PRIMARY KEY (entry, member, since)
);
CREATE INDEX memberships_member ON memberships (member);

CREATE TABLE further ( -- further sentences of a member's evidence
  member bigint NOT NULL, place bigint NOT NULL,
  PRIMARY KEY (member, place)
);
CREATE INDEX further_place ON further (place);

CREATE TABLE report_keys (key bigint NOT NULL, owner bigint NOT NULL, PRIMARY KEY (key, owner));
CREATE TABLE member_keys (key bigint NOT NULL, owner bigint NOT NULL, PRIMARY KEY (key, owner));

CREATE TABLE entries (
  n bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  kind text COLLATE "C" NOT NULL,
  minted bigint NOT NULL,
  superseded_by bigint NOT NULL, superseded_at bigint NOT NULL,
  sort bigint NOT NULL,
  terms bytea NOT NULL, -- the numbers of its terms as varints, rising
  described bigint NOT NULL, members bigint NOT NULL -- when, and of how many members
);
CREATE INDEX entries_minted ON entries (minted);
CREATE INDEX entries_superseded ON entries (superseded_by) WHERE superseded_by <> 0;
CREATE TABLE due (entry bigint PRIMARY KEY); -- entries to be described

CREATE TABLE terms (
  n bigint PRIMARY KEY,
  name text COLLATE "C" NOT NULL, value text COLLATE "C" NOT NULL,
  entries bigint NOT NULL DEFAULT 0, -- that have it now
  -- A term is written before the update that uses it first, and stays if that fails; until
  -- an entry has it, it is nobody's.
  had boolean NOT NULL DEFAULT false,
  UNIQUE (name, value)
) WITH (fillfactor = 70);
CREATE INDEX terms_most ON terms (name, entries DESC, value);
CREATE TABLE found ( -- by which terms an entry is found now
  term bigint NOT NULL, sort bigint NOT NULL, entry bigint NOT NULL, since bigint NOT NULL,
  PRIMARY KEY (term, sort, entry)
);
CREATE TABLE found_past (
  term bigint NOT NULL, sort bigint NOT NULL, entry bigint NOT NULL,
  since bigint NOT NULL, until bigint NOT NULL,
  PRIMARY KEY (term, sort, entry, since)
);

CREATE TABLE actors (
  id text COLLATE "C" PRIMARY KEY, known bigint NOT NULL, name text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, state text COLLATE "C" NOT NULL
);
CREATE TABLE corrections (n bigint PRIMARY KEY, at bigint NOT NULL, body text COLLATE "C" NOT NULL); -- JSON
-- Corrections are found by what they are about; root is the correction that another one
-- takes back or carries to another text, else itself.
CREATE TABLE about (
  thing text COLLATE "C" NOT NULL, root bigint NOT NULL, correction bigint NOT NULL,
  PRIMARY KEY (thing, root, correction)
);
CREATE INDEX about_root ON about (root, correction);
CREATE TABLE dossiers (name text COLLATE "C" PRIMARY KEY, body text COLLATE "C" NOT NULL); -- JSON
CREATE TABLE changes (
  n bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, at bigint NOT NULL, entry bigint NOT NULL, what text COLLATE "C" NOT NULL,
  report text COLLATE "C" NOT NULL, other bigint NOT NULL, by text COLLATE "C" NOT NULL
);
CREATE INDEX changes_entry ON changes (entry);

-- Who may come in from a network, and what they did. Passwords, keys and the tokens of
-- sessions stand here as hashes alone.
CREATE TABLE users (
  name text COLLATE "C" PRIMARY KEY, role text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL, made bigint NOT NULL, changed bigint NOT NULL
);
CREATE TABLE access_keys (
  id text COLLATE "C" PRIMARY KEY, name text COLLATE "C" NOT NULL, role text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL,
  made bigint NOT NULL, ends bigint NOT NULL, revoked bigint NOT NULL -- 0 for never
);
CREATE TABLE sessions (
  hash text COLLATE "C" PRIMARY KEY, "user" text COLLATE "C" NOT NULL, began bigint NOT NULL, seen bigint NOT NULL, ends bigint NOT NULL
);
CREATE INDEX sessions_user ON sessions ("user");
CREATE TABLE trail (
  n bigint PRIMARY KEY, at bigint NOT NULL, who text COLLATE "C" NOT NULL, address text COLLATE "C" NOT NULL, what text COLLATE "C" NOT NULL, about text COLLATE "C" NOT NULL
);

-- The last numbers that were given out.
CREATE TABLE numbers (name text COLLATE "C" PRIMARY KEY, last bigint NOT NULL) WITH (fillfactor = 10);
INSERT INTO numbers VALUES ('reports', 0), ('members', 0), ('entries', 0), ('terms', 0), ('corrections', 0);

-- What an update reads, and so what it rests on, it claims by locking rows of this table:
-- each key, entry, report and group has one by its hash.
CREATE TABLE claims (n integer PRIMARY KEY) WITH (fillfactor = 50);
INSERT INTO claims SELECT generate_series(0, 16383);
