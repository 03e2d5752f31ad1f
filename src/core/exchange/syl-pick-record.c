/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-pick-record.h"

#include "exchange/syl-pick-weeks.h"

static void
source_record_free (gpointer data)
{
  SylSourceRecord *self = data;

  g_free (self->slug);
  g_free (self->title);
  g_free (self->url);
  g_free (self->kind);
  g_free (self);
}

/**
 * syl_pick_record_free:
 * @self: (transfer full): a record
 */
void
syl_pick_record_free (SylPickRecord *self)
{
  g_free (self->slug);
  g_free (self->list);
  g_free (self->section);
  g_free (self->section_title);
  g_free (self->title);
  g_free (self->commentary);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

static SylPickRecord *
make_record (SylStatement *statement)
{
  SylPickRecord *self = g_new0 (SylPickRecord, 1);

  self->id = syl_statement_column_int64 (statement, 0);
  self->slug = syl_statement_dup_text (statement, 1);
  self->list = syl_statement_dup_text (statement, 2);
  self->section = syl_statement_dup_text (statement, 3);
  self->section_title = syl_statement_dup_text (statement, 4);
  self->number = (unsigned int) syl_statement_column_int64 (statement, 5);
  self->title = syl_statement_dup_text (statement, 6);
  self->commentary = syl_statement_dup_text (statement, 7);
  self->state = (SylPickState) syl_statement_column_int64 (statement, 8);
  self->minutes = (unsigned int) syl_statement_column_int64 (statement, 9);
  self->extra = syl_statement_column_int64 (statement, 10) != 0;
  self->retired = syl_statement_column_int64 (statement, 11) != 0;
  self->sources = g_ptr_array_new_with_free_func (source_record_free);
  return self;
}

static void
bind_query (SylStatement       *statement,
            const SylPickQuery *query)
{
  syl_statement_bind_text (statement, 1, query->list);
  syl_statement_bind_text (statement, 2, query->section);
  syl_statement_bind_text (statement, 3, query->slug);
  syl_statement_bind_int64 (statement, 4, query->id);
  syl_statement_bind_int64 (statement, 5, query->state);
}

static GPtrArray *
read_picks (SylConnection       *connection,
            const SylPickQuery  *query,
            GError             **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
      (GDestroyNotify) syl_pick_record_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick.pick_id, pick.slug, list.uri, section.slug, section.title, pick.number, "
      "pick.title, pick.commentary, coalesce(progress.state, 0), pick.minutes, pick.extra, "
      "pick.retired "
      "FROM pick JOIN section USING (section_id) JOIN list ON list.list_id = pick.list_id "
      "LEFT JOIN progress USING (pick_id) "
      "WHERE (?1 IS NULL OR list.uri = ?1) AND (?2 IS NULL OR section.slug = ?2) "
      "AND (?3 IS NULL OR pick.slug = ?3) AND (?4 = 0 OR pick.pick_id = ?4) "
      "AND (?5 < 0 OR coalesce(progress.state, 0) = ?5) "
      "AND (?3 IS NOT NULL OR ?4 <> 0 OR (pick.extra = 0 "
      "     AND (pick.retired = 0 OR coalesce(progress.state, 0) <> 0))) "
      "ORDER BY list.position, section.retired, section.position, pick.extra, pick.position",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  bind_query (statement, query);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (records, make_record (statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&records) : NULL;
}

static SylSourceRecord *
make_source (SylStatement *statement)
{
  SylSourceRecord *self = g_new0 (SylSourceRecord, 1);

  self->slug = syl_statement_dup_text (statement, 0);
  self->title = syl_statement_dup_text (statement, 1);
  self->url = syl_statement_dup_text (statement, 2);
  self->kind = syl_statement_dup_text (statement, 3);
  self->main = syl_statement_column_int64 (statement, 4) != 0;
  return self;
}

static gboolean
read_sources_of (SylStatement   *statement,
                 SylPickRecord  *record,
                 GError        **error)
{
  SylStep step;

  syl_statement_rewind (statement);
  syl_statement_bind_int64 (statement, 1, record->id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (record->sources, make_source (statement));
  return step == SYL_STEP_DONE;
}

static gboolean
read_sources (SylConnection  *connection,
              GPtrArray      *records,
              GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT slug, title, url, kind, main FROM source WHERE pick_id = ?1 AND retired = 0 "
      "ORDER BY main DESC, position",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      if (!read_sources_of (statement, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_weeks (SylConnection       *connection,
            const SylPickQuery  *query,
            GPtrArray           *records,
            GError             **error)
{
  g_autoptr (GHashTable) weeks = syl_pick_weeks_read (connection, &query->today, error);

  if (weeks == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      SylPickRecord *record = g_ptr_array_index (records, i);

      record->week = GPOINTER_TO_UINT (g_hash_table_lookup (weeks, &record->id));
    }
  return TRUE;
}

/**
 * syl_pick_records_read:
 * @connection: a connection
 * @query: which picks
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylPickRecord): them, in the order of their
 *   lists
 */
GPtrArray *
syl_pick_records_read (SylConnection       *connection,
                       const SylPickQuery  *query,
                       GError             **error)
{
  g_autoptr (GPtrArray) records = read_picks (connection, query, error);

  if (records == NULL || !read_sources (connection, records, error) ||
      !read_weeks (connection, query, records, error))
    return NULL;
  return g_steal_pointer (&records);
}
