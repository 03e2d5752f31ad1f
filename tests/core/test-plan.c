/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-figures.h"
#include "syl-test-plan.h"

#define START "2026-11-30"

static void
assert_plan (SylTestReader *reader,
             const char    *expected)
{
  g_autoptr (SylPlan) plan = syl_test_reader_plan (reader);
  g_autofree char *string = syl_test_plan_to_string (plan);

  g_assert_cmpstr (string, ==, expected);
}

static void
assert_repair (SylTestReader *reader,
               unsigned int   first,
               unsigned int   last,
               unsigned int   n_free,
               unsigned int   n_moved)
{
  g_autoptr (SylPlan) plan = syl_test_reader_plan (reader);

  g_assert_cmpuint (plan->repair.n_missed, ==, n_free + n_moved);
  g_assert_cmpuint (plan->repair.first, ==, first);
  g_assert_cmpuint (plan->repair.last, ==, last);
  g_assert_cmpuint (plan->repair.n_free, ==, n_free);
  g_assert_cmpuint (plan->repair.n_moved, ==, n_moved);
}

/* Some picks of an hour, in one section. */
static void
init_short (SylTestReader *reader,
            unsigned int   n_picks)
{
  syl_test_reader_init (reader, START);
  for (unsigned int i = 0; i < n_picks; i++)
    syl_test_reader_add (reader, 0, 60);
}

static unsigned int
sum_of_month (SylTestReader *reader,
              const SylPlan *plan,
              guint          first)
{
  unsigned int sum = 0;

  for (guint i = first; i < first + 4; i++)
    {
      int pick = g_array_index (plan->weeks, SylPlanWeek, i).pick;

      sum += pick >= 0 ? syl_test_reader_get (reader, pick)->minutes : 0;
    }
  return sum;
}

static unsigned int
find_worst_month (SylTestReader *reader)
{
  g_autoptr (SylPlan) plan = syl_test_reader_plan (reader);
  unsigned int worst = 0;

  for (guint i = 0; i + 4 <= plan->weeks->len; i++)
    worst = MAX (worst, sum_of_month (reader, plan, i));
  return worst;
}

static void
test_the_list (void)
{
  SylTestReader reader;

  syl_test_reader_init (&reader, START);
  syl_test_reader_add_list (&reader);
  assert_plan (&reader, "0 f 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 f 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 "
                        "32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49");
  g_assert_cmpuint (find_worst_month (&reader), ==, 960);
  reader.input.order = SYL_PLAN_ORDER_MIXED;
  g_assert_cmpuint (find_worst_month (&reader), ==, 750);
  syl_test_reader_clear (&reader);
}

static void
test_weeks_of_the_calendar (void)
{
  static const struct
  {
    guint index;
    const char *week;
  } cases[] = { { 0, "2026-W49" }, { 4, "2026-W53" }, { 5, "2027-W01" }, { 51, "2027-W47" } };
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;
  GDate end;

  syl_test_reader_init (&reader, "2026-12-02");
  syl_test_reader_add_list (&reader);
  plan = syl_test_reader_plan (&reader);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SylWeek week;
      g_autofree char *name = NULL;

      syl_week_init_from_date (&week, &g_array_index (plan->weeks, SylPlanWeek, cases[i].index).monday);
      name = syl_week_to_string (&week);
      g_assert_cmpstr (name, ==, cases[i].week);
    }
  g_assert_cmpuint (plan->weeks->len, ==, 52);
  g_assert_true (syl_plan_get_end (plan, &end));
  g_assert_cmpuint (g_date_get_julian (&end), ==, g_date_get_julian (&g_array_index (plan->weeks, SylPlanWeek, 51).monday));
  syl_test_reader_clear (&reader);
}

