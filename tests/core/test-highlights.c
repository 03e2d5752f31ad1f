/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "syl-highlight-test.h"

static void
test_order_and_identity (SylHighlightTest *fixture,
                         gconstpointer     data)
{
  g_autofree char *second = syl_highlight_test_add (fixture, "second", 20);
  g_autofree char *first = syl_highlight_test_add (fixture, "first", 10);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (SylHighlight) again = NULL;
  unsigned int n_notes;

  syl_highlight_test_wait_for_count (fixture->model, 2);
  highlight = g_list_model_get_item (fixture->model, 0);
  g_assert_cmpstr (syl_highlight_get_uuid (highlight), ==, first);
  g_assert_cmpuint (syl_highlight_get_meaning (highlight), ==, 1);
  g_assert_true (syl_highlight_test_set_note (fixture->library, first, "why", NULL));
  syl_highlight_test_wait_for_note (highlight, "why");
  again = g_list_model_get_item (fixture->model, 0);
  g_assert_true (again == highlight);
  g_object_get (fixture->pick, "n-notes", &n_notes, NULL);
  g_assert_cmpuint (n_notes, ==, 2);
}

static void
assert_refused (SylHighlightTest  *fixture,
                SylHighlightDraft  draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (syl_highlight_test_add_draft (fixture, &draft, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
test_bad_drafts (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  g_autofree char *long_quote = g_strnfill (32 * 1024 + 1, 'x');
  g_autofree char *long_note = g_strnfill (1024 * 1024 + 1, 'x');
  SylHighlightDraft draft = syl_highlight_test_make_draft ("x", 0);

  assert_refused (fixture, syl_highlight_test_make_draft (" \n\t\302\240\342\200\213", 0));
  assert_refused (fixture, syl_highlight_test_make_draft ("", 0));
  assert_refused (fixture, syl_highlight_test_make_draft (long_quote, 0));
  assert_refused (fixture, syl_highlight_test_make_draft ("\xff", 0));
  draft.meaning = 4;
  assert_refused (fixture, draft);
  draft = syl_highlight_test_make_draft ("x", 0);
  draft.selectors = "7";
  assert_refused (fixture, draft);
  draft = syl_highlight_test_make_draft ("x", 0);
  draft.uri = "javascript:alert(1)";
  assert_refused (fixture, draft);
  draft = syl_highlight_test_make_draft ("x", 0);
  draft.note = long_note;
  assert_refused (fixture, draft);
  g_assert_cmpuint (g_list_model_get_n_items (fixture->model), ==, 0);
}

static gboolean
is_a_question (gpointer highlight)
{
  return syl_highlight_get_meaning (highlight) == 2;
}

static void
test_meaning (SylHighlightTest *fixture,
              gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) missing = NULL;
  gint64 n_writes;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 2, NULL));
  syl_test_wait_until (is_a_question, highlight);

  n_writes = syl_highlight_test_count_writes (fixture->library);
  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 2, NULL));
  g_assert_false (syl_highlight_test_set_meaning (fixture->library, uuid, 4, &refused));
  g_assert_error (refused, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  g_assert_false (syl_highlight_test_set_meaning (fixture->library, "nobody", 1, &missing));
  g_assert_error (missing, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes);
}

static gboolean
is_attached (gpointer highlight)
{
  return syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_ATTACHED;
}

static gboolean
is_orphaned (gpointer highlight)
{
  return syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_ORPHANED;
}

static void
assert_reattached (SylHighlight *highlight)
{
  g_assert_cmpstr (syl_highlight_get_quote (highlight), ==, "there");
  g_assert_cmpstr (syl_highlight_get_uri (highlight), ==, "https://example.org/moved");
  g_assert_cmpstr (syl_highlight_get_selectors (highlight), ==, "[]");
  g_assert_cmpuint (syl_highlight_get_page (highlight), ==, 3);
  g_assert_cmpuint (syl_highlight_get_position (highlight), ==, 70);
  g_assert_cmpfloat (syl_highlight_get_score (highlight), >=, 1);
  g_assert_cmpuint (syl_highlight_get_meaning (highlight), ==, 1);
  g_assert_cmpstr (syl_highlight_get_note (highlight), ==, "why");
}

