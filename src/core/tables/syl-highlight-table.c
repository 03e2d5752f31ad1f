/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-highlight-table.h"

#include "tables/syl-emptied-note-table.h"

#define NOW "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

/* How long the trash keeps what was deleted. */
#define EXPIRED "deleted < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-30 days')"

#define SELECT                                                                                     \
  "SELECT highlight_id, uuid, pick.pick_id, pick.slug, pick.title, source.source_id, source.slug, " \
  "source.title, highlight.uri, quote, selectors, page, highlight.position, meaning, highlight.note, status, " \
  "score, created, modified, deleted "                                                             \
  "FROM highlight JOIN source USING (source_id) JOIN pick USING (pick_id) "                        \
  "JOIN section USING (section_id) JOIN list ON list.list_id = pick.list_id "

static SylHighlightFacts *
make_facts (SylStatement *statement)
{
  SylHighlightFacts *facts = g_new0 (SylHighlightFacts, 1);

  facts->id = syl_statement_column_int64 (statement, 0);
  facts->uuid = syl_statement_dup_text (statement, 1);
  facts->pick_id = syl_statement_column_int64 (statement, 2);
  facts->pick_slug = syl_statement_dup_text (statement, 3);
  facts->pick_title = syl_statement_dup_text (statement, 4);
  facts->source_id = syl_statement_column_int64 (statement, 5);
  facts->source_slug = syl_statement_dup_text (statement, 6);
  facts->source_title = syl_statement_dup_text (statement, 7);
  facts->uri = syl_statement_dup_text (statement, 8);
  facts->quote = syl_statement_dup_text (statement, 9);
  facts->selectors = syl_statement_dup_text (statement, 10);
  facts->page = syl_statement_column_uint (statement, 11);
  facts->position = syl_statement_column_uint (statement, 12);
  facts->meaning = syl_statement_column_uint (statement, 13);
  facts->note = syl_statement_dup_text (statement, 14);
  facts->status = (SylHighlightStatus) syl_statement_column_int64 (statement, 15);
  facts->score = syl_statement_column_double (statement, 16);
  facts->created = syl_statement_dup_time (statement, 17);
  facts->modified = syl_statement_dup_time (statement, 18);
  facts->deleted = syl_statement_dup_time (statement, 19);
  return facts;
}

static const char *
sql_for_query (const SylHighlightQuery *query)
{
  if (query->trash)
    return SELECT "WHERE deleted IS NOT NULL AND (?1 = 0 OR pick.list_id = ?1) "
                  "AND (?2 = 0 OR source.pick_id = ?2) ORDER BY deleted DESC, highlight_id DESC";
  return SELECT "WHERE deleted IS NULL AND (?1 = 0 OR pick.list_id = ?1) "
                "AND (?2 = 0 OR source.pick_id = ?2) "
                "ORDER BY list.position, section.retired, section.position, pick.extra, pick.position, "
                "pick.pick_id, source.main DESC, source.retired, source.position, source.source_id, "
                "page, highlight.position, highlight_id";
}

/**
 * syl_highlight_table_list:
 * @connection: a connection
 * @query: which highlights
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylHighlightFacts): them, in the order of picks,
 *   sources and pages
 */
