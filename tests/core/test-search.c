/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "search/syl-search-id.h"
#include "search/syl-search.h"
#include "store/syl-store-peek.h"
#include "syl-highlight-test.h"

#define LIST                                                                                        \
  "{\"format\":1,\"id\":\"%s\",\"title\":\"A list\",\"sections\":[{\"id\":\"s\",\"title\":\"Agents\",\"picks\":["  \
  "{\"id\":\"p1-2\",\"title\":\"ReAct: Reason and Act\",\"commentary\":\"Why *retrieval* [helps](https://example.org/zebra).\"," \
  "\"sources\":[{\"id\":\"a\",\"title\":\"Toolformer\",\"url\":\"https://example.org/a\",\"kind\":\"paper\",\"role\":\"main\"}]},"  \
  "{\"id\":\"rag\",\"title\":\"Retrieval\",\"commentary\":\"It acts.\","                             \
  "\"sources\":[{\"id\":\"b c\",\"title\":\"Naïve Retrieval, Reason\",\"url\":\"https://example.org/b\",\"kind\":\"paper\",\"role\":\"main\"}]}" \
  "],\"extras\":[{\"title\":\"Act beside: retrieval\",\"sources\":[{\"id\":\"x\",\"title\":\"X\","       \
  "\"url\":\"https://example.org/x\",\"kind\":\"post\",\"role\":\"main\"}]}]}]}"

typedef struct
{
  SylHighlightTest base;
  char *path;
} Fixture;

static void
write_list (Fixture    *fixture,
            const char *name,
            const char *id)
{
  g_autofree char *text = g_strdup_printf (LIST, id);
  g_autofree char *file = syl_test_write_file (fixture->base.lists, name, text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->base.folder = syl_test_make_folder ();
  fixture->base.lists = g_build_filename (fixture->base.folder, "lists", NULL);
  fixture->path = g_build_filename (fixture->base.folder, "library.db", NULL);
  write_list (fixture, "a.json", "https://example.org/first");
  write_list (fixture, "b.json", "https://example.org/second");
  syl_highlight_test_open (&fixture->base);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  syl_highlight_test_tear_down (&fixture->base, data);
  g_free (fixture->path);
}

static gpointer
run_search (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  return syl_search_run (connection, user_data, NULL, error);
}

static gpointer
run_look_up (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  return syl_search_look_up (connection, user_data, error);
}

static GPtrArray *
search (Fixture    *fixture,
        const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = syl_store_peek (fixture->path, run_search, (gpointer) text,
                                     (GDestroyNotify) g_ptr_array_unref, NULL, &error);

  g_assert_no_error (error);
  return items;
}

static char *
join_ids (GPtrArray *items)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      SylSearchItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", item->id);
    }
  return g_string_free_and_steal (g_steal_pointer (&ids));
}

static void
assert_found (Fixture    *fixture,
              const char *text,
              const char *expected)
{
  g_autoptr (GPtrArray) items = search (fixture, text);
  g_autofree char *ids = join_ids (items);

  g_assert_cmpstr (ids, ==, expected);
}

/* Titles that begin so, other titles, texts; and each once, though two lists have it. */
static void
test_ranks (Fixture       *fixture,
            gconstpointer  data)
{
  assert_found (fixture, "retrieval", "pick:rag pick:extra/s/act-beside-retrieval source:rag/b-c pick:p1-2");
  assert_found (fixture, "act", "pick:extra/s/act-beside-retrieval pick:p1-2 pick:rag");
  assert_found (fixture, "REASON act", "pick:p1-2");
  assert_found (fixture, "act reason", "pick:p1-2");
  assert_found (fixture, "naive", "source:rag/b-c");
  assert_found (fixture, "reason retrieval helps", "pick:p1-2");
  assert_found (fixture, "tool", "source:p1-2/a");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *long_text = g_strdup_printf ("retrieval%1020s", "");

  assert_found (fixture, "", "");
  assert_found (fixture, " \t", "");
  assert_found (fixture, "retrieval nowhere", "");
  assert_found (fixture, "zebra", "");
  assert_found (fixture, long_text, "");
  assert_found (fixture, "caf\351", "");
}

static void
assert_found_uuid (Fixture    *fixture,
                   const char *text,
                   const char *uuid)
{
  g_autofree char *expected = g_strconcat ("highlight:", uuid, NULL);

  assert_found (fixture, text, uuid != NULL ? expected : "");
}