static void
test_free_weeks_that_nobody_needs (void)
{
  static const struct
  {
    unsigned int n_picks;
    unsigned int n_free;
  } cases[] = { { 0, 0 }, { 1, 0 }, { 12, 0 }, { 13, 1 }, { 38, 2 }, { 50, 2 }, { 51, 1 }, { 52, 0 }, { 63, 3 }, { 100, 4 } };
  SylTestReader reader;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SylPlan) plan = NULL;

      init_short (&reader, cases[i].n_picks);
      plan = syl_test_reader_plan (&reader);
      g_assert_cmpuint (plan->weeks->len, ==, cases[i].n_picks + cases[i].n_free);
      g_assert_cmpint (plan->n_behind, ==, 0);
      syl_test_reader_clear (&reader);
    }
  init_short (&reader, 50);
  {
    g_autoptr (SylPlan) plan = syl_test_reader_plan (&reader);

    g_assert_cmpint (g_array_index (plan->weeks, SylPlanWeek, 23).state, ==, SYL_PLAN_WEEK_FREE);
    g_assert_cmpint (g_array_index (plan->weeks, SylPlanWeek, 47).state, ==, SYL_PLAN_WEEK_FREE);
  }
  syl_test_reader_clear (&reader);
}

static void
test_a_missed_week_uses_up_a_free_one (void)
{
  SylTestReader reader;

  init_short (&reader, 13);
  assert_plan (&reader, "0 1 2 3 4 5 6 7 8 f 9 10 11 12");
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_go (&reader, 14);
  assert_plan (&reader, "r0 m 1 2 3 4 5 6 7 8 9 10 11 12");
  assert_repair (&reader, 2, 2, 1, 0);
  syl_test_reader_go (&reader, 14);
  assert_plan (&reader, "r0 m m m 1 2 3 4 5 6 7 8 9 10 11 12");
  assert_repair (&reader, 2, 4, 1, 2);
  syl_test_reader_set (&reader, 1, SYL_PICK_STATE_READ);
  assert_repair (&reader, 2, 4, 1, 2);
  syl_test_reader_go (&reader, 7);
  assert_repair (&reader, 0, 0, 0, 0);
  syl_test_reader_clear (&reader);
}

static void
test_who_is_at_a_long_pick_has_its_free_week (void)
{
  SylTestReader reader;

  init_short (&reader, 13);
  syl_test_reader_get (&reader, 0)->minutes = 400;
  assert_plan (&reader, "0 f 1 2 3 4 5 6 7 8 9 10 11 12");
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READING);
  syl_test_reader_go (&reader, 7);
  assert_plan (&reader, "f 0 1 2 3 4 5 6 7 8 9 10 11 12");
  assert_repair (&reader, 0, 0, 0, 0);
  syl_test_reader_go (&reader, 7);
  assert_plan (&reader, "f m 0 1 2 3 4 5 6 7 8 9 10 11 12");
  assert_repair (&reader, 2, 2, 0, 1);
  syl_test_reader_clear (&reader);
}

static void
test_reading_ahead (void)
{
  SylTestReader reader;

  init_short (&reader, 5);
  syl_test_reader_set (&reader, 3, SYL_PICK_STATE_READ);
  assert_plan (&reader, "0 1 2 4");
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  assert_plan (&reader, "r0 1 2 4");
  {
    g_autoptr (SylPlan) plan = syl_test_reader_plan (&reader);

    g_assert_cmpint (plan->n_behind, ==, -1);
  }
  syl_test_reader_go (&reader, 7);
  syl_test_reader_set (&reader, 4, SYL_PICK_STATE_READ);
  syl_test_reader_go (&reader, 7);
  assert_plan (&reader, "r0 r4 1 2");
  syl_test_reader_clear (&reader);
}

static void
test_skipping (void)
{
  SylTestReader reader;

  init_short (&reader, 4);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_SKIPPED);
  assert_plan (&reader, "1 2 3");
  syl_test_reader_go (&reader, 7);
  assert_plan (&reader, "s0 1 2 3");
  syl_test_reader_set (&reader, 2, SYL_PICK_STATE_SKIPPED);
  assert_plan (&reader, "s0 1 3");
  assert_repair (&reader, 0, 0, 0, 0);
  syl_test_reader_clear (&reader);
}

static void
test_pauses_and_shifts (void)
{
  SylTestReader reader;
  SylPlanPause pause = { syl_test_date ("2026-12-13"), syl_test_date ("2026-12-22") };
  GDate shift = syl_test_date ("2026-12-30");

  init_short (&reader, 4);
  g_array_append_val (reader.pauses, pause);
  g_array_append_val (reader.shifts, shift);
  assert_plan (&reader, "0 p p p f 1 2 3");
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_go (&reader, 35);
  assert_plan (&reader, "r0 p p p f 1 2 3");
  {
    g_autoptr (SylPlan) plan = syl_test_reader_plan (&reader);

    g_assert_cmpint (plan->n_behind, ==, 0);
    g_assert_cmpuint (syl_plan_count_streak (plan).present, ==, 1);
  }
  pause = (SylPlanPause){ reader.today, reader.today };
  g_array_append_val (reader.pauses, pause);
  assert_plan (&reader, "r0 p p p f 1 2 3");
  syl_test_reader_clear (&reader);
}

