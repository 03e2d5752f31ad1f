/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-emptied-note-table.h"

#define NOW "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

/* How long the trash keeps what was deleted. */
#define EXPIRED "deleted < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')"

/* Code points of a text that are enough to know it by. */
#define BEGINNING "300"

static SylEmptiedNoteFacts *
make_facts (SylStatement *statement)
{
  SylEmptiedNoteFacts *facts = g_new0 (SylEmptiedNoteFacts, 1);

  facts->uuid = syl_statement_dup_text (statement, 0);
  facts->pick_id = syl_statement_column_int64 (statement, 1);
  facts->pick_title = syl_statement_dup_text (statement, 2);
  facts->text = syl_statement_dup_text (statement, 3);
  facts->deleted = syl_statement_dup_time (statement, 4);
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
      "SELECT emptied_note.uuid, pick_id, title, substr(text, 1, " BEGINNING "), deleted "
      "FROM emptied_note JOIN pick USING (pick_id) ORDER BY deleted DESC, emptied_note_id DESC",
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
      "SELECT emptied_note.uuid, pick_id, title, text, deleted "
      "FROM emptied_note JOIN pick USING (pick_id) WHERE emptied_note.uuid = ?1",
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

/**
 * syl_emptied_note_table_drop_said:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @text: what is kept elsewhere
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Drops what of the pick’s emptied notes is in @text anyway: nothing lies there twice.
 *
 * Returns: %TRUE if it is done
 */
gboolean
syl_emptied_note_table_drop_said (SylConnection  *connection,
                                  gint64          pick_id,
                                  const char     *text,
                                  GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "DELETE FROM emptied_note WHERE pick_id = ?1 AND instr(?2, text) > 0", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_text (statement, 2, text);
  return syl_statement_run (statement, error);
}

/**
 * syl_emptied_note_table_keep:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @text: what its note said before it was emptied
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_emptied_note_table_keep (SylConnection  *connection,
                             gint64          pick_id,
                             const char     *text,
                             GError        **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "INSERT INTO emptied_note (uuid, pick_id, text, deleted) VALUES (?1, ?2, ?3, " NOW ")", error);

  if (statement == NULL || !syl_emptied_note_table_drop_said (connection, pick_id, text, error))
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  syl_statement_bind_int64 (statement, 2, pick_id);
  syl_statement_bind_text (statement, 3, text);
  return syl_statement_run (statement, error);
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
