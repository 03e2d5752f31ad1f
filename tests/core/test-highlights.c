/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-test.h"

#define ROUND(call, finish, value)                                       \
  G_STMT_START                                                           \
  {                                                                      \
    GAsyncResult *answer_ = NULL;                                        \
    g_autoptr (GAsyncResult) result_ = NULL;                             \
    call;                                                                \
    result_ = syl_test_wait (&answer_);                                  \
    value = finish (fixture->library, result_, &error);                  \
  }                                                                      \
  G_STMT_END
#define READY NULL, syl_test_ready_cb, &answer_

typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
  SylPick *pick;
  SylSource *source;
  GListModel *model;
} Fixture;

static gboolean
is_loaded (gpointer model)
{
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);
  return !loading;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", 2, 3);
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  fixture->folder = syl_test_make_folder ();
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  file = syl_test_write_file (fixture->lists, "a.json", list);
  fixture->library = syl_test_open_library (fixture->folder, fixture->lists);
  fixture->pick = syl_test_find_pick (fixture->library, "p1-2");
  ROUND (syl_library_load_details_async (fixture->library, fixture->pick, READY),
         syl_library_load_details_finish, done);
  g_assert_true (done);
  fixture->source = g_list_model_get_item (syl_pick_get_sources (fixture->pick), 0);
  fixture->model = syl_library_list_highlights (fixture->library, fixture->pick);
  syl_test_wait_until (is_loaded, fixture->model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->source);
  g_clear_object (&fixture->pick);
  syl_test_close_library (fixture->library);
  syl_test_remove_folder (fixture->folder);
  g_free (fixture->lists);
  g_free (fixture->folder);
}

static SylHighlightDraft
make_draft (const char   *quote,
            unsigned int  position)
{
  return (SylHighlightDraft) { "https://example.org/1/2", quote, "{\"exact\":\"x\"}", 0, position, 1, NULL };
}

static char *
add (Fixture      *fixture,
     const char   *quote,
     unsigned int  position)
{
  SylHighlightDraft draft = make_draft (quote, position);
  g_autoptr (GError) error = NULL;
  char *uuid;

  ROUND (syl_library_add_highlight_async (fixture->library, fixture->source, &draft, READY),
         syl_library_add_highlight_finish, uuid);
  g_assert_no_error (error);
  return uuid;
}

typedef struct
{
  GListModel *model;
  unsigned int n;
} CountWait;

static gboolean
has_count (gpointer data)
{
  CountWait *wait = data;

  return g_list_model_get_n_items (wait->model) == wait->n;
}

static void
wait_for_count (GListModel   *model,
                unsigned int  n)
{
  CountWait wait = { model, n };

  syl_test_wait_until (has_count, &wait);
}

static gboolean
has_note (gpointer highlight)
{
  return g_str_equal (syl_highlight_get_note (highlight), "why");
}

static gboolean
has_no_note (gpointer highlight)
{
  return syl_highlight_get_note (highlight)[0] == '\0';
}

static void
test_order_and_identity (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *second = add (fixture, "second", 20);
  g_autofree char *first = add (fixture, "first", 10);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (SylHighlight) again = NULL;
  g_autoptr (GError) error = NULL;
  unsigned int n_notes;
  gboolean done;

  wait_for_count (fixture->model, 2);
  highlight = g_list_model_get_item (fixture->model, 0);
  g_assert_cmpstr (syl_highlight_get_uuid (highlight), ==, first);
  g_assert_cmpuint (syl_highlight_get_meaning (highlight), ==, 1);
  ROUND (syl_library_set_highlight_note_async (fixture->library, first, "why", READY),
         syl_library_set_highlight_note_finish, done);
  g_assert_true (done);
  syl_test_wait_until (has_note, highlight);
  again = g_list_model_get_item (fixture->model, 0);
  g_assert_true (again == highlight);
  g_object_get (fixture->pick, "n-notes", &n_notes, NULL);
  g_assert_cmpuint (n_notes, ==, 2);
}

static void
test_undo_redo (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "quote", 1);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  wait_for_count (fixture->model, 1);
  highlight = g_list_model_get_item (fixture->model, 0);
  ROUND (syl_library_set_highlight_note_async (fixture->library, uuid, "why", READY),
         syl_library_set_highlight_note_finish, done);
  ROUND (syl_library_undo_edit_async (fixture->library, READY), syl_library_undo_edit_finish, done);
  g_assert_no_error (error);
  syl_test_wait_until (has_no_note, highlight);
  ROUND (syl_library_redo_edit_async (fixture->library, READY), syl_library_redo_edit_finish, done);
  syl_test_wait_until (has_note, highlight);
  for (int i = 0; i < 2; i++)
    ROUND (syl_library_undo_edit_async (fixture->library, READY), syl_library_undo_edit_finish, done);
  g_assert_no_error (error);
  wait_for_count (fixture->model, 0);
  ROUND (syl_library_undo_edit_async (fixture->library, READY), syl_library_undo_edit_finish, done);
  g_assert_false (done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
}

