/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "lists/syl-list-merge.h"
#include "lists/syl-list-order.h"
#include "lists/syl-list-parser.h"
#include "store/syl-migrations.h"

typedef struct
{
  char *folder;
  SylConnection *connection;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("syllabus-merge-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->connection = syl_connection_open (path, SYL_CONNECTION_MODE_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (syl_migrations_run (fixture->connection, path, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_pointer (&fixture->connection, syl_connection_close);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static SylReadingList *
parse (const char *sections)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      "{\"format\":1,\"id\":\"https://example.org/list\",\"title\":\"List\",\"sections\":[%s]}",
      sections);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  SylReadingList *list = syl_list_parser_parse_json (bytes, &error);

  g_assert_no_error (error);
  return list;
}

/* Checks on the way that a preview promises what the merge then does. */
static SylListChanges *
merge_list (Fixture        *fixture,
            SylReadingList *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylListChanges) preview = syl_list_changes_new ();
  SylListChanges *changes = syl_list_changes_new ();

  g_assert_true (syl_list_merge_preview (fixture->connection, list, preview, &error));
  g_assert_true (syl_connection_begin (fixture->connection, &error));
  g_assert_true (syl_list_merge (fixture->connection, list, "digest", changes, &error));
  g_assert_no_error (error);
  g_assert_true (syl_connection_commit (fixture->connection, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (preview->lines->len, ==, changes->lines->len);
  g_assert_cmpuint (preview->added, ==, changes->added);
  g_assert_cmpuint (preview->retired, ==, changes->retired);
  return changes;
}

static SylListChanges *
merge (Fixture    *fixture,
       const char *sections)
{
  g_autoptr (SylReadingList) list = parse (sections);

  return merge_list (fixture, list);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  syl_connection_execute (fixture->connection, sql, &error);
  g_assert_no_error (error);
}

static void
assert_number (Fixture    *fixture,
               const char *sql,
               gint64      expected)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  syl_connection_query_int64 (fixture->connection, sql, &value, &error);
  g_assert_no_error (error);
  if (value != expected)
    g_test_message ("%s", sql);
  g_assert_cmpint (value, ==, expected);
}

static void
assert_text (Fixture    *fixture,
             const char *sql,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = syl_connection_query_text (fixture->connection, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

/* All that the tables of the list hold, as one text. */
static char *
dump (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *text = syl_connection_query_text (
      fixture->connection,
      "SELECT (SELECT group_concat(concat_ws('|', section_id, slug, position, title, note, retired)) "
      "FROM section) || "
      "(SELECT group_concat(concat_ws('|', pick_id, section_id, slug, extra, position, number, title, "
      "commentary, minutes, difficulty, after, year_first, year_last, n_sources, retired)) FROM pick) "
      "|| (SELECT group_concat(concat_ws('|', source_id, pick_id, slug, position, title, url, "
      "canonical, kind, main, authors, year, retired)) FROM source)",
      &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_said (SylListChanges *changes,
             const char     *line)
{
  for (guint i = 0; i < changes->lines->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (changes->lines, i), line))
        return;
    }
  for (guint i = 0; i < changes->lines->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (changes->lines, i));
  g_error ("Nothing says: %s", line);
}

#define SOURCE(id, title, url, more)                                                               \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"url\":\"" url "\",\"kind\":\"paper\"" more "}"
#define PICK(id, title, sources) "{\"id\":\"" id "\",\"title\":\"" title "\",\"sources\":[" sources "]}"
#define SECTION(id, title, picks)                                                                  \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"picks\":[" picks "]}"

#define A PICK ("a", "A", SOURCE ("a1", "A1", "https://arxiv.org/abs/1706.03762v5", ",\"year\":2017") "," \
                SOURCE ("a2", "A2", "https://example.org/a2?utm_source=x", ",\"year\":2020") ","   \
                SOURCE ("a3", "A3", "https://example.org/a3", ",\"year\":1999,\"role\":\"see-also\""))
#define B PICK ("b", "B", SOURCE ("b1", "B1", "https://example.org/b1", ""))
#define C PICK ("c", "C", "")
#define D PICK ("d", "D", SOURCE ("d1", "D1", "https://example.org/d1", ""))

#define FIRST                                                                                      \
  "{\"id\":\"one\",\"title\":\"One\",\"note\":\"N\",\"picks\":[" A "," B "],"                      \
  "\"extras\":[{\"title\":\"X\"}]}," SECTION ("two", "Two", C "," D)

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (SylListChanges) changes = merge (fixture, FIRST);

  g_assert_true (changes->is_new);
  g_assert_cmpuint (changes->added, ==, 5);
  g_assert_cmpuint (changes->unchanged, ==, 0);
  g_assert_cmpuint (changes->lines->len, ==, 0);

  assert_text (fixture, "SELECT group_concat(uri || title || digest) FROM list",
               "https://example.org/listListdigest");
  assert_text (fixture, "SELECT group_concat(slug || position || note) FROM section", "one0N,two1");
  assert_text (fixture,
               "SELECT group_concat(slug || section_id || extra || position || number, ' ') FROM pick",
               "a1001 b1012 extra/one/x1120 c2003 d2014");
  assert_text (fixture, "SELECT year_first || '-' || year_last || '/' || n_sources FROM pick",
               "2017-2020/2");
  assert_text (fixture, "SELECT group_concat(canonical, ' ') FROM source WHERE pick_id = 1",
               "https://arxiv.org/abs/1706.03762 https://example.org/a2 https://example.org/a3");
  assert_text (fixture, "SELECT group_concat(slug || position || main) FROM source WHERE pick_id = 1",
               "a101,a211,a320");
}

