-- What the reader marks and writes: never touched by a list. Ids are UUIDs, so that two machines can
-- merge. A highlight that is deleted stays for a while, so that it can be brought back.
CREATE TABLE highlight (
  highlight_id INTEGER PRIMARY KEY,
  uuid         TEXT    NOT NULL UNIQUE,
  source_id    INTEGER NOT NULL REFERENCES source,
  uri          TEXT    NOT NULL,
  quote        TEXT    NOT NULL,
  selectors    TEXT    NOT NULL CHECK (json_valid(selectors)),
  page         INTEGER NOT NULL DEFAULT 0 CHECK (page >= 0),
  position     INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
  meaning      INTEGER NOT NULL DEFAULT 0 CHECK (meaning BETWEEN 0 AND 3),
  note         TEXT    NOT NULL DEFAULT '',
  created      TEXT    NOT NULL,
  modified     TEXT    NOT NULL,
  deleted      TEXT,
  status       INTEGER NOT NULL DEFAULT 0 CHECK (status BETWEEN 0 AND 2),
  score        REAL    NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX highlight_by_source ON highlight (source_id, page, position);
CREATE INDEX highlight_by_deletion ON highlight (deleted) WHERE deleted IS NOT NULL;

-- The free note of a pick.
CREATE TABLE note (
  pick_id  INTEGER PRIMARY KEY REFERENCES pick,
  uuid     TEXT    NOT NULL UNIQUE,
  text     TEXT    NOT NULL,
  modified TEXT    NOT NULL
) STRICT;
