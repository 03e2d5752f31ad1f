-- The weekly call: a row for each ISO week that was called or is to be, as 2026-W49. Its id tells the order
-- in which the calls were made, whatever the clock said: a row that is written anew comes last. Without a
-- pick there was nothing to say. When calls come is the setting 'call'.
CREATE TABLE call (
  call_id   INTEGER PRIMARY KEY,
  uuid      TEXT    NOT NULL UNIQUE,
  week      TEXT    NOT NULL UNIQUE,
  pick_id   INTEGER REFERENCES pick,
  called    TEXT,
  postponed TEXT,
  settled   TEXT,
  modified  TEXT    NOT NULL,
  CHECK (called IS NOT NULL OR postponed IS NOT NULL)
) STRICT;