static void
test_same_again (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autofree char *before = dump (fixture);
  g_autoptr (SylChangeSet) noted = syl_connection_steal_changes (fixture->connection);
  g_autoptr (SylChangeSet) again = NULL;
  g_autoptr (SylListChanges) second = NULL;
  g_autofree char *after = NULL;
  gint64 written;

  execute (fixture, "CREATE TEMP TRIGGER no_write BEFORE UPDATE ON pick "
                    "BEGIN SELECT raise(ABORT, 'written'); END");
  syl_connection_query_int64 (fixture->connection, "SELECT total_changes()", &written, NULL);
  second = merge (fixture, FIRST);
  assert_number (fixture, "SELECT total_changes()", written);

  after = dump (fixture);
  again = syl_connection_steal_changes (fixture->connection);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (syl_list_changes_is_empty (second));
  g_assert_cmpuint (second->unchanged, ==, 5);
  g_assert_cmpuint (noted->kinds, ==, SYL_CHANGE_LIST);
  g_assert_cmpuint (again->kinds, ==, 0);
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylListChanges) second = NULL;

  second = merge (fixture, "{\"id\":\"one\",\"title\":\"Uno\",\"note\":\"N\",\"picks\":["
                  A "," PICK ("b", "Bee", SOURCE ("b1", "B1", "https://example.org/b1", "")) "],"
                  "\"extras\":[{\"title\":\"X\"}]}," SECTION ("two", "Two", C "," D));
  g_assert_cmpuint (second->renamed, ==, 1);
  g_assert_cmpuint (second->edited, ==, 0);
  g_assert_cmpuint (second->unchanged, ==, 4);
  assert_said (second, "Renamed “B” to “Bee”");
  assert_said (second, "Renamed the section “One” to “Uno”");
  assert_text (fixture, "SELECT title FROM pick WHERE pick_id = 2", "Bee");
  assert_text (fixture, "SELECT title FROM section WHERE section_id = 1", "Uno");
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylListChanges) second = NULL;

  second = merge (fixture, SECTION ("two", "Two", D "," A "," C) ","
                  "{\"id\":\"one\",\"title\":\"One\",\"note\":\"N\",\"picks\":[" B "],"
                  "\"extras\":[{\"title\":\"X\"}]}");
  g_assert_cmpuint (second->moved, ==, 2);
  g_assert_cmpuint (second->added, ==, 0);
  g_assert_cmpuint (second->retired, ==, 0);
  assert_said (second, "Moved “A” to “Two”");
  assert_text (fixture,
               "SELECT group_concat(slug || section_id || position || number, ' ') "
               "FROM (SELECT * FROM pick ORDER BY pick_id)",
               "a212 b104 extra/one/x110 c223 d201");
  assert_text (fixture, "SELECT group_concat(slug || position) FROM section", "one1,two0");
}

static void
test_pushed_is_not_moved (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylListChanges) second = NULL;

  second = merge (fixture, "{\"id\":\"one\",\"title\":\"One\",\"note\":\"N\",\"picks\":["
                  PICK ("new", "New", "") "," A "," B "],\"extras\":[{\"title\":\"X\"}]},"
                  SECTION ("two", "Two", C "," D));
  g_assert_cmpuint (second->moved, ==, 0);
  g_assert_cmpuint (second->added, ==, 1);
  g_assert_cmpuint (second->unchanged, ==, 5);
  assert_said (second, "Added “New” to “One”");
  assert_text (fixture, "SELECT group_concat(slug || number, ' ') FROM (SELECT * FROM pick WHERE "
                        "extra = 0 ORDER BY number)", "new1 a2 b3 c4 d5");
}