static void
test_reading_in_a_pause (void)
{
  SylTestReader reader;
  SylPlanPause pause = { syl_test_date ("2026-11-30"), syl_test_date ("2026-12-14") };

  init_short (&reader, 3);
  g_array_append_val (reader.pauses, pause);
  assert_plan (&reader, "p p 0 1 2");
  syl_test_reader_set (&reader, 1, SYL_PICK_STATE_READ);
  assert_plan (&reader, "r1 p 0 2");
  syl_test_reader_clear (&reader);
}

static void
test_what_comes_after (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;

  init_short (&reader, 5);
  syl_test_reader_add_after (&reader, 0, 2);
  syl_test_reader_add_after (&reader, 0, 99);
  syl_test_reader_add_after (&reader, 3, 3);
  syl_test_reader_add_after (&reader, 4, 1);
  assert_plan (&reader, "1 2 0 3 4");
  plan = syl_test_reader_plan (&reader);
  g_assert_cmpint (plan->waits[0], ==, 2);
  for (int i = 1; i < 5; i++)
    g_assert_cmpint (plan->waits[i], ==, -1);
  syl_test_reader_set (&reader, 2, SYL_PICK_STATE_SKIPPED);
  assert_plan (&reader, "1 0 3 4");
  syl_test_reader_clear (&reader);
}

static void
test_circles (void)
{
  SylTestReader reader;

  init_short (&reader, 4);
  syl_test_reader_add_after (&reader, 1, 2);
  syl_test_reader_add_after (&reader, 2, 1);
  syl_test_reader_add_after (&reader, 0, 2);
  assert_plan (&reader, "3 0 1 2");
  syl_test_reader_clear (&reader);
}

static void
test_own_order (void)
{
  static const int own[] = { 3, 0, 77, 3, -1 };
  SylTestReader reader;

  init_short (&reader, 6);
  g_array_append_vals (reader.own, own, G_N_ELEMENTS (own));
  assert_plan (&reader, "3 4 5 0 1 2");
  syl_test_reader_add_after (&reader, 3, 1);
  assert_plan (&reader, "4 5 0 1 3 2");
  syl_test_reader_clear (&reader);
}

static void
test_mixed_order (void)
{
  SylTestReader reader;

  syl_test_reader_init (&reader, START);
  for (unsigned int i = 0; i < 12; i++)
    syl_test_reader_add (&reader, i / 3, 60 + 10 * (i * 7 % 12));
  reader.input.order = SYL_PLAN_ORDER_MIXED;
  assert_plan (&reader, "0 3 9 6 4 1 7 10 2 5 11 8");
  syl_test_reader_clear (&reader);
}

/* The round of the n-th pick of a section, and whether it is one of the heavier half of that round. */
static int
find_round (SylTestReader *reader,
            const int     *n_in_section,
            int            n_rounds,
            int            pick)
{
  int n = 0;

  for (int i = 0; i < pick; i++)
    n += syl_test_reader_get (reader, i)->section == syl_test_reader_get (reader, pick)->section;
  return n * n_rounds / n_in_section[syl_test_reader_get (reader, pick)->section];
}

static gboolean
is_heavier (SylTestReader *reader,
            const int     *rounds,
            int            pick)
{
  int n = 0, n_lighter = 0;

  for (int i = 0; i < (int) reader->picks->len; i++)
    {
      unsigned int minutes = syl_test_reader_get (reader, i)->minutes;
      unsigned int own = syl_test_reader_get (reader, pick)->minutes;

      n += rounds[i] == rounds[pick];
      n_lighter += rounds[i] == rounds[pick] && (minutes < own || (minutes == own && i < pick));
    }
  return n_lighter >= n - n / 2;
}

