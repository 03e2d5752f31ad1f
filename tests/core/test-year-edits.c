/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-library-fixture.h"
#include "syl-test-plan.h"

typedef SylLibraryFixture Fixture;

#define MAX_EDITS 8

static void
assert_pace (Fixture      *fixture,
             unsigned int  minutes,
             SylPlanOrder  order)
{
  g_autoptr (SylYear) year = syl_library_fixture_load_year (fixture);

  g_assert_cmpuint (syl_year_get_input (year)->minutes, ==, minutes);
  g_assert_cmpuint (syl_year_get_input (year)->order, ==, order);
  g_assert_true (syl_year_get_chosen (year));
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_undo_plan_async (fixture->library, READY), syl_library_undo_plan_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static gboolean
finish_shift (SylLibrary    *library,
              GAsyncResult  *result,
              GError       **error)
{
  g_assert_true (syl_library_shift_week_finish (library, result, error));
  return syl_library_has_changed_plan (library, result);
}

static gboolean
finish_resume (SylLibrary    *library,
               GAsyncResult  *result,
               GError       **error)
{
  g_assert_true (syl_library_resume_finish (library, result, error));
  return syl_library_has_changed_plan (library, result);
}

static gboolean
finish_move (SylLibrary    *library,
             GAsyncResult  *result,
             GError       **error)
{
  g_assert_true (syl_library_move_pick_finish (library, result, error));
  return syl_library_has_changed_plan (library, result);
}

static gboolean
finish_pace (SylLibrary    *library,
             GAsyncResult  *result,
             GError       **error)
{
  g_assert_true (syl_library_set_pace_finish (library, result, error));
  return syl_library_has_changed_plan (library, result);
}

/* Returns: whether it changed anything */
static gboolean
move (Fixture    *fixture,
      const char *slug,
      const char *before)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  g_autoptr (SylPick) other = before != NULL ? syl_test_find_pick (fixture->library, before) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ROUND (syl_library_move_pick_async (fixture->library, pick, other, READY), finish_move, changed);
  g_assert_no_error (error);
  return changed;
}

static gboolean
shift (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ROUND (syl_library_shift_week_async (fixture->library, &fixture->today, TRUE, READY), finish_shift, changed);
  g_assert_no_error (error);
  return changed;
}

static gboolean
resume (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ROUND (syl_library_resume_async (fixture->library, READY), finish_resume, changed);
  g_assert_no_error (error);
  return changed;
}

static gboolean
set_pace (Fixture      *fixture,
          unsigned int  minutes)
{
  g_autoptr (GError) error = NULL;
  gboolean changed;

  ROUND (syl_library_set_pace_async (fixture->library, &minutes, NULL, READY), finish_pace, changed);
  g_assert_no_error (error);
  return changed;
}

/* All are asked for before the first one is answered. Returns: how many of them changed anything */
static unsigned int
step (Fixture      *fixture,
      const char   *slug,
      gboolean      later,
      unsigned int  n_steps)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  GAsyncResult *answers[MAX_EDITS] = { NULL };
  unsigned int n_changed = 0;

  for (unsigned int i = 0; i < n_steps; i++)
    syl_library_step_pick_async (fixture->library, pick, later, NULL, syl_test_ready_cb, &answers[i]);
  for (unsigned int i = 0; i < n_steps; i++)
    {
      g_autoptr (GAsyncResult) result = syl_test_wait (&answers[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (syl_library_step_pick_finish (fixture->library, result, &error));
      g_assert_no_error (error);
      n_changed += syl_library_has_changed_plan (fixture->library, result) ? 1 : 0;
    }
  return n_changed;
}

static void
test_steps_add_up (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpuint (step (fixture, "p1-1", TRUE, 2), ==, 2);
  syl_library_fixture_assert_year (fixture, "1 2 0 3 4 5");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "1 0 2 3 4 5");
  g_assert_cmpuint (step (fixture, "p1-1", TRUE, 5), ==, 4);
  syl_library_fixture_assert_year (fixture, "1 2 3 4 5 0");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "1 2 3 4 0 5");
  g_assert_cmpuint (step (fixture, "p1-1", FALSE, 6), ==, 4);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "1 0 2 3 4 5");
}

