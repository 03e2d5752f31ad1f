/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "syl-highlight-test.h"

#define MAX_NOTE_BYTES (1024 * 1024)

static void
write_note (SylHighlightTest *fixture,
            const char       *text)
{
  g_assert_true (syl_highlight_test_write (fixture->library, fixture->pick, text, NULL));
}

static void
assert_note (SylHighlightTest *fixture,
             const char       *expected)
{
  g_autofree char *text = syl_highlight_test_read (fixture->library, fixture->pick);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_trash (SylHighlightTest *fixture,
              const char       *expected)
{
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM emptied_note"), ==,
                   expected != NULL ? 1 : 0);
  if (expected != NULL)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT text = '%s' FROM emptied_note", expected);

      g_assert_cmpint (syl_highlight_test_query (fixture->library, sql), ==, 1);
    }
}

/* Returns: the newest of the notes in the trash, as soon as there are so many. */
static char *
dup_newest (GListModel   *trash,
            unsigned int  n)
{
  g_autoptr (SylEmptiedNote) note = NULL;

  syl_highlight_test_wait_for_count (trash, n);
  note = g_list_model_get_item (trash, 0);
  return g_strdup (syl_emptied_note_get_uuid (note));
}

static void
test_emptied (SylHighlightTest *fixture,
              gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autoptr (SylEmptiedNote) note = NULL;

  write_note (fixture, "What I think");
  write_note (fixture, "What I think of it");
  assert_trash (fixture, NULL);
  write_note (fixture, "");
  syl_highlight_test_wait_for_count (trash, 1);
  note = g_list_model_get_item (trash, 0);
  g_assert_cmpstr (syl_emptied_note_get_beginning (note), ==, "What I think of it");
  g_assert_cmpstr (syl_emptied_note_get_pick_title (note), ==, syl_pick_get_title (fixture->pick));
  g_assert_nonnull (syl_emptied_note_get_deleted (note));
  write_note (fixture, " \n");
  write_note (fixture, "");
  assert_trash (fixture, "What I think of it");
}

/* Notes are saved while they are typed, and while a key is held down to delete. */
static void
test_bit_by_bit (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  write_note (fixture, "One two three four");
  write_note (fixture, "One two th");
  write_note (fixture, "One");
  write_note (fixture, "\n ");
  assert_trash (fixture, "One two three four");
}

/* What was cut long ago is not what was emptied now. */
static void
test_cut_before (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  write_note (fixture, "One two three four");
  write_note (fixture, "One two");
  syl_highlight_test_execute (fixture->library,
                              "UPDATE note SET modified = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2 minutes')");
  write_note (fixture, "");
  assert_trash (fixture, "One two");

  write_note (fixture, "Five six seven");
  write_note (fixture, "Five");
  write_note (fixture, "Five eight nine ten");
  write_note (fixture, "");
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM emptied_note WHERE text IN "
                                                               "('One two', 'Five eight nine ten')"), ==, 2);
}

/* Nothing lies there that the note says, and nothing twice. */
static void
test_no_doubles (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  write_note (fixture, "One two");
  write_note (fixture, "");
  write_note (fixture, "One two");
  assert_trash (fixture, NULL);
  write_note (fixture, "");
  assert_trash (fixture, "One two");
  write_note (fixture, "On");
  assert_trash (fixture, "One two");
  write_note (fixture, "One two three");
  assert_trash (fixture, NULL);
  write_note (fixture, "");
  assert_trash (fixture, "One two three");
}

/* Of one pick only. */
static void
test_other_pick (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  g_autoptr (SylPick) other = syl_test_find_pick (fixture->library, "p1-1");

  write_note (fixture, "One two");
  write_note (fixture, "");
  g_assert_true (syl_highlight_test_write (fixture->library, other, "One two", NULL));
  assert_trash (fixture, "One two");
}

