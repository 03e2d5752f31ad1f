/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

/* A heap of picks whose turn may be, the one wanted first on top. */
static void
push (SylPlanDesk *self,
      int          pick)
{
  int at = self->n_heap++;

  while (at > 0 && self->rank[self->heap[(at - 1) / 2]] > self->rank[pick])
    {
      self->heap[at] = self->heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  self->heap[at] = pick;
}

static int
pop (SylPlanDesk *self)
{
  int top = self->heap[0];
  int last = self->heap[--self->n_heap];
  int at = 0;

  for (int child = 1; child < self->n_heap; child = 2 * at + 1)
    {
      if (child + 1 < self->n_heap && self->rank[self->heap[child + 1]] < self->rank[self->heap[child]])
        child++;
      if (self->rank[self->heap[child]] >= self->rank[last])
        break;
      self->heap[at] = self->heap[child];
      at = child;
    }
  self->heap[at] = last;
  return top;
}

#define PLACED -1

static gboolean
is_prerequisite (const SylPlanDesk *self,
                 int                after,
                 gsize              pick)
{
  return after >= 0 && (gsize) after < self->input->n_picks && (gsize) after != pick && self->open[after];
}

static void
count_pending (SylPlanDesk *self)
{
  self->n_heap = 0;
  for (gsize i = 0; i < self->input->n_picks; i++)
    {
      const SylPlanPick *pick = &self->input->picks[i];

      self->waits[i] = -1;
      self->pending[i] = 0;
      if (!self->open[i])
        continue;
      for (gsize k = 0; k < pick->n_after; k++)
        self->pending[i] += is_prerequisite (self, pick->after[k], i);
      if (self->pending[i] == 0)
        push (self, (int) i);
    }
}

/* A pick that is let go only now, though one wanted later came before it, was held up by this one. */
static void
place (SylPlanDesk *self,
       int          pick,
       int         *last_rank)
{
  self->sequence[self->n_sequence++] = pick;
  self->pending[pick] = PLACED;
  *last_rank = MAX (*last_rank, self->rank[pick]);
  for (gsize k = self->first_follower[pick]; k < self->first_follower[pick + 1]; k++)
    {
      int follower = self->followers[k];

      if (!self->open[follower] || self->pending[follower] == PLACED || --self->pending[follower] > 0)
        continue;
      if (self->rank[follower] < *last_rank)
        self->waits[follower] = pick;
      push (self, follower);
    }
}

/* Where picks wait for each other in a circle, the one wanted first goes first. */
static int
break_circle (const SylPlanDesk *self,
              gsize             *next)
{
  while (*next < self->n_wanted)
    {
      int pick = self->wanted[(*next)++];

      if (self->open[pick] && self->pending[pick] != PLACED)
        return pick;
    }
  return -1;
}

/* Puts the open picks in order: as wanted, but each after those it has to come after. @first, if it
 * is not -1, comes first whatever it waits for. What is decided for the front of the order does not
 * depend on the rest, so that the order stays when the front has been read. */
void
_syl_plan_sort (SylPlanDesk *self,
                int          first)
{
  int last_rank = -1;
  gsize next = 0;
  int pick;

  self->n_sequence = 0;
  count_pending (self);
  if (first >= 0)
    place (self, first, &last_rank);
  for (;;)
    {
      pick = self->n_heap > 0 ? pop (self) : break_circle (self, &next);
      if (pick < 0)
        return;
      if (self->pending[pick] != PLACED)
        place (self, pick, &last_rank);
    }
}
