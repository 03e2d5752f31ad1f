/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-note-table.h"

#include "tables/syl-emptied-note-table.h"

/**
 * syl_note_table_load:
 * @connection: a connection
 * @pick_id: the row of a pick
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the free note of the pick, "" if there is none
 */
char *
syl_note_table_load (SylConnection  *connection,
                     gint64          pick_id,
                     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT text FROM note WHERE pick_id = ?1", error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, pick_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ERROR)
    return NULL;
  return step == SYL_STEP_ROW ? syl_statement_dup_text (statement, 0) : g_strdup ("");
}

static SylPickNotes *
make_notes (SylStatement *statement)
{
  SylPickNotes *notes = g_new0 (SylPickNotes, 1);

  notes->pick_id = syl_statement_column_int64 (statement, 0);
  notes->title = syl_statement_dup_text (statement, 1);
  notes->note = syl_statement_dup_text (statement, 2);
  notes->highlights = g_ptr_array_new ();
  return notes;
}

/**
 * syl_note_table_list:
 * @connection: a connection
 * @list_id: the row of a list
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylPickNotes): those picks of the list, in its
 *   order, that have a free note or a highlight, with the note; the highlights are for the caller to
 *   read
 */
GPtrArray *
syl_note_table_list (SylConnection  *connection,
                     gint64          list_id,
                     GError        **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_pick_notes_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick.pick_id, pick.title, coalesce(note.text, '') "
      "FROM pick JOIN section USING (section_id) LEFT JOIN note USING (pick_id) "
      "WHERE pick.list_id = ?1 AND (coalesce(note.text, '') <> '' OR EXISTS "
      "  (SELECT 1 FROM source JOIN highlight USING (source_id) "
      "   WHERE source.pick_id = pick.pick_id AND deleted IS NULL)) "
      "ORDER BY section.retired, section.position, pick.extra, pick.position, pick.pick_id",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (all, make_notes (statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/* What a note says, and what it said before it began to get shorter, if that was just now. */
typedef struct
{
  char *text;
  char *longer; /* nullable */
} Note;

static void
note_clear (Note *note)
{
  g_free (note->text);
  g_free (note->longer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Note, note_clear)

static gboolean
load (SylConnection  *connection,
      gint64          pick_id,
      Note           *note,
      GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT text, iif(modified >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 minutes'), longer, NULL) "
      "FROM note WHERE pick_id = ?1",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  step = syl_statement_step (statement, error);
  note->text = step == SYL_STEP_ROW ? syl_statement_dup_text (statement, 0) : g_strdup ("");
  note->longer = step == SYL_STEP_ROW ? syl_statement_dup_text (statement, 1) : NULL;
  return step != SYL_STEP_ERROR;
}

static gboolean
write_note (SylConnection  *connection,
            gint64          pick_id,
            const Note     *note,
            GError        **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO note (pick_id, uuid, text, modified, longer) "
      "VALUES (?1, ?2, ?3, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), ?4) "
      "ON CONFLICT (pick_id) DO UPDATE SET text = excluded.text, modified = excluded.modified, "
      "longer = excluded.longer",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_text (statement, 2, uuid);
  syl_statement_bind_text (statement, 3, note->text);
  syl_statement_bind_text (statement, 4, note->longer);
  return syl_statement_run (statement, error);
}

/**
 * syl_note_table_set:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @text: its free note from now on
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Writes nothing, and tells nobody, where the note says that already. A note that is emptied goes into
 * the trash, and comes out of it where the note says the same again.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_note_table_set (SylConnection  *connection,
                    gint64          pick_id,
                    const char     *text,
                    GError        **error)
{
  g_auto (Note) old = { NULL };
  g_auto (Note) note = { g_strdup (text), NULL };
  SylNotePlace place = { pick_id, 0 };

  if (!load (connection, pick_id, &old, error))
    return FALSE;
  if (g_str_equal (old.text, text))
    return TRUE;
  if (!syl_emptied_note_table_follow (connection, &place, old.text, old.longer, text, &note.longer, error) ||
      !write_note (connection, pick_id, &note, error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_HIGHLIGHT, pick_id);
  return TRUE;
}

/**
 * syl_note_table_dup_with:
 * @connection: a connection
 * @pick_id: the row of a pick
 * @text: what its free note shall say too
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the note with @text below it, unless that is in it already
 */
char *
syl_note_table_dup_with (SylConnection  *connection,
                         gint64          pick_id,
                         const char     *text,
                         GError        **error)
{
  g_autofree char *note = syl_note_table_load (connection, pick_id, error);

  return note != NULL ? syl_emptied_note_dup_with (note, text) : NULL;
}