static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, SECTION ("s", "S", A "," B "," C "," D));
  g_autoptr (SylListChanges) second = NULL;

  second = merge (fixture, SECTION ("s", "S", A ","
                  PICK ("b", "B", SOURCE ("b1", "B1", "https://example.org/other", "")) ","
                  PICK ("c", "C", SOURCE ("c1", "C1", "https://example.org/c1", "")) ","
                  "{\"id\":\"d\",\"title\":\"D\",\"after\":[\"a\",\"c\"],\"sources\":["
                  SOURCE ("d1", "D1", "https://example.org/d1", "") "]}"));
  g_assert_cmpuint (second->edited, ==, 3);
  g_assert_cmpuint (second->unchanged, ==, 1);
  assert_said (second, "Edited “B”");
  assert_said (second, "Edited “C”");
  assert_text (fixture, "SELECT canonical FROM source WHERE slug = 'b1'", "https://example.org/other");
  assert_text (fixture, "SELECT after FROM pick WHERE slug = 'd'", "a c");
  assert_number (fixture, "SELECT n_sources FROM pick WHERE slug = 'c'", 1);
}

static void
read_a_little (Fixture *fixture)
{
  execute (fixture,
           "INSERT INTO progress SELECT pick_id, 2, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', "
           "'2026-01-02T00:00:00Z', NULL FROM pick;"
           "INSERT INTO source_progress SELECT source_id, '2026-01-02T00:00:00Z', NULL, url, "
           "'place ' || slug, '2026-01-02T00:00:00Z' FROM source;"
           "INSERT INTO setting VALUES ('start', '2026-01-01')");
}

static char *
dump_reader (Fixture *fixture)
{
  return syl_connection_query_text (
      fixture->connection,
      "SELECT (SELECT group_concat(concat_ws('|', pick_id, state, started, finished, modified)) "
      "FROM progress) || (SELECT group_concat(concat_ws('|', source_id, ticked, visited, place_uri, "
      "place, modified)) FROM source_progress) || (SELECT key || value FROM setting)",
      NULL);
}

static void
test_retire_and_return (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylListChanges) second = NULL;
  g_autoptr (SylListChanges) third = NULL;
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *reader_before = NULL;
  g_autofree char *reader_between = NULL;
  g_autofree char *reader_after = NULL;

  read_a_little (fixture);
  reader_before = dump_reader (fixture);

  second = merge (fixture, SECTION ("two", "Two", C "," PICK ("d", "D", "")));
  reader_between = dump_reader (fixture);
  g_assert_cmpuint (second->retired, ==, 3);
  assert_said (second, "Retired “A”");
  assert_said (second, "Retired the section “One”");
  assert_said (second, "Edited “D”");
  assert_number (fixture, "SELECT count(*) FROM pick", 5);
  assert_number (fixture, "SELECT count(*) FROM pick WHERE retired AND number = 0", 3);
  assert_number (fixture, "SELECT count(*) FROM source", 5);
  assert_text (fixture, "SELECT group_concat(slug) FROM source WHERE retired", "d1");

  third = merge (fixture, FIRST);
  reader_after = dump_reader (fixture);
  after = dump (fixture);
  g_assert_cmpuint (third->returned, ==, 3);
  g_assert_cmpuint (third->added, ==, 0);
  assert_said (third, "Brought back “A” to “One”");
  assert_said (third, "Brought back the section “One”");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (reader_between, ==, reader_before);
  g_assert_cmpstr (reader_after, ==, reader_before);
}

static void
test_source_without_id (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (SylListChanges) first = NULL;
  g_autoptr (SylListChanges) second = NULL;

  first = merge (fixture, SECTION ("s", "S", PICK ("p", "P",
                 "{\"title\":\"Old Title\",\"url\":\"http://example.org/x?utm_source=y\"}")));
  read_a_little (fixture);
  second = merge (fixture, SECTION ("s", "S", PICK ("p", "P",
                  "{\"title\":\"Other\",\"url\":\"https://example.org/y\"},"
                  "{\"title\":\"New Title\",\"url\":\"https://example.org/x\"}")));

  g_assert_cmpuint (second->edited, ==, 1);
  assert_text (fixture, "SELECT group_concat(source_id || slug || position || retired, ' ') FROM source",
               "1new-title10 2other00");
  assert_text (fixture, "SELECT place FROM source_progress", "place old-title");
}

static void
test_sources_swap (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, SECTION ("s", "S", PICK ("p", "P",
      SOURCE ("x", "X", "https://example.org/1", "") "," SOURCE ("y", "Y", "https://example.org/2", ""))));
  g_autoptr (SylListChanges) second = merge (fixture, SECTION ("s", "S", PICK ("p", "P",
      SOURCE ("y", "Y", "https://example.org/1", "") "," SOURCE ("x", "X", "https://example.org/2", ""))));

  g_assert_cmpuint (second->edited, ==, 1);
  assert_text (fixture,
               "SELECT group_concat(source_id || slug || position || url, ' ') FROM source",
               "1x1https://example.org/2 2y0https://example.org/1");
}

