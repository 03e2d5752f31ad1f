/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "syl-highlight-test.h"

#define NOBODY 65534

static void
test_trash (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_trash (fixture->library);
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);

  syl_highlight_test_wait_for_count (fixture->model, 1);
  g_assert_true (syl_highlight_test_delete (fixture->library, uuid, NULL));
  syl_highlight_test_wait_for_count (trash, 1);
  syl_highlight_test_wait_for_count (fixture->model, 0);
  g_assert_true (syl_highlight_test_restore (fixture->library, uuid, NULL));
  syl_highlight_test_wait_for_count (fixture->model, 1);
  syl_highlight_test_wait_for_count (trash, 0);
}

static void
age (SylHighlightTest *fixture,
     const char       *uuid,
     const char       *time)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE highlight SET deleted = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now', %s) WHERE uuid = '%s'", time, uuid);

  syl_highlight_test_execute (fixture->library, sql);
}

/* Before the library is open, nothing of it can be seen: after that, the oldest go. */
static void
test_purge (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autofree char *old = syl_highlight_test_add (fixture, "old", 1);
  g_autofree char *young = syl_highlight_test_add (fixture, "young", 2);
  g_autofree char *standing = syl_highlight_test_add (fixture, "standing", 3);
  g_autoptr (GListModel) trash = NULL;
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (syl_highlight_test_delete (fixture->library, old, NULL));
  g_assert_true (syl_highlight_test_delete (fixture->library, young, NULL));
  age (fixture, old, "'-30 days', '-1 minutes'");
  age (fixture, young, "'-30 days', '+1 minutes'");
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, 3);

  syl_highlight_test_reopen (fixture);
  trash = syl_library_list_trash (fixture->library);
  syl_highlight_test_wait_for_count (trash, 1);
  syl_highlight_test_wait_for_count (fixture->model, 1);
  g_assert_false (syl_highlight_test_restore (fixture->library, old, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_true (syl_highlight_test_restore (fixture->library, young, NULL));
  syl_highlight_test_wait_for_count (fixture->model, 2);
}

/* Nothing that stands is removed, and undoing what is gone is refused. */
static void
test_remove (SylHighlightTest *fixture,
             gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_trash (fixture->library);
  g_autofree char *gone = syl_highlight_test_add (fixture, "gone", 1);
  g_autofree char *standing = syl_highlight_test_add (fixture, "standing", 2);

  g_assert_true (syl_highlight_test_delete (fixture->library, gone, NULL));
  syl_highlight_test_wait_for_count (trash, 1);
  g_assert_true (syl_highlight_test_remove (fixture->library, gone, NULL));
  syl_highlight_test_wait_for_count (trash, 0);
  g_assert_true (syl_highlight_test_remove (fixture->library, standing, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, 1);
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, 1);
}

#define ASSERT_READ_ONLY(call)                                                                    \
  G_STMT_START                                                                                    \
  {                                                                                               \
    g_autoptr (GError) error = NULL;                                                              \
                                                                                                  \
    g_assert_false (call);                                                                        \
    g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY);                            \
  }                                                                                               \
  G_STMT_END

static void
assert_edits_are_refused (SylHighlightTest *test,
                          const char       *uuid,
                          const char       *deleted)
{
  SylLibrary *library = test->library;
  SylHighlightDraft draft = syl_highlight_test_make_draft ("quote", 1);
  SylHighlightPlace place = { uuid, SYL_HIGHLIGHT_MOVED, 0.5, 9 };

  ASSERT_READ_ONLY (syl_highlight_test_add_draft (test, &draft, &error) != NULL);
  ASSERT_READ_ONLY (syl_highlight_test_set_meaning (library, uuid, 3, &error));
  ASSERT_READ_ONLY (syl_highlight_test_set_note (library, uuid, "no", &error));
  ASSERT_READ_ONLY (syl_highlight_test_delete (library, uuid, &error));
  ASSERT_READ_ONLY (syl_highlight_test_restore (library, deleted, &error));
  ASSERT_READ_ONLY (syl_highlight_test_remove (library, deleted, &error));
  ASSERT_READ_ONLY (syl_highlight_test_restore_note (library, deleted, &error));
  ASSERT_READ_ONLY (syl_highlight_test_remove_note (library, deleted, &error));
  ASSERT_READ_ONLY (syl_highlight_test_reattach (library, uuid, test->source, &draft, &error));
  ASSERT_READ_ONLY (syl_highlight_test_set_places (library, &place, 1, &error));
  ASSERT_READ_ONLY (syl_highlight_test_undo (library, &error));
  ASSERT_READ_ONLY (syl_highlight_test_redo (library, &error));
  ASSERT_READ_ONLY (syl_highlight_test_set_name (library, 0, "no", &error));
  ASSERT_READ_ONLY (syl_highlight_test_write (library, test->pick, "no", &error));
}

static void
edit_as_nobody (void)
{
  g_auto (GStrv) uuids = g_strsplit (g_getenv ("SYL_TEST_UUIDS"), " ", 2);
  SylHighlightTest test = { .folder = (char *) g_getenv ("SYL_TEST_FOLDER") };
  g_autoptr (GListModel) trash = NULL;

  if (geteuid () == 0)
    g_assert_cmpint (setuid (NOBODY), ==, 0);
  syl_highlight_test_open (&test);
  g_assert_true (syl_library_get_read_only (test.library));
  assert_edits_are_refused (&test, uuids[0], uuids[1]);
  g_assert_cmpuint (g_list_model_get_n_items (test.model), ==, 1);
  trash = syl_library_list_trash (test.library);
  syl_highlight_test_wait_until_loaded (trash);
  g_assert_cmpuint (g_list_model_get_n_items (trash), ==, 1);
  syl_highlight_test_close (&test);
}

/* Even what has lain in the trash for too long stays. */
static void
test_read_only (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "standing", 1);
  g_autofree char *deleted = syl_highlight_test_add (fixture, "deleted", 2);
  g_autofree char *uuids = g_strconcat (uuid, " ", deleted, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "library.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (syl_highlight_test_delete (fixture->library, deleted, NULL));
  age (fixture, deleted, "'-40 days'");
  syl_highlight_test_close (fixture);
  before = syl_test_read_file (path, &length_before);
  g_chmod (path, 0444);
  g_chmod (fixture->folder, 0555);
  g_setenv ("SYL_TEST_FOLDER", fixture->folder, TRUE);
  g_setenv ("SYL_TEST_UUIDS", uuids, TRUE);
  g_test_trap_subprocess ("/highlight-trash/subprocess/read-only", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_chmod (fixture->folder, 0755);
  g_chmod (path, 0644);
  g_test_trap_assert_passed ();
  after = syl_test_read_file (path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
  syl_highlight_test_open (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/highlight-trash/trash", test_trash);
  ADD ("/highlight-trash/purge", test_purge);
  ADD ("/highlight-trash/remove", test_remove);
  ADD ("/highlight-trash/read-only", test_read_only);
#undef ADD
  g_test_add_func ("/highlight-trash/subprocess/read-only", edit_as_nobody);

  return g_test_run ();
}
