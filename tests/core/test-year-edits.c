/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-library-fixture.h"
#include "syl-test-plan.h"

typedef SylLibraryFixture Fixture;

static SylYear *
load_year (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SylYear *year;

  ROUND (syl_library_load_year_async (fixture->library, NULL, READY), syl_library_load_year_finish, year);
  g_assert_no_error (error);
  return year;
}

static void
assert_pace (Fixture      *fixture,
             unsigned int  minutes,
             SylPlanOrder  order)
{
  g_autoptr (SylYear) year = load_year (fixture);

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

      g_assert_true (syl_library_set_pace_finish (fixture->library, result, &error));
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

#define add(path, func) g_test_add (path, Fixture, NULL, syl_library_fixture_set_up, func, syl_library_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/year-edits/minutes-and-order-at-once", test_minutes_and_order_at_once);
  add ("/year-edits/a-year-begun-after-another-choice", test_a_year_begun_after_another_choice);

  return g_test_run ();
}
