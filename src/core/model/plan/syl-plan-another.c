/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-call-private.h"

/* Picks that all have to come after others are rare, and each one that is tried costs a plan. */
#define MAX_TRIES 24

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
  SylPlanFacts tried = *facts;
  g_autofree int *own = g_new (int, ids->len);

  for (guint i = 0; i < ids->len; i++)
    own[i] = syl_plan_facts_find (facts, g_array_index (ids, gint64, i));
  tried.input.own = own;
  tried.input.n_own = ids->len;
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
  g_autoptr (GArray) ahead = _syl_plan_list_ahead (facts, today, 0);
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