static void
test_steps_over_other_weeks (Fixture       *fixture,
                             gconstpointer  data)
{
  GDate from = syl_test_add_days (&fixture->today, 7), until = syl_test_add_days (&fixture->today, 14);
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-1");
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_pause_async (fixture->library, &from, &until, READY), syl_library_pause_finish, done);
  g_assert_true (done);
  ROUND (syl_library_set_state_async (fixture->library, pick, SYL_PICK_STATE_READ, READY), syl_library_set_state_finish,
         done);
  g_assert_true (done);
  {
    g_autoptr (SylYear) year = syl_library_fixture_load_year (fixture);
    g_autofree char *string = syl_test_plan_to_string (syl_year_get_plan (year));

    g_assert_true (g_str_has_prefix (string, "r0 p "));
    g_assert_true (g_str_has_suffix (string, " 1 2 3 4 5"));
  }
  g_assert_cmpuint (step (fixture, "p1-3", FALSE, 2), ==, 1);
  {
    g_autoptr (SylYear) year = syl_library_fixture_load_year (fixture);
    g_autofree char *string = syl_test_plan_to_string (syl_year_get_plan (year));

    g_assert_true (g_str_has_suffix (string, " 2 1 3 4 5"));
  }
  /* It is read by now, and the window doesn't know yet. */
  g_assert_cmpuint (step (fixture, "p1-1", TRUE, 1), ==, 0);
}

static void
test_what_changes_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_false (move (fixture, "p1-1", "p1-2"));
  g_assert_false (move (fixture, "p2-3", NULL));
  g_assert_true (move (fixture, "p2-3", "p1-1"));
  g_assert_false (move (fixture, "p2-3", "p1-1"));
  g_assert_false (resume (fixture));
  g_assert_false (set_pace (fixture, SYL_PLAN_MINUTES_DEFAULT));
  assert_pace (fixture, SYL_PLAN_MINUTES_DEFAULT, SYL_PLAN_ORDER_SECTIONS);
  syl_library_fixture_assert_year (fixture, "5 0 1 2 3 4");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");

  g_assert_true (shift (fixture));
  g_assert_false (shift (fixture));
  syl_library_fixture_assert_year (fixture, "f 0 1 2 3 4 5");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");

  g_assert_true (set_pace (fixture, 60));
  g_assert_false (set_pace (fixture, 60));
  undo (fixture);
  g_assert_false (set_pace (fixture, SYL_PLAN_MINUTES_DEFAULT));
}

/* What came to be the order of the list is none that the reader made. */
static void
test_order_after_what_changes_nothing (Fixture       *fixture,
                                       gconstpointer  data)
{
  const SylPlanOrder mixed = SYL_PLAN_ORDER_MIXED;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  g_assert_false (move (fixture, "p1-1", "p1-2"));
  ROUND (syl_library_set_pace_async (fixture->library, NULL, &mixed, READY), finish_pace, changed);
  g_assert_true (changed);
  syl_library_fixture_assert_year (fixture, "0 3 1 4 2 5");
}

static void
test_minutes_and_order_at_once (Fixture       *fixture,
                                gconstpointer  data)
{
  const unsigned int minutes = 60;
  const SylPlanOrder order = SYL_PLAN_ORDER_MIXED;
  GAsyncResult *answers[2] = { NULL };

  syl_library_set_pace_async (fixture->library, &minutes, NULL, NULL, syl_test_ready_cb, &answers[0]);
  syl_library_set_pace_async (fixture->library, NULL, &order, NULL, syl_test_ready_cb, &answers[1]);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = syl_test_wait (&answers[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (finish_pace (fixture->library, result, &error));
    }
  assert_pace (fixture, 60, SYL_PLAN_ORDER_MIXED);
  undo (fixture);
  assert_pace (fixture, 60, SYL_PLAN_ORDER_SECTIONS);
}

static void
test_a_year_begun_after_another_choice (Fixture       *fixture,
                                        gconstpointer  data)
{
  const unsigned int minutes = 60;
  const SylPlanOrder order = SYL_PLAN_ORDER_MIXED;
  GAsyncResult *answers[2] = { NULL };
  g_autoptr (GAsyncResult) chosen = NULL;
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GError) error = NULL;

  syl_library_set_pace_async (fixture->library, &minutes, NULL, NULL, syl_test_ready_cb, &answers[0]);
  syl_library_begin_year_async (fixture->library, &fixture->today, NULL, &order, NULL, syl_test_ready_cb, &answers[1]);
  chosen = syl_test_wait (&answers[0]);
  begun = syl_test_wait (&answers[1]);
  g_assert_true (syl_library_set_pace_finish (fixture->library, chosen, &error));
  g_assert_true (syl_library_begin_year_finish (fixture->library, begun, &error));
  assert_pace (fixture, 60, SYL_PLAN_ORDER_MIXED);
}

