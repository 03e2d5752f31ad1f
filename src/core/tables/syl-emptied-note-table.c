/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-emptied-note-table.h"

#include <string.h>

#define NOW "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

/* How long the trash keeps what was deleted. */
#define EXPIRED "deleted < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')"

/* Code points of a text that are enough to know it by. */
#define BEGINNING "300"

/* A source may have come to another pick since. */
#define FROM \
  "FROM emptied_note LEFT JOIN highlight USING (highlight_id) LEFT JOIN source USING (source_id) " \
  "JOIN pick ON pick.pick_id = coalesce(source.pick_id, emptied_note.pick_id) "

static SylEmptiedNoteFacts *
make_facts (SylStatement *statement)
{
  SylEmptiedNoteFacts *facts = g_new0 (SylEmptiedNoteFacts, 1);

  facts->uuid = syl_statement_dup_text (statement, 0);
  facts->pick_id = syl_statement_column_int64 (statement, 1);
  facts->pick_title = syl_statement_dup_text (statement, 2);
  facts->text = syl_statement_dup_text (statement, 3);
  facts->deleted = syl_statement_dup_time (statement, 4);
  facts->highlight = syl_statement_dup_text (statement, 5);
  facts->quote = syl_statement_dup_text (statement, 6);
  return facts;
}

/**
 * syl_emptied_note_table_list:
 * @connection: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylEmptiedNoteFacts): the notes that were emptied,
 *   the last one first, with the beginnings of their texts
 */
GPtrArray *
syl_emptied_note_table_list (SylConnection  *connection,
                             GError        **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_emptied_note_facts_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT emptied_note.uuid, pick.pick_id, pick.title, substr(text, 1, " BEGINNING "), emptied_note.deleted, "
      "highlight.uuid, substr(quote, 1, " BEGINNING ") " FROM
      "ORDER BY emptied_note.deleted DESC, emptied_note_id DESC",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (all, make_facts (statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * syl_emptied_note_table_find:
 * @connection: a connection
 * @uuid: id of a note that was emptied
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: (transfer full) (nullable): the note, with all of its text
 */
SylEmptiedNoteFacts *
syl_emptied_note_table_find (SylConnection  *connection,
                             const char     *uuid,
                             GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT emptied_note.uuid, pick.pick_id, pick.title, text, emptied_note.deleted, highlight.uuid, quote " FROM
      "WHERE emptied_note.uuid = ?1",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_text (statement, 1, uuid);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    return make_facts (statement);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such note");
  return NULL;
}

/* Drops what of the emptied notes of that place is in @text anyway: nothing lies there twice. */
static gboolean
drop_said (SylConnection       *connection,
           const SylNotePlace  *place,
           const char          *text,
           GError             **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      place->highlight_id != 0
          ? "DELETE FROM emptied_note WHERE highlight_id = ?2 AND instr(?3, text) > 0"
          : "DELETE FROM emptied_note WHERE pick_id = ?1 AND highlight_id IS NULL AND instr(?3, text) > 0",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, place->pick_id);
  syl_statement_bind_int64 (statement, 2, place->highlight_id);
  syl_statement_bind_text (statement, 3, text);
  return syl_statement_run (statement, error);
}

static gboolean
keep (SylConnection       *connection,
      const SylNotePlace  *place,
      const char          *text,
      GError             **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO emptied_note (uuid, pick_id, highlight_id, text, deleted) "
      "VALUES (?1, ?2, nullif(?3, 0), ?4, " NOW ")",
      error);

  if (statement == NULL || !drop_said (connection, place, text, error))
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  syl_statement_bind_int64 (statement, 2, place->pick_id);
  syl_statement_bind_int64 (statement, 3, place->highlight_id);
  syl_statement_bind_text (statement, 4, text);
  return syl_statement_run (statement, error);
}

static gboolean
is_empty (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/**
 * syl_emptied_note_table_follow:
 * @connection: a connection in a transaction
 * @place: where a note stands
 * @old: what it said
 * @longer: (nullable): what it said before it began to get shorter, if that was just now
 * @text: what it says from now on
 * @out_longer: (out) (transfer full) (nullable): the same for the next time
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Puts a note that is emptied into the trash, and takes out of it what the note says again. What is held
 * down to delete is saved several times on its way, and all of it is what was emptied.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_emptied_note_table_follow (SylConnection       *connection,
                               const SylNotePlace  *place,
                               const char          *old,
                               const char          *longer,
                               const char          *text,
                               char               **out_longer,
                               GError             **error)
{
  const char *longest = longer != NULL ? longer : old;

  *out_longer = NULL;
  if (is_empty (text))
    return is_empty (old) || keep (connection, place, longest, error);
  if (strlen (text) < strlen (old))
    *out_longer = g_strdup (longest);
  return drop_said (connection, place, text, error);
}

/**
 * syl_emptied_note_dup_with:
 * @note: what a note says by now
 * @text: what it shall say too
 *
 * Returns: (transfer full): the note with @text below it, unless that is in it already
 */
char *
syl_emptied_note_dup_with (const char *note,
                           const char *text)
{
  g_autofree char *above = g_strchomp (g_strdup (note));

  if (strstr (note, text) != NULL)
    return g_strdup (note);
  return is_empty (note) ? g_strdup (text) : g_strconcat (above, "\n\n", text, NULL);
}

/**
 * syl_emptied_note_table_delete:
 * @connection: a connection in a transaction
 * @uuid: id of a note that was emptied
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Deletes it for good; one that is gone already is passed over.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
syl_emptied_note_table_delete (SylConnection  *connection,
                               const char     *uuid,
                               GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "DELETE FROM emptied_note WHERE uuid = ?1 RETURNING pick_id", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    syl_connection_note_change (connection, SYL_CHANGE_HIGHLIGHT, syl_statement_column_int64 (statement, 0));
  return step == SYL_STEP_DONE;
}

/**
 * syl_emptied_note_table_count_expired:
 * @connection: a connection
 * @n: (out): how many notes have lain in the trash for longer than it keeps them
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if they could be counted
 */
gboolean
syl_emptied_note_table_count_expired (SylConnection  *connection,
                                      gint64         *n,
                                      GError        **error)
{
  return syl_connection_query_int64 (connection, "SELECT count(*) FROM emptied_note WHERE " EXPIRED, n, error);
}

/**
 * syl_emptied_note_table_purge:
 * @connection: a connection in a transaction
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Deletes them for good.
 *
 * Returns: %TRUE if they are gone
 */
gboolean
syl_emptied_note_table_purge (SylConnection  *connection,
                              GError        **error)
{
  if (!syl_connection_execute (connection, "DELETE FROM emptied_note WHERE " EXPIRED, error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_HIGHLIGHT, 0);
  return TRUE;
}
