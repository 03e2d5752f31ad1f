/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-import.h"
#include "syl-library-fixture.h"
#include "syl-test-plan.h"
#include "tables/plan/syl-plan-table.h"

typedef SylLibraryFixture Fixture;

static void
set_state (Fixture      *fixture,
           const char   *slug,
           SylPickState  state)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_set_state_async (fixture->library, pick, state, READY), syl_library_set_state_finish, done);
  g_assert_true (done);
}

static GDate
in_days (Fixture *fixture,
         int      n_days)
{
  return syl_test_add_days (&fixture->today, n_days);
}

static void
begin_year (Fixture      *fixture,
            int           n_weeks,
            SylPlanOrder  order)
{
  GDate start = in_days (fixture, 7 * n_weeks);
  const unsigned int minutes = 120;
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_begin_year_async (fixture->library, &start, &minutes, &order, READY), syl_library_begin_year_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
move_pick (Fixture    *fixture,
           const char *slug,
           const char *before)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  g_autoptr (SylPick) other = before != NULL ? syl_test_find_pick (fixture->library, before) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_move_pick_async (fixture->library, pick, other, READY), syl_library_move_pick_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
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

typedef struct
{
  const char *sql;
  GDate today;
  gint64 value;
} Job;

static gpointer
query (SylConnection  *connection,
       gpointer        data,
       GError        **error)
{
  Job *job = data;

  syl_connection_query_int64 (connection, job->sql, &job->value, error);
  return NULL;
}

static gpointer
execute (SylConnection  *connection,
         gpointer        data,
         GError        **error)
{
  syl_connection_execute (connection, ((Job *) data)->sql, error);
  return NULL;
}

/* In one transaction: the library writes weeks down after it was opened, too, by the true clock. */
static gpointer
turn_clock (SylConnection  *connection,
            gpointer        data,
            GError        **error)
{
  Job *jobs = data;

  for (int i = 0; i < 3; i++)
    {
      syl_plan_table_close_all (connection, &jobs[i].today, error);
      syl_connection_query_int64 (connection, "SELECT count(*) FROM plan_week", &jobs[i].value, error);
    }
  return NULL;
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  Job job = { .sql = sql };

  syl_library_fixture_run (fixture, query, &job);
  return job.value;
}

static void
test_as_it_comes (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (SylYear) year = syl_library_fixture_load_year (fixture);
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p2-1");
  const SylPlan *plan = syl_year_get_plan (year);
  const SylPlanInput *input = syl_year_get_input (year);

  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");
  g_assert_false (syl_year_get_chosen (year));
  g_assert_cmpint (syl_week_count_between (&plan->start, &fixture->today), ==, 0);
  g_assert_cmpint (g_date_get_weekday (&plan->start), ==, G_DATE_MONDAY);
  g_assert_cmpuint (input->minutes, ==, SYL_PLAN_MINUTES_DEFAULT);
  g_assert_cmpuint (input->order, ==, SYL_PLAN_ORDER_SECTIONS);
  g_assert_cmpint (syl_year_find_pick (year, pick), ==, 3);
  g_assert_true (syl_year_get_pick (year, 3) == pick);
  g_assert_cmpstr (syl_year_get_slug (year, 3), ==, "p2-1");
}

static void
test_begin (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (SylYear) year = NULL;

  begin_year (fixture, 2, SYL_PLAN_ORDER_MIXED);
  syl_library_fixture_assert_year (fixture, "0 3 1 4 2 5");
  year = syl_library_fixture_load_year (fixture);
  g_assert_true (syl_year_get_chosen (year));
  g_assert_cmpint (syl_week_count_between (&fixture->today, &syl_year_get_plan (year)->start), ==, 2);
  g_assert_cmpuint (syl_year_get_input (year)->minutes, ==, 120);
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "0 3 1 4 2 5");
}

static void
test_pace (Fixture       *fixture,
           gconstpointer  data)
{
  const unsigned int all = 0, too_much = 99999;
  const SylPlanOrder mixed = SYL_PLAN_ORDER_MIXED;
  g_autoptr (SylYear) year = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  set_state (fixture, "p1-1", SYL_PICK_STATE_READ);
  ROUND (syl_library_set_pace_async (fixture->library, &all, &mixed, READY), syl_library_set_pace_finish, done);
  g_assert_true (done);
  syl_library_fixture_assert_year (fixture, "r0 3 1 4 2 5");
  ROUND (syl_library_set_pace_async (fixture->library, &too_much, NULL, READY), syl_library_set_pace_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
test_moving (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SylPick) read = syl_test_find_pick (fixture->library, "p1-1");
  g_autoptr (GError) error = NULL;
  gboolean done;

  move_pick (fixture, "p2-3", "p1-1");
  syl_library_fixture_assert_year (fixture, "5 0 1 2 3 4");
  move_pick (fixture, "p1-1", NULL);
  syl_library_fixture_assert_year (fixture, "5 1 2 3 4 0");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "5 0 1 2 3 4");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "5 1 2 3 4 0");
  set_state (fixture, "p1-1", SYL_PICK_STATE_READ);
  ROUND (syl_library_move_pick_async (fixture->library, read, NULL, READY), syl_library_move_pick_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_false (done);
  syl_library_fixture_assert_year (fixture, "5 1 2 3 4");
}