/* The place is new, and with it what is known of it; what the reader thinks of it stays. */
static void
test_reattach (SylHighlightTest *fixture,
               gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "here", 1);
  SylHighlightPlace lost = { uuid, SYL_HIGHLIGHT_ORPHANED, 0, 1 };
  SylHighlightDraft draft = { "https://example.org/moved", "there", "[]", 3, 70, 3, "not taken" };
  SylHighlightDraft bad = { "https://example.org/moved", "", "[]", 3, 70, 3, NULL };
  g_autoptr (SylHighlight) highlight = NULL;
  g_autoptr (GError) error = NULL;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, "why", NULL));
  g_assert_true (syl_highlight_test_set_places (fixture->library, &lost, 1, NULL));
  syl_test_wait_until (is_orphaned, highlight);
  g_assert_false (syl_highlight_test_reattach (fixture->library, uuid, fixture->source, &bad, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);

  g_assert_true (syl_highlight_test_reattach (fixture->library, uuid, fixture->source, &draft, NULL));
  syl_test_wait_until (is_attached, highlight);
  assert_reattached (highlight);
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  syl_test_wait_until (is_orphaned, highlight);
  g_assert_cmpstr (syl_highlight_get_quote (highlight), ==, "here");
  g_assert_cmpstr (syl_highlight_get_note (highlight), ==, "why");
}

static gboolean
is_moved (gpointer highlight)
{
  return syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_MOVED;
}

/* Where it was found with edits is its place, once the reader says so; undone, it is to be checked again. */
static void
test_place_kept (SylHighlightTest *fixture,
                 gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "here", 1);
  SylHighlightPlace moved = { uuid, SYL_HIGHLIGHT_MOVED, 0.5, 9 };
  SylHighlightDraft draft = { "https://example.org/1/2", "here now", "[]", 0, 9, 0, NULL };
  g_autoptr (SylHighlight) highlight = NULL;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (syl_highlight_test_set_places (fixture->library, &moved, 1, NULL));
  syl_test_wait_until (is_moved, highlight);
  g_assert_true (syl_highlight_test_reattach (fixture->library, uuid, fixture->source, &draft, NULL));
  syl_test_wait_until (is_attached, highlight);
  g_assert_cmpstr (syl_highlight_get_quote (highlight), ==, "here now");
  g_assert_cmpuint (syl_highlight_get_meaning (highlight), ==, 1);
  g_assert_cmpfloat (syl_highlight_get_score (highlight), >=, 1);

  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  syl_test_wait_until (is_moved, highlight);
  g_assert_cmpstr (syl_highlight_get_quote (highlight), ==, "here");
  g_assert_cmpuint (syl_highlight_get_position (highlight), ==, 9);
  g_assert_cmpfloat (syl_highlight_get_score (highlight), <, 1);
}

static void
assert_on (SylHighlight *highlight,
           SylSource    *source)
{
  g_assert_cmpint (syl_highlight_get_source_id (highlight), ==, syl_source_get_id (source));
  g_assert_cmpstr (syl_highlight_get_source_title (highlight), ==, syl_source_get_title (source));
}

/* To a page of another source, whose words can’t be told from those before: it belongs there from then on. */
static void
test_reattach_to_another_source (SylHighlightTest *fixture,
                                 gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  SylHighlightPlace lost = { uuid, SYL_HIGHLIGHT_ORPHANED, 0, 1 };
  SylHighlightDraft draft = syl_highlight_test_make_draft ("quote", 1);
  g_autoptr (SylSource) other = g_list_model_get_item (syl_pick_get_sources (fixture->pick), 1);
  g_autoptr (SylHighlight) highlight = NULL;

  syl_highlight_test_wait_for_count (fixture->model, 1);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  assert_on (highlight, fixture->source);
  g_assert_true (syl_highlight_test_set_places (fixture->library, &lost, 1, NULL));
  syl_test_wait_until (is_orphaned, highlight);
  draft.uri = syl_source_get_uri (other);
  g_assert_true (syl_highlight_test_reattach (fixture->library, uuid, other, &draft, NULL));
  syl_test_wait_until (is_attached, highlight);
  assert_on (highlight, other);

  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  syl_test_wait_until (is_orphaned, highlight);
  assert_on (highlight, fixture->source);
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  syl_test_wait_until (is_attached, highlight);
  assert_on (highlight, other);
  syl_highlight_test_reopen (fixture);
  g_clear_object (&highlight);
  highlight = syl_highlight_test_get (fixture->model, uuid);
  assert_on (highlight, other);
}

