/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/syl-store.h"
#include "syl-test.h"

typedef struct
{
  char *folder;
  char *path;
  SylStore *store;
  unsigned int n_changes;
  unsigned int kinds;
} Fixture;

static void
changed_cb (Fixture      *fixture,
            SylChangeSet *changes)
{
  fixture->n_changes++;
  fixture->kinds |= changes->kinds;
}

static SylStore *
open_store (const char *path)
{
  SylStore *store = syl_store_new (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_store_open_async (store, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_store_open_finish (store, result, &error);
  g_assert_no_error (error);
  return store;
}

static void
close_store (SylStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  syl_store_close_async (store, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_store_close_finish (store, result, NULL));
  g_object_unref (store);
}

static gpointer
come_and_go (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  syl_connection_execute (connection, "INSERT INTO setting (key, value) VALUES ('here', 'x')", error);
  syl_connection_execute (connection, "DELETE FROM setting", error);
  return NULL;
}

static gboolean
has_settled (gpointer user_data)
{
  return (((Fixture *) user_data)->kinds & SYL_CHANGE_EVERYTHING) == SYL_CHANGE_EVERYTHING;
}

/* Once after it was opened, the store says that anything may have changed: no test is to count that. */
static void
settle (Fixture *fixture)
{
  syl_store_write_async (fixture->store, come_and_go, NULL, NULL, NULL, NULL, NULL, NULL);
  syl_test_wait_until (has_settled, fixture);
  fixture->n_changes = 0;
  fixture->kinds = 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = syl_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "below", "library.db", NULL);
  fixture->store = open_store (fixture->path);
  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (changed_cb), fixture);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store != NULL)
    close_store (fixture->store);
  syl_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gpointer
insert (SylConnection  *connection,
        gpointer        user_data,
        GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "INSERT INTO setting (key, value) VALUES (?1, 'x')", error);

  g_assert_nonnull (statement);
  syl_statement_bind_text (statement, 1, user_data);
  if (syl_statement_run (statement, error))
    syl_connection_note_change (connection, SYL_CHANGE_SETTING, 0);
  return g_strdup (user_data);
}

static gpointer
count (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  gint64 value = -1;

  syl_connection_query_int64 (connection, "SELECT count(*) FROM setting", &value, error);
  return GINT_TO_POINTER ((int) value);
}