static void
test_shifts_and_pauses (Fixture       *fixture,
                        gconstpointer  data)
{
  GDate next = in_days (fixture, 7), later = in_days (fixture, 21), last = in_days (fixture, -7), far = in_days (fixture, 5000);
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_shift_week_async (fixture->library, &fixture->today, TRUE, READY), syl_library_shift_week_finish, done);
  syl_library_fixture_assert_year (fixture, "f 0 1 2 3 4 5");
  ROUND (syl_library_pause_async (fixture->library, &next, &later, READY), syl_library_pause_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
  {
    g_autoptr (SylYear) year = syl_library_fixture_load_year (fixture);
    g_autofree char *string = syl_test_plan_to_string (syl_year_get_plan (year));

    g_assert_true (g_str_has_prefix (string, "f p p "));
  }
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "f 0 1 2 3 4 5");
  undo (fixture);
  ROUND (syl_library_shift_week_async (fixture->library, &fixture->today, FALSE, READY), syl_library_shift_week_finish, done);
  ROUND (syl_library_pause_async (fixture->library, &fixture->today, &next, READY), syl_library_pause_finish, done);
  ROUND (syl_library_resume_async (fixture->library, READY), syl_library_resume_finish, done);
  g_assert_true (done);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");

  ROUND (syl_library_shift_week_async (fixture->library, &last, TRUE, READY), syl_library_shift_week_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ROUND (syl_library_pause_async (fixture->library, &next, &next, READY), syl_library_pause_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  ROUND (syl_library_pause_async (fixture->library, &next, &far, READY), syl_library_pause_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  far = in_days (fixture, 366 * 21);
  ROUND (syl_library_begin_year_async (fixture->library, &far, NULL, NULL, READY), syl_library_begin_year_finish, done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  syl_library_fixture_assert_year (fixture, "0 1 2 3 4 5");
}

/* Weeks that are over are written down with the next edit, and do not change with later ones. */
static void
test_history (Fixture       *fixture,
              gconstpointer  data)
{
  Job job = { .sql = "UPDATE progress SET finished = strftime('%Y-%m-%dT12:00:00Z', finished, '-14 days')" };

  begin_year (fixture, -3, SYL_PLAN_ORDER_SECTIONS);
  syl_library_fixture_assert_year (fixture, "m m m 0 1 2 3 4 5");
  set_state (fixture, "p1-1", SYL_PICK_STATE_READ);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM plan_week WHERE state = 3 AND pick_id IS NOT NULL"), ==, 3);
  syl_library_fixture_run (fixture, execute, &job);
  syl_library_fixture_assert_year (fixture, "m m m 1 2 3 4 5");
  set_state (fixture, "p1-2", SYL_PICK_STATE_READ);
  syl_library_fixture_assert_year (fixture, "m m m r1 2 3 4 5");

  begin_year (fixture, -3, SYL_PLAN_ORDER_SECTIONS);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM plan_week"), ==, 0);
  syl_library_fixture_assert_year (fixture, "m r0 m r1 2 3 4 5");
  set_state (fixture, "p1-1", SYL_PICK_STATE_UNREAD);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM plan_week"), ==, 3);
  syl_library_fixture_assert_year (fixture, "m r m 0 2 3 4 5");
  move_pick (fixture, "p2-3", "p1-1");
  undo (fixture);
  syl_library_fixture_assert_year (fixture, "m r m 0 2 3 4 5");
}

static gboolean
has_two_weeks (gpointer fixture)
{
  return count (fixture, "SELECT count(*) FROM plan_week") == 2;
}

static void
test_closing_when_it_is_opened (Fixture       *fixture,
                                gconstpointer  data)
{
  begin_year (fixture, -2, SYL_PLAN_ORDER_SECTIONS);
  syl_test_close_library (fixture->library);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
  syl_test_wait_until (has_two_weeks, fixture);
  syl_library_fixture_assert_year (fixture, "m m 0 1 2 3 4 5");
}

static void
test_a_clock_that_was_wrong (Fixture       *fixture,
                             gconstpointer  data)
{
  Job clocks[] = { { .today = in_days (fixture, 70) }, { .today = in_days (fixture, -70) },
                   { .today = fixture->today } };

  begin_year (fixture, -1, SYL_PLAN_ORDER_SECTIONS);
  syl_library_fixture_run (fixture, turn_clock, clocks);
  g_assert_cmpint (clocks[0].value, ==, 11);
  g_assert_cmpint (clocks[1].value, ==, 11);
  g_assert_cmpint (clocks[2].value, ==, 1);
  syl_library_fixture_assert_year (fixture, "m 0 1 2 3 4 5");
}

static void
test_picks_that_come_after_the_end (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *longer = syl_test_make_list ("https://example.org/list", "2025-06-01", 2, 4);
  Job job = { .sql = "INSERT INTO progress (pick_id, state, finished, modified) SELECT pick_id, 2, "
                     "strftime('%Y-%m-%dT12:00:00Z', 'now', '-70 days'), '' FROM pick WHERE NOT extra" };
  g_autofree char *file = NULL;

  /* First what was read: weeks may be written down at any time after the library opened. */
  syl_library_fixture_run (fixture, execute, &job);
  begin_year (fixture, -10, SYL_PLAN_ORDER_SECTIONS);
  syl_library_fixture_assert_year (fixture, "r0");
  syl_test_close_library (fixture->library);
  file = syl_test_write_file (fixture->lists, "a.json", longer);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
  syl_library_fixture_assert_year (fixture, "r0 f f f f f f f f f 3 7");
}

static gboolean
import_finish (SylLibrary    *library,
               GAsyncResult  *result,
               GError       **error)
{
  SylListImport *import = syl_library_import_finish (library, result, error);
  gboolean done = import != NULL;

  g_clear_pointer (&import, syl_list_import_free);
  return done;
}

static void
test_a_list_that_comes_later (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/other", "2025-01-01", 1, 2);
  g_autofree char *path = syl_test_write_file (fixture->folder, "b.json", list);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean done;

  begin_year (fixture, -5, SYL_PLAN_ORDER_SECTIONS);
  ROUND (syl_library_import_async (fixture->library, file, FALSE, READY), import_finish, done);
  g_assert_true (done);
  g_assert_cmpint (count (fixture, "SELECT count(DISTINCT start) FROM plan"), ==, 2);
}

static void
add_session (Fixture      *fixture,
             SylPick      *pick,
             unsigned int  pass,
             unsigned int  seconds)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_add_session_async (fixture->library, pick, pass, now, seconds, READY), syl_library_add_session_finish,
         done);
  g_assert_true (done);
}

static SylMethod *
load_method (Fixture *fixture,
             SylPick *pick)
{
  g_autoptr (GError) error = NULL;
  SylMethod *method;

  ROUND (syl_library_load_method_async (fixture->library, pick, READY), syl_library_load_method_finish, method);
  g_assert_no_error (error);
  return method;
}

static void
set_pass (Fixture      *fixture,
          SylPick      *pick,
          SylPassState  state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylMethod) method = NULL;
  gboolean done;

  ROUND (syl_library_set_pass_async (fixture->library, pick, 2, state, READY), syl_library_set_pass_finish, done);
  g_assert_true (done);
  method = load_method (fixture, pick);
  g_assert_cmpint (method->passes[1], ==, state);
  g_assert_cmpint (method->passes[0], ==, SYL_PASS_STATE_OPEN);
}