static void
test_restore (SylHighlightTest *fixture,
              gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;

  write_note (fixture, "Old\n\n- list");
  write_note (fixture, "");
  uuid = dup_newest (trash, 1);
  g_assert_true (syl_highlight_test_restore_note (fixture->library, uuid, NULL));
  syl_highlight_test_wait_for_count (trash, 0);
  assert_note (fixture, "Old\n\n- list");
  g_assert_false (syl_highlight_test_restore_note (fixture->library, uuid, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  assert_note (fixture, "Old\n\n- list");
}

static void
test_restore_below (SylHighlightTest *fixture,
                    gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *old = NULL;
  g_autofree char *older = NULL;

  write_note (fixture, "Older");
  write_note (fixture, "");
  older = dup_newest (trash, 1);
  write_note (fixture, "Old");
  write_note (fixture, "");
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM emptied_note"), ==, 2);
  old = dup_newest (trash, 2);
  g_assert_cmpstr (old, !=, older);
  write_note (fixture, "New\n");
  g_assert_true (syl_highlight_test_restore_note (fixture->library, old, NULL));
  assert_note (fixture, "New\n\nOld");
  g_assert_true (syl_highlight_test_restore_note (fixture->library, older, NULL));
  assert_note (fixture, "New\n\nOld\n\nOlder");
  syl_highlight_test_wait_for_count (trash, 0);
}

/* Rather none of it than less than both. */
static void
test_restore_too_long (SylHighlightTest *fixture,
                       gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *long_note = g_strnfill (MAX_NOTE_BYTES - 3, 'a');
  g_autofree char *uuid = NULL;
  g_autoptr (GError) error = NULL;

  write_note (fixture, "Old");
  write_note (fixture, "");
  uuid = dup_newest (trash, 1);
  write_note (fixture, long_note);
  g_assert_false (syl_highlight_test_restore_note (fixture->library, uuid, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  assert_note (fixture, long_note);
  assert_trash (fixture, "Old");
}

static void
test_remove (SylHighlightTest *fixture,
             gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *uuid = NULL;

  write_note (fixture, "Old");
  write_note (fixture, "");
  uuid = dup_newest (trash, 1);
  g_assert_true (syl_highlight_test_remove_note (fixture->library, uuid, NULL));
  syl_highlight_test_wait_for_count (trash, 0);
  assert_trash (fixture, NULL);
  assert_note (fixture, "");
}

static void
age (SylHighlightTest *fixture,
     const char       *time)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE emptied_note SET deleted = strftime('%%Y-%%m-%%dT%%H:%%M:%%fZ', 'now', '-30 days', '%s')", time);

  syl_highlight_test_execute (fixture->library, sql);
}

static void
test_purge (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autoptr (GListModel) trash = NULL;

  write_note (fixture, "Old");
  write_note (fixture, "");
  age (fixture, "+1 minutes");
  syl_highlight_test_reopen (fixture);
  assert_trash (fixture, "Old");
  age (fixture, "-1 minutes");
  syl_highlight_test_reopen (fixture);
  trash = syl_library_list_emptied_notes (fixture->library);
  syl_highlight_test_wait_for_count (trash, 0);
}

static void
set_note (SylHighlightTest *fixture,
          const char       *uuid,
          const char       *text)
{
  g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, text, NULL));
}

static void
assert_highlight_note (SylHighlightTest *fixture,
                       const char       *uuid,
                       const char       *expected)
{
  g_autoptr (SylHighlight) highlight = syl_highlight_test_find (fixture->library, uuid, NULL);

  g_assert_cmpstr (syl_highlight_get_note (highlight), ==, expected);
}

/* Of a highlight, known by its quote; and of that one only. */
static void
test_highlight (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autoptr (SylEmptiedNote) note = NULL;
  g_autofree char *one = syl_highlight_test_add (fixture, "What was marked", 1);
  g_autofree char *two = syl_highlight_test_add (fixture, "Other", 2);

  set_note (fixture, one, "One two");
  assert_trash (fixture, NULL);
  set_note (fixture, one, "");
  syl_highlight_test_wait_for_count (trash, 1);
  note = g_list_model_get_item (trash, 0);
  g_assert_cmpstr (syl_emptied_note_get_beginning (note), ==, "One two");
  g_assert_cmpstr (syl_emptied_note_get_quote (note), ==, "What was marked");
  g_assert_cmpstr (syl_emptied_note_get_pick_title (note), ==, syl_pick_get_title (fixture->pick));
  set_note (fixture, one, " \n");
  set_note (fixture, two, "One two");
  write_note (fixture, "One two");
  assert_trash (fixture, "One two");
  set_note (fixture, one, "One two three");
  assert_trash (fixture, NULL);
}

static void
test_highlight_bit_by_bit (SylHighlightTest *fixture,
                           gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);

  set_note (fixture, uuid, "One two three four");
  set_note (fixture, uuid, "One two th");
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 2, NULL));
  set_note (fixture, uuid, "");
  assert_trash (fixture, "One two three four");

  set_note (fixture, uuid, "One two three four");
  set_note (fixture, uuid, "One two");
  syl_highlight_test_execute (fixture->library,
                              "UPDATE highlight SET modified = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2 minutes')");
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 3, NULL));
  set_note (fixture, uuid, "");
  assert_trash (fixture, "One two");
}

