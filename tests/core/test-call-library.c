/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/syl-store-check.h"
#include "call/syl-local-time.h"
#include "syl-test-call.h"
#include "syl-test-plan.h"
#include "syl-test.h"

#define ROUND_OF(library_, call, finish, value)         \
  G_STMT_START                                          \
  {                                                     \
    GAsyncResult *answer_ = NULL;                       \
    g_autoptr (GAsyncResult) result_ = NULL;            \
    call;                                               \
    result_ = syl_test_wait (&answer_);                 \
    value = finish (library_, result_, &error);         \
  }                                                     \
  G_STMT_END
#define ROUND(call, finish, value) ROUND_OF (fixture->library, call, finish, value)
#define NOBODY 65534
#define READY NULL, syl_test_ready_cb, &answer_

/* The window and another program on one library. */
typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
  SylLibrary *other;
  GDateTime *now;
} Fixture;

static void
set_call_time (Fixture     *fixture,
               GDateTime   *now,
               SylCallTime  time)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_set_call_time_async (fixture->library, &time, now, READY), syl_library_set_call_time_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
open_libraries (Fixture *fixture)
{
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
  fixture->other = syl_test_open_library (fixture->folder, fixture->lists);
}

static void
set_up_with (Fixture      *fixture,
             unsigned int  n_sections,
             unsigned int  n_picks)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", n_sections, n_picks);
  g_auto (GStrv) parts = g_strsplit (list, "\"id\":\"p1-4\",", 2);
  g_autofree char *with_after = g_strjoinv ("\"id\":\"p1-4\",\"after\":[\"p1-3\"],", parts);
  g_autofree char *file = NULL;

  fixture->now = g_date_time_new_now_local ();
  fixture->folder = syl_test_make_folder ();
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  file = syl_test_write_file (fixture->lists, "a.json", with_after);
  open_libraries (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) before = NULL;

  set_up_with (fixture, 2, 4);
  before = g_date_time_add_days (fixture->now, -7);
  /* Whatever day it is, it is after that. */
  set_call_time (fixture, before, (SylCallTime){ TRUE, G_DATE_MONDAY, 0 });
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  syl_test_close_library (fixture->library);
  syl_test_close_library (fixture->other);
  syl_test_remove_folder (fixture->folder);
  g_date_time_unref (fixture->now);
  g_free (fixture->lists);
  g_free (fixture->folder);
}

static GDateTime *
in_days (Fixture *fixture,
         int      n_days)
{
  return g_date_time_add_days (fixture->now, n_days);
}

static SylCall *
claim (Fixture   *fixture,
       GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  SylCall *call;

  ROUND (syl_library_claim_call_async (fixture->library, now, READY), syl_library_claim_call_finish, call);
  g_assert_no_error (error);
  return call;
}

static void
assert_call (SylCall      *owned,
             const char   *title,
             unsigned int  week)
{
  g_autoptr (SylCall) call = owned;

  if (title == NULL)
    {
      g_assert_null (call);
      return;
    }
  g_assert_nonnull (call);
  g_assert_cmpstr (syl_pick_get_title (call->pick), ==, title);
  g_assert_cmpuint (call->week, ==, week);
}

static SylCall *
find (Fixture   *fixture,
      GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  SylCall *call;

  ROUND (syl_library_find_call_async (fixture->library, now, READY), syl_library_find_call_finish, call);
  g_assert_no_error (error);
  return call;
}

static SylCall *
call_another (Fixture   *fixture,
              GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  SylCall *call;

  ROUND (syl_library_call_another_async (fixture->library, now, READY), syl_library_call_another_finish, call);
  g_assert_no_error (error);
  return call;
}

static void
settle (Fixture    *fixture,
        const char *slug,
        GDateTime  *now)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_settle_call_async (fixture->library, pick, now, READY), syl_library_settle_call_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
postpone (Fixture   *fixture,
          GDateTime *now,
          GDateTime *until)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_postpone_call_async (fixture->library, now, until, READY), syl_library_postpone_call_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static GDateTime *
