/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-snippet.h"
#include "syl-highlight-test.h"
#include "text/syl-fold.h"

#define LIST                                                                                                   \
  "{\"format\":1,\"id\":\"https://example.org/list\",\"title\":\"A list\",\"sections\":[{\"id\":\"s\",\"title\":\"Agents\",\"picks\":["  \
  "{\"id\":\"p1-2\",\"title\":\"ReAct: Reason & Act\",\"commentary\":\"Why *retrieval* helps those who reason.\","   \
  "\"sources\":[{\"id\":\"a\",\"title\":\"Retrieval\",\"url\":\"https://example.org/a\",\"kind\":\"book\",\"role\":\"main\"}]},"  \
  "{\"id\":\"rag\",\"title\":\"Retrieval\",\"commentary\":\"Retrieval it is.\","                                \
  "\"sources\":[{\"id\":\"b\",\"title\":\"B\",\"url\":\"https://example.org/b\",\"kind\":\"paper\",\"role\":\"main\"}]}]}]}"

static void
set_up (SylHighlightTest *fixture,
        gconstpointer     data)
{
  g_autofree char *file = NULL;

  fixture->folder = syl_test_make_folder ();
  fixture->lists = g_build_filename (fixture->folder, "lists", NULL);
  file = syl_test_write_file (fixture->lists, "a.json", LIST);
  syl_highlight_test_open (fixture);
}

static SylSearchResults *
search (SylHighlightTest *fixture,
        const char       *text)
{
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SylSearchResults *results;

  syl_library_search_async (fixture->library, text, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  results = syl_library_search_finish (fixture->library, result, &error);
  g_assert_no_error (error);
  return results;
}

static SylSearchHit *
get_hit (SylSearchResults *results,
         SylSearchKind     kind,
         unsigned int      position)
{
  g_assert_cmpuint (position, <, results->groups[kind].hits->len);
  return g_ptr_array_index (results->groups[kind].hits, position);
}

static void
test_kinds (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autofree char *uuid = syl_highlight_test_add (fixture, "The <b>retrieval</b> &\nthe rest", 1);
  g_autoptr (SylSearchResults) results = NULL;
  SylSearchHit *hit;

  g_assert_true (syl_highlight_test_set_meaning (fixture->library, uuid, 2, NULL));
  results = search (fixture, "Retrieval");
  g_assert_cmpuint (results->groups[SYL_SEARCH_PICK].n_found, ==, 2);
  hit = get_hit (results, SYL_SEARCH_PICK, 0);
  g_assert_cmpstr (hit->key, ==, "rag");
  g_assert_cmpstr (hit->title, ==, "<b>Retrieval</b>");
  g_assert_null (hit->snippet);
  hit = get_hit (results, SYL_SEARCH_PICK, 1);
  g_assert_cmpstr (hit->title, ==, "ReAct: Reason &amp; Act");
  g_assert_cmpstr (hit->context, ==, "Agents");
  g_assert_cmpstr (hit->snippet, ==, "Why <b>retrieval</b> helps those who reason.");

  hit = get_hit (results, SYL_SEARCH_SOURCE, 0);
  g_assert_cmpstr (hit->key, ==, "p1-2");
  g_assert_cmpstr (hit->source, ==, "a");
  g_assert_cmpstr (hit->context, ==, "ReAct: Reason & Act");
  g_assert_cmpstr (hit->media, ==, "book");

  hit = get_hit (results, SYL_SEARCH_HIGHLIGHT, 0);
  g_assert_cmpstr (hit->key, ==, uuid);
  g_assert_cmpstr (hit->title, ==, "The &lt;b&gt;<b>retrieval</b>&lt;/b&gt; &amp; the rest");
  g_assert_cmpuint (hit->number, ==, 2);
}

static void
test_lists (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autofree char *other = syl_test_make_list ("https://example.org/other", "2025-01-01", 1, 3);
  g_autofree char *file = syl_test_write_file (fixture->lists, "b.json", other);
  g_autoptr (SylSearchResults) results = NULL;

  syl_highlight_test_close (fixture);
  syl_highlight_test_open (fixture);
  g_free (syl_highlight_test_add (fixture, "Retrieval it is", 1));
  results = search (fixture, "Retrieval");
  g_assert_cmpstr (get_hit (results, SYL_SEARCH_PICK, 0)->context, ==, "Agents · A list");
  g_assert_cmpstr (get_hit (results, SYL_SEARCH_SOURCE, 0)->context, ==, "ReAct: Reason & Act · A list");
  g_assert_cmpstr (get_hit (results, SYL_SEARCH_HIGHLIGHT, 0)->context, ==, "ReAct: Reason & Act · A list");
}

/* The reader’s own words lead to a pick, too. */
static void
test_notes (SylHighlightTest *fixture,
            gconstpointer     data)
{
  g_autoptr (SylSearchResults) results = NULL;
  SylSearchHit *hit;

  g_assert_true (syl_highlight_test_write (fixture->library, fixture->pick, "Ask *Zoë* why they act.", NULL));
  results = search (fixture, "zoe react");
  g_assert_cmpuint (results->groups[SYL_SEARCH_PICK].n_found, ==, 1);
  hit = get_hit (results, SYL_SEARCH_PICK, 0);
  g_assert_cmpstr (hit->title, ==, "<b>ReAct</b>: Reason &amp; Act");
  g_assert_cmpstr (hit->snippet, ==, "Ask <b>Zoë</b> why they act.");
}

static void
test_nothing (SylHighlightTest *fixture,
              gconstpointer     data)
{
  const char *texts[] = { "", " \n", "nowhere", "caf\351" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SylSearchResults) results = search (fixture, texts[i]);

      for (int kind = 0; kind < SYL_SEARCH_N_KINDS; kind++)
        {
          g_assert_cmpuint (results->groups[kind].n_found, ==, 0);
          g_assert_cmpuint (results->groups[kind].hits->len, ==, 0);
        }
    }
}

