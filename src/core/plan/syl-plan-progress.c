/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-progress.h"

/* Week of a day, from 0; negative before the year began, and for a day that nobody knows. */
static int
find_week (const SylPlan *plan,
           const GDate   *day)
{
  return g_date_valid (day) ? syl_week_count_between (&plan->start, day) : -1;
}

static SylPlanProgressWeek *
get_week (SylPlanProgress *self,
          int              index)
{
  return index >= 0 && index < (int) self->weeks->len ? &g_array_index (self->weeks, SylPlanProgressWeek, index) : NULL;
}

static void
lay_weeks (SylPlanProgress *self,
           const SylPlan   *plan)
{
  self->weeks = g_array_sized_new (FALSE, TRUE, sizeof (SylPlanProgressWeek), plan->weeks->len);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      SylPlanProgressWeek week = { .week = g_array_index (plan->weeks, SylPlanWeek, i) };

      g_array_append_val (self->weeks, week);
    }
}

static void
count_pick (SylPlanProgress   *self,
            const SylPlan     *plan,
            const SylPlanPick *pick)
{
  SylPlanProgressWeek *week;

  self->n_picks++;
  self->n_skipped += pick->state == SYL_PICK_STATE_SKIPPED;
  if (pick->state != SYL_PICK_STATE_READ)
    return;
  self->n_read++;
  week = get_week (self, MIN (find_week (plan, &pick->ended), (int) self->weeks->len - 1));
  if (week != NULL)
    week->n_read++;
  else
    self->n_before++;
}

static void
count_picks (SylPlanProgress    *self,
             const SylPlan      *plan,
             const SylPlanInput *input)
{
  unsigned int n_read;

  for (gsize i = 0; i < input->n_picks; i++)
    {
      if (!input->picks[i].retired)
        count_pick (self, plan, &input->picks[i]);
    }
  n_read = self->n_before;
  for (guint i = 0; i < self->weeks->len; i++)
    {
      SylPlanProgressWeek *week = &g_array_index (self->weeks, SylPlanProgressWeek, i);

      n_read += week->n_read;
      week->n_read = n_read;
    }
}

static void
sum_sessions (SylPlanProgress      *self,
              const SylPlan        *plan,
              const SylPlanSession *sessions,
              gsize                 n_sessions,
              int                   present)
{
  for (gsize i = 0; i < n_sessions; i++)
    {
      int index = find_week (plan, &sessions[i].day);
      SylPlanProgressWeek *week = get_week (self, index);

      self->seconds += sessions[i].seconds;
      if (syl_week_count_between (&plan->start, &sessions[i].day) > present - SYL_PLAN_LATELY)
        self->seconds_lately += sessions[i].seconds;
      if (week != NULL)
        week->seconds += sessions[i].seconds;
    }
}

/* As it was at first: nothing read, nothing missed. */
static SylPlan *
make_first_plan (const SylPlan      *plan,
                 const SylPlanInput *input)
{
  g_autofree SylPlanPick *picks = g_memdup2 (input->picks, input->n_picks * sizeof *picks);
  SylPlanInput first = *input;

  for (gsize i = 0; i < input->n_picks; i++)
    {
      SylPlanPick *pick = &picks[i];

      pick->retired |= pick->state == SYL_PICK_STATE_SKIPPED ||
                       (pick->state == SYL_PICK_STATE_READ && find_week (plan, &pick->ended) < 0);
      pick->state = SYL_PICK_STATE_UNREAD;
      g_date_clear (&pick->started, 1);
      g_date_clear (&pick->ended, 1);
    }
  first.picks = picks;
  first.n_history = 0;
  return syl_plan_make (&first, &plan->start);
}

static void
count_planned (SylPlanProgress    *self,
               const SylPlan      *plan,
               const SylPlanInput *input)
{
  g_autoptr (SylPlan) first = make_first_plan (plan, input);
  guint n_weeks = MAX (first->weeks->len, self->weeks->len);
  guint n_planned = self->n_before;

  self->planned = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_weeks);
  for (guint i = 0; i < n_weeks; i++)
    {
      if (i < first->weeks->len && g_array_index (first->weeks, SylPlanWeek, i).pick >= 0)
        n_planned++;
      g_array_append_val (self->planned, n_planned);
    }
}

/**
 * syl_plan_progress_new:
 * @plan: a plan
 * @input: what it was made of
 * @sessions: (array length=n_sessions): whiles of reading, in any order
 * @n_sessions: how many
 * @today: the present day
 *
 * Looks back at a year: all in one go over picks, weeks and sessions, and one more plan, that of the
 * beginning. It can be called on any thread.
 *
 * Returns: (transfer full): how it went
 */
SylPlanProgress *
syl_plan_progress_new (const SylPlan        *plan,
                       const SylPlanInput   *input,
                       const SylPlanSession *sessions,
                       gsize                 n_sessions,
                       const GDate          *today)
{
  SylPlanProgress *self = g_rc_box_new0 (SylPlanProgress);
  int present = find_week (plan, today);

  lay_weeks (self, plan);
  count_picks (self, plan, input);
  sum_sessions (self, plan, sessions, n_sessions, present);
  count_planned (self, plan, input);
  self->streak = syl_plan_count_streak (plan);
  self->has_end = syl_plan_get_end (plan, &self->end);
  self->n_behind = plan->n_behind;
  self->n_seen = (unsigned int) CLAMP (present + 1, 0, (int) self->weeks->len);
  self->present = get_week (self, present) != NULL ? (unsigned int) present : G_MAXUINT;
  return self;
}

/**
 * syl_plan_progress_ref:
 * @self: a progress, which nobody changes
 *
 * Returns: (transfer full): the same; not for two threads at once
 */
SylPlanProgress *
syl_plan_progress_ref (SylPlanProgress *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  SylPlanProgress *self = data;

  g_array_unref (self->weeks);
  g_array_unref (self->planned);
}

/**
 * syl_plan_progress_unref:
 * @self: (transfer full): a progress
 */
void
syl_plan_progress_unref (SylPlanProgress *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * syl_plan_progress_is_empty:
 * @self: a progress
 *
 * Returns: whether nothing was read yet
 */
gboolean
syl_plan_progress_is_empty (const SylPlanProgress *self)
{
  return self->n_read == 0 && self->seconds == 0;
}
