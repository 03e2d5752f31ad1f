/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-highlight-test.h"

#define LINK "[link](https://example.org/1/2#:~:text="

static void
write_note (SylHighlightTest *fixture,
            const char       *slug,
            const char       *note)
{
  g_autoptr (SylPick) pick = syl_test_find_pick (fixture->library, slug);

  g_assert_true (syl_highlight_test_write (fixture->library, pick, note, NULL));
}

static void
test_note (SylHighlightTest *fixture,
           gconstpointer     data)
{
  g_autofree char *none = syl_highlight_test_read (fixture->library, fixture->pick);
  g_autofree char *long_note = g_strnfill (1024 * 1024 + 1, 'x');
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (syl_highlight_test_write (fixture->library, fixture->pick, "Mine", NULL));
  g_assert_false (syl_highlight_test_write (fixture->library, fixture->pick, long_note, &error));
  g_assert_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
  text = syl_highlight_test_read (fixture->library, fixture->pick);
  g_assert_cmpstr (text, ==, "Mine");
  markdown = syl_highlight_test_export_pick (fixture->library, fixture->pick);
  g_assert_cmpstr (markdown, ==, "# Pick 1.2\n\nMine\n");
}

/* Main sources first, and in a source by place, whenever it was marked. */
static void
test_pick (SylHighlightTest *fixture,
           gconstpointer     data)
{
  g_autoptr (SylSource) paper = g_object_ref (fixture->source);
  g_autoptr (SylSource) post = g_list_model_get_item (syl_pick_get_sources (fixture->pick), 1);
  g_autofree char *later = syl_highlight_test_add (fixture, "later", 2);
  g_autofree char *gone = syl_highlight_test_add (fixture, "gone", 3);
  g_autofree char *beside = NULL;
  g_autofree char *first = NULL;
  g_autofree char *markdown = NULL;

  g_set_object (&fixture->source, post);
  beside = syl_highlight_test_add (fixture, "beside", 0);
  g_set_object (&fixture->source, paper);
  first = syl_highlight_test_add (fixture, "first", 1);
  g_assert_true (syl_highlight_test_set_note (fixture->library, first, "```\nopen", NULL));
  g_assert_true (syl_highlight_test_delete (fixture->library, gone, NULL));
  markdown = syl_highlight_test_export_pick (fixture->library, fixture->pick);
  g_assert_cmpstr (markdown, ==,
                   "# Pick 1.2\n\n## Paper\n\n"
                   "> first\n\n```\nopen\n```\n\n" LINK "first)\n\n"
                   "> later\n\n" LINK "later)\n\n"
                   "## Post\n\n"
                   "> beside\n\n" LINK "beside)\n");
}

static void
test_list (SylHighlightTest *fixture,
           gconstpointer     data)
{
  g_autofree char *none = syl_highlight_test_export_all (fixture->library);
  g_autofree char *first = syl_highlight_test_add (fixture, "first", 1);
  g_autofree char *second = syl_highlight_test_add (fixture, "second", 2);
  g_autofree char *markdown = NULL;

  g_assert_cmpstr (none, ==, "");
  write_note (fixture, "p2-1", "Later");
  write_note (fixture, "p1-1", "Mine");
  write_note (fixture, "p1-3", "Gone");
  write_note (fixture, "p1-3", "");
  markdown = syl_highlight_test_export_all (fixture->library);
  g_assert_cmpstr (markdown, ==,
                   "# A list\n\n"
                   "## Pick 1.1\n\nMine\n\n"
                   "## Pick 1.2\n\n### Paper\n\n"
                   "> first\n\n" LINK "first)\n\n"
                   "> second\n\n" LINK "second)\n\n"
                   "## Pick 2.1\n\nLater\n");
}

/* The list that is shown, and no other. */
static void
test_two_lists (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/other", "2025-01-01", 1, 1);
  g_autofree char *file = syl_test_write_file (fixture->lists, "b.json", list);
  g_autofree char *uuid = syl_highlight_test_add (fixture, "quote", 1);
  g_autofree char *markdown = NULL;

  syl_highlight_test_reopen (fixture);
  syl_highlight_test_execute (fixture->library,
                              "INSERT INTO note (pick_id, uuid, text, modified) SELECT pick_id, 'x', 'Other', '' "
                              "FROM pick JOIN list USING (list_id) WHERE list.uri LIKE '%other' AND pick.slug = 'p1-1'");
  markdown = syl_highlight_test_export_all (fixture->library);
  g_assert_cmpstr (markdown, ==, "# A list\n\n## Pick 1.2\n\n### Paper\n\n> quote\n\n" LINK "quote)\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                           \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, func, syl_highlight_test_tear_down)
  ADD ("/highlight-export/note", test_note);
  ADD ("/highlight-export/pick", test_pick);
  ADD ("/highlight-export/list", test_list);
  ADD ("/highlight-export/two-lists", test_two_lists);
#undef ADD

  return g_test_run ();
}