static void
check_mixed (SylTestReader *reader,
             const int     *n_in_section,
             int            n_rounds)
{
  g_autoptr (SylPlan) plan = syl_test_reader_plan (reader);
  g_autofree int *rounds = g_new (int, reader->picks->len);
  gboolean last_is_heavier = FALSE;
  int last_round = 0;

  for (int i = 0; i < (int) reader->picks->len; i++)
    rounds[i] = find_round (reader, n_in_section, n_rounds, i);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      int pick = g_array_index (plan->weeks, SylPlanWeek, i).pick;

      if (pick < 0)
        continue;
      g_assert_cmpint (rounds[pick], >=, last_round);
      g_assert_false (last_is_heavier && is_heavier (reader, rounds, pick));
      last_round = rounds[pick];
      last_is_heavier = is_heavier (reader, rounds, pick);
    }
}

/* Sections take turns, round by round, and no two of the heavier half of a round are neighbours. */
static void
test_any_mixed_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (int i = 0; i < 300; i++)
    {
      SylTestReader reader;
      int n_in_section[6] = { 0 }, n_rounds = 0;
      int n_picks = g_rand_int_range (rand, 1, 50);

      syl_test_reader_init (&reader, START);
      reader.input.order = SYL_PLAN_ORDER_MIXED;
      for (int k = 0; k < n_picks; k++)
        {
          unsigned int section = (unsigned int) g_rand_int_range (rand, 0, 6);

          syl_test_reader_add (&reader, section, (unsigned int) g_rand_int_range (rand, 0, 20) * 15);
          n_in_section[section]++;
          n_rounds = MAX (n_rounds, n_in_section[section]);
        }
      check_mixed (&reader, n_in_section, n_rounds);
      syl_test_reader_clear (&reader);
    }
}

static void
test_retired_picks (void)
{
  SylTestReader reader;

  init_short (&reader, 4);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_get (&reader, 0)->retired = TRUE;
  syl_test_reader_get (&reader, 2)->retired = TRUE;
  syl_test_reader_go (&reader, 7);
  assert_plan (&reader, "r0 1 3");
  syl_test_reader_clear (&reader);
}

static void
test_what_was_read_before (void)
{
  SylTestReader reader;

  init_short (&reader, 3);
  syl_test_reader_go (&reader, -30);
  syl_test_reader_set (&reader, 1, SYL_PICK_STATE_READ);
  assert_plan (&reader, "0 2");
  syl_test_reader_get (&reader, 0)->state = SYL_PICK_STATE_READ;
  assert_plan (&reader, "2");
  syl_test_reader_clear (&reader);
}

static void
test_a_clock_that_was_wrong (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;

  init_short (&reader, 3);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_go (&reader, 700);
  plan = syl_test_reader_plan (&reader);
  syl_test_reader_remember (&reader, plan);
  syl_test_reader_go (&reader, -693);
  assert_plan (&reader, "r0 1 2");
  syl_test_reader_go (&reader, -10);
  assert_plan (&reader, "1 2");
  syl_test_reader_clear (&reader);
}

static void
test_what_is_opened_again (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;

  init_short (&reader, 3);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_go (&reader, 7);
  plan = syl_test_reader_plan (&reader);
  syl_test_reader_remember (&reader, plan);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_UNREAD);
  assert_plan (&reader, "r 0 1 2");
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  assert_plan (&reader, "r r0 1 2");
  syl_test_reader_clear (&reader);
}

static void
test_the_end (void)
{
  SylTestReader reader;

  init_short (&reader, 2);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_set (&reader, 1, SYL_PICK_STATE_READ);
  assert_plan (&reader, "r0");
  syl_test_reader_go (&reader, 70);
  assert_plan (&reader, "r0");
  syl_test_reader_clear (&reader);
}

static void
test_streaks (void)
{
  static const struct
  {
    const char *weeks;
    unsigned int present;
    unsigned int longest;
  } cases[] = {
    { "", 0, 0 },      { "rrr", 3, 3 },    { "rmrr", 3, 3 },     { "rmm", 0, 1 },      { "rmrmr", 1, 2 },
    { "rrmrrrm", 5, 5 }, { "rrpppfsr", 3, 3 }, { "rrmprrmrr", 2, 4 }, { "rrmprrrmrr", 7, 7 }, { "mr", 1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (SylPlanWeek));
      SylPlan plan = { .weeks = weeks };
      SylPlanStreak streak;

      for (const char *at = cases[i].weeks; *at != '\0'; at++)
        {
          SylPlanWeek week = { .pick = -1 };

          while (*syl_plan_week_state_to_string (week.state) != *at)
            week.state++;
          g_array_append_val (weeks, week);
        }
      streak = syl_plan_count_streak (&plan);
      g_test_message ("%s", cases[i].weeks);
      g_assert_cmpuint (streak.present, ==, cases[i].present);
      g_assert_cmpuint (streak.longest, ==, cases[i].longest);
    }
}

