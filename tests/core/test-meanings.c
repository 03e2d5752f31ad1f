/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-highlight-test.h"

static void
count_cb (unsigned int *n)
{
  (*n)++;
}

typedef struct
{
  SylLibrary *library;
  unsigned int meaning;
  const char *name;
} Wait;

static gboolean
has_name (gpointer data)
{
  Wait *wait = data;

  return g_strcmp0 (syl_library_get_meaning_name (wait->library, wait->meaning), wait->name) == 0;
}

static void
wait_for_name (SylLibrary   *library,
               unsigned int  meaning,
               const char   *name)
{
  Wait wait = { library, meaning, name };

  syl_test_wait_until (has_name, &wait);
}

static void
test_names (SylHighlightTest *fixture,
            gconstpointer     data)
{
  unsigned int n_notified = 0;
  g_auto (GStrv) names = NULL;
  g_autofree char *note = NULL;

  g_signal_connect_swapped (fixture->library, "notify::meaning-names", G_CALLBACK (count_cb), &n_notified);
  g_assert_null (syl_library_get_meaning_name (fixture->library, 1));
  g_assert_true (syl_highlight_test_set_name (fixture->library, 1, "日本", NULL));
  wait_for_name (fixture->library, 1, "日本");
  g_assert_cmpuint (n_notified, ==, 1);
  g_object_get (fixture->library, "meaning-names", &names, NULL);
  g_assert_cmpuint (g_strv_length (names), ==, SYL_HIGHLIGHT_N_MEANINGS);
  g_assert_cmpstr (names[0], ==, "");
  g_assert_cmpstr (names[1], ==, "日本");

  g_assert_true (syl_highlight_test_set_name (fixture->library, 1, "日本", NULL));
  note = syl_highlight_test_read (fixture->library, fixture->pick);
  g_assert_true (syl_highlight_test_set_name (fixture->library, 1, "", NULL));
  wait_for_name (fixture->library, 1, NULL);
  g_assert_true (syl_highlight_test_set_name (fixture->library, 0, "A", NULL));
  wait_for_name (fixture->library, 0, "A");
  g_assert_true (syl_highlight_test_set_name (fixture->library, 0, NULL, NULL));
  wait_for_name (fixture->library, 0, NULL);
  g_assert_cmpuint (n_notified, ==, 4);
  g_signal_handlers_disconnect_by_data (fixture->library, &n_notified);
}

static void
test_names_last (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  SylLibrary *other = syl_test_open_library (fixture->folder, fixture->lists);

  g_assert_true (syl_highlight_test_set_name (fixture->library, 3, "Kept", NULL));
  wait_for_name (other, 3, "Kept");
  syl_test_close_library (other);
  syl_highlight_test_reopen (fixture);
  wait_for_name (fixture->library, 3, "Kept");
}

static gpointer
write_late (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  int *go = user_data;

  while (!g_atomic_int_get (go))
    g_usleep (1000);
  syl_connection_execute (connection, "INSERT INTO setting (key, value) VALUES ('meaning-name-2', 'Late')", error);
  return NULL;
}

/* What another program stores while a library opens is seen too: after what was read, and before the
 * first look for such changes. */
static void
test_names_while_opening (SylHighlightTest *fixture,
                          gconstpointer     data)
{
  SylStore *store = syl_library_get_store (fixture->library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  SylLibrary *other;
  int go = 0;

  syl_store_write_async (store, write_late, &go, NULL, NULL, NULL, syl_test_ready_cb, &answer);
  other = syl_test_open_library (fixture->folder, fixture->lists);
  g_atomic_int_set (&go, 1);
  result = syl_test_wait (&answer);
  syl_store_finish (store, result, &error);
  g_assert_no_error (error);
  wait_for_name (other, 2, "Late");
  syl_test_close_library (other);
}

static void
assert_refused (SylHighlightTest *fixture,
                unsigned int      meaning,
                const char       *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (syl_highlight_test_set_name (fixture->library, meaning, name, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
test_bad_names (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autofree char *longest = g_strnfill (256, 'x');
  g_autofree char *too_long = g_strnfill (257, 'x');
  gint64 n_writes = syl_highlight_test_count_writes (fixture->library);

  assert_refused (fixture, 0, too_long);
  assert_refused (fixture, 0, "\xff");
  assert_refused (fixture, SYL_HIGHLIGHT_N_MEANINGS, "x");
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes);
  g_assert_true (syl_highlight_test_set_name (fixture->library, 0, longest, NULL));
  wait_for_name (fixture->library, 0, longest);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/meanings/names", test_names);
  ADD ("/meanings/names-last", test_names_last);
  ADD ("/meanings/names-while-opening", test_names_while_opening);
  ADD ("/meanings/bad-names", test_bad_names);
#undef ADD

  return g_test_run ();
}
