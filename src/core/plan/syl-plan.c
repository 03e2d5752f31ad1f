/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

/*
 *   facts, settings, wishes → the wanted order ─┐
 *   weeks that are over: remembered, else judged ─┴→ free weeks left, picks open → weeks to come
 *
 * Nothing but what is passed in decides, so that the plan can be made anew whenever it is looked at.
 * As long as the reader does what it says, it says the same again.
 */

typedef struct
{
  SylPlanDesk desk;
  SylPlan *plan;
  SylPlanRoom room;
  unsigned int n_free_first; /* free weeks at the start */
  gsize n_picks_first;       /* picks at the start */
  int present;               /* this week, counted from 0; negative before the start */
} Making;

/* Picks that were done with before the start are not in the plan at all. */
static void
count_picks (Making *self)
{
  const SylPlanInput *input = self->desk.input;

  for (gsize i = 0; i < input->n_picks; i++)
    {
      const SylPlanPick *pick = &input->picks[i];
      gboolean is_open = pick->state == SYL_PICK_STATE_UNREAD || pick->state == SYL_PICK_STATE_READING;

      if (is_open ? !pick->retired : self->desk.ended[i] >= 0)
        self->n_picks_first++;
    }
  self->n_free_first = _syl_plan_count_free (self->n_picks_first);
  self->room = (SylPlanRoom){ .n_free = self->n_free_first, .pick = -1 };
}

static void
add_week (Making           *self,
          SylPlanWeekState  state,
          int               pick,
          int               entry)
{
  SylPlanWeek week = { .state = state, .pick = pick, .entry = entry };
  SylWeek first;

  syl_week_init_from_date (&first, &self->plan->start);
  syl_week_get_monday (&first, &week.monday);
  g_date_add_days (&week.monday, 7 * self->plan->weeks->len);
  g_array_append_val (self->plan->weeks, week);
}

static void
note_missed (Making       *self,
             unsigned int  number)
{
  SylPlanRepair *repair = &self->plan->repair;

  if (repair->n_missed == 0)
    repair->first = number;
  repair->last = number;
  repair->n_missed++;
  if (self->room.n_free > 0)
    {
      self->room.n_free--;
      repair->n_free++;
    }
  else
    repair->n_moved++;
  self->room.pick = -1;
}

static void
note_free (Making *self,
           int     pick)
{
  gboolean goes_on = pick < 0 || pick == self->room.pick;

  self->room.n_since = goes_on ? self->room.n_since + 1 : 1;
  if (pick >= 0)
    self->room.pick = pick;
  if (self->room.n_free > 0)
    self->room.n_free--;
}

/* Goes on to the week after one that ended so. */
static void
pass (Making             *self,
      int                 week,
      const SylPlanEntry *entry)
{
  switch (entry->state)
    {
    case SYL_PLAN_WEEK_MISSED:
      note_missed (self, (unsigned int) week + 1);
      return;
    case SYL_PLAN_WEEK_FREE:
      if (_syl_plan_is_shifted (self->desk.input, week))
        return;
      note_free (self, entry->pick);
      break;
    case SYL_PLAN_WEEK_READ:
      if (entry->pick != self->room.pick)
        self->room = (SylPlanRoom){ .n_free = self->room.n_free, .pick = entry->pick };
      break;
    case SYL_PLAN_WEEK_SKIPPED:
      self->room.pick = -1;
      break;
    case SYL_PLAN_WEEK_PAUSED:
    case SYL_PLAN_WEEK_PLANNED:
    default:
      return;
    }
  self->plan->repair = (SylPlanRepair){ .n_missed = 0 };
}

static gboolean
is_whole (const SylPlanInput *input,
          const SylPlanEntry *entry)
{
  return g_date_valid (&entry->day) && entry->state != SYL_PLAN_WEEK_PLANNED &&
         (unsigned int) entry->state <= SYL_PLAN_WEEK_FREE && entry->pick < (int) input->n_picks;
}

/* The weeks that are over and remembered, by their number. */
static GHashTable *
index_history (const SylPlanInput *input)
{
  GHashTable *entries = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < input->n_history; i++)
    {
      int week;

      if (!is_whole (input, &input->history[i]))
        continue;
      week = syl_week_count_between (&input->start, &input->history[i].day);
      if (week >= 0)
        g_hash_table_insert (entries, GINT_TO_POINTER (week), (gpointer) &input->history[i]);
    }
  return entries;
}