static void
assert_no_place (SylHighlightTest  *fixture,
                 SylHighlightPlace  place)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (syl_highlight_test_set_places (fixture->library, &place, 1, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

static void
test_places (SylHighlightTest *fixture,
             gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  SylHighlightPlace places[] = { { uuid, SYL_HIGHLIGHT_MOVED, 0.5, 9 }, { "nobody", SYL_HIGHLIGHT_MOVED, 0.5, 9 } };
  SylHighlightPlace mixed[] = { { uuid, SYL_HIGHLIGHT_MOVED, 0.25, 9 }, { uuid, SYL_HIGHLIGHT_MOVED, 2, 9 } };
  gint64 n_writes = syl_highlight_test_count_writes (fixture->library);

  g_assert_true (syl_highlight_test_set_places (fixture->library, places, 2, NULL));
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes + 1);
  g_assert_true (syl_highlight_test_set_places (fixture->library, places, 2, NULL));
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes + 1);
  g_assert_true (syl_highlight_test_set_places (fixture->library, NULL, 0, NULL));

  assert_no_place (fixture, (SylHighlightPlace) { uuid, (SylHighlightStatus) 3, 0.5, 9 });
  assert_no_place (fixture, (SylHighlightPlace) { uuid, (SylHighlightStatus) -1, 0.5, 9 });
  assert_no_place (fixture, (SylHighlightPlace) { uuid, SYL_HIGHLIGHT_MOVED, NAN, 9 });
  assert_no_place (fixture, (SylHighlightPlace) { uuid, SYL_HIGHLIGHT_MOVED, INFINITY, 9 });
  assert_no_place (fixture, (SylHighlightPlace) { uuid, SYL_HIGHLIGHT_MOVED, -0.1, 9 });
  g_assert_false (syl_highlight_test_set_places (fixture->library, mixed, 2, NULL));
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes + 1);
}

/* Whatever becomes of a page, each highlight is somewhere. */
static void
test_nothing_is_lost (SylHighlightTest *fixture,
                      gconstpointer     data)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  unsigned int n[SYL_HIGHLIGHT_ORPHANED + 1] = { 0 };

  for (unsigned int i = 0; i < 30; i++)
    {
      g_autofree char *quote = g_strdup_printf ("quote %u", i);
      SylHighlightPlace place = { NULL, (SylHighlightStatus) (i % 3), 0.5, 100 - i };

      g_ptr_array_add (uuids, syl_highlight_test_add (fixture, quote, i));
      place.uuid = g_ptr_array_index (uuids, i);
      g_assert_true (syl_highlight_test_set_places (fixture->library, &place, 1, NULL));
    }
  for (unsigned int i = 0; i < 9; i++)
    g_assert_true (syl_highlight_test_delete (fixture->library, g_ptr_array_index (uuids, i), NULL));

  syl_highlight_test_reopen (fixture);
  for (guint i = 0; i < g_list_model_get_n_items (fixture->model); i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (fixture->model, i);

      n[syl_highlight_get_status (highlight)]++;
    }
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, 30);
  for (unsigned int i = 0; i < G_N_ELEMENTS (n); i++)
    g_assert_cmpuint (n[i], ==, 7);
}

static void
assert_stored (SylHighlightTest *fixture,
               gint64            n,
               gint64            meaning,
               const char       *note)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM highlight WHERE deleted IS NULL AND quote = 'quote' "
                                          "AND meaning = %" G_GINT64_FORMAT " AND note = '%s'", meaning, note);

  g_assert_cmpint (syl_highlight_test_query (fixture->library, sql), ==, n);
}

/* To mark the same passage once more is to think of it anew. */
static void
test_same_passage (SylHighlightTest *fixture,
                   gconstpointer     data)
{
  SylHighlightDraft draft = syl_highlight_test_make_draft ("quote", 5);
  g_autofree char *uuid = syl_highlight_test_add_draft (fixture, &draft, NULL);
  g_autofree char *again = NULL;
  g_autofree char *kept = NULL;

  draft.meaning = 3;
  draft.note = "mine";
  draft.selectors = "[]";
  again = syl_highlight_test_add_draft (fixture, &draft, NULL);
  g_assert_cmpstr (again, ==, uuid);
  assert_stored (fixture, 1, 3, "mine");
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_stored (fixture, 1, 1, "");
  g_assert_true (syl_highlight_test_redo (fixture->library, NULL));
  assert_stored (fixture, 1, 3, "mine");

  draft.meaning = 0;
  draft.note = "other";
  kept = syl_highlight_test_add_draft (fixture, &draft, NULL);
  g_assert_cmpstr (kept, ==, uuid);
  assert_stored (fixture, 1, 0, "mine");
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, 1);
}