static void
test_shorter_ones (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;
  g_autoptr (GArray) found = NULL;

  init_short (&reader, 6);
  syl_test_reader_get (&reader, 0)->minutes = 90;
  syl_test_reader_get (&reader, 2)->minutes = 0;
  syl_test_reader_set (&reader, 4, SYL_PICK_STATE_READING);
  syl_test_reader_add_after (&reader, 3, 0);
  plan = syl_test_reader_plan (&reader);
  found = syl_plan_find_shorter (plan, &reader.input, 0);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (g_array_index (found, int, 0), ==, 1);
  g_assert_cmpint (g_array_index (found, int, 1), ==, 5);
  syl_test_reader_clear (&reader);
}

static gboolean
is_in_the_way (SylTestReader *reader,
               SylPlan       *plan,
               int            pick,
               int            before,
               int            first,
               int            second)
{
  int found_first = -1, found_second = -1;

  return syl_plan_find_obstacle (plan, &reader->input, pick, before, &found_first, &found_second) &&
         found_first == first && found_second == second;
}

static void
test_what_is_in_the_way (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;
  int first, second;

  init_short (&reader, 8);
  syl_test_reader_add_after (&reader, 4, 2);
  syl_test_reader_add_after (&reader, 6, 4);
  plan = syl_test_reader_plan (&reader);
  g_assert_true (is_in_the_way (&reader, plan, 4, 0, 2, 4));
  g_assert_true (is_in_the_way (&reader, plan, 4, 2, 2, 4));
  g_assert_false (syl_plan_find_obstacle (plan, &reader.input, 4, 3, &first, &second));
  g_assert_false (syl_plan_find_obstacle (plan, &reader.input, 4, 6, &first, &second));
  g_assert_true (is_in_the_way (&reader, plan, 4, 7, 4, 6));
  g_assert_true (is_in_the_way (&reader, plan, 4, -1, 4, 6));
  g_assert_false (syl_plan_find_obstacle (plan, &reader.input, 6, -1, &first, &second));
  g_assert_false (syl_plan_find_obstacle (plan, &reader.input, 0, 1, &first, &second));
  syl_test_reader_clear (&reader);
}

static void
test_steps (void)
{
  SylTestReader reader;
  GDate shift = syl_test_date ("2026-12-14");
  g_autoptr (SylPlan) plan = NULL;
  int before;

  init_short (&reader, 4);
  g_array_append_val (reader.shifts, shift);
  syl_test_reader_set (&reader, 0, SYL_PICK_STATE_READ);
  assert_plan (&reader, "r0 1 f 2 3");
  plan = syl_test_reader_plan (&reader);
  g_assert_false (syl_plan_find_step (plan, 1, FALSE, &before));
  g_assert_true (syl_plan_find_step (plan, 1, TRUE, &before));
  g_assert_cmpint (before, ==, 3);
  g_assert_true (syl_plan_find_step (plan, 2, FALSE, &before));
  g_assert_cmpint (before, ==, 1);
  g_assert_true (syl_plan_find_step (plan, 2, TRUE, &before));
  g_assert_cmpint (before, ==, -1);
  g_assert_false (syl_plan_find_step (plan, 3, TRUE, &before));
  g_assert_cmpint (syl_plan_find_planned (plan, 2, -1), ==, 1);
  g_assert_cmpint (syl_plan_find_planned (plan, 5, 1), ==, -1);
  syl_test_reader_clear (&reader);
}