static void
test_reading (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (SylMethod) method = NULL;
  g_autoptr (SylYear) year = NULL;
  g_autoptr (GError) error = NULL;
  const SylPlanSession *sessions;
  gsize n_sessions;
  gboolean done;

  add_session (fixture, pick, 0, 10);
  add_session (fixture, pick, 2, 100);
  add_session (fixture, pick, 2, 200);
  for (int i = 0; i < 2; i++)
    {
      set_pass (fixture, pick, SYL_PASS_STATE_BEGUN);
      set_pass (fixture, pick, SYL_PASS_STATE_FINISHED);
      set_pass (fixture, pick, SYL_PASS_STATE_BEGUN);
      set_pass (fixture, pick, SYL_PASS_STATE_OPEN);
    }
  ROUND (syl_library_set_answer_async (fixture->library, pick, SYL_QUESTION_COST, "“Much”", READY),
         syl_library_set_answer_finish, done);
  g_assert_true (done);
  method = load_method (fixture, pick);
  g_assert_cmpstr (method->answers[SYL_QUESTION_COST], ==, "“Much”");
  g_assert_cmpstr (method->answers[SYL_QUESTION_NEW], ==, "");
  g_assert_cmpuint (method->seconds[0], ==, 10);
  g_assert_cmpuint (method->seconds[2], ==, 300);

  year = syl_library_fixture_load_year (fixture);
  sessions = syl_year_get_sessions (year, &n_sessions);
  g_assert_cmpuint (syl_plan_sum_focus (sessions, n_sessions, 1, &fixture->today, NULL), ==, 310);
  ROUND (syl_library_set_pass_async (fixture->library, pick, 4, SYL_PASS_STATE_BEGUN, READY), syl_library_set_pass_finish,
         done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* All of them, and nothing else. */
static void
test_reading_times_deleted (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (SylPick) other = syl_test_find_pick (fixture->library, "p1-1");
  g_autoptr (SylMethod) method = NULL;
  g_autoptr (GError) error = NULL;
  guint n_told = 0;
  gboolean done;

  g_signal_connect_swapped (fixture->library, "sessions-deleted", G_CALLBACK (count_cb), &n_told);
  add_session (fixture, pick, 2, 100);
  add_session (fixture, other, 0, 200);
  set_pass (fixture, pick, SYL_PASS_STATE_FINISHED);
  ROUND (syl_library_delete_sessions_async (fixture->library, READY), syl_library_delete_sessions_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM session"), ==, 0);
  method = load_method (fixture, pick);
  g_assert_cmpuint (method->seconds[2], ==, 0);
  g_assert_cmpint (method->passes[1], ==, SYL_PASS_STATE_FINISHED);
  g_signal_handlers_disconnect_by_data (fixture->library, &n_told);
}

static char *
add_card (Fixture    *fixture,
          const char *question)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (GError) error = NULL;
  char *uuid;

  ROUND (syl_library_add_card_async (fixture->library, pick, NULL, question, "An answer", READY),
         syl_library_add_card_finish, uuid);
  g_assert_no_error (error);
  return uuid;
}

static void
keep_card (Fixture    *fixture,
           const char *question,
           const char *answer)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_keep_card_async (fixture->library, pick, question, answer, READY), syl_library_keep_card_finish,
         done);
  g_assert_no_error (error);
  g_assert_true (done);
}