find_next (Fixture   *fixture,
           GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  GDateTime *next;

  ROUND (syl_library_find_next_call_async (fixture->library, now, READY), syl_library_find_next_call_finish, next);
  g_assert_no_error (error);
  return next;
}

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

static void
move_first (Fixture    *fixture,
            const char *slug,
            const char *before_slug)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);
  g_autoptr (SylPick) before = syl_test_find_pick (fixture->library, before_slug);
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_move_pick_async (fixture->library, pick, before, READY), syl_library_move_pick_finish, done);
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
test_time (Fixture       *fixture,
           gconstpointer  data)
{
  const SylCallTime wrong[] = { { TRUE, G_DATE_BAD_WEEKDAY, 0 }, { TRUE, G_DATE_MONDAY, 1440 }, { TRUE, 8, 0 } };
  g_autoptr (GError) error = NULL;
  gboolean done;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      ROUND (syl_library_set_call_time_async (fixture->library, &wrong[i], fixture->now, READY),
             syl_library_set_call_time_finish, done);
      g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
      g_assert_false (done);
      g_clear_error (&error);
    }
  set_call_time (fixture, fixture->now, (SylCallTime){ TRUE, G_DATE_SUNDAY, 1439 });
  {
    g_autoptr (GAsyncResult) result = NULL;
    GAsyncResult *answer = NULL;
    SylCallTime time;

    syl_library_load_call_time_async (fixture->other, NULL, syl_test_ready_cb, &answer);
    result = syl_test_wait (&answer);
    g_assert_true (syl_library_load_call_time_finish (fixture->other, result, &time, &error));
    g_assert_true (time.enabled);
    g_assert_cmpint (time.weekday, ==, G_DATE_SUNDAY);
    g_assert_cmpuint (time.minute, ==, 1439);
  }
}

static gpointer
execute (SylConnection  *connection,
         gpointer        data,
         GError        **error)
{
  syl_connection_execute (connection, data, error);
  return NULL;
}

static gpointer
query (SylConnection  *connection,
       gpointer        data,
       GError        **error)
{
  return syl_connection_query_text (connection, data, error);
}

static void
run_sql (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  {
    GAsyncResult *answer = NULL;
    g_autoptr (GAsyncResult) result = NULL;
    SylStore *store = syl_library_get_store (fixture->library);

    syl_store_write_async (store, execute, (gpointer) sql, NULL, NULL, NULL, syl_test_ready_cb, &answer);
    result = syl_test_wait (&answer);
    syl_store_finish (store, result, &error);
  }
  g_assert_no_error (error);
}