static void
go_through_the_past (Making *self)
{
  g_autoptr (GHashTable) entries = index_history (self->desk.input);

  for (int week = 0; week < self->present; week++)
    {
      const SylPlanEntry *known = g_hash_table_lookup (entries, GINT_TO_POINTER (week));
      SylPlanEntry entry = known != NULL ? *known : _syl_plan_judge (&self->desk, &self->room, week, TRUE);

      pass (self, week, &entry);
      add_week (self, entry.state, -1, entry.pick);
    }
}

/* A week that is over names its pick as long as that is still what the week says, and the last week
 * that says so: a pick that was read can be opened again, and be planned once more. */
static void
name_the_past (Making *self)
{
  const SylPlanInput *input = self->desk.input;
  g_autofree gboolean *named = g_new0 (gboolean, input->n_picks + 1);

  for (guint i = self->plan->weeks->len; i-- > 0;)
    {
      SylPlanWeek *week = &g_array_index (self->plan->weeks, SylPlanWeek, i);
      SylPickState state = week->state == SYL_PLAN_WEEK_READ ? SYL_PICK_STATE_READ : SYL_PICK_STATE_SKIPPED;

      if ((week->state != SYL_PLAN_WEEK_READ && week->state != SYL_PLAN_WEEK_SKIPPED) || week->entry < 0 ||
          input->picks[week->entry].state != state || named[week->entry])
        continue;
      week->pick = week->entry;
      named[week->pick] = TRUE;
    }
}

static void
open_what_is_left (SylPlanDesk *desk)
{
  for (gsize i = 0; i < desk->input->n_picks; i++)
    {
      const SylPlanPick *pick = &desk->input->picks[i];

      desk->open[i] = !pick->retired && (pick->state == SYL_PICK_STATE_UNREAD || pick->state == SYL_PICK_STATE_READING);
    }
}

static void
lay_weeks (Making *self,
           int     first)
{
  g_autoptr (GArray) slots = NULL;
  guint at = 0;

  open_what_is_left (&self->desk);
  _syl_plan_sort (&self->desk, first);
  slots = _syl_plan_lay (&self->desk, &self->room, first >= 0);
  while (at < slots->len)
    {
      int week = (int) self->plan->weeks->len;
      int pick;

      if (_syl_plan_is_paused (self->desk.input, week))
        add_week (self, SYL_PLAN_WEEK_PAUSED, -1, -1);
      else if (_syl_plan_is_shifted (self->desk.input, week))
        add_week (self, SYL_PLAN_WEEK_FREE, -1, -1);
      else
        {
          pick = g_array_index (slots, int, at++);
          add_week (self, pick < 0 ? SYL_PLAN_WEEK_FREE : SYL_PLAN_WEEK_PLANNED, pick, -1);
        }
    }
}

/* This week and those to come. A pick that is due this week stays there, whatever else is read. */
static void
go_on (Making *self)
{
  SylPlanEntry entry = { .state = SYL_PLAN_WEEK_PLANNED, .pick = -1 };

  if (self->present >= 0)
    entry = _syl_plan_judge (&self->desk, &self->room, self->present, FALSE);
  if (entry.state != SYL_PLAN_WEEK_PLANNED)
    {
      SylPlanRepair repair = self->plan->repair;

      pass (self, self->present, &entry);
      self->plan->repair = repair;
      add_week (self, entry.state, -1, entry.pick);
    }
  name_the_past (self);
  lay_weeks (self, entry.pick >= 0 && entry.state == SYL_PLAN_WEEK_PLANNED ? entry.pick : -1);
}

/* When all is done, what follows is no part of the year. */
static void
cut_the_end (SylPlan *plan)
{
  while (plan->weeks->len > 0)
    {
      const SylPlanWeek *last = &g_array_index (plan->weeks, SylPlanWeek, plan->weeks->len - 1);

      if (last->state != SYL_PLAN_WEEK_FREE && last->state != SYL_PLAN_WEEK_PAUSED)
        break;
      g_array_set_size (plan->weeks, plan->weeks->len - 1);
    }
  plan->n_over = MIN (plan->n_over, plan->weeks->len);
}

