/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

/*
 * Free weeks. A list of 50 picks has two in its 52 weeks, others one for 25 picks. They go to the
 * picks that need more than the reader has a week: one at a time to the pick that needs the most
 * minutes a week for what it has so far, right behind it. Nothing else with as many free weeks has a
 * smaller greatest load (it is D’Hondt’s way to give out seats), and it has what a plan needs that is
 * made anew each week: those left over are given out just the same when the others are gone.
 *
 * Free weeks that no pick needs are counted from the end, where a late week can still use them:
 * before the last 4 picks, and before each 23 further ones; in a list of 50 that is near the middle
 * and near the end.
 */

#define PICKS_FOR_A_FREE_WEEK 25
#define PICKS_BEHIND_THE_LAST 4
#define PICKS_BETWEEN 23

/* How many free weeks a plan of so many picks has. */
unsigned int
_syl_plan_count_free (gsize n_picks)
{
  gsize n = (n_picks + PICKS_FOR_A_FREE_WEEK / 2) / PICKS_FOR_A_FREE_WEEK;

  if (n_picks <= SYL_PLAN_N_WEEKS)
    n = MIN (n, SYL_PLAN_N_WEEKS - n_picks);
  return (unsigned int) n;
}

/* Whether @pick, with the weeks it has, needs more minutes a week than @other. */
static gboolean
needs_more (const SylPlanDesk *self,
            int                pick,
            int                other)
{
  guint64 one = (guint64) self->input->picks[pick].minutes * (self->rooms[other] + 1);
  guint64 two = (guint64) self->input->picks[other].minutes * (self->rooms[pick] + 1);

  if (one != two)
    return one > two;
  return self->rank[pick] != self->rank[other] ? self->rank[pick] < self->rank[other] : pick < other;
}

static gboolean
needs_room (const SylPlanDesk *self,
            int                pick)
{
  guint64 has = (guint64) self->input->minutes * (self->rooms[pick] + 1);

  return self->input->minutes > 0 && self->input->picks[pick].minutes > has;
}

/* The pick at @at goes down to where it belongs in the heap, the neediest on top. */
static void
sink (SylPlanDesk *self,
      int          at)
{
  int pick = self->heap[at];

  for (int child = 2 * at + 1; child < self->n_heap; child = 2 * at + 1)
    {
      if (child + 1 < self->n_heap && needs_more (self, self->heap[child + 1], self->heap[child]))
        child++;
      if (!needs_more (self, self->heap[child], pick))
        break;
      self->heap[at] = self->heap[child];
      at = child;
    }
  self->heap[at] = pick;
}

static void
gather (SylPlanDesk *self,
        int          extra)
{
  self->n_heap = 0;
  for (int i = 0; i < (int) self->input->n_picks; i++)
    {
      self->rooms[i] = 0;
      if ((self->open[i] || i == extra) && needs_room (self, i))
        self->heap[self->n_heap++] = i;
    }
  for (int at = self->n_heap / 2 - 1; at >= 0; at--)
    sink (self, at);
}

/* Returns: how many were given out; with @extra, a pick that takes part though it is not open */
static unsigned int
give_out (SylPlanDesk  *self,
          unsigned int  n_free,
          int           extra)
{
  unsigned int n_given = 0;

  gather (self, extra);
  while (n_given < n_free && self->n_heap > 0 && needs_room (self, self->heap[0]))
    {
      self->rooms[self->heap[0]]++;
      n_given++;
      sink (self, 0);
    }
  return n_given;
}

/* Gives free weeks to the open picks, and those that are due now to the one that was read before.
 * Returns: how many no pick needs */
unsigned int
_syl_plan_allot (SylPlanDesk       *self,
                 const SylPlanRoom *room)
{
  unsigned int n_given;

  if (room->pick >= 0)
    {
      n_given = give_out (self, room->n_free + room->n_since, room->pick);
      if (self->rooms[room->pick] >= room->n_since)
        {
          self->rooms[room->pick] -= room->n_since;
          return room->n_free + room->n_since - n_given;
        }
    }
  n_given = give_out (self, room->n_free, -1);
  return room->n_free - n_given;
}

static gsize
count_open (const SylPlanDesk *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->input->n_picks; i++)
    n += self->open[i] ? 1 : 0;
  return n;
}

static gboolean
is_spare_place (gsize        n_behind,
                unsigned int n_spare)
{
  return n_behind >= PICKS_BEHIND_THE_LAST && (n_behind - PICKS_BEHIND_THE_LAST) % PICKS_BETWEEN == 0 &&
         (n_behind - PICKS_BEHIND_THE_LAST) / PICKS_BETWEEN < n_spare;
}

/* Whether the week before all open picks is a free one. */
gboolean
_syl_plan_is_free_now (SylPlanDesk       *self,
                       const SylPlanRoom *room)
{
  gsize n_open = count_open (self);
  unsigned int n_spare;

  if (room->n_free == 0 || n_open == 0)
    return FALSE;
  n_spare = _syl_plan_allot (self, room);
  return (room->pick >= 0 && !self->open[room->pick] && self->rooms[room->pick] > 0) ||
         is_spare_place (n_open, n_spare);
}

static void
append (GArray       *slots,
        int           pick,
        unsigned int  n)
{
  for (unsigned int i = 0; i < n; i++)
    g_array_append_val (slots, pick);
}

/* Lays the sorted picks out, with -1 for free weeks. What finds no place among them any more, since
 * the reader read on where nothing was due, is kept at the end. */
GArray *
_syl_plan_lay (SylPlanDesk       *self,
               const SylPlanRoom *room,
               gboolean           first_is_set)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (int));
  unsigned int n_spare = _syl_plan_allot (self, room);
  unsigned int n_left = n_spare;

  if (self->n_sequence == 0)
    return slots;
  if (room->pick >= 0 && !self->open[room->pick])
    append (slots, -1, self->rooms[room->pick]);
  for (gsize i = 0; i < self->n_sequence; i++)
    {
      int pick = self->sequence[i];

      if (is_spare_place (self->n_sequence - i, n_spare) && (i > 0 || !first_is_set))
        {
          append (slots, -1, 1);
          n_left--;
        }
      append (slots, pick, 1);
      append (slots, -1, self->rooms[pick]);
    }
  append (slots, -1, n_left);
  return slots;
}