static gpointer
write_and_wait (SylStore      *store,
                SylStoreFunc   func,
                gpointer       data,
                GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  syl_store_write_async (store, func, data, NULL, g_free, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  return syl_store_finish (store, result, error);
}

static int
count_rows (SylStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  int n;

  syl_store_read_async (store, count, NULL, NULL, NULL, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  n = GPOINTER_TO_INT (syl_store_finish (store, result, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_write_and_read (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written = write_and_wait (fixture->store, insert, (char *) "a", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, "a");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpuint (fixture->kinds, ==, SYL_CHANGE_SETTING);
  g_assert_cmpint (count_rows (fixture->store), ==, 1);
}

static gpointer
insert_and_fail (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  g_free (insert (connection, user_data, error));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");
  return g_strdup ("lost");
}

static void
test_failure_undoes (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (write_and_wait (fixture->store, insert_and_fail, (char *) "a", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (count_rows (fixture->store), ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_constraint (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_free (write_and_wait (fixture->store, insert, (char *) "a", NULL));
  g_free (write_and_wait (fixture->store, insert, (char *) "a", &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count_rows (fixture->store), ==, 1);
}

static gpointer
write_from_reader (SylConnection  *connection,
                   gpointer        user_data,
                   GError        **error)
{
  syl_connection_execute (connection, "DELETE FROM setting", error);
  return NULL;
}

static void
test_readers_cannot_write (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_store_read_async (fixture->store, write_from_reader, NULL, NULL, NULL, NULL,
                        syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_null (syl_store_finish (fixture->store, result, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY);
}

static gboolean
is_running (gpointer user_data)
{
  g_main_context_wakeup (NULL);
  return g_atomic_int_get ((int *) user_data) != 0;
}

/* A job that reads twice, and what it waits for in between. */
typedef struct
{
  int counted; /* atomic */
  int written; /* atomic */
} Twice;

static gpointer
count_twice (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Twice *twice = user_data;
  gpointer before = count (connection, NULL, error);

  g_atomic_int_set (&twice->counted, 1);
  while (!g_atomic_int_get (&twice->written))
    g_thread_yield ();
  return GINT_TO_POINTER (before == count (connection, NULL, error));
}

static void
test_reading_is_of_one_moment (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  Twice twice = { 0, 0 };

  syl_store_read_async (fixture->store, count_twice, &twice, NULL, NULL, NULL, syl_test_ready_cb, &answer);
  syl_test_wait_until (is_running, &twice.counted);
  written = write_and_wait (fixture->store, insert, (char *) "between", &error);
  g_assert_no_error (error);
  g_atomic_int_set (&twice.written, 1);
  result = syl_test_wait (&answer);
  g_assert_true (GPOINTER_TO_INT (syl_store_finish (fixture->store, result, &error)));
  g_assert_no_error (error);
  /* The next job sees it. */
  g_assert_cmpint (count_rows (fixture->store), ==, 1);
}

static gpointer
tell_moment (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  unsigned int *moment = user_data;

  *moment = syl_connection_get_moment (connection);
  return insert (connection, (char *) "moment", error);
}

static gpointer
tell_moment_of_reading (SylConnection  *connection,
                        gpointer        user_data,
                        GError        **error)
{
  unsigned int *moment = user_data;

  *moment = syl_connection_get_moment (connection);
  return count (connection, NULL, error);
}

static unsigned int
get_moment (SylStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;
  unsigned int moment = 0;

  syl_store_read_async (store, tell_moment_of_reading, &moment, NULL, NULL, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_store_finish (store, result, NULL);
  return moment;
}

/* What an edit read is newer than what was read before it, and not newer than what is read after it. */
static void
test_moments (Fixture       *fixture,
              gconstpointer  data)
{
  unsigned int before = get_moment (fixture->store);
  unsigned int during = 0;
  g_autofree char *written = write_and_wait (fixture->store, tell_moment, &during, NULL);

  g_assert_nonnull (written);
  g_assert_cmpuint (before, <, during);
  g_assert_cmpuint (during, <=, get_moment (fixture->store));
}

static gpointer
run_for_ever (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  gint64 value;

  g_atomic_int_set ((int *) user_data, 1);
  syl_connection_query_int64 (connection,
                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                              "SELECT count(*) FROM n",
                              &value, error);
  return NULL;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  int running = 0;

  syl_store_read_async (fixture->store, run_for_ever, &running, NULL, NULL, cancellable,
                        syl_test_ready_cb, &answer);
  syl_test_wait_until (is_running, &running);
  g_cancellable_cancel (cancellable);
  result = syl_test_wait (&answer);
  syl_store_finish (fixture->store, result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_answer_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autofree char *value = syl_store_finish (SYL_STORE (object), result, NULL);

  g_assert_nonnull (value);
  ++*(unsigned int *) user_data;
}

static void
test_close_answers_all (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  unsigned int n_answers = 0;

  for (unsigned int i = 0; i < 50; i++)
    syl_store_write_async (fixture->store, insert, g_strdup_printf ("%u", i), g_free, g_free, NULL,
                           count_answer_cb, &n_answers);
  g_object_ref (fixture->store);
  close_store (fixture->store);
  while (n_answers < 50)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (write_and_wait (fixture->store, insert, (char *) "late", &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CLOSED);
  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);
  g_assert_cmpint (count_rows (fixture->store), ==, 50);
}

static gpointer
overflow_cache (SylConnection  *connection,
                gpointer        user_data,
                GError        **error)
{
  g_autoptr (SylStatement) held = syl_connection_prepare (connection, "SELECT 41 + 1", error);

  for (unsigned int i = 0; i < 300; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);
      gint64 value;

      g_assert_true (syl_connection_query_int64 (connection, sql, &value, error));
      g_assert_cmpint (value, ==, i);
    }
  g_assert_cmpint (syl_statement_step (held, error), ==, SYL_STEP_ROW);
  g_assert_cmpint (syl_statement_column_int64 (held, 0), ==, 42);
  return NULL;
}

static void
test_statement_cache (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_and_wait (fixture->store, overflow_cache, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has_changed (gpointer user_data)
{
  return ((Fixture *) user_data)->n_changes > 0;
}

/* The other program of the test below: it writes to the database of the first one, and ends. */
static void
write_as_other_program (const char *path)
{
  SylStore *store = open_store (path);
  g_autoptr (GError) error = NULL;

  g_free (write_and_wait (store, insert, (char *) "other", &error));
  g_assert_no_error (error);
  close_store (store);
}

static void
test_other_program (Fixture       *fixture,
                    gconstpointer  data)
{
  gint64 began;

  if (g_test_subprocess ())
    {
      write_as_other_program (g_getenv ("SYL_TEST_PATH"));
      return;
    }

  g_setenv ("SYL_TEST_PATH", fixture->path, TRUE);
  g_assert_cmpint (count_rows (fixture->store), ==, 0);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();

  began = g_get_monotonic_time ();
  syl_test_wait_until (has_changed, fixture);
  g_assert_cmpint (g_get_monotonic_time () - began, <, G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->kinds, ==, SYL_CHANGE_EVERYTHING);
  g_assert_cmpint (count_rows (fixture->store), ==, 1);
}

static gboolean
open_connection_cb (gpointer user_data)
{
  syl_connection_open (user_data, SYL_CONNECTION_MODE_READ_WRITE, NULL);
  return G_SOURCE_REMOVE;
}

static void
test_main_thread_trips (Fixture       *fixture,
                        gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      g_idle_add (open_connection_cb, fixture->path);
      while (TRUE)
        g_main_context_iteration (NULL, TRUE);
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed*g_main_context_is_owner*");
}

static gpointer
leak_connection (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  return connection;
}

static void
test_other_thread_trips (Fixture       *fixture,
                         gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GAsyncResult) result = NULL;
      GAsyncResult *answer = NULL;
      SylConnection *connection;

      syl_store_read_async (fixture->store, leak_connection, NULL, NULL, NULL, NULL,
                            syl_test_ready_cb, &answer);
      result = syl_test_wait (&answer);
      connection = syl_store_finish (fixture->store, result, NULL);
      syl_connection_execute (connection, "SELECT 1", NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*assertion failed*g_thread_self*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store/write-and-read", test_write_and_read);
  ADD ("/store/failure-undoes", test_failure_undoes);
  ADD ("/store/constraint", test_constraint);
  ADD ("/store/readers-cannot-write", test_readers_cannot_write);
  ADD ("/store/reading-is-of-one-moment", test_reading_is_of_one_moment);
  ADD ("/store/moments", test_moments);
  ADD ("/store/cancel", test_cancel);
  ADD ("/store/close-answers-all", test_close_answers_all);
  ADD ("/store/statement-cache", test_statement_cache);
  ADD ("/store/other-program", test_other_program);
  ADD ("/store/main-thread-trips", test_main_thread_trips);
  ADD ("/store/other-thread-trips", test_other_thread_trips);
#undef ADD

  return g_test_run ();
}
