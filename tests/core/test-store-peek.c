/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "store/syl-store-peek.h"
#include "syl-highlight-test.h"

typedef struct
{
  SylHighlightTest base;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  syl_highlight_test_set_up (&fixture->base, data);
  fixture->path = g_build_filename (fixture->base.folder, "library.db", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  syl_highlight_test_tear_down (&fixture->base, data);
  g_free (fixture->path);
}

static gpointer
read_quotes (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  return syl_connection_query_text (connection, "SELECT group_concat(quote, '|') FROM highlight", error);
}

static char *
peek (Fixture  *fixture,
      GError  **error)
{
  return syl_store_peek (fixture->path, read_quotes, NULL, g_free, NULL, error);
}

static void
assert_peeks (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *quotes = peek (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (quotes, ==, expected);
}

static void
assert_refuses (Fixture *fixture,
                int      code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (peek (fixture, &error));
  g_assert_error (error, SYL_STORE_ERROR, code);
}

/* Names, sizes and times of all that is there. */
static char *
describe (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_ptr_array_add (lines, g_strdup_printf ("%s %ld %ld.%ld", name, (long) info.st_size,
                                               (long) info.st_mtim.tv_sec, (long) info.st_mtim.tv_nsec));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* While the window has it open: what was committed is there at once. */
static void
test_open_library (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  assert_peeks (fixture, "");
  first = syl_highlight_test_add (&fixture->base, "one", 1);
  assert_peeks (fixture, "one");
  second = syl_highlight_test_add (&fixture->base, "two", 2);
  assert_peeks (fixture, "one|two");
}

static void
test_leaves_no_trace (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *uuid = syl_highlight_test_add (&fixture->base, "one", 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  syl_highlight_test_close (&fixture->base);
  before = describe (fixture->base.folder);
  g_assert_null (strstr (before, "-wal"));
  assert_peeks (fixture, "one");
  after = describe (fixture->base.folder);
  g_assert_cmpstr (before, ==, after);
  syl_highlight_test_open (&fixture->base);
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->base.folder, "nowhere", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (syl_store_peek (path, read_quotes, NULL, g_free, NULL, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_not_ours (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *noise = g_strnfill (8192, 'x');

  syl_highlight_test_execute (fixture->base.library, "PRAGMA user_version = 1");
  assert_refuses (fixture, SYL_STORE_ERROR_FAILED);
  syl_highlight_test_execute (fixture->base.library, "PRAGMA user_version = 999");
  assert_refuses (fixture, SYL_STORE_ERROR_TOO_NEW);
  syl_highlight_test_close (&fixture->base);
  g_assert_true (g_file_set_contents (fixture->path, noise, -1, NULL));
  assert_refuses (fixture, SYL_STORE_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  assert_refuses (fixture, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  syl_highlight_test_open (&fixture->base);
}

typedef struct
{
  Fixture *fixture;
  unsigned int n_calls;
} Meddling;

/* Another program comes and goes during the first read, without a log before or after. */
static gpointer
read_meddled (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  Meddling *meddling = user_data;
  g_autoptr (SylConnection) other = NULL;

  if (meddling->n_calls++ == 0)
    {
      other = syl_connection_open (meddling->fixture->path, SYL_CONNECTION_MODE_READ_WRITE, NULL);
      g_assert_true (syl_connection_execute (other, "UPDATE highlight SET quote = 'changed'", NULL));
    }
  return read_quotes (connection, NULL, error);
}

static void
test_meddling (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *uuid = syl_highlight_test_add (&fixture->base, "one", 1);
  Meddling meddling = { fixture, 0 };
  g_autofree char *quotes = NULL;

  syl_highlight_test_close (&fixture->base);
  quotes = syl_store_peek (fixture->path, read_meddled, &meddling, g_free, NULL, NULL);
  g_assert_cmpstr (quotes, ==, "changed");
  g_assert_cmpuint (meddling.n_calls, ==, 2);
  syl_highlight_test_open (&fixture->base);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (syl_store_peek (fixture->path, read_quotes, NULL, g_free, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store-peek/open-library", test_open_library);
  ADD ("/store-peek/leaves-no-trace", test_leaves_no_trace);
  ADD ("/store-peek/missing", test_missing);
  ADD ("/store-peek/not-ours", test_not_ours);
  ADD ("/store-peek/meddling", test_meddling);
  ADD ("/store-peek/cancelled", test_cancelled);
#undef ADD

  return g_test_run ();
}