static void
test_same_passage_unchanged (SylHighlightTest *fixture,
                             gconstpointer     data)
{
  SylHighlightDraft draft = syl_highlight_test_make_draft ("quote", 5);
  g_autofree char *uuid = syl_highlight_test_add_draft (fixture, &draft, NULL);
  gint64 n_writes = syl_highlight_test_count_writes (fixture->library);
  g_autofree char *again = syl_highlight_test_add_draft (fixture, &draft, NULL);

  g_assert_cmpstr (again, ==, uuid);
  g_assert_cmpint (syl_highlight_test_count_writes (fixture->library), ==, n_writes);
  g_assert_true (syl_highlight_test_undo (fixture->library, NULL));
  assert_stored (fixture, 0, 1, "");
  g_assert_false (syl_highlight_test_undo (fixture->library, NULL));
}

static void
add_another (SylHighlightTest  *fixture,
             SylHighlightDraft  draft)
{
  gint64 n = syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight");
  g_autofree char *uuid = syl_highlight_test_add_draft (fixture, &draft, NULL);

  g_assert_nonnull (uuid);
  g_assert_cmpint (syl_highlight_test_query (fixture->library, "SELECT count(*) FROM highlight"), ==, n + 1);
}

/* The same words elsewhere are another passage, and what lies in the trash stays there. */
static void
test_other_passages (SylHighlightTest *fixture,
                     gconstpointer     data)
{
  SylHighlightDraft draft = syl_highlight_test_make_draft ("quote", 5);
  g_autofree char *uuid = syl_highlight_test_add_draft (fixture, &draft, NULL);
  g_autoptr (SylSource) other = g_list_model_get_item (syl_pick_get_sources (fixture->pick), 1);

  add_another (fixture, (SylHighlightDraft) { draft.uri, "quote", "[]", 0, 6, 1, NULL });
  add_another (fixture, (SylHighlightDraft) { draft.uri, "quote", "[]", 1, 5, 1, NULL });
  add_another (fixture, (SylHighlightDraft) { draft.uri, "quote!", "[]", 0, 5, 1, NULL });
  add_another (fixture, (SylHighlightDraft) { "https://example.org/", "quote", "[]", 0, 5, 1, NULL });
  g_assert_true (syl_highlight_test_delete (fixture->library, uuid, NULL));
  add_another (fixture, draft);
  g_set_object (&fixture->source, other);
  add_another (fixture, draft);
}

static void
assert_not_found (SylHighlightTest *fixture,
                  const char       *uuid)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (syl_highlight_test_find (fixture->library, uuid, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND);
}

/* By its id alone, and it is the object that lists have; what lies in the trash isn't found. */
static void
test_find (SylHighlightTest *fixture,
           gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autoptr (SylHighlight) found = NULL;
  g_autoptr (SylHighlight) listed = NULL;

  assert_not_found (fixture, "nobody");
  g_assert_true (syl_highlight_test_set_note (fixture->library, uuid, "why", NULL));
  found = syl_highlight_test_find (fixture->library, uuid, NULL);
  g_assert_cmpstr (syl_highlight_get_uuid (found), ==, uuid);
  g_assert_cmpstr (syl_highlight_get_note (found), ==, "why");
  g_assert_cmpstr (syl_highlight_get_pick_slug (found), ==, "p1-2");

  syl_highlight_test_wait_for_count (fixture->model, 1);
  listed = syl_highlight_test_get (fixture->model, uuid);
  g_assert_true (found == listed);
  g_assert_true (syl_highlight_test_delete (fixture->library, uuid, NULL));
  assert_not_found (fixture, uuid);
  g_assert_true (syl_highlight_test_restore (fixture->library, uuid, NULL));
  g_clear_object (&found);
  found = syl_highlight_test_find (fixture->library, uuid, NULL);
  g_assert_true (found == listed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/highlights/order-and-identity", test_order_and_identity);
  ADD ("/highlights/bad-drafts", test_bad_drafts);
  ADD ("/highlights/meaning", test_meaning);
  ADD ("/highlights/reattach", test_reattach);
  ADD ("/highlights/place-kept", test_place_kept);
  ADD ("/highlights/reattach-to-another-source", test_reattach_to_another_source);
  ADD ("/highlights/places", test_places);
  ADD ("/highlights/nothing-is-lost", test_nothing_is_lost);
  ADD ("/highlights/same-passage", test_same_passage);
  ADD ("/highlights/same-passage-unchanged", test_same_passage_unchanged);
  ADD ("/highlights/other-passages", test_other_passages);
  ADD ("/highlights/find", test_find);
#undef ADD

  return g_test_run ();
}