static void
test_outline (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;
  g_autoptr (SylPlan) hurried = NULL;
  g_autoptr (SylPlan) easy = NULL;
  SylPlanOutline outline;
  GDate sunday = syl_test_date ("2027-11-28");

  syl_test_reader_init (&reader, "2026-11-30");
  syl_test_reader_add_list (&reader);
  plan = syl_test_reader_plan (&reader);
  outline = syl_plan_outline (plan, &reader.input);
  g_assert_cmpuint (outline.n_picks, ==, 50);
  g_assert_cmpuint (outline.n_free, ==, 2);
  g_assert_cmpuint (outline.n_weeks, ==, 52);
  g_assert_cmpint (g_date_compare (&outline.end, &sunday), ==, 0);
  /* 480 and 600 minutes have a free week each, which is not enough; 300 and 300 have none. */
  g_assert_cmpuint (outline.n_long, ==, 4);

  reader.input.minutes = 60;
  hurried = syl_test_reader_plan (&reader);
  g_assert_cmpuint (syl_plan_outline (hurried, &reader.input).n_long, ==, 39);
  reader.input.minutes = 0;
  easy = syl_test_reader_plan (&reader);
  g_assert_cmpuint (syl_plan_outline (easy, &reader.input).n_long, ==, 0);
  syl_test_reader_clear (&reader);
}

static void
test_no_outline (void)
{
  SylTestReader reader;
  g_autoptr (SylPlan) plan = NULL;
  SylPlanOutline outline;

  init_short (&reader, 0);
  plan = syl_test_reader_plan (&reader);
  outline = syl_plan_outline (plan, &reader.input);
  g_assert_cmpuint (outline.n_weeks, ==, 0);
  g_assert_false (g_date_valid (&outline.end));
  syl_test_reader_clear (&reader);
}

static void
test_focus (void)
{
  GDate monday = syl_test_date ("2026-11-30"), tuesday = syl_test_date ("2026-12-01");
  SylPlanSession sessions[] = { { monday, 0, 600 }, { tuesday, 1, 60 }, { tuesday, 0, 5 } };

  g_assert_cmpuint (syl_plan_sum_focus (sessions, 3, -1, NULL, NULL), ==, 665);
  g_assert_cmpuint (syl_plan_sum_focus (sessions, 3, 0, NULL, NULL), ==, 605);
  g_assert_cmpuint (syl_plan_sum_focus (sessions, 3, -1, &tuesday, NULL), ==, 65);
  g_assert_cmpuint (syl_plan_sum_focus (sessions, 3, -1, &monday, &tuesday), ==, 600);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/the-list", test_the_list);
  g_test_add_func ("/plan/weeks-of-the-calendar", test_weeks_of_the_calendar);
  g_test_add_func ("/plan/free-weeks-that-nobody-needs", test_free_weeks_that_nobody_needs);
  g_test_add_func ("/plan/a-missed-week-uses-up-a-free-one", test_a_missed_week_uses_up_a_free_one);
  g_test_add_func ("/plan/who-is-at-a-long-pick", test_who_is_at_a_long_pick_has_its_free_week);
  g_test_add_func ("/plan/reading-ahead", test_reading_ahead);
  g_test_add_func ("/plan/skipping", test_skipping);
  g_test_add_func ("/plan/pauses-and-shifts", test_pauses_and_shifts);
  g_test_add_func ("/plan/reading-in-a-pause", test_reading_in_a_pause);
  g_test_add_func ("/plan/what-comes-after", test_what_comes_after);
  g_test_add_func ("/plan/circles", test_circles);
  g_test_add_func ("/plan/own-order", test_own_order);
  g_test_add_func ("/plan/mixed-order", test_mixed_order);
  g_test_add_func ("/plan/any-mixed-order", test_any_mixed_order);
  g_test_add_func ("/plan/retired-picks", test_retired_picks);
  g_test_add_func ("/plan/what-was-read-before", test_what_was_read_before);
  g_test_add_func ("/plan/a-clock-that-was-wrong", test_a_clock_that_was_wrong);
  g_test_add_func ("/plan/what-is-opened-again", test_what_is_opened_again);
  g_test_add_func ("/plan/the-end", test_the_end);
  g_test_add_func ("/plan/streaks", test_streaks);
  g_test_add_func ("/plan/shorter-ones", test_shorter_ones);
  g_test_add_func ("/plan/what-is-in-the-way", test_what_is_in_the_way);
  g_test_add_func ("/plan/steps", test_steps);
  g_test_add_func ("/plan/outline", test_outline);
  g_test_add_func ("/plan/no-outline", test_no_outline);
  g_test_add_func ("/plan/focus", test_focus);

  return g_test_run ();
}