GPtrArray *
syl_highlight_table_list (SylConnection            *connection,
                          const SylHighlightQuery  *query,
                          GError                  **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_highlight_facts_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql_for_query (query), error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, query->list_id);
  syl_statement_bind_int64 (statement, 2, query->pick_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (all, make_facts (statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * syl_highlight_table_find:
 * @connection: a connection
 * @uuid: id of a highlight
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: (transfer full) (nullable): the highlight, deleted or not
 */
SylHighlightFacts *
syl_highlight_table_find (SylConnection  *connection,
                          const char     *uuid,
                          GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, SELECT "WHERE uuid = ?1", error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_text (statement, 1, uuid);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    return make_facts (statement);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such highlight");
  return NULL;
}

/**
 * syl_highlight_table_find_same:
 * @connection: a connection
 * @facts: a source, and the address, page, position and quote of a highlight of it
 * @uuid: (out) (transfer full) (nullable): the highlight that stands at that very place
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be looked for
 */
gboolean
syl_highlight_table_find_same (SylConnection            *connection,
                               const SylHighlightFacts  *facts,
                               char                    **uuid,
                               GError                  **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT uuid FROM highlight WHERE source_id = ?1 AND page = ?2 AND position = ?3 AND uri = ?4 "
      "AND quote = ?5 AND deleted IS NULL ORDER BY highlight_id",
      error);
  SylStep step;

  *uuid = NULL;
  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, facts->source_id);
  syl_statement_bind_int64 (statement, 2, facts->page);
  syl_statement_bind_int64 (statement, 3, facts->position);
  syl_statement_bind_text (statement, 4, facts->uri);
  syl_statement_bind_text (statement, 5, facts->quote);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    *uuid = syl_statement_dup_text (statement, 0);
  return step != SYL_STEP_ERROR;
}

/* The columns that insert and update have in common. */
static void
bind_facts (SylStatement            *statement,
            const SylHighlightFacts *facts)
{
  syl_statement_bind_text (statement, 1, facts->uuid);
  syl_statement_bind_text (statement, 2, facts->uri);
  syl_statement_bind_text (statement, 3, facts->quote);
  syl_statement_bind_text (statement, 4, facts->selectors);
  syl_statement_bind_int64 (statement, 5, facts->page);
  syl_statement_bind_int64 (statement, 6, facts->position);
  syl_statement_bind_int64 (statement, 7, facts->meaning);
  syl_statement_bind_text (statement, 8, facts->note);
  syl_statement_bind_int64 (statement, 9, facts->status);
  syl_statement_bind_double (statement, 10, facts->score);
}

static gboolean
note_highlight_change (SylConnection  *connection,
                       const char     *uuid,
                       GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT pick_id FROM highlight JOIN source USING (source_id) WHERE uuid = ?1", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    syl_connection_note_change (connection, SYL_CHANGE_HIGHLIGHT, syl_statement_column_int64 (statement, 0));
  return step != SYL_STEP_ERROR;
}

/**
 * syl_highlight_table_insert:
 * @connection: a connection in a transaction
 * @facts: a new highlight; its times are set here
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_highlight_table_insert (SylConnection            *connection,
                            const SylHighlightFacts  *facts,
                            GError                  **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO highlight (uuid, uri, quote, selectors, page, position, meaning, note, status, "
      "score, source_id, created, modified) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, " NOW ", " NOW ")",
      error);

  if (statement == NULL)
    return FALSE;
  bind_facts (statement, facts);
  syl_statement_bind_int64 (statement, 11, facts->source_id);
  return syl_statement_run (statement, error) && note_highlight_change (connection, facts->uuid, error);
}

/* What its note said before it began to get shorter counts for a minute after the last edit. */
static gboolean
follow_note (SylConnection            *connection,
             const SylHighlightFacts  *facts,
             char                    **longer,
             GError                  **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT highlight_id, pick_id, highlight.note, "
      "iif(modified >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-1 minutes'), longer, NULL) "
      "FROM highlight JOIN source USING (source_id) WHERE uuid = ?1",
      error);
  g_autofree char *old = NULL;
  g_autofree char *old_longer = NULL;
  SylNotePlace place;
  SylStep step;

  *longer = NULL;
  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, facts->uuid);
  step = syl_statement_step (statement, error);
  if (step != SYL_STEP_ROW)
    return step == SYL_STEP_DONE;
  place.highlight_id = syl_statement_column_int64 (statement, 0);
  place.pick_id = syl_statement_column_int64 (statement, 1);
  old = syl_statement_dup_text (statement, 2);
  old_longer = syl_statement_dup_text (statement, 3);
  if (!g_str_equal (old, facts->note))
    return syl_emptied_note_table_follow (connection, &place, old, old_longer, facts->note, longer, error);
  *longer = g_steal_pointer (&old_longer);
  return TRUE;
}