/* The same is asked once, with the last answer; what was deleted stays so. */
static void
test_kept_cards (Fixture       *fixture,
                 gconstpointer  data)
{
  Job forget = { .sql = "UPDATE recall SET deleted = '2026-01-01T00:00:00.000Z' WHERE question = 'Why?'" };

  keep_card (fixture, "What is new?", "Little");
  keep_card (fixture, "Why?", "So.");
  keep_card (fixture, "What is new?", "Much");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE answer = 'Much'"), ==, 1);
  syl_library_fixture_run (fixture, execute, &forget);
  keep_card (fixture, "Why?", "Because");
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE question = 'Why?'"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM recall WHERE answer = 'So.' AND deleted IS NOT NULL"), ==, 1);
}

/* After it opened the store says once that anything may have changed: that is not what is asked here. */
static void
changed_cb (SylStore     *store,
            SylChangeSet *changes,
            unsigned int *kinds)
{
  if (changes->kinds != SYL_CHANGE_EVERYTHING)
    *kinds |= changes->kinds;
}

static gboolean
has_kind (gpointer kinds)
{
  return *(unsigned int *) kinds != 0;
}

static void
assert_told (unsigned int *kinds,
             unsigned int  expected)
{
  syl_test_wait_until (has_kind, kinds);
  g_assert_cmpuint (*kinds, ==, expected);
  *kinds = 0;
}

static void
test_the_change_feed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, "p1-2");
  SylStore *store = syl_library_get_store (fixture->library);
  unsigned int kinds = 0;

  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &kinds);
  begin_year (fixture, 0, SYL_PLAN_ORDER_MIXED);
  assert_told (&kinds, SYL_CHANGE_PLAN);
  add_session (fixture, pick, 1, 60);
  assert_told (&kinds, SYL_CHANGE_READING);
  g_free (add_card (fixture, "What?"));
  assert_told (&kinds, SYL_CHANGE_READING);
  g_signal_handlers_disconnect_by_data (store, &kinds);
}

#define add(path, func) g_test_add (path, Fixture, NULL, syl_library_fixture_set_up, func, syl_library_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/year/as-it-comes", test_as_it_comes);
  add ("/year/begin", test_begin);
  add ("/year/pace", test_pace);
  add ("/year/moving", test_moving);
  add ("/year/shifts-and-pauses", test_shifts_and_pauses);
  add ("/year/history", test_history);
  add ("/year/closing-when-it-is-opened", test_closing_when_it_is_opened);
  add ("/year/a-clock-that-was-wrong", test_a_clock_that_was_wrong);
  add ("/year/picks-that-come-after-the-end", test_picks_that_come_after_the_end);
  add ("/year/a-list-that-comes-later", test_a_list_that_comes_later);
  add ("/year/the-change-feed", test_the_change_feed);
  add ("/reading/method", test_reading);
  add ("/reading/times-deleted", test_reading_times_deleted);
  add ("/reading/kept-cards", test_kept_cards);

  return g_test_run ();
}
