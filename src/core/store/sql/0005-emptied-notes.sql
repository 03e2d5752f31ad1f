-- Free notes of picks that the reader emptied: kept for a while, so that they can be brought back.
CREATE TABLE emptied_note (
  emptied_note_id INTEGER PRIMARY KEY,
  uuid            TEXT    NOT NULL UNIQUE,
  pick_id         INTEGER NOT NULL REFERENCES pick,
  text            TEXT    NOT NULL,
  deleted         TEXT    NOT NULL
) STRICT;
CREATE INDEX emptied_note_by_pick ON emptied_note (pick_id);
CREATE INDEX emptied_note_by_deletion ON emptied_note (deleted);

-- Notes are saved while they are typed. While one gets shorter, bit by bit: what it said before.
ALTER TABLE note ADD COLUMN longer TEXT;
