/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-plan-progress.h"
#include "syl-test-plan.h"

#define START "2026-11-30"
#define N_PICKS 6

/* A year of short picks, in two sections, and the time that was spent on them. */
typedef struct
{
  SylTestReader reader;
  GArray *sessions; /* of SylPlanSession */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  syl_test_reader_init (&fixture->reader, START);
  for (unsigned int i = 0; i < N_PICKS; i++)
    syl_test_reader_add (&fixture->reader, i / 3, 60);
  fixture->sessions = g_array_new (FALSE, FALSE, sizeof (SylPlanSession));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_array_unref (fixture->sessions);
  syl_test_reader_clear (&fixture->reader);
}

static SylPlanProgress *
look_back (Fixture *fixture)
{
  SylTestReader *reader = &fixture->reader;
  g_autoptr (SylPlan) plan = syl_test_reader_plan (reader);

  return syl_plan_progress_new (plan, &reader->input, (SylPlanSession *) (gpointer) fixture->sessions->data,
                                fixture->sessions->len, &reader->today);
}

static void
spend (Fixture      *fixture,
       const char   *day,
       unsigned int  seconds)
{
  SylPlanSession session = { syl_test_date (day), 0, seconds };

  g_array_append_val (fixture->sessions, session);
}

static char *
planned_to_string (const SylPlanProgress *progress)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < progress->planned->len; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? " " : "", g_array_index (progress->planned, guint, i));
  return g_string_free_and_steal (string);
}

static char *
read_to_string (const SylPlanProgress *progress)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < progress->weeks->len; i++)
    g_string_append_printf (string, "%s%u", i > 0 ? " " : "",
                            g_array_index (progress->weeks, SylPlanProgressWeek, i).n_read);
  return g_string_free_and_steal (string);
}

static void
assert_lines (const SylPlanProgress *progress,
              const char            *planned,
              const char            *read)
{
  g_autofree char *planned_now = planned_to_string (progress);
  g_autofree char *read_now = read_to_string (progress);

  g_assert_cmpstr (planned_now, ==, planned);
  g_assert_cmpstr (read_now, ==, read);
}

static void
test_nothing_yet (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SylPlanProgress) progress = look_back (fixture);

  g_assert_true (syl_plan_progress_is_empty (progress));
  g_assert_cmpuint (progress->n_picks, ==, N_PICKS);
  g_assert_cmpuint (progress->n_read, ==, 0);
  g_assert_cmpuint (progress->n_seen, ==, 1);
  g_assert_cmpuint (progress->present, ==, 0);
  g_assert_cmpint (progress->n_behind, ==, 0);
  assert_lines (progress, "1 2 3 4 5 6", "0 0 0 0 0 0");
}