/**
 * syl_highlight_table_update:
 * @connection: a connection in a transaction
 * @facts: a highlight as it shall be; that it is deleted, and not when, is taken from it
 * @error: return location for a %SYL_STORE_ERROR
 *
 * A note that is emptied goes into the trash, and comes out of it where the note says the same again.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_highlight_table_update (SylConnection            *connection,
                            const SylHighlightFacts  *facts,
                            GError                  **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE highlight SET uri = ?2, quote = ?3, selectors = ?4, page = ?5, position = ?6, "
      "meaning = ?7, note = ?8, status = ?9, score = ?10, modified = " NOW ", "
      "deleted = iif(?11, coalesce(deleted, " NOW "), NULL), source_id = ?12, longer = ?13 WHERE uuid = ?1",
      error);
  g_autofree char *longer = NULL;

  if (statement == NULL || !follow_note (connection, facts, &longer, error))
    return FALSE;
  bind_facts (statement, facts);
  syl_statement_bind_text (statement, 13, longer);
  syl_statement_bind_int64 (statement, 11, facts->deleted != NULL ? 1 : 0);
  syl_statement_bind_int64 (statement, 12, facts->source_id);
  return syl_statement_run (statement, error) && note_highlight_change (connection, facts->uuid, error);
}

/**
 * syl_highlight_table_set_place:
 * @connection: a connection in a transaction
 * @place: uuid, status, score and position of a highlight
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Stores what was found out about a page; the reader has changed nothing. Writes nothing, and tells
 * nobody, where nothing differs; a highlight that is gone is passed over.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_highlight_table_set_place (SylConnection            *connection,
                               const SylHighlightFacts  *place,
                               GError                  **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE highlight SET status = ?2, score = ?3, position = ?4 "
      "WHERE uuid = ?1 AND (status <> ?2 OR score <> ?3 OR position <> ?4)",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, place->uuid);
  syl_statement_bind_int64 (statement, 2, place->status);
  syl_statement_bind_double (statement, 3, place->score);
  syl_statement_bind_int64 (statement, 4, place->position);
  if (!syl_statement_run (statement, error))
    return FALSE;
  return syl_connection_get_n_changed (connection) == 0 ||
         note_highlight_change (connection, place->uuid, error);
}

/**
 * syl_highlight_table_delete:
 * @connection: a connection in a transaction
 * @uuid: id of a highlight
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Deletes for good what lies in the trash; what does not, or is gone already, is passed over.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
syl_highlight_table_delete (SylConnection  *connection,
                            const char     *uuid,
                            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "DELETE FROM highlight WHERE uuid = ?1 AND deleted IS NOT NULL", error);

  if (statement == NULL || !note_highlight_change (connection, uuid, error))
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  return syl_statement_run (statement, error);
}

/**
 * syl_highlight_table_count_expired:
 * @connection: a connection
 * @n: (out): how many highlights have lain in the trash for longer than it keeps them
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if they could be counted
 */
gboolean
syl_highlight_table_count_expired (SylConnection  *connection,
                                   gint64         *n,
                                   GError        **error)
{
  return syl_connection_query_int64 (connection, "SELECT count(*) FROM highlight WHERE " EXPIRED, n, error);
}

/**
 * syl_highlight_table_purge:
 * @connection: a connection in a transaction
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Deletes them for good.
 *
 * Returns: %TRUE if they are gone
 */
gboolean
syl_highlight_table_purge (SylConnection  *connection,
                           GError        **error)
{
  if (!syl_connection_execute (connection, "DELETE FROM highlight WHERE " EXPIRED, error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_HIGHLIGHT, 0);
  return TRUE;
}
