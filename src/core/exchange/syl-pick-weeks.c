/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-pick-weeks.h"

#include "tables/plan/syl-plan-table.h"

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

/* What was read has the week in which it was, planned for it or not. */
static unsigned int
number_pick (const SylPlanInput *input,
             int                 pick)
{
  const SylPlanPick *facts = &input->picks[pick];

  if (facts->state != SYL_PICK_STATE_READ || !g_date_valid (&facts->ended))
    return 0;
  return syl_plan_count_weeks (&input->start, &facts->ended);
}

static void
number_list (const SylPlanFacts *facts,
             const SylPlan      *plan,
             GHashTable         *weeks)
{
  for (guint i = 0; i < facts->ids->len; i++)
    g_hash_table_insert (weeks, g_memdup2 (&g_array_index (facts->ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (number_pick (&facts->input, (int) i)));
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);

      if (week->state == SYL_PLAN_WEEK_PLANNED)
        g_hash_table_insert (weeks, g_memdup2 (&g_array_index (facts->ids, gint64, week->pick), sizeof (gint64)),
                             GUINT_TO_POINTER (i + 1));
    }
}

/**
 * syl_pick_weeks_read:
 * @connection: a connection
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Numbers the picks of all lists by the weeks of their plans.
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

  if (lists == NULL)
    return NULL;
  for (guint i = 0; i < lists->len; i++)
    {
      g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, g_array_index (lists, gint64, i), today, error);
      g_autoptr (SylPlan) plan = NULL;

      if (facts == NULL)
        return NULL;
      plan = syl_plan_make (&facts->input, today);
      number_list (facts, plan, weeks);
    }
  return g_steal_pointer (&weeks);
}