/* The same list, with a pick that comes after another. */
static void
bind_pick (Fixture    *fixture,
           const char *slug,
           const char *after)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-06-01", 2, 3);
  g_autofree char *id = g_strdup_printf ("\"id\":\"%s\",", slug);
  g_autofree char *with = g_strdup_printf ("%s\"after\":[\"%s\"],", id, after);
  g_auto (GStrv) parts = g_strsplit (list, id, 2);
  g_autofree char *bound = g_strjoinv (with, parts);
  g_autofree char *file = NULL;

  syl_test_close_library (fixture->library);
  file = syl_test_write_file (fixture->lists, "a.json", bound);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
}

static void
assert_obstacle (Fixture      *fixture,
                 GAsyncResult *result)
{
  const char *first = NULL, *second = NULL;

  g_assert_true (syl_library_get_obstacle (fixture->library, result, &first, &second));
  g_assert_cmpstr (first, ==, "Pick 1.1");
  g_assert_cmpstr (second, ==, "Pick 1.3");
  g_assert_false (syl_library_has_changed_plan (fixture->library, result));
}

/* The first step can be taken, the second one can’t, by what the first one left. */
static void
test_what_is_in_the_way (Fixture       *fixture,
                         gconstpointer  data)
{
  GAsyncResult *answers[3] = { NULL };
  g_autoptr (SylPick) pick = NULL;
  g_autoptr (SylPick) first = NULL;

  bind_pick (fixture, "p1-3", "p1-1");
  pick = syl_test_find_pick (fixture->library, "p1-3");
  first = syl_test_find_pick (fixture->library, "p1-1");
  for (int i = 0; i < 2; i++)
    syl_library_step_pick_async (fixture->library, pick, FALSE, NULL, syl_test_ready_cb, &answers[i]);
  syl_library_move_pick_async (fixture->library, pick, first, NULL, syl_test_ready_cb, &answers[2]);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GAsyncResult) result = syl_test_wait (&answers[i]);
      g_autoptr (GError) error = NULL;
      gboolean done = i < 2 ? syl_library_step_pick_finish (fixture->library, result, &error)
                            : syl_library_move_pick_finish (fixture->library, result, &error);

      g_assert_cmpint (done, ==, i == 0);
      if (done)
        continue;
      g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
      assert_obstacle (fixture, result);
    }
  syl_library_fixture_assert_year (fixture, "0 2 1 3 4 5");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");
}

#define add(path, func) g_test_add (path, Fixture, NULL, syl_library_fixture_set_up, func, syl_library_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/year-edits/steps-add-up", test_steps_add_up);
  add ("/year-edits/steps-over-other-weeks", test_steps_over_other_weeks);
  add ("/year-edits/what-changes-nothing", test_what_changes_nothing);
  add ("/year-edits/order-after-what-changes-nothing", test_order_after_what_changes_nothing);
  add ("/year-edits/minutes-and-order-at-once", test_minutes_and_order_at_once);
  add ("/year-edits/a-year-begun-after-another-choice", test_a_year_begun_after_another_choice);
  add ("/year-edits/what-is-in-the-way", test_what_is_in_the_way);

  return g_test_run ();
}
