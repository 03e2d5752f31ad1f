/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-week-table.h"

#include "tables/syl-pick-table.h"
#include "plan/syl-week.h"

/**
 * syl_week_pick_free:
 * @self: (transfer full): what a week has
 */
void
syl_week_pick_free (SylWeekPick *self)
{
  g_ptr_array_unref (self->facts);
  g_free (self);
}

static void
set_day (GDate     *day,
         GDateTime *time)
{
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (time),
                  (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
}

/* Times are stored in UTC; days are the reader's. */
static void
set_local_day (GDate      *day,
               const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  g_date_clear (day, 1);
  if (local != NULL)
    set_day (day, local);
}

/**
 * syl_week_table_read_start:
 * @connection: a connection
 * @today: the present day
 * @start: (out caller-allocates): the day the reader began; a reader who has not begins today
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be looked up
 */
gboolean
syl_week_table_read_start (SylConnection  *connection,
                           const GDate    *today,
                           GDate          *start,
                           GError        **error)
{
  g_autofree char *text = syl_connection_query_text (
      connection, "SELECT value FROM setting WHERE key = 'start'", error);
  g_autofree char *moment = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    return FALSE;
  moment = g_strconcat (text, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (moment, NULL);
  *start = *today;
  if (time != NULL)
    set_day (start, time);
  return TRUE;
}

/**
 * syl_week_table_set_start:
 * @connection: a connection in a transaction
 * @start: the day the reader begins
 * @error: return location for a %SYL_STORE_ERROR
 *
 * A reader who began before keeps the day.
 *
 * Returns: %TRUE if a day is stored
 */
gboolean
syl_week_table_set_start (SylConnection  *connection,
                          const GDate    *start,
                          GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "INSERT OR IGNORE INTO setting (key, value) VALUES ('start', ?1)", error);
  char text[16];

  if (statement == NULL)
    return FALSE;
  g_date_strftime (text, sizeof text, "%Y-%m-%d", start);
  syl_statement_bind_text (statement, 1, text);
  return syl_statement_run (statement, error);
}

/**
 * syl_week_table_read_plan:
 * @connection: a connection
 * @list_id: the row of a list
 * @ids: (element-type gint64): gets the rows of its picks, in order and without extras
 * @facts: (element-type SylPlanFact): gets what the plan has to know of each
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if both are whole
 */
gboolean
syl_week_table_read_plan (SylConnection  *connection,
                          gint64          list_id,
                          GArray         *ids,
                          GArray         *facts,
                          GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick_id, coalesce(state, 0), finished FROM pick LEFT JOIN progress USING (pick_id) "
      "WHERE list_id = ?1 AND extra = 0 AND retired = 0 ORDER BY number",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      gint64 id = syl_statement_column_int64 (statement, 0);
      SylPlanFact fact = { .state = (SylPickState) syl_statement_column_int64 (statement, 1) };

      set_local_day (&fact.finished, syl_statement_column_text (statement, 2));
      g_array_append_val (ids, id);
      g_array_append_val (facts, fact);
    }
  return step == SYL_STEP_DONE;
}

static GPtrArray *
read_facts_of (SylConnection  *connection,
               gint64          pick_id,
               GError        **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, pick_id);
  return syl_pick_table_read_facts (connection, ids, error);
}

/**
 * syl_week_table_read:
 * @connection: a connection
 * @list_id: the row of a list
 * @date: a day of the week that is asked for
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what that week has, by syl_plan_find_pick()
 */
SylWeekPick *
syl_week_table_read (SylConnection  *connection,
                     gint64          list_id,
                     const GDate    *date,
                     const GDate    *today,
                     GError        **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (SylPlanFact));
  g_autoptr (GPtrArray) found = NULL;
  SylWeekPick *result;
  GDate start;
  int index;

  if (!syl_week_table_read_start (connection, today, &start, error) ||
      !syl_week_table_read_plan (connection, list_id, ids, facts, error))
    return NULL;

  index = syl_plan_find_pick (&start, (gpointer) facts->data, facts->len, today, date);
  found = index >= 0 ? read_facts_of (connection, g_array_index (ids, gint64, index), error)
                     : g_ptr_array_new ();
  if (found == NULL)
    return NULL;

  result = g_new0 (SylWeekPick, 1);
  result->week = syl_plan_count_weeks (&start, date);
  result->facts = g_steal_pointer (&found);
  return result;
}
