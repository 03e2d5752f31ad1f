-- Lists as their curators wrote them. Rows are never deleted, only retired: a reader's work hangs on them.
CREATE TABLE list (
  list_id     INTEGER PRIMARY KEY,
  uri         TEXT    NOT NULL UNIQUE,
  position    INTEGER NOT NULL,
  title       TEXT    NOT NULL,
  description TEXT    NOT NULL DEFAULT '',
  authors     TEXT    NOT NULL DEFAULT '',
  homepage    TEXT,
  license     TEXT,
  updated     TEXT,
  digest      TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE section (
  section_id INTEGER PRIMARY KEY,
  list_id    INTEGER NOT NULL REFERENCES list,
  slug       TEXT    NOT NULL,
  position   INTEGER NOT NULL,
  title      TEXT    NOT NULL,
  note       TEXT    NOT NULL DEFAULT '',
  retired    INTEGER NOT NULL DEFAULT 0,
  UNIQUE (list_id, slug)
) STRICT;

-- An extra ("also worth knowing") is a pick beside the plan: its position follows those of its section.
CREATE TABLE pick (
  pick_id    INTEGER PRIMARY KEY,
  list_id    INTEGER NOT NULL REFERENCES list,
  section_id INTEGER NOT NULL REFERENCES section,
  slug       TEXT    NOT NULL,
  extra      INTEGER NOT NULL DEFAULT 0,
  position   INTEGER NOT NULL,
  number     INTEGER NOT NULL DEFAULT 0,
  title      TEXT    NOT NULL,
  commentary TEXT    NOT NULL DEFAULT '',
  minutes    INTEGER NOT NULL DEFAULT 0,
  difficulty INTEGER NOT NULL DEFAULT 0,
  after      TEXT    NOT NULL DEFAULT '',
  year_first INTEGER NOT NULL DEFAULT 0,
  year_last  INTEGER NOT NULL DEFAULT 0,
  n_sources  INTEGER NOT NULL DEFAULT 0,
  retired    INTEGER NOT NULL DEFAULT 0,
  UNIQUE (list_id, slug)
) STRICT;
CREATE INDEX pick_by_section ON pick (section_id, extra, position);

CREATE TABLE source (
  source_id INTEGER PRIMARY KEY,
  pick_id   INTEGER NOT NULL REFERENCES pick,
  slug      TEXT    NOT NULL,
  position  INTEGER NOT NULL,
  title     TEXT    NOT NULL,
  url       TEXT    NOT NULL,
  canonical TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  main      INTEGER NOT NULL,
  authors   TEXT    NOT NULL DEFAULT '',
  year      INTEGER NOT NULL DEFAULT 0,
  arxiv     TEXT,
  doi       TEXT,
  code      TEXT,
  retired   INTEGER NOT NULL DEFAULT 0,
  UNIQUE (pick_id, slug)
) STRICT;
CREATE INDEX source_by_canonical ON source (canonical);

-- The reader's own: never touched by a list. Times are UTC in ISO 8601; state as SylPickState.
CREATE TABLE progress (
  pick_id  INTEGER PRIMARY KEY REFERENCES pick,
  state    INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  started  TEXT,
  finished TEXT,
  modified TEXT NOT NULL,
  previous TEXT
) STRICT;
CREATE INDEX progress_by_state ON progress (state);

CREATE TABLE source_progress (
  source_id INTEGER PRIMARY KEY REFERENCES source,
  ticked    TEXT,
  visited   TEXT,
  place_uri TEXT,
  place     TEXT,
  modified  TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
