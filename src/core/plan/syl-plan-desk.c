/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

static int
get_week (const SylPlanInput *input,
          const GDate        *day)
{
  return g_date_valid (day) ? syl_week_count_between (&input->start, day) : SYL_PLAN_NEVER;
}

static gboolean
is_pick (const SylPlanInput *input,
         int                 index)
{
  return index >= 0 && (gsize) index < input->n_picks;
}

/* For each pick, in one array, those that name it as one to be read before. */
static void
find_followers (SylPlanDesk *self)
{
  const SylPlanInput *input = self->input;
  g_autofree gsize *next = NULL;

  self->first_follower = g_new0 (gsize, input->n_picks + 2);
  for (gsize i = 0; i < input->n_picks; i++)
    {
      for (gsize k = 0; k < input->picks[i].n_after; k++)
        {
          if (is_pick (input, input->picks[i].after[k]))
            self->first_follower[input->picks[i].after[k] + 1]++;
        }
    }
  for (gsize i = 0; i < input->n_picks; i++)
    self->first_follower[i + 1] += self->first_follower[i];

  next = g_memdup2 (self->first_follower, (input->n_picks + 1) * sizeof (gsize));
  self->followers = g_new (int, self->first_follower[input->n_picks] + 1);
  for (gsize i = 0; i < input->n_picks; i++)
    {
      for (gsize k = 0; k < input->picks[i].n_after; k++)
        {
          if (is_pick (input, input->picks[i].after[k]))
            self->followers[next[input->picks[i].after[k]]++] = (int) i;
        }
    }
}

/* Clears up the facts, so that the rest can count in weeks from 0. */
void
_syl_plan_desk_init (SylPlanDesk        *self,
                     const SylPlanInput *input)
{
  gsize n = input->n_picks + 1;

  *self = (SylPlanDesk){ .input = input };
  self->started = g_new (int, n);
  self->ended = g_new (int, n);
  self->rank = g_new (int, n);
  self->wanted = g_new (int, n);
  self->open = g_new0 (gboolean, n);
  self->sequence = g_new (int, n);
  self->waits = g_new (int, n);
  self->rooms = g_new0 (unsigned int, n);
  self->pending = g_new (int, n);
  self->heap = g_new (int, n);
  for (gsize i = 0; i < input->n_picks; i++)
    {
      self->started[i] = get_week (input, &input->picks[i].started);
      self->ended[i] = get_week (input, &input->picks[i].ended);
    }
  find_followers (self);
  _syl_plan_want (self);
}

void
_syl_plan_desk_clear (SylPlanDesk *self)
{
  g_free (self->started);
  g_free (self->ended);
  g_free (self->rank);
  g_free (self->wanted);
  g_free (self->followers);
  g_free (self->first_follower);
  g_free (self->open);
  g_free (self->sequence);
  g_free (self->waits);
  g_free (self->rooms);
  g_free (self->pending);
  g_free (self->heap);
}
