/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-pick-table.h"

#include <string.h>

#include "tables/syl-pick-table-private.h"

#define SELECT_IDS                                                                                 \
  "SELECT pick.pick_id, pick.section_id * 2 + pick.extra FROM pick "                               \
  "JOIN section USING (section_id) LEFT JOIN progress USING (pick_id) WHERE " SYL_PICK_VISIBLE " AND "
#define ORDER_IDS " ORDER BY section.retired, section.position, pick.extra, pick.position"

/**
 * syl_pick_ids_new:
 *
 * Returns: (transfer full): no ids at all
 */
SylPickIds *
syl_pick_ids_new (void)
{
  SylPickIds *self = g_new0 (SylPickIds, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->runs = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * syl_pick_ids_free:
 * @self: (transfer full): ids
 */
void
syl_pick_ids_free (SylPickIds *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->runs);
  g_free (self);
}

static const char *
sql_for_group (SylPickGroup group)
{
  switch (group)
    {
    case SYL_PICK_GROUP_READING:
      return SELECT_IDS "pick.list_id = ?1 AND progress.state = 1" ORDER_IDS;
    case SYL_PICK_GROUP_READ:
      return SELECT_IDS "pick.list_id = ?1 AND progress.state = 2" ORDER_IDS;
    case SYL_PICK_GROUP_SECTION:
      return SELECT_IDS "pick.section_id = ?1" ORDER_IDS;
    case SYL_PICK_GROUP_ALL:
    default:
      return SELECT_IDS "pick.list_id = ?1" ORDER_IDS;
    }
}

/**
 * syl_pick_table_read_ids:
 * @connection: a connection
 * @list_id: the row of a list
 * @group: which of its picks
 * @section_id: the row of a section for %SYL_PICK_GROUP_SECTION, else ignored
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): their ids
 */
SylPickIds *
syl_pick_table_read_ids (SylConnection  *connection,
                         gint64          list_id,
                         SylPickGroup    group,
                         gint64          section_id,
                         GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql_for_group (group),
                                                               error);
  g_autoptr (SylPickIds) result = NULL;
  gint64 last_run = -1;
  SylStep step;

  if (statement == NULL)
    return NULL;
  result = syl_pick_ids_new ();
  syl_statement_bind_int64 (statement, 1, group == SYL_PICK_GROUP_SECTION ? section_id : list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      gint64 id = syl_statement_column_int64 (statement, 0);
      gint64 run = syl_statement_column_int64 (statement, 1);

      if (run != last_run)
        g_array_append_val (result->runs, result->ids->len);
      g_array_append_val (result->ids, id);
      last_run = run;
    }
  return step == SYL_STEP_DONE ? g_steal_pointer (&result) : NULL;
}