static char *
ask_sql (Fixture    *fixture,
         const char *sql)
{
  SylStore *store = syl_library_get_store (fixture->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  char *text;

  syl_store_read_async (store, query, (gpointer) sql, NULL, g_free, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  text = syl_store_finish (store, result, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_time_that_is_none (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const values[] = { "", "x", "[]", "{}", "7", "null",
                                        "{\"enabled\":1,\"weekday\":0,\"minute\":3}",
                                        "{\"enabled\":1,\"weekday\":\"x\",\"minute\":-3}" };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE setting SET value = '%s' WHERE key = 'call'", values[i]);
      g_autoptr (GDateTime) next = NULL;

      run_sql (fixture, sql);
      next = find_next (fixture, fixture->now);
      g_assert_null (next);
    }
}

static void
assert_next (Fixture    *fixture,
             GDateTime  *now,
             const char *expected)
{
  g_autoptr (GDateTime) next = find_next (fixture, now);
  g_autofree char *text = g_date_time_format (next, "%Y-%m-%dT%H:%M:%S");

  g_assert_cmpstr (text, ==, expected);
}

/* What the other program finds, whatever place it is in. */
static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_identifier ("America/Los_Angeles");
  g_autoptr (GTimeZone) there = g_time_zone_new_identifier ("Pacific/Auckland");
  g_autoptr (GDateTime) saturday = g_date_time_new_from_iso8601 ("2031-06-07T15:00:00.25", here);
  g_autoptr (GDateTime) monday = g_date_time_new_from_iso8601 ("2031-06-09T12:00:00", there);

  run_sql (fixture, "DELETE FROM setting WHERE key = 'call'");
  set_call_time (fixture, saturday, (SylCallTime){ TRUE, G_DATE_MONDAY, 9 * 60 });
  assert_next (fixture, saturday, "2031-06-09T09:00:00");
  g_assert_null (claim (fixture, saturday));
  assert_next (fixture, monday, "2031-06-09T12:00:00");
  set_call_time (fixture, saturday, (SylCallTime){ TRUE, G_DATE_MONDAY, 9 * 60 });
  run_sql (fixture, "UPDATE setting SET value = json_set(value, '$.set', 'x') WHERE key = 'call'");
  assert_next (fixture, saturday, "2031-06-07T15:00:00");
}

static void
test_claim (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GDateTime) next_week = in_days (fixture, 7);
  g_autoptr (GDateTime) next = find_next (fixture, fixture->now);
  g_autoptr (GDateTime) after = NULL;
  g_autofree char *day = NULL;

  g_assert_true (g_date_time_equal (next, fixture->now));
  assert_call (claim (fixture, fixture->now), "Pick 1.1", 1);
  assert_call (claim (fixture, fixture->now), NULL, 0);
  after = find_next (fixture, fixture->now);
  day = g_date_time_format (after, "%u %H:%M");
  g_assert_cmpstr (day, ==, "1 00:00");
  g_assert_cmpint (g_date_time_compare (after, fixture->now), >, 0);
  assert_call (claim (fixture, next_week), "Pick 1.1", 2);
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) soon = g_date_time_new_from_iso8601 ("2031-06-02T09:59:00", utc);
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2031-06-09T10:01:00", utc);
  g_autoptr (SylCall) in_time = NULL;
  g_autoptr (SylCall) late = NULL;

  set_call_time (fixture, fixture->now, (SylCallTime){ TRUE, G_DATE_MONDAY, 9 * 60 });
  in_time = claim (fixture, soon);
  late = claim (fixture, later);
  g_assert_false (in_time->late);
  g_assert_true (late->late);
}

static void
test_at_once (Fixture       *fixture,
              gconstpointer  data)
{
  GAsyncResult *answers[8] = { NULL };
  unsigned int n_calls = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    syl_library_claim_call_async (i % 2 == 0 ? fixture->library : fixture->other, fixture->now, NULL,
                                  syl_test_ready_cb, &answers[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GAsyncResult) result = syl_test_wait (&answers[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SylCall) call = syl_library_claim_call_finish (i % 2 == 0 ? fixture->library : fixture->other, result,
                                                                &error);

      g_assert_no_error (error);
      n_calls += call != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_calls, ==, 1);
}

static void
test_nothing_to_say (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GDateTime) next_week = in_days (fixture, 7);
  g_autofree char *quiet = NULL;

  set_state (fixture, "p1-1", SYL_PICK_STATE_READ);
  assert_call (claim (fixture, fixture->now), NULL, 0);
  quiet = ask_sql (fixture, "SELECT pick_id IS NULL AND settled = called FROM call");
  g_assert_cmpstr (quiet, ==, "1");
  assert_call (find (fixture, fixture->now), NULL, 0);
  set_state (fixture, "p1-1", SYL_PICK_STATE_UNREAD);
  assert_call (claim (fixture, fixture->now), NULL, 0);
  assert_call (claim (fixture, next_week), "Pick 1.1", 2);
}

static void
test_paused (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean done;
  GDate from, until;

  syl_local_time_get_day (fixture->now, &from);
  until = syl_test_add_days (&from, 1);
  ROUND (syl_library_pause_async (fixture->library, &from, &until, READY), syl_library_pause_finish, done);
  g_assert_true (done);
  assert_call (claim (fixture, fixture->now), NULL, 0);
}