static void
test_two_lists (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylReadingList) other = parse (SECTION ("one", "One", A));
  g_autoptr (SylListChanges) second = NULL;
  g_autoptr (SylListChanges) third = NULL;

  g_free (other->id);
  other->id = g_strdup ("https://example.org/other");
  second = merge_list (fixture, other);
  g_assert_true (second->is_new);
  assert_number (fixture, "SELECT count(*) FROM pick WHERE retired", 0);
  assert_text (fixture, "SELECT group_concat(position) FROM list", "0,1");

  third = merge (fixture, FIRST);
  g_assert_true (syl_list_changes_is_empty (third));
}

static void
test_failure_leaves_nothing (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (SylListChanges) first = merge (fixture, FIRST);
  g_autoptr (SylReadingList) list = parse (SECTION ("two", "Deux", D));
  g_autoptr (SylListChanges) changes = syl_list_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  execute (fixture, "CREATE TEMP TRIGGER fails BEFORE UPDATE ON source "
                    "BEGIN SELECT raise(ABORT, 'full'); END");
  execute (fixture, "CREATE TEMP TRIGGER fails_too BEFORE UPDATE ON section WHEN new.retired "
                    "BEGIN SELECT raise(ABORT, 'full'); END");
  g_assert_true (syl_connection_begin (fixture->connection, NULL));
  g_assert_false (syl_list_merge (fixture->connection, list, "x", changes, &error));
  g_assert_true (error->domain == SYL_STORE_ERROR);
  syl_connection_rollback (fixture->connection);

  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GString *text = g_string_new ("{\"id\":\"s\",\"title\":\"S\",\"picks\":[");
  g_autofree char *sections = NULL;
  g_autoptr (SylListChanges) first = NULL;
  g_autoptr (SylListChanges) second = NULL;
  g_autoptr (SylReadingList) list = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"p%d\",\"title\":\"Pick %d\",\"commentary\":\"Words.\","
                            "\"sources\":[{\"id\":\"x\",\"title\":\"X\","
                            "\"url\":\"https://arxiv.org/abs/%04d.%05d\"}]}",
                            i > 0 ? "," : "", i, i, i / 1000, i);
  g_string_append (text, "]}");
  sections = g_string_free (text, FALSE);
  list = parse (sections);

  timer = g_timer_new ();
  first = merge_list (fixture, list);
  g_test_message ("100,000 picks the first time: %.2f s", g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
  second = merge_list (fixture, list);
  g_test_message ("100,000 picks once more: %.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpuint (first->added, ==, 100000);
  g_assert_cmpuint (second->unchanged, ==, 100000);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30.0);
}

/* Every order of six: the steady ones are in order, and none of the others could join them. */
static void
check_order (const int *positions,
             gsize      n_positions)
{
  gboolean steady[8];
  gsize n_steady = 0;
  int last = -1;
  gsize best = 0;

  syl_list_order_find_steady (positions, n_positions, steady);
  for (gsize i = 0; i < n_positions; i++)
    {
      if (!steady[i])
        continue;
      g_assert_cmpint (positions[i], >, last);
      last = positions[i];
      n_steady++;
    }
  for (guint set = 0; set < 1u << n_positions; set++)
    {
      gsize n = 0;
      int before = -1;

      for (gsize i = 0; i < n_positions && before < 100; i++)
        {
          if ((set >> i & 1) == 0)
            continue;
          before = positions[i] > before && positions[i] >= 0 ? positions[i] : 100;
          n++;
        }
      if (before < 100)
        best = MAX (best, n);
    }
  g_assert_cmpuint (n_steady, ==, best);
}

static void
test_order (void)
{
  check_order (NULL, 0);
  for (int code = 0; code < 7 * 7 * 7 * 7 * 7 * 7; code++)
    {
      int positions[6];

      for (int i = 0, rest = code; i < 6; i++, rest /= 7)
        positions[i] = rest % 7 - 1;
      check_order (positions, 6);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/list-merge/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_new);
  ADD ("same-again", test_same_again);
  ADD ("rename", test_rename);
  ADD ("move", test_move);
  ADD ("pushed-is-not-moved", test_pushed_is_not_moved);
  ADD ("edit", test_edit);
  ADD ("retire-and-return", test_retire_and_return);
  ADD ("source-without-id", test_source_without_id);
  ADD ("sources-swap", test_sources_swap);
  ADD ("two-lists", test_two_lists);
  ADD ("failure-leaves-nothing", test_failure_leaves_nothing);
  ADD ("many", test_many);
  g_test_add_func ("/list-merge/order", test_order);

  return g_test_run ();
}
