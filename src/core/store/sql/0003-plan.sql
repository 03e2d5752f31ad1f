-- The reader's year, for each list: never touched by a list. What follows from the rest is not kept:
-- weeks to come, numbers, sums. Days are those of the reader, as 2026-11-30; ordering as SylPlanOrder.
CREATE TABLE plan (
  list_id  INTEGER PRIMARY KEY REFERENCES list,
  start    TEXT    NOT NULL,
  minutes  INTEGER NOT NULL DEFAULT 180 CHECK (minutes >= 0),
  ordering INTEGER NOT NULL DEFAULT 0 CHECK (ordering BETWEEN 0 AND 1),
  chosen   INTEGER NOT NULL DEFAULT 0 CHECK (chosen BETWEEN 0 AND 1),
  modified TEXT    NOT NULL,
  previous TEXT    CHECK (json_valid(previous))
) STRICT;

-- Weeks that are over: how they ended, as SylPlanWeekState, and with which pick.
CREATE TABLE plan_week (
  plan_week_id INTEGER PRIMARY KEY,
  uuid         TEXT    NOT NULL UNIQUE,
  list_id      INTEGER NOT NULL REFERENCES plan,
  monday       TEXT    NOT NULL,
  state        INTEGER NOT NULL CHECK (state BETWEEN 1 AND 5),
  pick_id      INTEGER REFERENCES pick,
  UNIQUE (list_id, monday)
) STRICT;

-- Weeks that the reader keeps free, with everything moved on.
CREATE TABLE plan_shift (
  plan_shift_id INTEGER PRIMARY KEY,
  uuid          TEXT    NOT NULL UNIQUE,
  list_id       INTEGER NOT NULL REFERENCES plan,
  monday        TEXT    NOT NULL,
  UNIQUE (list_id, monday)
) STRICT;

CREATE TABLE plan_pause (
  plan_pause_id INTEGER PRIMARY KEY,
  uuid          TEXT    NOT NULL UNIQUE,
  list_id       INTEGER NOT NULL REFERENCES plan,
  first         TEXT    NOT NULL,
  until         TEXT    NOT NULL
) STRICT;
CREATE INDEX plan_pause_by_list ON plan_pause (list_id);

-- The reader's own order. Picks without a rank keep to the one they would follow.
CREATE TABLE plan_order (
  pick_id INTEGER PRIMARY KEY REFERENCES pick,
  rank    INTEGER NOT NULL
) STRICT;

-- Focused reading; pass 0 where it was none of the three.
CREATE TABLE session (
  session_id INTEGER PRIMARY KEY,
  uuid       TEXT    NOT NULL UNIQUE,
  pick_id    INTEGER NOT NULL REFERENCES pick,
  pass       INTEGER NOT NULL CHECK (pass BETWEEN 0 AND 3),
  started    TEXT    NOT NULL,
  seconds    INTEGER NOT NULL CHECK (seconds > 0)
) STRICT;
CREATE INDEX session_by_pick ON session (pick_id);

-- The three passes of reading a paper: begun, and done with.
CREATE TABLE pass (
  pass_id  INTEGER PRIMARY KEY,
  uuid     TEXT    NOT NULL UNIQUE,
  pick_id  INTEGER NOT NULL REFERENCES pick,
  number   INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
  begun    TEXT    NOT NULL,
  finished TEXT,
  UNIQUE (pick_id, number)
) STRICT;

-- In the reader's own words: the five Cs of the first pass, and what was asked at the end.
CREATE TABLE answer (
  answer_id INTEGER PRIMARY KEY,
  uuid      TEXT    NOT NULL UNIQUE,
  pick_id   INTEGER NOT NULL REFERENCES pick,
  question  TEXT    NOT NULL,
  text      TEXT    NOT NULL,
  modified  TEXT    NOT NULL,
  UNIQUE (pick_id, question)
) STRICT;

-- Cards that are asked again, with what is supposed of the memory; stability 0 before the first time.
CREATE TABLE recall (
  recall_id    INTEGER PRIMARY KEY,
  uuid         TEXT    NOT NULL UNIQUE,
  pick_id      INTEGER NOT NULL REFERENCES pick,
  highlight_id INTEGER UNIQUE REFERENCES highlight ON DELETE SET NULL,
  question     TEXT    NOT NULL,
  answer       TEXT    NOT NULL,
  stability    REAL    NOT NULL DEFAULT 0 CHECK (stability >= 0),
  difficulty   REAL    NOT NULL DEFAULT 0 CHECK (difficulty BETWEEN 0 AND 10),
  due          TEXT    NOT NULL,
  last         TEXT,
  created      TEXT    NOT NULL,
  modified     TEXT    NOT NULL,
  deleted      TEXT
) STRICT;
CREATE INDEX recall_by_due ON recall (due) WHERE deleted IS NULL;

CREATE TABLE review (
  review_id INTEGER PRIMARY KEY,
  uuid      TEXT    NOT NULL UNIQUE,
  recall_id INTEGER NOT NULL REFERENCES recall ON DELETE CASCADE,
  day       TEXT    NOT NULL,
  rating    INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
  answered  TEXT    NOT NULL
) STRICT;
CREATE INDEX review_by_recall ON review (recall_id);
CREATE INDEX review_by_day ON review (day);

-- The year began with the first week of all lists; from now on each list has a start of its own.
INSERT INTO plan (list_id, start, modified)
SELECT list_id, value, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') FROM list JOIN setting ON key = 'start';
DELETE FROM setting WHERE key = 'start';
