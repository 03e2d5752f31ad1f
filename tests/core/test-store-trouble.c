/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "syl-test.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
  char *lists;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", 2, 3);
  g_autofree char *file = NULL;

  fixture->folder = syl_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  file = syl_test_write_file (fixture->lists, "a.json", list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  syl_test_remove_folder (fixture->folder);
  g_free (fixture->lists);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
make_library (Fixture *fixture)
{
  syl_test_close_library (syl_test_open_library (fixture->folder, fixture->lists));
}

static void
assert_does_not_open (SylLibrary    *library,
                      SylStoreError  code)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_open_async (library, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_false (syl_library_open_finish (library, result, &error));
  g_assert_error (error, SYL_STORE_ERROR, (int) code);
}

/* Opening fails with @code and leaves the file as it was; set aside, it is the same still, and a
 * new library opens in its place. */
static void
assert_kept_aside (Fixture       *fixture,
                   SylStoreError  code)
{
  g_autoptr (SylLibrary) library = syl_library_new (fixture->folder, fixture->lists);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  GAsyncResult *answer = NULL;
  gsize length, length_after, length_aside;
  g_autofree char *before = syl_test_read_file (fixture->path, &length);
  g_autofree char *after = NULL;
  g_autofree char *moved = NULL;

  assert_does_not_open (library, code);
  after = syl_test_read_file (fixture->path, &length_after);
  g_assert_cmpmem (before, length, after, length_after);

  syl_library_set_aside_async (library, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  aside = syl_library_set_aside_finish (library, result, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  moved = syl_test_read_file (aside, &length_aside);
  g_assert_cmpmem (before, length, moved, length_aside);

  make_library (fixture);
}

static void
test_garbage (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = syl_test_write_file (fixture->folder, "library.db",
                                               "This is not a database, but a letter to you.");

  assert_kept_aside (fixture, SYL_STORE_ERROR_CORRUPT);
}

static void
test_emptied (Fixture       *fixture,
              gconstpointer  data)
{
  make_library (fixture);
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  assert_kept_aside (fixture, SYL_STORE_ERROR_CORRUPT);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  GStatBuf info;

  make_library (fixture);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (truncate (fixture->path, info.st_size / 2), ==, 0);
  assert_kept_aside (fixture, SYL_STORE_ERROR_CORRUPT);
}

/* Every page but the first in turn, so that tables, indices and free pages all get their share. */
static void
test_damaged_pages (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *whole = NULL;
  gsize length;

  make_library (fixture);
  whole = syl_test_read_file (fixture->path, &length);
  for (gsize page = 1; page < length / 4096; page++)
    {
      g_autoptr (SylLibrary) library = syl_library_new (fixture->folder, fixture->lists);
      g_autofree char *damaged = g_memdup2 (whole, length);

      memset (damaged + page * 4096, 0x5a, 4096);
      g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
      assert_does_not_open (library, SYL_STORE_ERROR_CORRUPT);
    }
}

/* Two who ask at once are told the same, and either may try again. */
static void
test_opened_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SylLibrary) library = syl_library_new (fixture->folder, fixture->lists);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answers[2] = { NULL, NULL };

  g_assert_true (g_file_set_contents (fixture->path, "no database", -1, NULL));
  syl_library_open_async (library, NULL, syl_test_ready_cb, &answers[0]);
  syl_library_open_async (library, NULL, syl_test_ready_cb, &answers[1]);
  first = syl_test_wait (&answers[0]);
  second = syl_test_wait (&answers[1]);
  g_assert_false (syl_library_open_finish (library, first, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_false (syl_library_open_finish (library, second, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT);
  assert_does_not_open (library, SYL_STORE_ERROR_CORRUPT);
}

static void
edit_with_sql (const char *path,
               const char *sql);

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  edit_with_sql (fixture->path, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  assert_kept_aside (fixture, SYL_STORE_ERROR_CORRUPT);
}

static void
test_too_new (Fixture       *fixture,
              gconstpointer  data)
{
  make_library (fixture);
  edit_with_sql (fixture->path, "PRAGMA user_version = 999");
  assert_kept_aside (fixture, SYL_STORE_ERROR_TOO_NEW);
}

typedef struct
{
  const char *path;
  const char *sql;
  int ready;
  int done;
} Holder;

static gpointer
hold (gpointer data)
{
  Holder *holder = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylConnection) connection = syl_connection_open (holder->path, SYL_CONNECTION_MODE_READ_WRITE,
                                                              &error);

  g_assert_no_error (error);
  syl_connection_execute (connection, holder->sql, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&holder->ready, 1);
  while (!g_atomic_int_get (&holder->done))
    g_usleep (1000);
  return NULL;
}

static void
edit_with_sql (const char *path,
               const char *sql)
{
  Holder holder = { path, sql, 0, 1 };

  g_thread_join (g_thread_new ("edit", hold, &holder));
}

static gboolean
is_ready (gpointer user_data)
{
  g_main_context_wakeup (NULL);
  return g_atomic_int_get ((int *) user_data) != 0;
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SylLibrary) library = syl_library_new (fixture->folder, fixture->lists);
  Holder holder = { fixture->path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", 0, 0 };
  GThread *thread;

  make_library (fixture);
  thread = g_thread_new ("holder", hold, &holder);
  syl_test_wait_until (is_ready, &holder.ready);
  assert_does_not_open (library, SYL_STORE_ERROR_BUSY);

  g_atomic_int_set (&holder.done, 1);
  g_thread_join (thread);
  make_library (fixture);
}

static void
test_folder_is_a_file (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = syl_test_write_file (fixture->folder, "data", "");
  g_autoptr (SylLibrary) library = syl_library_new (path, fixture->lists);

  assert_does_not_open (library, SYL_STORE_ERROR_READONLY);
}

static void
assert_can_only_read (const char *folder)
{
  g_autoptr (SylLibrary) library = syl_test_open_library (folder, NULL);
  g_autoptr (SylPick) pick = syl_test_find_pick (library, "p1-1");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  g_assert_true (syl_library_get_read_only (library));
  g_assert_cmpuint (syl_library_get_n_picks (library), ==, 6);

  syl_library_set_state_async (library, pick, SYL_PICK_STATE_READ, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_false (syl_library_set_state_finish (library, result, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      if (geteuid () == 0)
        g_assert_cmpint (setuid (NOBODY), ==, 0);
      assert_can_only_read (g_getenv ("SYL_TEST_FOLDER"));
      return;
    }

  make_library (fixture);
  g_chmod (fixture->path, 0444);
  g_chmod (fixture->folder, 0555);
  g_setenv ("SYL_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_chmod (fixture->folder, 0755);
  g_test_trap_assert_passed ();
}

/* In a mount namespace of its own: a disk of its own, which is full soon. */
static gboolean
mount_small_disk (const char *folder)
{
  uid_t uid = geteuid ();

  if (unshare (uid == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("small", folder, "tmpfs", 0, "size=256k") == 0;
}

static gboolean
can_mount (const char *folder)
{
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    _exit (mount_small_disk (folder) ? 0 : 1);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status == 0;
}

static void
fill_small_disk (void)
{
  const char *folder = g_getenv ("SYL_TEST_FOLDER");
  g_autoptr (SylLibrary) library = syl_library_new (folder, g_getenv ("SYL_TEST_LISTS"));

  g_assert_true (mount_small_disk (folder));
  assert_does_not_open (library, SYL_STORE_ERROR_FULL);
}

static void
test_disk_full (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *list = NULL;
  g_autofree char *file = NULL;
  g_autofree char *disk = NULL;

  if (g_test_subprocess ())
    {
      fill_small_disk ();
      return;
    }

  list = syl_test_make_list ("https://example.org/list", "2025-01-01", 20, 100);
  file = syl_test_write_file (fixture->lists, "a.json", list);
  disk = g_build_filename (fixture->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (!can_mount (disk))
    {
      g_test_skip ("mounts are not allowed here");
      return;
    }
  g_setenv ("SYL_TEST_LISTS", fixture->lists, TRUE);
  g_setenv ("SYL_TEST_FOLDER", disk, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/store-trouble/garbage", test_garbage);
  ADD ("/store-trouble/emptied", test_emptied);
  ADD ("/store-trouble/truncated", test_truncated);
  ADD ("/store-trouble/damaged-pages", test_damaged_pages);
  ADD ("/store-trouble/opened-twice", test_opened_twice);
  ADD ("/store-trouble/foreign", test_foreign);
  ADD ("/store-trouble/too-new", test_too_new);
  ADD ("/store-trouble/locked", test_locked);
  ADD ("/store-trouble/folder-is-a-file", test_folder_is_a_file);
  ADD ("/store-trouble/read-only", test_read_only);
  ADD ("/store-trouble/disk-full", test_disk_full);
#undef ADD

  return g_test_run ();
}
