/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-figures.h"

/* Of so many weeks in a row that count, one may be missed. */
#define FORGIVING_WEEKS 4

/**
 * syl_plan_count_streak:
 * @self: a plan
 *
 * A week that is not over yet counts once its pick is read.
 *
 * Returns: its streaks
 */
SylPlanStreak
syl_plan_count_streak (const SylPlan *self)
{
  SylPlanStreak streak = { 0, 0 };
  unsigned int n_since_missed = FORGIVING_WEEKS;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      SylPlanWeekState state = g_array_index (self->weeks, SylPlanWeek, i).state;

      if (state == SYL_PLAN_WEEK_READ)
        {
          streak.present++;
          n_since_missed++;
        }
      else if (state == SYL_PLAN_WEEK_MISSED)
        {
          if (n_since_missed < FORGIVING_WEEKS - 1)
            streak.present = 0;
          n_since_missed = 0;
        }
      streak.longest = MAX (streak.longest, streak.present);
    }
  return streak;
}

static gboolean
is_open (const SylPlanInput *input,
         int                 pick)
{
  SylPickState state = input->picks[pick].state;

  return !input->picks[pick].retired && (state == SYL_PICK_STATE_UNREAD || state == SYL_PICK_STATE_READING);
}

static gboolean
waits_for_nothing (const SylPlanInput *input,
                   int                 pick)
{
  for (gsize i = 0; i < input->picks[pick].n_after; i++)
    {
      int after = input->picks[pick].after[i];

      if (after >= 0 && (gsize) after < input->n_picks && after != pick && is_open (input, after))
        return FALSE;
    }
  return TRUE;
}

/**
 * syl_plan_find_shorter:
 * @self: a plan
 * @input: what it was made of
 * @pick: index of the pick that is too long for its week
 *
 * Finds what could be read instead of it: unread, shorter, of a known length, and waiting for
 * nothing.
 *
 * Returns: (transfer full) (element-type int): indices of such picks, those planned soonest first
 */
GArray *
syl_plan_find_shorter (const SylPlan      *self,
                       const SylPlanInput *input,
                       int                 pick)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, i);
      const SylPlanPick *other = week->pick >= 0 ? &input->picks[week->pick] : NULL;

      if (other != NULL && week->state == SYL_PLAN_WEEK_PLANNED && other->state == SYL_PICK_STATE_UNREAD &&
          other->minutes > 0 && other->minutes < input->picks[pick].minutes &&
          waits_for_nothing (input, week->pick))
        g_array_append_val (found, week->pick);
    }
  return found;
}

/**
 * syl_plan_sum_focus:
 * @sessions: (array length=n_sessions): whiles of reading, in any order
 * @n_sessions: how many
 * @pick: index of a pick, -1 for all
 * @from: (nullable): the first day that counts
 * @until: (nullable): the first day that doesn't any more
 *
 * Returns: the seconds of focused reading
 */
guint64
syl_plan_sum_focus (const SylPlanSession *sessions,
                    gsize                 n_sessions,
                    int                   pick,
                    const GDate          *from,
                    const GDate          *until)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n_sessions; i++)
    {
      if ((pick < 0 || sessions[i].pick == pick) &&
          (from == NULL || g_date_compare (&sessions[i].day, from) >= 0) &&
          (until == NULL || g_date_compare (&sessions[i].day, until) < 0))
        sum += sessions[i].seconds;
    }
  return sum;
}
