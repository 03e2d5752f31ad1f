/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-call-private.h"

#include "plan/syl-plan-figures.h"
#include "tables/syl-pick-table.h"

/* Picks that all have to come after others are rare, and each one that is tried costs a plan. */
#define MAX_TRIES 24

/* Rows of the picks to come, in the order of the plan, but without @but. */
static GArray *
list_ahead (const SylPlanFacts *facts,
            const GDate        *today,
            gint64              but)
{
  g_autoptr (SylPlan) plan = syl_plan_make (&facts->input, today);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);

      if (week->state == SYL_PLAN_WEEK_PLANNED && g_array_index (facts->ids, gint64, week->pick) != but)
        g_array_append_val (ids, g_array_index (facts->ids, gint64, week->pick));
    }
  return ids;
}

/* The same facts with @ids as the reader's order; @own has the room for that. */
static SylPlanFacts
try_order (const SylPlanFacts *facts,
           GArray             *ids,
           int                *own)
{
  SylPlanFacts tried = *facts;

  for (guint i = 0; i < ids->len; i++)
    own[i] = syl_plan_facts_find (facts, g_array_index (ids, gint64, i));
  tried.input.own = own;
  tried.input.n_own = ids->len;
  return tried;
}

/* Rows of the picks to come with the one at @place first. */
static GArray *
put_first (GArray *ahead,
           guint   place)
{
  GArray *ids = g_array_copy (ahead);
  gint64 id = g_array_index (ids, gint64, place);

  g_array_remove_index (ids, place);
  g_array_prepend_val (ids, id);
  return ids;
}

/* Whether the present week has the first of @ids, if that is the reader's order. */
static gboolean
is_first (const SylPlanFacts *facts,
          GArray             *ids,
          const GDate        *today)
{
  g_autofree int *own = g_new (int, ids->len);
  SylPlanFacts tried = try_order (facts, ids, own);

  return syl_plan_facts_find_due (&tried, today) == g_array_index (ids, gint64, 0);
}

static unsigned int
get_minutes (const SylPlanFacts *facts,
             gint64              pick_id)
{
  return facts->input.picks[syl_plan_facts_find (facts, pick_id)].minutes;
}

/* The first that is shorter than the present one, or not; how long a pick takes may be unknown. */
static GArray *
find_order (const SylPlanFacts *facts,
            GArray             *ahead,
            const GDate        *today,
            gboolean            shorter)
{
  unsigned int present = get_minutes (facts, g_array_index (ahead, gint64, 0));
  unsigned int n_tries = 0;

  for (guint i = 1; i < ahead->len && n_tries < MAX_TRIES; i++)
    {
      unsigned int minutes = get_minutes (facts, g_array_index (ahead, gint64, i));
      g_autoptr (GArray) ids = NULL;

      if ((minutes > 0 && minutes < present) != shorter)
        continue;
      ids = put_first (ahead, i);
      if (is_first (facts, ids, today))
        return g_steal_pointer (&ids);
      n_tries++;
    }
  return NULL;
}

gboolean
_syl_plan_take_another (SylConnection  *connection,
                        gint64          list_id,
                        SylPlanFacts   *facts,
                        const GDate    *today,
                        gint64         *pick_id,
                        GError        **error)
{
  gint64 present = syl_plan_facts_find_due (facts, today);
  g_autoptr (GArray) ahead = list_ahead (facts, today, 0);
  g_autoptr (GArray) ids = NULL;

  *pick_id = 0;
  if (present == 0)
    return TRUE;
  ids = find_order (facts, ahead, today, TRUE);
  if (ids == NULL)
    ids = find_order (facts, ahead, today, FALSE);
  if (ids == NULL)
    return TRUE;
  *pick_id = g_array_index (ids, gint64, 0);
  return syl_plan_table_prepare (connection, list_id, today, error) &&
         syl_plan_table_order (connection, list_id, (gpointer) ids->data, ids->len, error);
}