/* One read in its week, one week missed, two read in the third. */
static void
test_read_and_missed (Fixture       *fixture,
                      gconstpointer  data)
{
  SylTestReader *reader = &fixture->reader;
  g_autoptr (SylPlanProgress) progress = NULL;

  syl_test_reader_set (reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_go (reader, 14);
  progress = look_back (fixture);
  g_assert_false (syl_plan_progress_is_empty (progress));
  g_assert_cmpint (progress->n_behind, ==, 1);
  assert_lines (progress, "1 2 3 4 5 6 6", "1 1 1 1 1 1 1");

  syl_test_reader_set (reader, 1, SYL_PICK_STATE_READ);
  syl_test_reader_set (reader, 2, SYL_PICK_STATE_READ);
  g_clear_pointer (&progress, syl_plan_progress_unref);
  progress = look_back (fixture);
  g_assert_cmpuint (progress->n_read, ==, 3);
  g_assert_cmpuint (progress->n_seen, ==, 3);
  g_assert_cmpuint (progress->present, ==, 2);
  g_assert_cmpint (progress->n_behind, ==, 0);
  g_assert_cmpuint (progress->streak.present, ==, 2);
  assert_lines (progress, "1 2 3 4 5 6", "1 1 3 3 3 3");
}

/* Ahead of the plan, the year is shorter than it was to be. */
static void
test_ahead (Fixture       *fixture,
            gconstpointer  data)
{
  SylTestReader *reader = &fixture->reader;
  g_autoptr (SylPlanProgress) progress = NULL;

  for (int i = 0; i < 3; i++)
    syl_test_reader_set (reader, i, SYL_PICK_STATE_READ);
  progress = look_back (fixture);
  g_assert_cmpint (progress->n_behind, <, 0);
  g_assert_cmpuint (progress->weeks->len, <, N_PICKS);
  g_assert_cmpuint (progress->planned->len, ==, N_PICKS);
  g_assert_cmpuint (g_array_index (progress->planned, guint, N_PICKS - 1), ==, N_PICKS);
}

static void
test_before_and_beside (Fixture       *fixture,
                        gconstpointer  data)
{
  SylTestReader *reader = &fixture->reader;
  g_autoptr (SylPlanProgress) progress = NULL;

  syl_test_reader_go (reader, -30);
  syl_test_reader_set (reader, 0, SYL_PICK_STATE_READ);
  syl_test_reader_get (reader, 1)->state = SYL_PICK_STATE_READ;
  progress = look_back (fixture);
  g_assert_cmpuint (progress->n_seen, ==, 0);
  g_assert_cmpuint (progress->present, ==, G_MAXUINT);
  g_clear_pointer (&progress, syl_plan_progress_unref);

  syl_test_reader_go (reader, 30);
  syl_test_reader_get (reader, 5)->retired = TRUE;
  progress = look_back (fixture);
  g_assert_cmpuint (progress->n_picks, ==, N_PICKS - 1);
  g_assert_cmpuint (progress->n_before, ==, 2);
  assert_lines (progress, "3 4 5", "2 2 2");
  g_clear_pointer (&progress, syl_plan_progress_unref);

  syl_test_reader_set (reader, 2, SYL_PICK_STATE_SKIPPED);
  progress = look_back (fixture);
  g_assert_cmpuint (progress->n_skipped, ==, 1);
  g_assert_cmpuint (g_array_index (progress->planned, guint, progress->planned->len - 1), ==, 4);
}

static void
test_focused_time (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SylPlanProgress) progress = NULL;

  spend (fixture, "2026-11-29", 100);
  spend (fixture, "2026-12-06", 20);
  spend (fixture, "2026-11-30", 10);
  spend (fixture, "2026-12-07", 3000);
  spend (fixture, "2031-01-01", 7);
  syl_test_reader_go (&fixture->reader, 4 * 7);
  progress = look_back (fixture);
  g_assert_false (syl_plan_progress_is_empty (progress));
  g_assert_cmpuint (progress->seconds, ==, 3137);
  g_assert_cmpuint (progress->seconds_lately, ==, 3007);
  g_assert_cmpuint (g_array_index (progress->weeks, SylPlanProgressWeek, 0).seconds, ==, 30);
  g_assert_cmpuint (g_array_index (progress->weeks, SylPlanProgressWeek, 1).seconds, ==, 3000);
  g_assert_cmpuint (g_array_index (progress->weeks, SylPlanProgressWeek, 2).seconds, ==, 0);
}

/* Twelve years of daily reading are looked back at in no time. */
static void
test_it_takes_no_time (Fixture       *fixture,
                       gconstpointer  data)
{
  GDate day = syl_test_date (START);
  gint64 start;
  double cost;

  syl_test_reader_add_list (&fixture->reader);
  for (int i = 0; i < 4400; i++)
    {
      SylPlanSession session = { day, 0, 60 };

      g_array_append_val (fixture->sessions, session);
      g_date_add_days (&day, 1);
    }
  start = g_get_monotonic_time ();
  for (int i = 0; i < 100; i++)
    syl_plan_progress_unref (look_back (fixture));
  cost = (double) (g_get_monotonic_time () - start) / 100;
  g_test_minimized_result (cost, "%.0f µs", cost);
  g_assert_cmpfloat (cost, <, 50000);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/progress/nothing-yet", test_nothing_yet);
  add ("/progress/read-and-missed", test_read_and_missed);
  add ("/progress/ahead", test_ahead);
  add ("/progress/before-and-beside", test_before_and_beside);
  add ("/progress/focused-time", test_focused_time);
  add ("/progress/it-takes-no-time", test_it_takes_no_time);

  return g_test_run ();
}