static void
test_highlights (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *uuid = syl_highlight_test_add (&fixture->base, "Few-shot\nlearners", 1);
  g_autoptr (GPtrArray) items = NULL;
  SylSearchItem *item;

  g_assert_true (syl_highlight_test_set_note (fixture->base.library, uuid, "Compare with **LLaMA**.", NULL));
  assert_found_uuid (fixture, "learners few", uuid);
  assert_found_uuid (fixture, "learners llama", uuid);
  assert_found_uuid (fixture, "**llama**", NULL);

  items = search (fixture, "few-shot");
  item = g_ptr_array_index (items, 0);
  g_assert_cmpint (item->kind, ==, SYL_SEARCH_HIGHLIGHT);
  g_assert_cmpstr (item->title, ==, "Few-shot learners");
  g_assert_cmpstr (item->description, ==, "ReAct: Reason and Act · Compare with LLaMA.");
  g_assert_true (syl_highlight_test_delete (fixture->base.library, uuid, NULL));
  assert_found_uuid (fixture, "learners", NULL);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) items = NULL;
  SylSearchItem *first;

  syl_highlight_test_execute (fixture->base.library,
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
                              "INSERT INTO highlight (uuid, source_id, uri, quote, selectors, created, modified) "
                              "SELECT 'u' || i, 1, 'https://example.org/', 'retrieval ' || i, '{}', i, "
                              "printf('%05d', i) FROM n");
  items = search (fixture, "retrieval");
  g_assert_cmpuint (items->len, ==, SYL_SEARCH_MAX_RESULTS);
  first = g_ptr_array_index (items, 0);
  g_assert_cmpstr (first->id, ==, "pick:rag");
  assert_found (fixture, "retrieval 777", "highlight:u777");
  g_clear_pointer (&items, g_ptr_array_unref);
  items = search (fixture, "retrieval 99");
  first = g_ptr_array_index (items, 0);
  g_assert_cmpstr (first->id, ==, "highlight:u999");
}

static void
test_look_up (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *uuid = syl_highlight_test_add (&fixture->base, "quote", 1);
  g_autofree char *id = syl_search_id_format (SYL_SEARCH_HIGHLIGHT, uuid, "");
  const char *ids[] = { "source:rag/b-c", "pick:nobody", "", "pick:", "week:1", id, "pick:rag' OR 1=1",
                        "pick:rag", "source:rag", "highlight:%00", NULL };
  g_autofree char *expected = g_strdup_printf ("source:rag/b-c %s pick:rag", id);
  g_autoptr (GPtrArray) items = syl_store_peek (fixture->path, run_look_up, ids, (GDestroyNotify) g_ptr_array_unref,
                                                NULL, NULL);
  g_autofree char *found = join_ids (items);
  SylSearchItem *pick = g_ptr_array_index (items, 2);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpstr (pick->title, ==, "Retrieval");
  g_assert_cmpstr (pick->description, ==, "Agents · It acts.");
}

/* A pick that left its list is found for as long as the reader has done something with it. */
static void
test_retired (Fixture       *fixture,
              gconstpointer  data)
{
  syl_highlight_test_execute (fixture->base.library, "UPDATE pick SET retired = 1");
  assert_found (fixture, "reason", "");
  g_free (syl_highlight_test_add (&fixture->base, "quote", 1));
  assert_found (fixture, "reason act", "pick:p1-2");
  syl_highlight_test_execute (fixture->base.library, "UPDATE source SET retired = 1");
  assert_found (fixture, "toolformer", "");
}

static void
assert_same_again (SylSearchKind  kind,
                   const char    *key,
                   const char    *source)
{
  g_autofree char *text = syl_search_id_format (kind, key, source);
  g_autoptr (SylSearchId) id = syl_search_id_parse (text);

  g_assert_nonnull (id);
  g_assert_cmpint (id->kind, ==, kind);
  g_assert_cmpstr (id->key, ==, key);
  g_assert_cmpstr (id->source, ==, source);
}

static void
test_ids (void)
{
  g_autofree char *long_key = g_strnfill (2000, 'a');
  g_autofree char *long_id = g_strconcat ("pick:", long_key, NULL);
  const char *bad[] = { "", "pick", "pick:", "PICK:rag", "source:rag", "source:/a", "source:rag/", "pick:%", "pick:%00",
                        "pick:a b", "pick:%0A", "pick:%ff", "source:a/%", "highlight:\n", long_id };

  assert_same_again (SYL_SEARCH_PICK, "rag", "");
  assert_same_again (SYL_SEARCH_PICK, "a/b%20c:d", "");
  assert_same_again (SYL_SEARCH_SOURCE, "größe/1", "%2F");
  assert_same_again (SYL_SEARCH_HIGHLIGHT, "6a8b0000-0000-4000-8000-000000000001", "");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      if (syl_search_id_parse (bad[i]) != NULL)
        g_error ("“%s” is taken for an id", bad[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/search/ranks", test_ranks);
  ADD ("/search/nothing", test_nothing);
  ADD ("/search/highlights", test_highlights);
  ADD ("/search/many", test_many);
  ADD ("/search/look-up", test_look_up);
  ADD ("/search/retired", test_retired);
#undef ADD
  g_test_add_func ("/search/ids", test_ids);

  return g_test_run ();
}
