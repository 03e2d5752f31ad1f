/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-pick-weeks.h"

#include "plan/syl-week.h"
#include "tables/syl-week-table.h"

static GArray *
read_list_ids (SylConnection  *connection,
               GError        **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT list_id FROM list", error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      gint64 id = syl_statement_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  return step == SYL_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
number_list (SylConnection  *connection,
             gint64          list_id,
             const GDate    *start,
             const GDate    *today,
             GHashTable     *weeks,
             GError        **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (SylPlanFact));
  g_autofree unsigned int *numbers = NULL;

  if (!syl_week_table_read_plan (connection, list_id, ids, facts, error))
    return FALSE;

  numbers = g_new (unsigned int, ids->len);
  syl_plan_number_picks (start, (gpointer) facts->data, ids->len, today, numbers);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (weeks, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (numbers[i]));
  return TRUE;
}

/**
 * syl_pick_weeks_read:
 * @connection: a connection
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Numbers the picks of all lists by syl_plan_number_picks().
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): weeks by rows of picks
 */
GHashTable *
syl_pick_weeks_read (SylConnection  *connection,
                     const GDate    *today,
                     GError        **error)
{
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) lists = read_list_ids (connection, error);
  GDate start;

  if (lists == NULL || !syl_week_table_read_start (connection, today, &start, error))
    return NULL;
  for (guint i = 0; i < lists->len; i++)
    {
      if (!number_list (connection, g_array_index (lists, gint64, i), &start, today, weeks, error))
        return NULL;
    }
  return g_steal_pointer (&weeks);
}
