/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "recall/syl-fsrs.h"
#include "recall/syl-recall.h"
#include "syl-test-plan.h"

/* The vectors of this file are those of the tests of fsrs-rs (src/model.rs, src/inference.rs) and
 * py-fsrs (tests/test_basic.py), of FSRS-6 unless it says otherwise. */

#define assert_near(value, expected) g_assert_cmpfloat_with_epsilon (value, expected, 1e-4)

static SylFsrs
make_default (void)
{
  SylFsrs fsrs;

  syl_fsrs_init (&fsrs);
  return fsrs;
}

static void
test_forgetting_curve (void)
{
  static const double cases[][3] = { { 0, 1, 1 },         { 1, 2, 0.9403443 }, { 2, 3, 0.9253786 },
                                     { 3, 4, 0.9185229 }, { 4, 4, 0.9 },       { 5, 2, 0.8261359 } };
  static const double later[] = { 1, 0.9, 0.84028935, 0.7985001 };
  SylFsrs fsrs = make_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SylFsrsMemory memory = { cases[i][1], 5 };

      assert_near (syl_fsrs_get_chance (&fsrs, &memory, cases[i][0]), cases[i][2]);
    }
  fsrs.parameters[20] = 0.2;
  for (int days = 0; days < 4; days++)
    {
      SylFsrsMemory memory = { 1, 5 };

      assert_near (syl_fsrs_get_chance (&fsrs, &memory, days), later[days]);
    }
}

static void
test_first_time (void)
{
  SylFsrs fsrs = make_default ();
  static const SylFsrsMemory expected[] = { { 0.212, 6.4133 }, { 1.2931, 5.112171 }, { 2.3065, 2.118104 }, { 8.2956, 1 } };
  SylFsrsMemory none = { 0, 0 };

  for (unsigned int rating = SYL_FSRS_AGAIN; rating <= SYL_FSRS_EASY; rating++)
    {
      SylFsrsMemory memory = syl_fsrs_review (&fsrs, NULL, rating, 0);
      SylFsrsMemory again = syl_fsrs_review (&fsrs, &none, rating, 0);

      assert_near (memory.stability, expected[rating - 1].stability);
      assert_near (memory.difficulty, expected[rating - 1].difficulty);
      g_assert_true (memcmp (&memory, &again, sizeof memory) == 0);
    }
}

static void
test_difficulty (void)
{
  static const double expected[] = { 8.341763, 6.6659956, 4.990228, 3.3144615 };
  SylFsrs fsrs = make_default ();
  SylFsrsMemory memory = { 5, 5 };

  for (unsigned int rating = SYL_FSRS_AGAIN; rating <= SYL_FSRS_EASY; rating++)
    assert_near (syl_fsrs_review (&fsrs, &memory, rating, 1).difficulty, expected[rating - 1]);
}

/* The days after which the chance is as much as that. */
static double
days_until (const SylFsrs       *fsrs,
            const SylFsrsMemory *memory,
            double               chance)
{
  double decay = -fsrs->parameters[20];

  return memory->stability / (pow (0.9, 1 / decay) - 1) * (pow (chance, 1 / decay) - 1);
}

static void
test_stability (void)
{
  static const double recalled[] = { 0, 28.226582, 58.656002, 127.226685 };
  static const double forgotten[] = { 1.0525396, 1.1894329, 1.3680838, 1.584989 };
  static const double same_day[] = { 1.596818, 5, 5, 8.12961 };
  SylFsrs fsrs = make_default ();

  for (unsigned int i = 0; i < 4; i++)
    {
      SylFsrsMemory memory = { 5, i + 1 };
      double days = days_until (&fsrs, &memory, 0.9 - 0.1 * i);

      if (i > 0)
        assert_near (syl_fsrs_review (&fsrs, &memory, i + 1, days).stability, recalled[i]);
      assert_near (syl_fsrs_review (&fsrs, &memory, SYL_FSRS_AGAIN, days).stability, forgotten[i]);
      assert_near (syl_fsrs_review (&fsrs, &memory, i + 1, 0).stability, same_day[i]);
    }
}

static SylFsrsMemory
play (const SylFsrs       *fsrs,
      const SylFsrsRating *ratings,
      const int           *days,
      gsize                n)
{
  SylFsrsMemory memory = { 0, 0 };

  for (gsize i = 0; i < n; i++)
    memory = syl_fsrs_review (fsrs, &memory, ratings[i], days[i]);
  return memory;
}

static void
test_memory (void)
{
  static const SylFsrsRating ratings[] = { 1, 3, 3, 3, 3, 3 };
  static const int days[] = { 0, 0, 1, 3, 8, 21 };
  SylFsrs fsrs = make_default ();
  SylFsrsMemory memory = play (&fsrs, ratings, days, G_N_ELEMENTS (ratings));

  assert_near (memory.stability, 53.62691);
  assert_near (memory.difficulty, 6.3574867);
  fsrs.parameters[17] = fsrs.parameters[18] = fsrs.parameters[19] = 0;
  memory = play (&fsrs, ratings, days, G_N_ELEMENTS (ratings));
  assert_near (memory.stability, 53.335106);
  assert_near (memory.difficulty, 6.3574867);
}