static char *
make_json_array (GArray *ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (json, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static SylPickFacts *
make_facts (SylConnection *connection,
            SylStatement  *statement)
{
  SylPickFacts *facts = g_new0 (SylPickFacts, 1);

  facts->moment = syl_connection_get_moment (connection);
  facts->id = syl_statement_column_int64 (statement, 0);
  facts->slug = syl_statement_dup_text (statement, 1);
  facts->title = syl_statement_dup_text (statement, 2);
  facts->section_id = syl_statement_column_int64 (statement, 3);
  facts->section_number = syl_statement_column_uint (statement, 4);
  facts->section_title = syl_statement_dup_text (statement, 5);
  facts->extra = syl_statement_column_int64 (statement, 6) != 0;
  facts->retired = syl_statement_column_int64 (statement, 7) != 0;
  facts->position = syl_statement_column_uint (statement, 8);
  facts->minutes = syl_statement_column_uint (statement, 9);
  facts->difficulty = syl_statement_column_uint (statement, 10);
  facts->year_first = syl_statement_column_uint (statement, 11);
  facts->year_last = syl_statement_column_uint (statement, 12);
  facts->n_sources = syl_statement_column_uint (statement, 13);
  facts->state = (SylPickState) syl_statement_column_int64 (statement, 14);
  facts->started = syl_statement_dup_time (statement, 15);
  facts->finished = syl_statement_dup_time (statement, 16);
  facts->n_notes = syl_statement_column_uint (statement, 17);
  return facts;
}

/**
 * syl_pick_table_read_facts:
 * @connection: a connection
 * @ids: (element-type gint64): rows of picks
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylPickFacts): facts of those that exist
 */
GPtrArray *
syl_pick_table_read_facts (SylConnection  *connection,
                           GArray         *ids,
                           GError        **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_pick_facts_free);
  g_autofree char *json = make_json_array (ids);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick.pick_id, pick.slug, pick.title, pick.section_id, section.position + 1, "
      "section.title, pick.extra, pick.retired, pick.number, pick.minutes, pick.difficulty, "
      "pick.year_first, pick.year_last, pick.n_sources, coalesce(progress.state, 0), "
      "progress.started, progress.finished, " SYL_PICK_N_NOTES " "
      "FROM pick JOIN section USING (section_id) LEFT JOIN progress USING (pick_id) "
      "WHERE pick.pick_id IN (SELECT value FROM json_each(?1))",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_text (statement, 1, json);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (all, make_facts (connection, statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

static SylSourceFacts *
make_source (SylStatement *statement)
{
  SylSourceFacts *facts = g_new0 (SylSourceFacts, 1);

  facts->id = syl_statement_column_int64 (statement, 0);
  facts->slug = syl_statement_dup_text (statement, 1);
  facts->title = syl_statement_dup_text (statement, 2);
  facts->uri = syl_statement_dup_text (statement, 3);
  facts->kind = syl_statement_dup_text (statement, 4);
  facts->main = syl_statement_column_int64 (statement, 5) != 0;
  facts->authors = syl_statement_dup_text (statement, 6);
  facts->year = syl_statement_column_uint (statement, 7);
  facts->arxiv = syl_statement_dup_text (statement, 8);
  facts->doi = syl_statement_dup_text (statement, 9);
  facts->code = syl_statement_dup_text (statement, 10);
  facts->ticked = syl_statement_column_int64 (statement, 11) != 0;
  facts->visited = syl_statement_dup_text (statement, 12);
  return facts;
}

static gboolean
read_sources (SylConnection   *connection,
              SylPickDetails  *details,
              gint64           pick_id,
              GError         **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT source_id, slug, title, url, kind, main, authors, year, arxiv, doi, code, "
      "ticked IS NOT NULL, visited FROM source LEFT JOIN source_progress USING (source_id) "
      "WHERE pick_id = ?1 AND (retired = 0 OR ticked IS NOT NULL OR EXISTS "
      "  (SELECT 1 FROM highlight WHERE highlight.source_id = source.source_id AND deleted IS NULL)) "
      "ORDER BY main DESC, retired, position",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (details->sources, make_source (statement));
  return step == SYL_STEP_DONE;
}

static char *
read_title (SylConnection  *connection,
            gint64          list_id,
            const char     *slug,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT title FROM pick WHERE list_id = ?1 AND slug = ?2", error);

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, list_id);
  syl_statement_bind_text (statement, 2, slug);
  return syl_statement_step (statement, error) == SYL_STEP_ROW ? syl_statement_dup_text (statement, 0)
                                                               : NULL;
}

/* "slug slug" becomes "Title, Title"; a slug that the list lacks is passed over. */
static char *
read_after (SylConnection  *connection,
            gint64          list_id,
            const char     *after,
            GError        **error)
{
  g_auto (GStrv) slugs = g_strsplit (after, " ", -1);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; slugs[i] != NULL && *error == NULL; i++)
    {
      char *title = read_title (connection, list_id, slugs[i], error);

      if (title != NULL)
        g_ptr_array_add (titles, title);
    }
  return titles->len > 0 ? g_strjoinv (", ", (char **) titles->pdata) : NULL;
}

/**
 * syl_pick_table_read_details:
 * @connection: a connection
 * @pick_id: the row of a pick
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: (transfer full) (nullable): its commentary and sources
 */
SylPickDetails *
syl_pick_table_read_details (SylConnection  *connection,
                             gint64          pick_id,
                             GError        **error)
{
  g_autoptr (SylPickDetails) details = g_new0 (SylPickDetails, 1);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT list_id, commentary, after FROM pick WHERE pick_id = ?1", error);

  if (statement == NULL)
    return NULL;
  details->moment = syl_connection_get_moment (connection);
  details->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_source_facts_free);
  syl_statement_bind_int64 (statement, 1, pick_id);
  if (syl_statement_step (statement, &failure) == SYL_STEP_ROW)
    {
      details->commentary = syl_statement_dup_text (statement, 1);
      details->after = read_after (connection, syl_statement_column_int64 (statement, 0),
                                   syl_statement_column_text (statement, 2), &failure);
      if (failure == NULL)
        read_sources (connection, details, pick_id, &failure);
    }
  else if (failure == NULL)
    g_set_error_literal (&failure, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such pick");

  if (failure == NULL)
    return g_steal_pointer (&details);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * syl_pick_table_find:
 * @connection: a connection
 * @list_id: the row of the list to look in first
 * @slug: id of a pick within its list
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: the row of the pick, 0 if there is none
 */
gint64
syl_pick_table_find (SylConnection  *connection,
                     gint64          list_id,
                     const char     *slug,
                     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT pick_id FROM pick WHERE slug = ?1 ORDER BY list_id <> ?2, pick_id", error);
  SylStep step;

  if (statement == NULL)
    return 0;
  syl_statement_bind_text (statement, 1, slug);
  syl_statement_bind_int64 (statement, 2, list_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    return syl_statement_column_int64 (statement, 0);
  if (step == SYL_STEP_DONE)
    g_set_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No pick is called “%s”", slug);
  return 0;
}
