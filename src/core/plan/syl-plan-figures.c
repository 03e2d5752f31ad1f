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
 * syl_plan_find_planned:
 * @self: a plan
 * @index: index of a week; before the first one and after the last one there is nothing
 * @direction: 1 to look there and after, -1 to look there and before
 *
 * Returns: index of the nearest pick that is planned; -1 if there is none
 */
int
syl_plan_find_planned (const SylPlan *self,
                       int            index,
                       int            direction)
{
  for (int i = index; i >= 0 && i < (int) self->weeks->len; i += direction)
    {
      const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, i);

      if (week->state == SYL_PLAN_WEEK_PLANNED && week->pick >= 0)
        return week->pick;
    }
  return -1;
}

/**
 * syl_plan_find_step:
 * @self: a plan
 * @pick: index of a pick
 * @later: in which direction
 * @before: (out): index of the pick that it is to come right before then, -1 for the end
 *
 * Finds where a pick goes that changes places with the next one that is planned. Weeks without one are
 * passed over.
 *
 * Returns: whether there is such a pick
 */
gboolean
syl_plan_find_step (const SylPlan *self,
                    int            pick,
                    gboolean       later,
                    int           *before)
{
  int index = (int) syl_plan_number_pick (self, pick) - 1;
  int direction = later ? 1 : -1;
  int other = index >= 0 ? syl_plan_find_planned (self, index + direction, direction) : -1;

  if (other < 0)
    return FALSE;
  *before = later ? syl_plan_find_planned (self, (int) syl_plan_number_pick (self, other), 1) : other;
  return TRUE;
}

static gboolean
has_to_follow (const SylPlanInput *input,
               int                 pick,
               int                 other)
{
  for (gsize i = 0; i < input->picks[pick].n_after; i++)
    {
      if (input->picks[pick].after[i] == other)
        return TRUE;
    }
  return FALSE;
}

/**
 * syl_plan_find_obstacle:
 * @self: a plan
 * @input: what it was made of
 * @pick: index of a pick that has a week to come
 * @before: index of the pick that it is to come right before, -1 for the end
 * @first: (out): index of a pick, of two that would change places
 * @second: (out): index of the one of them that has to come after @first
 *
 * Tells whether a pick can be moved as wished, or would only go as far as what comes after what lets
 * it.
 *
 * Returns: whether there is something in the way
 */
gboolean
syl_plan_find_obstacle (const SylPlan      *self,
                        const SylPlanInput *input,
                        int                 pick,
                        int                 before,
                        int                *first,
                        int                *second)
{
  guint from = syl_plan_number_pick (self, pick);
  guint to = before >= 0 ? syl_plan_number_pick (self, before) : self->weeks->len + 1;
  gboolean earlier = to < from;

  /* Numbers count from 1: what is passed lies between the two, and with the one that is moved before. */
  for (guint i = earlier ? to : from + 1; i < (earlier ? from : to); i++)
    {
      const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, i - 1);

      if (week->state != SYL_PLAN_WEEK_PLANNED || week->pick < 0)
        continue;
      *first = earlier ? week->pick : pick;
      *second = earlier ? pick : week->pick;
      if (has_to_follow (input, *second, *first))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_long (const SylPlan      *self,
         const SylPlanInput *input,
         guint               index)
{
  const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, index);
  guint64 room = input->minutes;

  if (week->state != SYL_PLAN_WEEK_PLANNED || week->pick < 0 || input->minutes == 0)
    return FALSE;
  while (++index < self->weeks->len && g_array_index (self->weeks, SylPlanWeek, index).state == SYL_PLAN_WEEK_FREE)
    room += input->minutes;
  return input->picks[week->pick].minutes > room;
}

/**
 * syl_plan_outline:
 * @self: a plan
 * @input: what it was made of
 *
 * Returns: what it comes to
 */
SylPlanOutline
syl_plan_outline (const SylPlan      *self,
                  const SylPlanInput *input)
{
  SylPlanOutline outline = { .n_weeks = self->weeks->len };

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, i);

      outline.n_picks += week->pick >= 0;
      outline.n_free += week->state == SYL_PLAN_WEEK_FREE;
      outline.n_long += is_long (self, input, i);
      outline.end = week->monday;
    }
  if (self->weeks->len > 0)
    g_date_add_days (&outline.end, 6);
  return outline;
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
