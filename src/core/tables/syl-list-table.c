/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-list-table.h"

#include "model/syl-list-private.h"
#include "model/syl-pick-state.h"
#include "model/syl-section-private.h"

/**
 * syl_list_overview_free:
 * @self: (transfer full): an overview
 */
void
syl_list_overview_free (SylListOverview *self)
{
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->sections);
  g_free (self);
}

static gboolean
read_lists (SylConnection    *connection,
            SylListOverview  *overview,
            const char       *list_uri,
            GError          **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT list_id, uri, title, description FROM list ORDER BY position, list_id",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylListFacts *facts = g_new0 (SylListFacts, 1);

      facts->id = syl_statement_column_int64 (statement, 0);
      facts->uri = syl_statement_dup_text (statement, 1);
      facts->title = syl_statement_dup_text (statement, 2);
      facts->description = syl_statement_dup_text (statement, 3);
      if (overview->lists->len == 0 || g_strcmp0 (facts->uri, list_uri) == 0)
        overview->list_id = facts->id;
      g_ptr_array_add (overview->lists, facts);
    }
  return step == SYL_STEP_DONE;
}

static gboolean
read_sections (SylConnection    *connection,
               SylListOverview  *overview,
               GError          **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT section_id, slug, title, note FROM section WHERE list_id = ?1 AND retired = 0 "
      "ORDER BY position",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, overview->list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylSectionFacts *facts = g_new0 (SylSectionFacts, 1);

      facts->id = syl_statement_column_int64 (statement, 0);
      facts->slug = syl_statement_dup_text (statement, 1);
      facts->title = syl_statement_dup_text (statement, 2);
      facts->note = syl_statement_dup_text (statement, 3);
      g_ptr_array_add (overview->sections, facts);
      facts->number = overview->sections->len;
    }
  return step == SYL_STEP_DONE;
}

static SylSectionFacts *
find_section (SylListOverview *overview,
              gint64           section_id)
{
  for (guint i = 0; i < overview->sections->len; i++)
    {
      SylSectionFacts *facts = g_ptr_array_index (overview->sections, i);

      if (facts->id == section_id)
        return facts;
    }
  return NULL;
}

static void
count (SylListOverview *overview,
       SylSectionFacts *section,
       SylPickState     state,
       unsigned int     n)
{
  overview->n_picks += n;
  if (section != NULL)
    section->n_picks += n;

  switch (state)
    {
    case SYL_PICK_STATE_READING:
      overview->n_reading += n;
      break;
    case SYL_PICK_STATE_READ:
      overview->n_read += n;
      if (section != NULL)
        section->n_read += n;
      break;
    case SYL_PICK_STATE_SKIPPED:
      overview->n_skipped += n;
      break;
    case SYL_PICK_STATE_UNREAD:
    default:
      break;
    }
}

static gboolean
read_counts (SylConnection    *connection,
             SylListOverview  *overview,
             GError          **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick.section_id, coalesce(progress.state, 0), count(*) "
      "FROM pick LEFT JOIN progress USING (pick_id) "
      "WHERE pick.list_id = ?1 AND pick.extra = 0 AND pick.retired = 0 GROUP BY 1, 2",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, overview->list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    count (overview, find_section (overview, syl_statement_column_int64 (statement, 0)),
           (SylPickState) syl_statement_column_int64 (statement, 1),
           (unsigned int) syl_statement_column_int64 (statement, 2));
  return step == SYL_STEP_DONE;
}

static gboolean
count_highlights (SylConnection    *connection,
                  SylListOverview  *overview,
                  GError          **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT count(*) FROM highlight JOIN source USING (source_id) JOIN pick USING (pick_id) "
      "WHERE highlight.deleted IS NULL AND pick.list_id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, overview->list_id);
  if (syl_statement_step (statement, error) != SYL_STEP_ROW)
    return FALSE;
  overview->n_highlights = (unsigned int) syl_statement_column_int64 (statement, 0);
  return TRUE;
}

/**
 * syl_list_table_read_overview:
 * @connection: a connection
 * @list_uri: (nullable): the list to show; the first one where it is missing
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): lists, sections and how far the reader is
 */
SylListOverview *
syl_list_table_read_overview (SylConnection  *connection,
                              const char     *list_uri,
                              GError        **error)
{
  g_autoptr (SylListOverview) overview = g_new0 (SylListOverview, 1);

  overview->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) _syl_list_facts_free);
  overview->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) _syl_section_facts_free);

  if (!read_lists (connection, overview, list_uri, error) ||
      !read_sections (connection, overview, error) || !read_counts (connection, overview, error) ||
      !count_highlights (connection, overview, error))
    return NULL;
  return g_steal_pointer (&overview);
}

/**
 * syl_list_table_has_digest:
 * @connection: a connection
 * @digest: SHA-256 of a list file, in hexadecimal digits
 * @has: (out): whether this very file was taken in before
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be found out
 */
gboolean
syl_list_table_has_digest (SylConnection  *connection,
                           const char     *digest,
                           gboolean       *has,
                           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT 1 FROM list WHERE digest = ?1", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, digest);
  step = syl_statement_step (statement, error);
  *has = step == SYL_STEP_ROW;
  return step != SYL_STEP_ERROR;
}
