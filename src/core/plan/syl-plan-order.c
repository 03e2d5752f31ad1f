/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-private.h"

/*
 * The wanted order is made of all picks, read or not, so that it stays as it is while the year goes
 * on. What comes after what is seen to later, on the picks that are left.
 */

typedef struct
{
  int pick;
  unsigned int round;
  unsigned int minutes;
} Turn;

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *one = a, *other = b;

  if (one->round != other->round)
    return one->round < other->round ? -1 : 1;
  if (one->minutes != other->minutes)
    return one->minutes < other->minutes ? -1 : 1;
  return one->pick - other->pick;
}

static unsigned int
count_in_section (GHashTable   *counts,
                  unsigned int  section)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (section)));
}

static GHashTable *
count_sections (const SylPlanInput *input,
                unsigned int       *most)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  *most = 0;
  for (gsize i = 0; i < input->n_picks; i++)
    {
      unsigned int section = input->picks[i].section;
      unsigned int n;

      if (input->picks[i].retired)
        continue;
      n = count_in_section (counts, section) + 1;
      g_hash_table_insert (counts, GUINT_TO_POINTER (section), GUINT_TO_POINTER (n));
      *most = MAX (*most, n);
    }
  return counts;
}

/* As many rounds as the largest section has picks; smaller ones sit some out, evenly. */
static GArray *
make_turns (const SylPlanInput *input)
{
  unsigned int n_rounds;
  g_autoptr (GHashTable) counts = count_sections (input, &n_rounds);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (Turn));

  for (gsize i = 0; i < input->n_picks; i++)
    {
      const SylPlanPick *pick = &input->picks[i];
      unsigned int n;
      Turn turn;

      if (pick->retired)
        continue;
      n = count_in_section (seen, pick->section);
      g_hash_table_insert (seen, GUINT_TO_POINTER (pick->section), GUINT_TO_POINTER (n + 1));
      turn.pick = (int) i;
      turn.round = (unsigned int) ((guint64) n * n_rounds / count_in_section (counts, pick->section));
      turn.minutes = pick->minutes;
      g_array_append_val (turns, turn);
    }
  g_array_sort (turns, compare_turns);
  return turns;
}

typedef struct
{
  guint64 sum;
  int light;
  int heavy;
} Pair;

static int
compare_pairs (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Pair *one = a, *other = b;

  if (one->sum != other->sum)
    return one->sum < other->sum ? -1 : 1;
  return one->light - other->light;
}

static void
want (SylPlanDesk *self,
      int          pick)
{
  self->wanted[self->n_wanted++] = pick;
}

/* The lightest goes with the heaviest, light pairs take turns with heavy ones, and a light one is
 * first. No two of the heavier half follow each other then, also not from one round to the next. */
static void
want_round (SylPlanDesk *self,
            const Turn  *turns,
            gsize        n_turns)
{
  gsize n_pairs = n_turns / 2;
  g_autofree Pair *pairs = g_new (Pair, n_pairs + 1);

  for (gsize i = 0; i < n_pairs; i++)
    {
      const Turn *light = &turns[i], *heavy = &turns[n_turns - 1 - i];

      pairs[i] = (Pair){ (guint64) light->minutes + heavy->minutes, light->pick, heavy->pick };
    }
  g_sort_array (pairs, n_pairs, sizeof (Pair), compare_pairs, NULL);
  for (gsize i = 0; i < n_pairs; i++)
    {
      const Pair *pair = &pairs[i % 2 == 0 ? i / 2 : n_pairs - 1 - i / 2];

      want (self, pair->light);
      want (self, pair->heavy);
    }
  if (n_turns % 2 == 1)
    want (self, turns[n_pairs].pick);
}

static void
want_mixed (SylPlanDesk *self)
{
  g_autoptr (GArray) turns = make_turns (self->input);
  const Turn *all = (gconstpointer) turns->data;
  gsize begin = 0;

  for (gsize i = 1; i <= turns->len; i++)
    {
      if (i < turns->len && all[i].round == all[begin].round)
        continue;
      want_round (self, &all[begin], i - begin);
      begin = i;
    }
}

static void
want_sections (SylPlanDesk *self)
{
  for (gsize i = 0; i < self->input->n_picks; i++)
    {
      if (!self->input->picks[i].retired)
        want (self, (int) i);
    }
}

static gboolean
take_own (const SylPlanInput *input,
          gboolean           *taken,
          int                 pick)
{
  if (pick < 0 || (gsize) pick >= input->n_picks || input->picks[pick].retired || taken[pick])
    return FALSE;
  taken[pick] = TRUE;
  return TRUE;
}

/* The reader's order comes first in everything; a pick that it lacks stays behind the pick that it
 * would follow without it. */
static void
want_own (SylPlanDesk *self)
{
  const SylPlanInput *input = self->input;
  g_autofree gboolean *taken = g_new0 (gboolean, input->n_picks + 1);
  g_autofree int *next = g_new (int, input->n_picks + 1); /* that of i at i + 1, the first at 0 */
  int last = -1;

  next[0] = -1;
  for (gsize i = 0; i < input->n_own; i++)
    {
      if (!take_own (input, taken, input->own[i]))
        continue;
      next[last + 1] = input->own[i];
      last = input->own[i];
      next[last + 1] = -1;
    }
  last = -1;
  for (gsize i = 0; i < self->n_wanted; i++)
    {
      int pick = self->wanted[i];

      if (!taken[pick])
        {
          next[pick + 1] = next[last + 1];
          next[last + 1] = pick;
        }
      last = pick;
    }
  self->n_wanted = 0;
  for (int pick = next[0]; pick >= 0; pick = next[pick + 1])
    want (self, pick);
}

/* Puts all picks but retired ones in the order in which they are wanted. */
void
_syl_plan_want (SylPlanDesk *self)
{
  self->n_wanted = 0;
  if (self->input->order == SYL_PLAN_ORDER_MIXED)
    want_mixed (self);
  else
    want_sections (self);
  if (self->input->n_own > 0)
    want_own (self);
  for (gsize i = 0; i < self->input->n_picks; i++)
    self->rank[i] = -1;
  for (gsize i = 0; i < self->n_wanted; i++)
    self->rank[self->wanted[i]] = (int) i;
}