/* All are counted, and the newest are kept. */
static void
test_many (SylHighlightTest *fixture,
           gconstpointer     data)
{
  g_autoptr (SylSearchResults) results = NULL;

  syl_highlight_test_execute (fixture->library,
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                              "INSERT INTO highlight (uuid, source_id, uri, quote, selectors, created, modified) "
                              "SELECT 'u' || i, 1, 'https://example.org/', 'retrieval ' || i, '{}', i, "
                              "printf('%05d', i) FROM n");
  results = search (fixture, "retrieval");
  g_assert_cmpuint (results->groups[SYL_SEARCH_PICK].n_found, ==, 2);
  g_assert_cmpuint (results->groups[SYL_SEARCH_HIGHLIGHT].n_found, ==, 1000);
  g_assert_cmpuint (results->groups[SYL_SEARCH_HIGHLIGHT].hits->len, ==, SYL_SEARCH_MAX_HITS);
  g_assert_cmpstr (get_hit (results, SYL_SEARCH_HIGHLIGHT, 0)->key, ==, "u1000");
}

static void
test_cancelled (SylHighlightTest *fixture,
                gconstpointer     data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_search_async (fixture->library, "retrieval", cancellable, syl_test_ready_cb, &answer);
  g_cancellable_cancel (cancellable);
  result = syl_test_wait (&answer);
  g_assert_null (syl_library_search_finish (fixture->library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
assert_marked (const char   *text,
               const char   *query,
               unsigned int  max_chars,
               const char   *expected)
{
  g_auto (GStrv) words = syl_fold_words (query);
  g_autofree char *marked = syl_search_mark (text, (const char * const *) words, max_chars);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_marks (void)
{
  assert_marked ("Reading and read", "read", 100, "<b>Read</b>ing and <b>read</b>");
  assert_marked ("Reading", "reading read in", 100, "<b>Reading</b>");
  assert_marked ("Reading", "ead din", 100, "R<b>eadin</b>g");
  assert_marked ("No such", "word", 100, "No such");
  assert_marked ("ÉLAN e\314\201lan", "elan", 100, "<b>ÉLAN</b> <b>e\314\201lan</b>");
  assert_marked ("ﬁne", "f", 100, "<b>ﬁ</b>ne");
  assert_marked ("straße", "ss", 100, "stra<b>ß</b>e");
  assert_marked ("a<b & \"c\"", "<b", 100, "a<b>&lt;b</b> &amp; &quot;c&quot;");
  assert_marked ("one\n\ttwo\033 three", "two", 100, "one <b>two</b> three");
  assert_marked ("bad \377 byte", "byte", 100, "bad \357\277\275 <b>byte</b>");
}

static void
test_cuts (void)
{
  const char *text = "It begins with a long word or two, then another, and then what was looked for comes at last.";

  assert_marked (text, "begins", 9, "…<b>begins</b> wi…");
  assert_marked (text, "looked", 60, "…then another, and then what was <b>looked</b> for comes at last.");
  assert_marked (text, "begins", 30, "It <b>begins</b> with a long word or…");
  assert_marked (text, "last", 60, "…then another, and then what was looked for comes at <b>last</b>.");
  assert_marked ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "b", 50,
                 "…aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa<b>b</b>");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, SylHighlightTest, NULL, set_up, func, syl_highlight_test_tear_down)
  ADD ("/search-results/kinds", test_kinds);
  ADD ("/search-results/lists", test_lists);
  ADD ("/search-results/notes", test_notes);
  ADD ("/search-results/nothing", test_nothing);
  ADD ("/search-results/many", test_many);
  ADD ("/search-results/cancelled", test_cancelled);
#undef ADD
  g_test_add_func ("/search-results/marks", test_marks);
  g_test_add_func ("/search-results/cuts", test_cuts);

  return g_test_run ();
}
