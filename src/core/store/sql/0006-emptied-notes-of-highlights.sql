-- Notes of highlights are kept for a while too when the reader empties them.
ALTER TABLE emptied_note ADD COLUMN highlight_id INTEGER REFERENCES highlight ON DELETE CASCADE;
CREATE INDEX emptied_note_by_highlight ON emptied_note (highlight_id) WHERE highlight_id IS NOT NULL;

-- As that of free notes: what it said before it began to get shorter, bit by bit.
ALTER TABLE highlight ADD COLUMN longer TEXT;
