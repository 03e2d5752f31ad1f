/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-test-plan.h"

#include <string.h>

GDate
syl_test_date (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  g_assert_true (g_date_valid (&date));
  return date;
}

GDate
syl_test_add_days (const GDate *date,
                   int          n_days)
{
  GDate later;

  g_date_clear (&later, 1);
  g_date_set_julian (&later, (guint32) ((int) g_date_get_julian (date) + n_days));
  return later;
}

void
syl_test_reader_init (SylTestReader *self,
                      const char    *start)
{
  memset (self, 0, sizeof *self);
  self->input.start = syl_test_date (start);
  self->input.minutes = SYL_PLAN_MINUTES_DEFAULT;
  self->today = self->input.start;
  self->picks = g_array_new (FALSE, FALSE, sizeof (SylPlanPick));
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->own = g_array_new (FALSE, FALSE, sizeof (int));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (SylPlanPause));
  self->shifts = g_array_new (FALSE, FALSE, sizeof (GDate));
  self->history = g_array_new (FALSE, FALSE, sizeof (SylPlanEntry));
}

void
syl_test_reader_clear (SylTestReader *self)
{
  g_array_unref (self->picks);
  g_ptr_array_unref (self->after);
  g_array_unref (self->own);
  g_array_unref (self->pauses);
  g_array_unref (self->shifts);
  g_array_unref (self->history);
}

/* Returns: the index of the pick */
int
syl_test_reader_add (SylTestReader *self,
                     unsigned int   section,
                     unsigned int   minutes)
{
  SylPlanPick pick = { .section = section, .minutes = minutes };

  g_array_append_val (self->picks, pick);
  g_ptr_array_add (self->after, g_array_new (FALSE, FALSE, sizeof (int)));
  return (int) self->picks->len - 1;
}

void
syl_test_reader_add_after (SylTestReader *self,
                           int            pick,
                           int            after)
{
  g_array_append_val ((GArray *) g_ptr_array_index (self->after, pick), after);
}

/* The lengths, and what comes after what, of the list that comes along: ten sections of five. */
void
syl_test_reader_add_list (SylTestReader *self)
{
  static const unsigned int minutes[SYL_TEST_N_PICKS] = {
    480, 180, 300, 300, 75,  60,  75, 60, 45, 45, 180, 90,  60,  75, 90,  600, 90,  75,  90,  45,  90, 90,  75,  90, 45,
    60,  180, 120, 45,  75,  60,  150, 75, 150, 150, 90, 90, 90, 180, 60, 150, 180, 150, 150, 90,  150, 120, 90, 75, 120,
  };
  static const int after[][2] = {
    { 1, 0 },   { 2, 0 },   { 3, 2 },   { 4, 2 },   { 6, 5 },   { 7, 5 },   { 8, 5 },   { 10, 0 },  { 11, 0 },
    { 12, 11 }, { 13, 0 },  { 14, 11 }, { 16, 15 }, { 17, 15 }, { 18, 16 }, { 19, 16 }, { 21, 11 }, { 22, 21 },
    { 23, 21 }, { 24, 21 }, { 26, 25 }, { 27, 0 },  { 28, 27 }, { 29, 27 }, { 32, 31 }, { 34, 31 }, { 36, 35 },
    { 38, 36 }, { 40, 31 }, { 41, 31 }, { 41, 40 }, { 42, 40 }, { 43, 40 }, { 44, 40 }, { 45, 13 }, { 46, 0 },
    { 47, 45 }, { 48, 24 }, { 49, 46 }, { 49, 11 },
  };

  for (unsigned int i = 0; i < SYL_TEST_N_PICKS; i++)
    syl_test_reader_add (self, i / 5, minutes[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    syl_test_reader_add_after (self, after[i][0], after[i][1]);
}

SylPlan *
syl_test_reader_plan (SylTestReader *self)
{
  SylPlanInput *input = &self->input;

  for (guint i = 0; i < self->picks->len; i++)
    {
      GArray *after = g_ptr_array_index (self->after, i);
      SylPlanPick *pick = &g_array_index (self->picks, SylPlanPick, i);

      pick->after = (const int *) after->data;
      pick->n_after = after->len;
    }
  input->picks = (const SylPlanPick *) self->picks->data;
  input->n_picks = self->picks->len;
  input->own = (const int *) self->own->data;
  input->n_own = self->own->len;
  input->pauses = (const SylPlanPause *) self->pauses->data;
  input->n_pauses = self->pauses->len;
  input->shifts = (const GDate *) self->shifts->data;
  input->n_shifts = self->shifts->len;
  input->history = (const SylPlanEntry *) self->history->data;
  input->n_history = self->history->len;
  return syl_plan_make (input, &self->today);
}

SylPlanPick *
syl_test_reader_get (SylTestReader *self,
                     int            pick)
{
  return &g_array_index (self->picks, SylPlanPick, pick);
}

/* As the library does: the day is that on which it is done. */
void
syl_test_reader_set (SylTestReader *self,
                     int            pick,
                     SylPickState   state)
{
  SylPlanPick *facts = syl_test_reader_get (self, pick);

  facts->state = state;
  g_date_clear (&facts->ended, 1);
  if (state == SYL_PICK_STATE_READ || state == SYL_PICK_STATE_SKIPPED)
    facts->ended = self->today;
  if (state == SYL_PICK_STATE_UNREAD)
    g_date_clear (&facts->started, 1);
  else if (state != SYL_PICK_STATE_SKIPPED && !g_date_valid (&facts->started))
    facts->started = self->today;
}

void
syl_test_reader_go (SylTestReader *self,
                    int            n_days)
{
  self->today = syl_test_add_days (&self->today, n_days);
}

/* As the library does: weeks that are over and not remembered yet. */
void
syl_test_reader_remember (SylTestReader *self,
                          const SylPlan *plan)
{
  for (guint i = self->history->len; i < plan->n_over; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);
      SylPlanEntry entry = { week->monday, week->state, week->entry };

      g_array_append_val (self->history, entry);
    }
}

/* Returns: (transfer full): a word for each week: its pick, or a letter for how it ended */
char *
syl_test_plan_to_string (const SylPlan *plan)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);
      const char *name = syl_plan_week_state_to_string (week->state);

      if (i > 0)
        g_string_append_c (string, ' ');
      if (week->state != SYL_PLAN_WEEK_PLANNED)
        g_string_append_c (string, name[0]);
      if (week->pick >= 0)
        g_string_append_printf (string, "%d", week->pick);
    }
  return g_string_free_and_steal (string);
}