static int
count_behind (const Making *self)
{
  const SylPlanInput *input = self->desk.input;
  GArray *weeks = self->plan->weeks;
  int n = (int) weeks->len;

  for (guint i = 0; i < weeks->len; i++)
    {
      SylPlanWeekState state = g_array_index (weeks, SylPlanWeek, i).state;

      if (state == SYL_PLAN_WEEK_PAUSED || (state == SYL_PLAN_WEEK_FREE && _syl_plan_is_shifted (input, (int) i)))
        n--;
    }
  return n - (int) (self->n_picks_first + self->n_free_first);
}

/**
 * syl_plan_make:
 * @input: facts, settings and wishes; only looked at
 * @today: the present day, in the reader's time zone
 *
 * Lays the year out in ISO weeks. What it promises:
 *
 * Each unread pick has one week from the present one on, and no other week; extras and retired picks
 * have none. A pick comes after those it has to come after, unless they wait for each other in a
 * circle, and else in the order of the list, in turns of the sections, or in the reader's own.
 *
 * Weeks that are over do not change once they are remembered; those that are not remembered are
 * judged by the days on which picks were begun, finished and skipped. In a missed week nothing is
 * lost: its pick comes next, a free week ahead is used up if there is one, first those that no pick
 * needs, and else the end moves by a week. A pause and a shift move all that comes, and use up none.
 *
 * Hours: free weeks stand right behind the picks that need more than the reader has a week, so that
 * the greatest number of minutes a week is as small as so many free weeks can make it. In mixed order
 * no two of the heavier half of a round are neighbours, unless what comes after what says so. More
 * than that can't be kept by a plan of one pick a week: a long pick is not cut.
 *
 * As long as the reader does what the plan says, it stays the same from week to week. It can be
 * called on any thread.
 *
 * Returns: (transfer full): the plan
 */
SylPlan *
syl_plan_make (const SylPlanInput *input,
               const GDate        *today)
{
  Making self = { .present = syl_week_count_between (&input->start, today) };

  self.plan = g_new0 (SylPlan, 1);
  self.plan->start = input->start;
  self.plan->weeks = g_array_new (FALSE, FALSE, sizeof (SylPlanWeek));
  self.plan->n_picks = input->n_picks;
  _syl_plan_desk_init (&self.desk, input);
  count_picks (&self);

  go_through_the_past (&self);
  self.plan->n_over = self.plan->weeks->len;
  go_on (&self);
  if (self.desk.n_sequence == 0)
    cut_the_end (self.plan);

  self.plan->n_behind = count_behind (&self);
  self.plan->waits = g_steal_pointer (&self.desk.waits);
  _syl_plan_desk_clear (&self.desk);
  return self.plan;
}

/**
 * syl_plan_free:
 * @self: (transfer full): a plan
 */
void
syl_plan_free (SylPlan *self)
{
  g_array_unref (self->weeks);
  g_free (self->waits);
  g_free (self);
}

/**
 * syl_plan_find_week:
 * @self: a plan
 * @date: a day
 *
 * Returns: (transfer none) (nullable): the week it is in; %NULL outside of the plan. Reminders are
 *   silent in every week that isn't planned.
 */
const SylPlanWeek *
syl_plan_find_week (const SylPlan *self,
                    const GDate   *date)
{
  int week = syl_week_count_between (&self->start, date);

  return week >= 0 && week < (int) self->weeks->len ? &g_array_index (self->weeks, SylPlanWeek, week) : NULL;
}

/**
 * syl_plan_number_pick:
 * @self: a plan
 * @pick: index of a pick
 *
 * Returns: the number of its week in the plan, from 1; 0 if it has none
 */
unsigned int
syl_plan_number_pick (const SylPlan *self,
                      int            pick)
{
  for (guint i = 0; i < self->weeks->len; i++)
    {
      if (g_array_index (self->weeks, SylPlanWeek, i).pick == pick)
        return i + 1;
    }
  return 0;
}

/**
 * syl_plan_get_end:
 * @self: a plan
 * @monday: (out caller-allocates): the first day of the week of the last pick
 *
 * Returns: whether there is such a week
 */
gboolean
syl_plan_get_end (const SylPlan *self,
                  GDate         *monday)
{
  for (guint i = self->weeks->len; i-- > 0;)
    {
      const SylPlanWeek *week = &g_array_index (self->weeks, SylPlanWeek, i);

      if (week->state != SYL_PLAN_WEEK_PLANNED && week->state != SYL_PLAN_WEEK_READ)
        continue;
      *monday = week->monday;
      return TRUE;
    }
  return FALSE;
}
