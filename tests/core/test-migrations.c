/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-migrations.h"
#include "syl-test.h"

#define FIRST "/io/github/syllabus_app/Syllabus/store/0001-initial.sql"

#define ROWS                                                                                       \
  "INSERT INTO list (list_id, uri, position, title) VALUES (1, 'https://example.org/l', 0, 'L');" \
  "INSERT INTO section (section_id, list_id, slug, position, title) VALUES (1, 1, 's', 0, 'S');"   \
  "INSERT INTO pick (pick_id, list_id, section_id, slug, position, number, title) "                \
  "VALUES (1, 1, 1, 'p', 0, 1, 'P');"                                                              \
  "INSERT INTO progress (pick_id, state, modified) VALUES (1, 1, '2025-01-01T00:00:00Z');"        \
  "INSERT INTO setting VALUES ('start', '2025-01-06'), ('other', 'x');"                           \
  "PRAGMA application_id = 1400466540; PRAGMA user_version = 1;"

static char *
get_schema (SylConnection *connection)
{
  return syl_connection_query_text (
      connection, "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY type, name)", NULL);
}

static void
test_from_the_first (void)
{
  g_autofree char *folder = syl_test_make_folder ();
  g_autofree char *old_path = g_build_filename (folder, "old.db", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new.db", NULL);
  g_autofree char *old_schema = NULL;
  g_autofree char *new_schema = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = g_resources_lookup_data (FIRST, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  SylConnection *old = syl_connection_open (old_path, SYL_CONNECTION_MODE_READ_WRITE, &error);
  SylConnection *fresh = syl_connection_open (new_path, SYL_CONNECTION_MODE_READ_WRITE, &error);
  g_autofree char *start = NULL;
  g_autofree char *settings = NULL;
  gint64 state = -1;

  g_assert_no_error (error);
  g_assert_true (syl_connection_execute (old, g_bytes_get_data (first, NULL), &error));
  g_assert_true (syl_connection_execute (old, ROWS, &error));
  g_assert_true (syl_migrations_run (old, old_path, &error));
  g_assert_true (syl_migrations_run (fresh, new_path, &error));
  g_assert_no_error (error);

  old_schema = get_schema (old);
  new_schema = get_schema (fresh);
  g_assert_nonnull (new_schema);
  g_assert_cmpstr (old_schema, ==, new_schema);
  g_assert_true (syl_connection_query_int64 (old, "SELECT state FROM progress", &state, &error));
  g_assert_cmpint (state, ==, 1);
  start = syl_connection_query_text (old, "SELECT start FROM plan WHERE list_id = 1", &error);
  g_assert_cmpstr (start, ==, "2025-01-06");
  settings = syl_connection_query_text (old, "SELECT group_concat(key) FROM setting", &error);
  g_assert_cmpstr (settings, ==, "other");
  syl_connection_close (old);
  syl_connection_close (fresh);
  syl_test_remove_folder (folder);
}

static void
run_scripts (SylConnection     *connection,
             const char *const *scripts,
             gsize              n_scripts)
{
  for (gsize i = 0; i < n_scripts; i++)
    {
      g_autofree char *name = g_strconcat ("/io/github/syllabus_app/Syllabus/store/", scripts[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) sql = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

      g_assert_no_error (error);
      g_assert_true (syl_connection_execute (connection, g_bytes_get_data (sql, NULL), &error));
    }
}

/* From the schema before the call: what was there stays, and no call was ever made. */
static void
test_before_the_call (void)
{
  static const char *const scripts[] = { "0001-initial.sql", "0002-highlights.sql", "0003-plan.sql" };
  g_autofree char *folder = syl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.db", NULL);
  g_autoptr (GError) error = NULL;
  SylConnection *old = syl_connection_open (path, SYL_CONNECTION_MODE_READ_WRITE, &error);
  g_autofree char *settings = NULL;
  gint64 n_calls = -1;

  run_scripts (old, scripts, G_N_ELEMENTS (scripts));
  g_assert_true (syl_connection_execute (old, ROWS "PRAGMA user_version = 3;", &error));
  g_assert_true (syl_migrations_run (old, path, &error));
  g_assert_no_error (error);

  g_assert_true (syl_connection_query_int64 (old, "SELECT count(*) FROM call", &n_calls, &error));
  g_assert_cmpint (n_calls, ==, 0);
  settings = syl_connection_query_text (old, "SELECT group_concat(key) FROM setting", &error);
  g_assert_cmpstr (settings, ==, "other,start");
  syl_connection_close (old);
  syl_test_remove_folder (folder);
}

/* From the schema in which only free notes lay in the trash: they stay there. */
static void
test_before_notes_of_highlights (void)
{
  static const char *const scripts[] = {
    "0001-initial.sql", "0002-highlights.sql", "0003-plan.sql", "0004-call.sql", "0005-emptied-notes.sql",
  };
  g_autofree char *folder = syl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "old.db", NULL);
  g_autoptr (GError) error = NULL;
  SylConnection *old = syl_connection_open (path, SYL_CONNECTION_MODE_READ_WRITE, &error);
  gint64 n_kept = -1;

  run_scripts (old, scripts, G_N_ELEMENTS (scripts));
  g_assert_true (syl_connection_execute (old,
                                         ROWS "INSERT INTO emptied_note (uuid, pick_id, text, deleted) "
                                              "VALUES ('u', 1, 'Old', '2025-01-01T00:00:00Z');"
                                              "PRAGMA user_version = 5;",
                                         &error));
  g_assert_true (syl_migrations_run (old, path, &error));
  g_assert_no_error (error);

  g_assert_true (syl_connection_query_int64 (
      old, "SELECT count(*) FROM emptied_note WHERE text = 'Old' AND highlight_id IS NULL", &n_kept, &error));
  g_assert_cmpint (n_kept, ==, 1);
  syl_connection_close (old);
  syl_test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/from-the-first", test_from_the_first);
  g_test_add_func ("/migrations/before-the-call", test_before_the_call);
  g_test_add_func ("/migrations/before-notes-of-highlights", test_before_notes_of_highlights);
  return g_test_run ();
}
