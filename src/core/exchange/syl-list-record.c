/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-list-record.h"

/**
 * syl_list_record_free:
 * @self: (transfer full): a record
 */
void
syl_list_record_free (SylListRecord *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

static SylListRecord *
make_record (SylStatement *statement)
{
  SylListRecord *self = g_new0 (SylListRecord, 1);

  self->id = syl_statement_dup_text (statement, 0);
  self->title = syl_statement_dup_text (statement, 1);
  self->description = syl_statement_dup_text (statement, 2);
  self->n_picks = (unsigned int) syl_statement_column_int64 (statement, 3);
  self->n_reading = (unsigned int) syl_statement_column_int64 (statement, 4);
  self->n_read = (unsigned int) syl_statement_column_int64 (statement, 5);
  self->n_skipped = (unsigned int) syl_statement_column_int64 (statement, 6);
  return self;
}

/**
 * syl_list_records_read:
 * @connection: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylListRecord): all lists, in order
 */
GPtrArray *
syl_list_records_read (SylConnection  *connection,
                       GError        **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (
      (GDestroyNotify) syl_list_record_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT list.uri, list.title, list.description, count(pick.pick_id), "
      "count(*) FILTER (WHERE progress.state = 1), count(*) FILTER (WHERE progress.state = 2), "
      "count(*) FILTER (WHERE progress.state = 3) "
      "FROM list LEFT JOIN pick ON pick.list_id = list.list_id AND NOT pick.extra "
      "AND NOT pick.retired LEFT JOIN progress USING (pick_id) "
      "GROUP BY list.list_id ORDER BY list.position, list.list_id",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (records, make_record (statement));
  return step == SYL_STEP_DONE ? g_steal_pointer (&records) : NULL;
}