static gboolean
find_id (GArray *ids,
         gint64  id,
         guint  *place)
{
  for (*place = 0; *place < ids->len; (*place)++)
    {
      if (g_array_index (ids, gint64, *place) == id)
        return TRUE;
    }
  return id == 0;
}

static gboolean
is_ahead (const SylPlanFacts *facts,
          gint64              pick_id)
{
  int pick = syl_plan_facts_find (facts, pick_id);
  SylPickState state = pick >= 0 ? facts->input.picks[pick].state : SYL_PICK_STATE_READ;

  return state != SYL_PICK_STATE_READ && state != SYL_PICK_STATE_SKIPPED && !facts->input.picks[pick].retired;
}

/* Titles are what a reader is told. */
static void
refuse (SylConnection       *connection,
        SylPlanEdit         *edit,
        const SylPlanFacts  *facts,
        int                  first,
        int                  second,
        GError             **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  edit->first_id = g_array_index (facts->ids, gint64, first);
  edit->second_id = g_array_index (facts->ids, gint64, second);
  g_array_append_val (ids, edit->first_id);
  g_array_append_val (ids, edit->second_id);
  g_clear_pointer (&edit->obstacle, g_ptr_array_unref);
  edit->obstacle = syl_pick_table_read_facts (connection, ids, error);
  if (edit->obstacle != NULL)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT, "A pick would come before one it builds on");
}

static gboolean
is_free_to_go (SylConnection       *connection,
               SylPlanEdit         *edit,
               const SylPlanFacts  *facts,
               GError             **error)
{
  g_autoptr (SylPlan) plan = syl_plan_make (&facts->input, &edit->today);
  int before = edit->before_id != 0 ? syl_plan_facts_find (facts, edit->before_id) : -1;
  int first, second;

  if (!syl_plan_find_obstacle (plan, &facts->input, syl_plan_facts_find (facts, edit->pick_id), before, &first, &second))
    return TRUE;
  refuse (connection, edit, facts, first, second, error);
  return FALSE;
}

/* Whether the plan is another one with @ids as the reader's order. */
static gboolean
is_another (const SylPlanFacts *facts,
            GArray             *ids,
            const GDate        *today)
{
  g_autofree int *own = g_new (int, ids->len);
  SylPlanFacts tried = try_order (facts, ids, own);
  g_autoptr (GArray) now = list_ahead (facts, today, 0);
  g_autoptr (GArray) then = list_ahead (&tried, today, 0);

  return now->len != then->len || memcmp (now->data, then->data, now->len * sizeof (gint64)) != 0;
}

static gboolean
put (SylConnection       *connection,
     SylPlanEdit         *edit,
     const SylPlanFacts  *facts,
     GError             **error)
{
  g_autoptr (GArray) ids = list_ahead (facts, &edit->today, edit->pick_id);
  guint place;

  if (!is_ahead (facts, edit->pick_id) || !find_id (ids, edit->before_id, &place))
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "The pick has no week to come");
      return FALSE;
    }
  if (!is_free_to_go (connection, edit, facts, error))
    return FALSE;
  g_array_insert_val (ids, place, edit->pick_id);
  return !is_another (facts, ids, &edit->today) ||
         (_syl_plan_edit_prepare (edit, connection, error) &&
          syl_plan_table_order (connection, edit->list_id, (gpointer) ids->data, ids->len, error));
}

gboolean
_syl_plan_move (SylConnection  *connection,
                SylPlanEdit    *edit,
                GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);

  return facts != NULL && put (connection, edit, facts, error);
}

gboolean
_syl_plan_step (SylConnection  *connection,
                SylPlanEdit    *edit,
                GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);
  g_autoptr (SylPlan) plan = NULL;
  int before = -1;

  if (facts == NULL)
    return FALSE;
  plan = syl_plan_make (&facts->input, &edit->today);
  if (!is_ahead (facts, edit->pick_id) ||
      !syl_plan_find_step (plan, syl_plan_facts_find (facts, edit->pick_id), edit->later, &before))
    return TRUE;
  edit->before_id = before >= 0 ? g_array_index (facts->ids, gint64, before) : 0;
  return put (connection, edit, facts, error);
}