static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GDateTime) next_week = in_days (fixture, 7);

  settle (fixture, "p1-1", fixture->now);
  assert_call (find (fixture, fixture->now), NULL, 0);
  assert_call (claim (fixture, fixture->now), "Pick 1.1", 1);
  assert_call (find (fixture, fixture->now), "Pick 1.1", 1);
  assert_call (find (fixture, next_week), NULL, 0);
  settle (fixture, "p1-1", fixture->now);
  assert_call (find (fixture, fixture->now), NULL, 0);
  assert_call (claim (fixture, fixture->now), NULL, 0);
}

static void
take_call (Fixture   *fixture,
           GDateTime *now)
{
  g_autoptr (SylCall) call = claim (fixture, now);

  g_assert_nonnull (call);
}

static void
test_postponed (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) monday = g_date_time_new_from_iso8601 ("2031-06-02T09:00:00", utc);
  g_autoptr (GDateTime) tuesday = g_date_time_add_days (monday, 1);
  g_autoptr (GDateTime) sunday = g_date_time_add_days (monday, 6);
  g_autoptr (GDateTime) next_monday = g_date_time_add_days (monday, 7);
  g_autoptr (GDateTime) before = g_date_time_add_minutes (next_monday, -1);
  g_autoptr (GDateTime) next = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  ROUND (syl_library_postpone_call_async (fixture->library, monday, tuesday, READY), syl_library_postpone_call_finish,
         done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_false (done);
  g_clear_error (&error);
  take_call (fixture, monday);
  ROUND (syl_library_postpone_call_async (fixture->library, tuesday, monday, READY), syl_library_postpone_call_finish,
         done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);

  postpone (fixture, monday, tuesday);
  assert_call (find (fixture, monday), NULL, 0);
  settle (fixture, "p1-1", monday);
  next = find_next (fixture, monday);
  g_assert_true (g_date_time_equal (next, tuesday));
  g_assert_null (claim (fixture, monday));
  take_call (fixture, tuesday);
  postpone (fixture, sunday, next_monday);
  g_assert_null (claim (fixture, before));
  {
    g_autoptr (SylCall) call = claim (fixture, next_monday);

    g_assert_nonnull (call);
    g_assert_false (call->late);
  }
  g_assert_null (claim (fixture, next_monday));
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
assert_plan (Fixture    *fixture,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = NULL;
  g_autofree char *string = NULL;

  ROUND (syl_library_load_year_async (fixture->library, NULL, READY), syl_library_load_year_finish, year);
  string = syl_test_plan_to_string (syl_year_get_plan (year));
  g_assert_cmpstr (string, ==, expected);
}

/* Minutes of picks go up from 31 in each section. */
static void
test_another (Fixture       *fixture,
              gconstpointer  data)
{
  move_first (fixture, "p1-2", "p1-1");
  move_first (fixture, "p1-3", "p1-1");
  assert_plan (fixture, "1 2 0 3 4 5 6 7");
  assert_call (claim (fixture, fixture->now), "Pick 1.2", 1);
  assert_call (call_another (fixture, fixture->now), "Pick 1.1", 1);
  assert_plan (fixture, "0 1 2 3 4 5 6 7");
  assert_call (find (fixture, fixture->now), "Pick 1.1", 1);
  assert_call (claim (fixture, fixture->now), NULL, 0);
  undo (fixture);
  assert_plan (fixture, "1 2 0 3 4 5 6 7");
  undo (fixture);
  /* None is shorter than the first one of the list. */
  assert_call (call_another (fixture, fixture->now), "Pick 1.2", 1);
  assert_plan (fixture, "1 0 2 3 4 5 6 7");
}

static void
assert_current (Fixture    *fixture,
                const char *title,
                gboolean    current)
{
  g_autoptr (SylCall) call = find (fixture, fixture->now);

  g_assert_nonnull (call);
  g_assert_cmpstr (syl_pick_get_title (call->pick), ==, title);
  g_assert_cmpint (call->current, ==, current);
}

/* Who settles a call may know only of the one before. */
static void
test_settled_for_another (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (SylCall) first = claim (fixture, fixture->now);
  g_autoptr (SylCall) second = NULL;

  g_assert_true (first->current);
  assert_current (fixture, "Pick 1.1", TRUE);
  second = call_another (fixture, fixture->now);
  g_assert_true (second->current);
  assert_current (fixture, "Pick 1.2", TRUE);
  settle (fixture, "p1-1", fixture->now);
  assert_current (fixture, "Pick 1.2", TRUE);
  settle (fixture, "p1-2", fixture->now);
  assert_call (find (fixture, fixture->now), NULL, 0);
}

static void
test_not_current (Fixture       *fixture,
                  gconstpointer  data)
{
  assert_call (claim (fixture, fixture->now), "Pick 1.1", 1);
  move_first (fixture, "p1-2", "p1-1");
  assert_current (fixture, "Pick 1.1", FALSE);
  undo (fixture);
  assert_current (fixture, "Pick 1.1", TRUE);
  set_state (fixture, "p1-1", SYL_PICK_STATE_READ);
  assert_current (fixture, "Pick 1.1", FALSE);
}

static void
test_no_other (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const read[] = { "p1-1", "p1-2", "p2-1", "p2-2", "p2-3", "p2-4" };

  for (gsize i = 0; i < G_N_ELEMENTS (read); i++)
    set_state (fixture, read[i], SYL_PICK_STATE_SKIPPED);
  /* The last one that is left has to come after this one. */
  assert_call (claim (fixture, fixture->now), "Pick 1.3", 1);
  assert_call (call_another (fixture, fixture->now), NULL, 0);
  assert_call (find (fixture, fixture->now), "Pick 1.3", 1);
}

static void
test_failing (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *n_calls = NULL;
  SylCall *call;

  run_sql (fixture, "CREATE TRIGGER full BEFORE INSERT ON call BEGIN SELECT raise(ABORT, 'no'); END");
  ROUND (syl_library_claim_call_async (fixture->library, fixture->now, READY), syl_library_claim_call_finish, call);
  g_assert_nonnull (error);
  g_assert_null (call);
  run_sql (fixture, "DROP TRIGGER full");
  n_calls = ask_sql (fixture, "SELECT count(*) FROM call");
  g_assert_cmpstr (n_calls, ==, "0");
  assert_call (claim (fixture, fixture->now), "Pick 1.1", 1);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_claim_call_async (fixture->library, fixture->now, cancellable, syl_test_ready_cb, &answer);
  g_cancellable_cancel (cancellable);
  result = syl_test_wait (&answer);
  assert_call (syl_library_claim_call_finish (fixture->library, result, &error), "Pick 1.1", 1);
  {
    g_autoptr (GAsyncResult) none = NULL;

    answer = NULL;
    syl_library_claim_call_async (fixture->library, fixture->now, cancellable, syl_test_ready_cb, &answer);
    none = syl_test_wait (&answer);
    g_assert_null (syl_library_claim_call_finish (fixture->library, none, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

static void
claim_as_nobody (void)
{
  Fixture one = { .now = NULL }, *fixture = &one;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) next = NULL;
  g_autoptr (GError) error = NULL;
  SylCall *call;

  if (geteuid () == 0)
    g_assert_cmpint (setuid (NOBODY), ==, 0);
  fixture->library = syl_test_open_library (g_getenv ("SYL_TEST_FOLDER"), NULL);
  g_assert_true (syl_library_get_read_only (fixture->library));
  ROUND (syl_library_claim_call_async (fixture->library, now, READY), syl_library_claim_call_finish, call);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY);
  g_assert_null (call);
  next = find_next (fixture, now);
  g_assert_true (g_date_time_equal (next, now));
  syl_test_close_library (fixture->library);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);

  syl_test_close_library (fixture->library);
  syl_test_close_library (fixture->other);
  g_chmod (path, 0444);
  g_chmod (fixture->folder, 0555);
  g_setenv ("SYL_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess ("/call-library/subprocess/read-only", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_chmod (fixture->folder, 0755);
  g_chmod (path, 0644);
  g_test_trap_assert_passed ();
  open_libraries (fixture);
  assert_call (claim (fixture, fixture->now), "Pick 1.1", 1);
}

/* A year of the real library. */
static gboolean
is_planned (Fixture   *fixture,
            GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = NULL;
  const SylPlanWeek *week;
  GDate today;

  syl_local_time_get_day (now, &today);
  ROUND (syl_library_load_year_async (fixture->library, &today, READY), syl_library_load_year_finish, year);
  g_assert_no_error (error);
  week = syl_plan_find_week (syl_year_get_plan (year), &today);
  return week != NULL && week->state == SYL_PLAN_WEEK_PLANNED;
}

static unsigned int
claim_both (gpointer   user_data,
            GDateTime *now)
{
  Fixture *fixture = user_data;
  SylLibrary *libraries[] = { fixture->library, fixture->other };
  gboolean planned = is_planned (fixture, now);
  GAsyncResult *answers[2] = { NULL };
  unsigned int n_calls = 0;

  for (int i = 0; i < 2; i++)
    syl_library_claim_call_async (libraries[i], now, NULL, syl_test_ready_cb, &answers[i]);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = syl_test_wait (&answers[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (SylCall) call = syl_library_claim_call_finish (libraries[i], result, &error);

      g_assert_no_error (error);
      n_calls += call != NULL ? 1 : 0;
    }
  if (!planned)
    g_assert_cmpuint (n_calls, ==, 0);
  return n_calls;
}

static void
put_off (gpointer   user_data,
         GDateTime *now,
         GDateTime *until)
{
  postpone (user_data, now, until);
}

static void
set_other_time (gpointer           user_data,
                GDateTime         *now,
                const SylCallTime *time)
{
  set_call_time (user_data, now, *time);
}

static void
restart (gpointer user_data)
{
  Fixture *fixture = user_data;

  syl_test_close_library (fixture->library);
  syl_test_close_library (fixture->other);
  open_libraries (fixture);
}

static gboolean
is_quiet (gpointer       user_data,
          const SylWeek *week)
{
  g_autofree char *name = syl_week_to_string (week);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM call WHERE pick_id IS NULL AND called IS NOT NULL "
                                          "AND week = '%s'", name);
  g_autofree char *n_quiet = ask_sql (user_data, sql);

  return g_str_equal (n_quiet, "1");
}

/* Each pick that isn't done with has one week to come, and no other. */
static void
assert_whole (Fixture   *fixture,
              GDateTime *now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = NULL;
  const SylPlanInput *input;
  const SylPlan *plan;
  g_autofree unsigned int *n_weeks = NULL;
  GDate today;

  syl_local_time_get_day (now, &today);
  ROUND (syl_library_load_year_async (fixture->library, &today, READY), syl_library_load_year_finish, year);
  g_assert_no_error (error);
  plan = syl_year_get_plan (year);
  input = syl_year_get_input (year);
  n_weeks = g_new0 (unsigned int, input->n_picks);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);

      if (week->pick >= 0)
        n_weeks[week->pick]++;
      if (week->state == SYL_PLAN_WEEK_PLANNED)
        g_assert_cmpint (input->picks[week->pick].state, <, SYL_PICK_STATE_READ);
    }
  for (gsize i = 0; i < input->n_picks; i++)
    {
      g_assert_cmpuint (n_weeks[i], <=, 1);
      if (input->picks[i].state < SYL_PICK_STATE_READ)
        g_assert_cmpuint (n_weeks[i], ==, 1);
    }
}

/* Reads what the call was about, most of the time. */
static void
live_on (gpointer   user_data,
         GDateTime *now)
{
  Fixture *fixture = user_data;
  g_autoptr (SylCall) call = find (fixture, now);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);

  assert_whole (fixture, now);
  if (call != NULL && g_test_rand_int_range (0, 3) == 0)
    {
      g_autofree char *moment = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
      g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO progress (pick_id, state, started, finished, "
                                              "modified) VALUES (%" G_GINT64_FORMAT ", 2, '%s', '%s', '%s')",
                                              syl_pick_get_id (call->pick), moment, moment, moment);

      run_sql (fixture, sql);
      settle (fixture, syl_pick_get_slug (call->pick), now);
    }
}

