/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-plan-edit-table.h"

#include "tables/plan/syl-plan-table.h"

static gboolean
run (SylConnection  *connection,
     const char     *sql,
     gint64          list_id,
     const char     *one,
     const char     *two,
     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  if (one != NULL)
    syl_statement_bind_text (statement, 2, one);
  if (two != NULL)
    syl_statement_bind_text (statement, 3, two);
  return syl_statement_run (statement, error);
}

/* The history is the first of what is forgotten, or kept. */
static gboolean
forget (SylConnection  *connection,
        gint64          list_id,
        gboolean        with_history,
        GError        **error)
{
  static const char *const sql[] = {
    "DELETE FROM plan_week WHERE list_id = ?1",
    "DELETE FROM plan_shift WHERE list_id = ?1",
    "DELETE FROM plan_pause WHERE list_id = ?1",
    "DELETE FROM plan_order WHERE pick_id IN (SELECT pick_id FROM pick WHERE list_id = ?1)",
  };

  for (gsize i = with_history ? 0 : 1; i < G_N_ELEMENTS (sql); i++)
    {
      if (!run (connection, sql[i], list_id, NULL, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* All of a plan as one JSON text, which syl_plan_table_undo() goes back to. */
#define SNAPSHOT                                                                                            \
  "json_object('start', start, 'minutes', minutes, 'ordering', ordering, 'chosen', chosen, "                \
  "'weeks', json((SELECT json_group_array(json_array(uuid, monday, state, pick_id)) FROM plan_week AS w "   \
  "               WHERE w.list_id = plan.list_id)), "                                                       \
  "'shifts', json((SELECT json_group_array(json_array(uuid, monday)) FROM plan_shift AS s "                 \
  "                WHERE s.list_id = plan.list_id)), "                                                      \
  "'pauses', json((SELECT json_group_array(json_array(uuid, first, until)) FROM plan_pause AS p "           \
  "                WHERE p.list_id = plan.list_id)), "                                                      \
  "'order', json((SELECT json_group_array(json_array(pick_id, rank)) FROM plan_order "                      \
  "               JOIN pick USING (pick_id) WHERE pick.list_id = plan.list_id)))"

/**
 * syl_plan_table_prepare:
 * @connection: a connection in a transaction
 * @list_id: the row of a list
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if there is no such list
 *
 * To be called before any edit of a plan: writes down what is over, and what undo goes back to.
 *
 * Returns: %TRUE if the plan can be edited
 */
gboolean
syl_plan_table_prepare (SylConnection  *connection,
                        gint64          list_id,
                        const GDate    *today,
                        GError        **error)
{
  if (!syl_plan_table_begin_new (connection, today, error) ||
      !syl_plan_table_close (connection, list_id, today, error) ||
      !run (connection,
            "UPDATE plan SET previous = " SNAPSHOT ", modified = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
            "WHERE list_id = ?1",
            list_id, NULL, NULL, error))
    return FALSE;
  if (syl_connection_get_n_changed (connection) == 0)
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such list");
      return FALSE;
    }
  syl_connection_note_change (connection, SYL_CHANGE_PLAN, 0);
  return TRUE;
}

static gboolean
set_choice (SylConnection  *connection,
            gint64          list_id,
            const char     *start,
            unsigned int    minutes,
            SylPlanOrder    order,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE plan SET start = coalesce(?2, start), minutes = ?3, ordering = ?4, chosen = 1 WHERE list_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  syl_statement_bind_text (statement, 2, start);
  syl_statement_bind_int64 (statement, 3, minutes);
  syl_statement_bind_int64 (statement, 4, order);
  return syl_statement_run (statement, error);
}

/**
 * syl_plan_table_begin:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @choice: what the reader chose
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Makes the plan anew: history and wishes of the year before are gone, and what was read is read.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_begin (SylConnection        *connection,
                      gint64                list_id,
                      const SylPlanChoice  *choice,
                      GError              **error)
{
  char start[16];

  syl_plan_day_to_string (&choice->start, start);
  return forget (connection, list_id, TRUE, error) &&
         set_choice (connection, list_id, start, choice->minutes, choice->order, error);
}

/**
 * syl_plan_table_choose:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @minutes: what the reader has a week, 0 for as much as it takes
 * @order: in which order picks come
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Changes how the rest of the year goes; history and wishes stay.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_choose (SylConnection  *connection,
                       gint64          list_id,
                       unsigned int    minutes,
                       SylPlanOrder    order,
                       GError        **error)
{
  return set_choice (connection, list_id, NULL, minutes, order, error);
}

/**
 * syl_plan_table_order:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @pick_ids: (array length=n_picks): rows of picks of that list, in the reader's order
 * @n_picks: how many
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored, instead of any order before
 */
gboolean
syl_plan_table_order (SylConnection  *connection,
                      gint64          list_id,
                      const gint64   *pick_ids,
                      gsize           n_picks,
                      GError        **error)
{
  g_autoptr (SylStatement) statement = NULL;

  if (!run (connection, "DELETE FROM plan_order WHERE pick_id IN (SELECT pick_id FROM pick WHERE list_id = ?1)",
            list_id, NULL, NULL, error))
    return FALSE;
  statement = syl_connection_prepare (connection, "INSERT INTO plan_order (pick_id, rank) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  for (gsize i = 0; i < n_picks; i++)
    {
      syl_statement_rewind (statement);
      syl_statement_bind_int64 (statement, 1, pick_ids[i]);
      syl_statement_bind_int64 (statement, 2, (gint64) i);
      if (!syl_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * syl_plan_table_shift:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @day: a day of the week
 * @shifted: whether the week is kept free, with everything moved on by a week
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_shift (SylConnection  *connection,
                      gint64          list_id,
                      const GDate    *day,
                      gboolean        shifted,
                      GError        **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  SylWeek week;
  GDate monday;
  char text[16];

  syl_week_init_from_date (&week, day);
  syl_week_get_monday (&week, &monday);
  syl_plan_day_to_string (&monday, text);
  if (!shifted)
    return run (connection, "DELETE FROM plan_shift WHERE list_id = ?1 AND monday = ?2", list_id, text, NULL, error);
  return run (connection,
              "INSERT INTO plan_shift (list_id, monday, uuid) VALUES (?1, ?2, ?3) "
              "ON CONFLICT (list_id, monday) DO NOTHING",
              list_id, text, uuid, error);
}

/**
 * syl_plan_table_pause:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @pause: a pause
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_pause (SylConnection       *connection,
                      gint64               list_id,
                      const SylPlanPause  *pause,
                      GError             **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "INSERT INTO plan_pause (list_id, uuid, first, until) VALUES (?1, ?2, ?3, ?4)", error);
  char first[16], until[16];

  if (statement == NULL)
    return FALSE;
  syl_plan_day_to_string (&pause->from, first);
  syl_plan_day_to_string (&pause->until, until);
  syl_statement_bind_int64 (statement, 1, list_id);
  syl_statement_bind_text (statement, 2, uuid);
  syl_statement_bind_text (statement, 3, first);
  syl_statement_bind_text (statement, 4, until);
  return syl_statement_run (statement, error);
}

/**
 * syl_plan_table_resume:
 * @connection: a connection in a transaction, prepared
 * @list_id: the row of a list
 * @today: the day on which reading goes on
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Ends the pauses that have begun, with the end of last week, so that this one is no longer paused;
 * those to come are given up.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_resume (SylConnection  *connection,
                       gint64          list_id,
                       const GDate    *today,
                       GError        **error)
{
  SylWeek week;
  GDate monday;
  char text[16];

  syl_week_init_from_date (&week, today);
  syl_week_get_monday (&week, &monday);
  syl_plan_day_to_string (&monday, text);
  return run (connection, "UPDATE plan_pause SET until = ?2 WHERE list_id = ?1 AND until > ?2", list_id, text, NULL,
              error) &&
         run (connection, "DELETE FROM plan_pause WHERE list_id = ?1 AND first >= until", list_id, NULL, NULL, error);
}

static gboolean
restore (SylConnection  *connection,
         gint64          list_id,
         const char     *snapshot,
         gboolean        with_history,
         GError        **error)
{
  static const char *const sql[] = {
    "INSERT INTO plan_week (list_id, uuid, monday, state, pick_id) "
    "SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2, '$.weeks')",
    "INSERT INTO plan_shift (list_id, uuid, monday) "
    "SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2, '$.shifts')",
    "INSERT INTO plan_pause (list_id, uuid, first, until) "
    "SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?2, '$.pauses')",
    "INSERT INTO plan_order (pick_id, rank) "
    "SELECT value ->> 0, value ->> 1 FROM json_each(?2, '$.order') WHERE ?1 = ?1",
    "UPDATE plan SET start = ?2 ->> 'start', minutes = ?2 ->> 'minutes', ordering = ?2 ->> 'ordering', "
    "chosen = ?2 ->> 'chosen', modified = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE list_id = ?1",
  };

  for (gsize i = with_history ? 0 : 1; i < G_N_ELEMENTS (sql); i++)
    {
      if (!run (connection, sql[i], list_id, snapshot, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * syl_plan_table_undo:
 * @connection: a connection in a transaction
 * @list_id: the row of a list
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if nothing was edited
 *
 * Goes back to the plan before the last edit of it; once more goes forward again. What is over stays as
 * it is, unless that edit made the plan anew.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_plan_table_undo (SylConnection  *connection,
                     gint64          list_id,
                     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT previous, previous ->> 'start' <> start OR previous ->> 'weeks' <> '[]' AND NOT EXISTS "
      "(SELECT 1 FROM plan_week WHERE list_id = ?1) FROM plan WHERE list_id = ?1 AND previous IS NOT NULL",
      error);
  g_autofree char *previous = NULL;
  gboolean anew;
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "There is nothing to undo");
  if (step != SYL_STEP_ROW)
    return FALSE;
  previous = syl_statement_dup_text (statement, 0);
  anew = syl_statement_column_int64 (statement, 1) != 0;
  if (!run (connection, "UPDATE plan SET previous = " SNAPSHOT " WHERE list_id = ?1", list_id, NULL, NULL, error) ||
      !forget (connection, list_id, anew, error) || !restore (connection, list_id, previous, anew, error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_PLAN, 0);
  return TRUE;
}