static void
test_highlight_restore (SylHighlightTest *fixture,
                        gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autofree char *old = NULL;
  g_autofree char *older = NULL;
  g_autoptr (GError) error = NULL;

  set_note (fixture, uuid, "Older");
  set_note (fixture, uuid, "");
  older = dup_newest (trash, 1);
  set_note (fixture, uuid, "Old");
  set_note (fixture, uuid, "");
  old = dup_newest (trash, 2);
  g_assert_true (syl_highlight_test_restore_note (fixture->library, old, NULL));
  assert_highlight_note (fixture, uuid, "Old");
  assert_note (fixture, "");
  set_note (fixture, uuid, "New\n");
  g_assert_true (syl_highlight_test_restore_note (fixture->library, older, NULL));
  assert_highlight_note (fixture, uuid, "New\n\nOlder");
  syl_highlight_test_wait_for_count (trash, 0);
  g_assert_false (syl_highlight_test_restore_note (fixture->library, older, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
}

/* It goes into the trash and comes out of it as the note goes and comes. */
static void
test_highlight_undo (SylHighlightTest *fixture,
                     gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autofree char *note = NULL;

  set_note (fixture, uuid, "Old");
  set_note (fixture, uuid, "");
  assert_trash (fixture, "Old");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_highlight_note (fixture, uuid, "Old");
  assert_trash (fixture, NULL);
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  assert_trash (fixture, "Old");
  note = dup_newest (trash, 1);
  g_assert_true (syl_highlight_test_restore_note (fixture->library, note, NULL));
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_highlight_note (fixture, uuid, "");
  assert_trash (fixture, "Old");
}

/* What the highlight lies in the trash with comes back with it, and goes with it for good. */
static void
test_highlight_deleted (SylHighlightTest *fixture,
                        gconstpointer     data)
{
  g_autoptr (GListModel) trash = syl_library_list_emptied_notes (fixture->library);
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autofree char *note = NULL;

  set_note (fixture, uuid, "Old");
  set_note (fixture, uuid, "");
  g_assert_true (syl_highlight_test_delete (fixture->library, uuid, NULL));
  note = dup_newest (trash, 1);
  g_assert_true (syl_highlight_test_restore_note (fixture->library, note, NULL));
  assert_highlight_note (fixture, uuid, "Old");
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT deleted IS NULL FROM highlight"), ==, 1);
  set_note (fixture, uuid, "");
  assert_trash (fixture, "Old");
  g_assert_true (syl_highlight_test_delete (fixture->library, uuid, NULL));
  g_assert_true (syl_highlight_test_remove (fixture->library, uuid, NULL));
  syl_highlight_test_wait_for_count (trash, 0);
  assert_trash (fixture, NULL);
}

static void
test_highlight_kept (SylHighlightTest *fixture,
                     gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autoptr (GListModel) trash = NULL;
  g_autofree char *note = NULL;

  set_note (fixture, uuid, "Old");
  set_note (fixture, uuid, "");
  age (fixture, "+1 minutes");
  syl_highlight_test_reopen (fixture);
  assert_trash (fixture, "Old");
  age (fixture, "-1 minutes");
  syl_highlight_test_reopen (fixture);
  trash = syl_library_list_emptied_notes (fixture->library);
  syl_highlight_test_wait_for_count (trash, 0);
  assert_highlight_note (fixture, uuid, "");

  set_note (fixture, uuid, "Gone");
  set_note (fixture, uuid, "");
  note = dup_newest (trash, 1);
  g_assert_true (syl_highlight_test_remove_note (fixture->library, note, NULL));
  syl_highlight_test_wait_for_count (trash, 0);
  assert_highlight_note (fixture, uuid, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/emptied-notes/emptied", test_emptied);
  ADD ("/emptied-notes/bit-by-bit", test_bit_by_bit);
  ADD ("/emptied-notes/cut-before", test_cut_before);
  ADD ("/emptied-notes/no-doubles", test_no_doubles);
  ADD ("/emptied-notes/other-pick", test_other_pick);
  ADD ("/emptied-notes/restore", test_restore);
  ADD ("/emptied-notes/restore-below", test_restore_below);
  ADD ("/emptied-notes/restore-too-long", test_restore_too_long);
  ADD ("/emptied-notes/remove", test_remove);
  ADD ("/emptied-notes/purge", test_purge);
  ADD ("/emptied-notes/highlight", test_highlight);
  ADD ("/emptied-notes/highlight-bit-by-bit", test_highlight_bit_by_bit);
  ADD ("/emptied-notes/highlight-restore", test_highlight_restore);
  ADD ("/emptied-notes/highlight-undo", test_highlight_undo);
  ADD ("/emptied-notes/highlight-deleted", test_highlight_deleted);
  ADD ("/emptied-notes/highlight-kept", test_highlight_kept);
#undef ADD

  return g_test_run ();
}