static gpointer
check (SylConnection  *connection,
       gpointer        data,
       GError        **error)
{
  return syl_store_check_run (connection, error);
}

/* Whatever the clocks said, it is no damage. */
static void
assert_sound (Fixture *fixture)
{
  SylStore *store = syl_library_get_store (fixture->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_store_read_async (store, check, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  problems = syl_store_finish (store, result, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_year (void)
{
  Fixture one = { .folder = NULL }, *fixture = &one;
  SylTestReaderOfCalls reader = { fixture, claim_both, put_off, set_other_time, restart, live_on, is_quiet };
  SylTestCallYear year = { "Europe/Berlin", NULL, 56, { TRUE, G_DATE_THURSDAY, 21 * 60 + 30 }, 3, 36 * 60 };
  g_autofree char *start = NULL;
  g_autoptr (GDateTime) begin = NULL;
  g_autoptr (GError) error = NULL;
  const unsigned int minutes = 120;
  const SylPlanOrder mixed = SYL_PLAN_ORDER_MIXED;
  SylTestCallCounts counts;
  GDate day, from, until;
  gboolean done;

  set_up_with (fixture, 10, 5);
  begin = in_days (fixture, 21);
  start = g_date_time_format (begin, "%Y-%m-%dT%H:%M:%S");
  year.start = start;
  syl_local_time_get_day (begin, &day);
  set_call_time (fixture, fixture->now, year.time);
  ROUND (syl_library_begin_year_async (fixture->library, &day, &minutes, &mixed, READY),
         syl_library_begin_year_finish, done);
  g_assert_true (done);
  from = syl_test_add_days (&day, 10 * 7);
  until = syl_test_add_days (&day, 13 * 7);
  ROUND (syl_library_pause_async (fixture->library, &from, &until, READY), syl_library_pause_finish, done);
  g_assert_no_error (error);

  counts = syl_test_call_year (&year, &reader);
  g_test_message ("%u looks, %u of them wrong; %u calls and %u false ones, %u postponed; weeks: %u quiet, %u missed; "
                  "%u travels", counts.n_steps, counts.n_wrong, counts.n_calls, counts.n_false, counts.n_postponed,
                  counts.n_quiet, counts.n_missed, counts.n_travels);
  g_assert_cmpuint (counts.n_calls, >, 25);
  g_assert_cmpuint (counts.n_quiet, >=, 2);
  assert_sound (fixture);
  tear_down (fixture, NULL);
}

#define ADD(name, function) g_test_add ("/call-library/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("time", test_time);
  ADD ("time-that-is-none", test_time_that_is_none);
  ADD ("set", test_set);
  ADD ("claim", test_claim);
  ADD ("late", test_late);
  ADD ("at-once", test_at_once);
  ADD ("nothing-to-say", test_nothing_to_say);
  ADD ("paused", test_paused);
  ADD ("answered", test_answered);
  ADD ("postponed", test_postponed);
  ADD ("another", test_another);
  ADD ("settled-for-another", test_settled_for_another);
  ADD ("not-current", test_not_current);
  ADD ("no-other", test_no_other);
  ADD ("failing", test_failing);
  ADD ("cancelled", test_cancelled);
  ADD ("read-only", test_read_only);
  g_test_add_func ("/call-library/subprocess/read-only", claim_as_nobody);
  g_test_add_func ("/call-library/year", test_year);
  return g_test_run ();
}