static void
test_trash (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GListModel) trash = syl_library_list_trash (fixture->library);
  g_autofree char *uuid = add (fixture, "quote", 1);
  g_autoptr (GError) error = NULL;
  gboolean done;

  wait_for_count (fixture->model, 1);
  ROUND (syl_library_delete_highlight_async (fixture->library, uuid, READY),
         syl_library_delete_highlight_finish, done);
  g_assert_true (done);
  wait_for_count (trash, 1);
  wait_for_count (fixture->model, 0);
  ROUND (syl_library_restore_highlight_async (fixture->library, uuid, READY),
         syl_library_restore_highlight_finish, done);
  g_assert_true (done);
  wait_for_count (fixture->model, 1);
  wait_for_count (trash, 0);
}

static void
assert_refused (Fixture           *fixture,
                SylHighlightDraft  draft)
{
  g_autoptr (GError) error = NULL;
  char *uuid;

  ROUND (syl_library_add_highlight_async (fixture->library, fixture->source, &draft, READY),
         syl_library_add_highlight_finish, uuid);
  g_assert_null (uuid);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
test_bad_drafts (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *long_quote = g_strnfill (32 * 1024 + 1, 'x');
  g_autofree char *long_note = g_strnfill (1024 * 1024 + 1, 'x');
  SylHighlightDraft draft = make_draft (" \n\t\302\240\342\200\213", 0);

  assert_refused (fixture, draft);
  assert_refused (fixture, make_draft ("", 0));
  assert_refused (fixture, make_draft (long_quote, 0));
  assert_refused (fixture, make_draft ("\xff", 0));
  draft = make_draft ("x", 0);
  draft.meaning = 4;
  assert_refused (fixture, draft);
  draft = make_draft ("x", 0);
  draft.selectors = "7";
  assert_refused (fixture, draft);
  draft = make_draft ("x", 0);
  draft.uri = "javascript:alert(1)";
  assert_refused (fixture, draft);
  draft = make_draft ("x", 0);
  draft.note = long_note;
  assert_refused (fixture, draft);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
}

static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;
  gboolean done;

  ROUND (syl_library_set_note_async (fixture->library, fixture->pick, "Mine", READY),
         syl_library_set_note_finish, done);
  g_assert_true (done);
  ROUND (syl_library_load_note_async (fixture->library, fixture->pick, READY),
         syl_library_load_note_finish, text);
  g_assert_cmpstr (text, ==, "Mine");
  ROUND (syl_library_export_pick_async (fixture->library, fixture->pick, READY),
         syl_library_export_pick_finish, markdown);
  g_assert_cmpstr (markdown, ==, "# Pick 1.2\n\nMine\n");
}

static char *
export_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *markdown;

  ROUND (syl_library_export_notes_async (fixture->library, READY), syl_library_export_notes_finish, markdown);
  g_assert_no_error (error);
  return markdown;
}

static void
test_export_all (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *none = export_all (fixture);
  g_autofree char *first = add (fixture, "first", 1);
  g_autofree char *second = add (fixture, "second", 2);
  g_autoptr (SylPick) later = syl_test_find_pick (fixture->library, "p2-1");
  g_autoptr (SylPick) earlier = syl_test_find_pick (fixture->library, "p1-1");
  g_autoptr (GError) error = NULL;
  g_autofree char *markdown = NULL;
  gboolean done;

  g_assert_cmpstr (none, ==, "");
  ROUND (syl_library_set_note_async (fixture->library, later, "Later", READY), syl_library_set_note_finish, done);
  g_assert_true (done);
  ROUND (syl_library_set_note_async (fixture->library, earlier, "Mine", READY), syl_library_set_note_finish, done);
  g_assert_true (done);
  markdown = export_all (fixture);
  g_assert_cmpstr (markdown, ==,
                   "# A list\n\n"
                   "## Pick 1.1\n\nMine\n\n"
                   "## Pick 1.2\n\n### Paper\n\n"
                   "> first\n\n[link](https://example.org/1/2#:~:text=first)\n\n"
                   "> second\n\n[link](https://example.org/1/2#:~:text=second)\n\n"
                   "## Pick 2.1\n\nLater\n");
}

static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *uuid = add (fixture, "quote", 1);
  SylLibrary *other = syl_test_open_library (fixture->folder, fixture->lists);
  SylLibrary *mine = fixture->library;
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  wait_for_count (fixture->model, 1);
  highlight = g_list_model_get_item (fixture->model, 0);
  fixture->library = other;
  ROUND (syl_library_set_highlight_note_async (other, uuid, "why", READY),
         syl_library_set_highlight_note_finish, done);
  fixture->library = mine;
  g_assert_true (done);
  syl_test_wait_until (has_note, highlight);
  ROUND (syl_library_undo_edit_async (mine, READY), syl_library_undo_edit_finish, done);
  g_assert_false (done);
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  syl_test_close_library (other);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/highlights/order-and-identity", test_order_and_identity);
  ADD ("/highlights/undo-redo", test_undo_redo);
  ADD ("/highlights/trash", test_trash);
  ADD ("/highlights/bad-drafts", test_bad_drafts);
  ADD ("/highlights/note", test_note);
  ADD ("/highlights/export-all", test_export_all);
  ADD ("/highlights/two-programs", test_two_programs);
#undef ADD

  return g_test_run ();
}