/* Parameters of FSRS-5, which FSRS-6 takes with two more that change nothing. */
static void
test_next_states (void)
{
  static const double parameters[SYL_FSRS_N_PARAMETERS] = {
    0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254, 1.432437, 0.1544, 0.8692766,
    2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072, 0.18046261, 0.121442534, 0, 0.5,
  };
  static const SylFsrsRating ratings[] = { 1, 3, 3, 3 };
  static const int days[] = { 0, 1, 3, 8 };
  static const SylFsrsMemory expected[] = {
    { 2.9691455, 8.000659 }, { 17.091452, 7.6913934 }, { 31.722992, 7.382128 }, { 71.7502, 7.0728626 }
  };
  SylFsrs fsrs = make_default ();
  SylFsrsMemory memory;

  memcpy (fsrs.parameters, parameters, sizeof parameters);
  memory = play (&fsrs, ratings, days, G_N_ELEMENTS (ratings));
  for (unsigned int rating = SYL_FSRS_AGAIN; rating <= SYL_FSRS_EASY; rating++)
    {
      SylFsrsMemory next = syl_fsrs_review (&fsrs, &memory, rating, 21);

      assert_near (next.stability, expected[rating - 1].stability);
      assert_near (next.difficulty, expected[rating - 1].difficulty);
    }
  memory = (SylFsrsMemory){ 20.925528, 7.005062 };
  memory = syl_fsrs_review (&fsrs, &memory, SYL_FSRS_GOOD, 21);
  assert_near (memory.stability, 40.87456);
  assert_near (memory.difficulty, 6.9913807);
}

/* Where py-fsrs has a card in its steps of minutes, the interval is 0 days. */
static void
test_history_of_intervals (void)
{
  static const SylFsrsRating ratings[] = { 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3 };
  static const unsigned int intervals[] = { 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21 };
  SylFsrs fsrs = make_default ();
  SylFsrsMemory memory = { 0, 0 };
  unsigned int days = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ratings); i++)
    {
      memory = syl_fsrs_review (&fsrs, &memory, ratings[i], days);
      if (intervals[i] > 0)
        g_assert_cmpuint (syl_fsrs_get_interval (&fsrs, &memory), ==, intervals[i]);
      days = intervals[i];
    }
}

static void
test_intervals (void)
{
  static const unsigned int expected[] = { 3116766, 34793, 2508, 387, 90, 27, 9, 3, 1, 1 };
  SylFsrs fsrs = make_default ();
  SylFsrsMemory memory = { 1, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      fsrs.retention = (double) (i + 1) / 10;
      g_assert_cmpuint (syl_fsrs_get_interval (&fsrs, &memory), ==, MIN (expected[i], SYL_FSRS_MAX_DAYS));
    }
}

/* Whatever is answered, numbers stay numbers, and in their bounds. */
static void
test_bounds (void)
{
  SylFsrs fsrs = make_default ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  SylFsrsMemory memory = { 0, 0 };

  for (int i = 0; i < 100000; i++)
    {
      SylFsrsRating rating = (SylFsrsRating) g_rand_int_range (rand, 1, 5);
      int days = g_rand_int_range (rand, 0, i % 3 == 0 ? 100000 : 3);

      memory = syl_fsrs_review (&fsrs, &memory, rating, days);
      g_assert_true (memory.stability >= 0.001 && memory.stability <= SYL_FSRS_MAX_DAYS);
      g_assert_true (memory.difficulty >= 1 && memory.difficulty <= 10);
      if (i % 1000 == 0)
        memory.stability = 0;
    }
  memory.stability = 0;
  for (int i = 0; i < 10; i++)
    memory = syl_fsrs_review (&fsrs, &memory, SYL_FSRS_EASY, 0);
  assert_near (memory.difficulty, 1);
}

static void
assert_spread (const char         **dues,
               gsize                n_dues,
               unsigned int         n_done,
               const unsigned int  *expected)
{
  GDate today = syl_test_date ("2026-12-31");
  g_autofree GDate *dates = g_new (GDate, n_dues);
  g_autofree unsigned int *weeks = g_new (unsigned int, n_dues);

  for (gsize i = 0; i < n_dues; i++)
    dates[i] = syl_test_date (dues[i]);
  syl_recall_spread (dates, n_dues, 2, n_done, &today, weeks);
  for (gsize i = 0; i < n_dues; i++)
    g_assert_cmpuint (weeks[i], ==, expected[i]);
}

static void
test_spread (void)
{
  static const char *dues[] = { "2027-01-04", "2026-01-01", "2027-01-03", "2026-12-30", "2026-12-30", "2027-03-01" };

  assert_spread (dues, 0, 0, NULL);
  assert_spread (dues, 6, 0, (const unsigned int[]){ 2, 0, 1, 0, 1, 9 });
  assert_spread (dues, 6, 1, (const unsigned int[]){ 2, 0, 2, 1, 1, 9 });
  assert_spread (dues, 6, 2, (const unsigned int[]){ 3, 1, 2, 1, 2, 9 });
  assert_spread (dues, 6, 7, (const unsigned int[]){ 3, 1, 2, 1, 2, 9 });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fsrs/forgetting-curve", test_forgetting_curve);
  g_test_add_func ("/fsrs/first-time", test_first_time);
  g_test_add_func ("/fsrs/difficulty", test_difficulty);
  g_test_add_func ("/fsrs/stability", test_stability);
  g_test_add_func ("/fsrs/memory", test_memory);
  g_test_add_func ("/fsrs/next-states", test_next_states);
  g_test_add_func ("/fsrs/history-of-intervals", test_history_of_intervals);
  g_test_add_func ("/fsrs/intervals", test_intervals);
  g_test_add_func ("/fsrs/bounds", test_bounds);
  g_test_add_func ("/recall/spread", test_spread);

  return g_test_run ();
}
