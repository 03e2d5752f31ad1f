/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-plan-table.h"

/*
 * A week that is over is written down before anything changes that it could be judged by: when the
 * library is opened, and in the transaction of an edit of states, plan or list.
 */

static void
set_monday (GDate       *monday,
            const GDate *day,
            int          n_weeks)
{
  SylWeek week;

  syl_week_init_from_date (&week, day);
  syl_week_get_monday (&week, monday);
  g_date_set_julian (monday, (guint32) ((int) g_date_get_julian (monday) + 7 * n_weeks));
}

/* A clock that went ahead has closed weeks that are yet to come. */
static gboolean
open_weeks_to_come (SylConnection  *connection,
                    gint64          list_id,
                    const GDate    *today,
                    GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "DELETE FROM plan_week WHERE list_id = ?1 AND monday >= ?2", error);
  GDate monday;
  char text[16];

  if (statement == NULL)
    return FALSE;
  set_monday (&monday, today, 0);
  syl_plan_day_to_string (&monday, text);
  syl_statement_bind_int64 (statement, 1, list_id);
  syl_statement_bind_text (statement, 2, text);
  return syl_statement_run (statement, error);
}

static gboolean
write_week (SylStatement        *statement,
            const SylPlanFacts  *facts,
            const SylPlanWeek   *week,
            GError             **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  char monday[16];

  syl_statement_rewind (statement);
  syl_plan_day_to_string (&week->monday, monday);
  syl_statement_bind_text (statement, 1, uuid);
  syl_statement_bind_text (statement, 3, monday);
  syl_statement_bind_int64 (statement, 4, week->state);
  if (week->entry >= 0)
    syl_statement_bind_int64 (statement, 5, g_array_index (facts->ids, gint64, week->entry));
  else
    syl_statement_bind_text (statement, 5, NULL);
  return syl_statement_run (statement, error);
}

/* Nothing that is there is written again. Weeks after the end of the year are free ones: picks that
 * come to the list later were not missed in them. */
static gboolean
write_weeks (SylConnection       *connection,
             gint64               list_id,
             const SylPlanFacts  *facts,
             const SylPlan       *plan,
             int                  n_over,
             GError             **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO plan_week (uuid, list_id, monday, state, pick_id) SELECT ?1, ?2, ?3, ?4, ?5 "
      "WHERE NOT EXISTS (SELECT 1 FROM plan_week WHERE list_id = ?2 AND monday = ?3)",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 2, list_id);
  for (int i = 0; i < n_over; i++)
    {
      SylPlanWeek after = { .state = SYL_PLAN_WEEK_FREE, .pick = -1, .entry = -1 };
      const SylPlanWeek *week = i < (int) plan->n_over ? &g_array_index (plan->weeks, SylPlanWeek, i) : &after;

      set_monday (&after.monday, &plan->start, i);
      if (!write_week (statement, facts, week, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether the last week that is over is written down, and none after it. A clock that is before the
 * start of the year is wrong, and nothing is done then. */
static gboolean
is_closed (SylConnection  *connection,
           gint64          list_id,
           const GDate    *today,
           gboolean       *closed,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT coalesce((SELECT max(monday) FROM plan_week WHERE list_id = ?1) = ?2, 0) "
      "OR NOT EXISTS (SELECT 1 FROM plan WHERE list_id = ?1 AND start < ?3)",
      error);
  GDate monday;
  char last[16], present[16];

  if (statement == NULL)
    return FALSE;
  set_monday (&monday, today, -1);
  syl_plan_day_to_string (&monday, last);
  g_date_add_days (&monday, 7);
  syl_plan_day_to_string (&monday, present);
  syl_statement_bind_int64 (statement, 1, list_id);
  syl_statement_bind_text (statement, 2, last);
  syl_statement_bind_text (statement, 3, present);
  if (syl_statement_step (statement, error) != SYL_STEP_ROW)
    return FALSE;
  *closed = syl_statement_column_int64 (statement, 0) != 0;
  return TRUE;
}

/**
 * syl_plan_table_close:
 * @connection: a connection in a transaction
 * @list_id: the row of a list
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Writes down how weeks ended that are over, if that was not done yet.
 *
 * Returns: %TRUE if they are stored
 */
gboolean
syl_plan_table_close (SylConnection  *connection,
                      gint64          list_id,
                      const GDate    *today,
                      GError        **error)
{
  g_autoptr (SylPlanFacts) facts = NULL;
  g_autoptr (SylPlan) plan = NULL;
  gboolean closed;

  if (!is_closed (connection, list_id, today, &closed, error))
    return FALSE;
  if (closed)
    return TRUE;
  facts = syl_plan_table_read (connection, list_id, today, error);
  if (facts == NULL || !open_weeks_to_come (connection, list_id, today, error))
    return FALSE;
  plan = syl_plan_make (&facts->input, today);
  return write_weeks (connection, list_id, facts, plan, syl_week_count_between (&plan->start, today), error);
}

static GArray *
read_lists (SylConnection  *connection,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, "SELECT list_id FROM plan", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
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

/**
 * syl_plan_table_close_all:
 * @connection: a connection in a transaction
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Does what syl_plan_table_close() does for all lists.
 *
 * Returns: %TRUE if they are stored
 */
gboolean
syl_plan_table_close_all (SylConnection  *connection,
                          const GDate    *today,
                          GError        **error)
{
  g_autoptr (GArray) ids = read_lists (connection, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      if (!syl_plan_table_close (connection, g_array_index (ids, gint64, i), today, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * syl_plan_table_is_closed:
 * @connection: a connection
 * @today: the present day
 * @closed: (out): whether syl_plan_table_close_all() would find nothing to do
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be looked up
 */
gboolean
syl_plan_table_is_closed (SylConnection  *connection,
                          const GDate    *today,
                          gboolean       *closed,
                          GError        **error)
{
  g_autoptr (GArray) ids = read_lists (connection, error);

  *closed = TRUE;
  for (guint i = 0; ids != NULL && *closed && i < ids->len; i++)
    {
      if (!is_closed (connection, g_array_index (ids, gint64, i), today, closed, error))
        return FALSE;
    }
  return ids != NULL;
}

/**
 * syl_plan_table_begin_new:
 * @connection: a connection in a transaction
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Begins the year of lists that came to the library, on the Monday of the present week.
 *
 * Returns: %TRUE if all lists have begun
 */
gboolean
syl_plan_table_begin_new (SylConnection  *connection,
                          const GDate    *today,
                          GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO plan (list_id, start, modified) SELECT list_id, ?1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
      "FROM list WHERE list_id NOT IN (SELECT list_id FROM plan)",
      error);
  GDate monday;
  char text[16];

  if (statement == NULL)
    return FALSE;
  set_monday (&monday, today, 0);
  syl_plan_day_to_string (&monday, text);
  syl_statement_bind_text (statement, 1, text);
  return syl_statement_run (statement, error);
}
