/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

/* What became of a week, told from the days on which picks were begun, finished and skipped. */

static int
count_week (const SylPlanInput *input,
            const GDate        *day)
{
  return syl_week_count_between (&input->start, day);
}

/* Whether a day of the week is one of a pause. */
gboolean
_syl_plan_is_paused (const SylPlanInput *input,
                     int                 week)
{
  for (gsize i = 0; i < input->n_pauses; i++)
    {
      GDate last = input->pauses[i].until;

      if (g_date_compare (&input->pauses[i].from, &last) >= 0)
        continue;
      g_date_subtract_days (&last, 1);
      if (count_week (input, &input->pauses[i].from) <= week && week <= count_week (input, &last))
        return TRUE;
    }
  return FALSE;
}

gboolean
_syl_plan_is_shifted (const SylPlanInput *input,
                      int                 week)
{
  for (gsize i = 0; i < input->n_shifts; i++)
    {
      if (count_week (input, &input->shifts[i]) == week)
        return TRUE;
    }
  return FALSE;
}

static gboolean
ended_so (const SylPlanDesk *self,
          int                pick,
          SylPickState       state,
          int                week)
{
  return self->input->picks[pick].state == state && self->ended[pick] == week;
}

/* The one finished first, should there be several. */
static int
find_read (const SylPlanDesk *self,
           int                week)
{
  const SylPlanPick *picks = self->input->picks;
  int found = -1;

  for (int i = 0; i < (int) self->input->n_picks; i++)
    {
      if (ended_so (self, i, SYL_PICK_STATE_READ, week) &&
          (found < 0 || g_date_compare (&picks[i].ended, &picks[found].ended) < 0))
        found = i;
    }
  return found;
}

static void
open_as_of (SylPlanDesk *self,
            int          week)
{
  for (gsize i = 0; i < self->input->n_picks; i++)
    {
      const SylPlanPick *pick = &self->input->picks[i];

      self->open[i] = !pick->retired && (pick->state == SYL_PICK_STATE_UNREAD ||
                                         pick->state == SYL_PICK_STATE_READING || self->ended[i] >= week);
    }
}

/* The first pick that was not skipped in the week; one that was is @skipped then. */
static int
find_turn (SylPlanDesk *self,
           int          week,
           int         *skipped)
{
  _syl_plan_sort (self, -1);
  for (gsize i = 0; i < self->n_sequence; i++)
    {
      int pick = self->sequence[i];

      if (!ended_so (self, pick, SYL_PICK_STATE_SKIPPED, week))
        return pick;
      if (*skipped < 0)
        *skipped = pick;
    }
  return -1;
}

/* A reader who is at a long pick that has free weeks behind it has more time for it. */
static gboolean
takes_room (SylPlanDesk       *self,
            const SylPlanRoom *room,
            int                pick,
            int                week)
{
  if (self->started[pick] == SYL_PLAN_NEVER || self->started[pick] > week || room->n_free == 0)
    return FALSE;
  _syl_plan_allot (self, room);
  return self->rooms[pick] > 0;
}

static SylPlanEntry
make_entry (SylPlanWeekState state,
            int              pick)
{
  return (SylPlanEntry){ .state = state, .pick = pick };
}

static SylPlanEntry
judge_turn (SylPlanDesk       *self,
            const SylPlanRoom *room,
            int                week,
            gboolean           over)
{
  int skipped = -1;
  int turn = find_turn (self, week, &skipped);
  int read = turn >= 0 && ended_so (self, turn, SYL_PICK_STATE_READ, week) ? turn : -1;

  if (read < 0 && turn >= 0 && !over)
    return make_entry (SYL_PLAN_WEEK_PLANNED, turn);
  if (read < 0)
    read = find_read (self, week);
  if (read >= 0)
    return make_entry (SYL_PLAN_WEEK_READ, read);
  if (skipped >= 0)
    return make_entry (SYL_PLAN_WEEK_SKIPPED, skipped);
  if (turn < 0 || takes_room (self, room, turn, week))
    return make_entry (SYL_PLAN_WEEK_FREE, turn);
  return make_entry (SYL_PLAN_WEEK_MISSED, turn);
}

/* Says how a week ended, or as long as it is not @over, what it has. The pick of the plan comes
 * before another that was read in the week, so that who reads ahead loses nothing. */
SylPlanEntry
_syl_plan_judge (SylPlanDesk       *self,
                 const SylPlanRoom *room,
                 int                week,
                 gboolean           over)
{
  gboolean paused = _syl_plan_is_paused (self->input, week);
  int read;

  open_as_of (self, week);
  if (!paused && !_syl_plan_is_shifted (self->input, week) && !_syl_plan_is_free_now (self, room))
    return judge_turn (self, room, week, over);

  read = find_read (self, week);
  if (read >= 0)
    return make_entry (SYL_PLAN_WEEK_READ, read);
  return make_entry (paused ? SYL_PLAN_WEEK_PAUSED : SYL_PLAN_WEEK_FREE, -1);
}
