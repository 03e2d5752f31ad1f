/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-test.h"

#include <glib/gstdio.h>

#define BOUND_SECONDS 30

char *
syl_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("syllabus-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
syl_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        syl_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Returns: (transfer full): its path */
char *
syl_test_write_file (const char *folder,
                     const char *name,
                     const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

char *
syl_test_read_file (const char *path,
                    gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

void
syl_test_ready_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GAsyncResult **place = user_data;

  g_assert_null (*place);
  *place = g_object_ref (result);
}

static gboolean
too_late_cb (gpointer user_data)
{
  g_assert_not_reached ();
}

void
syl_test_wait_until (SylTestCondition condition,
                     gpointer         user_data)
{
  unsigned int timeout = g_timeout_add_seconds (BOUND_SECONDS, too_late_cb, NULL);

  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static gboolean
is_there (gpointer user_data)
{
  return *(gpointer *) user_data != NULL;
}

/* Returns: (transfer full): the answer that syl_test_ready_cb() put into @result, now empty again */
GAsyncResult *
syl_test_wait (GAsyncResult **result)
{
  syl_test_wait_until (is_there, result);
  return g_steal_pointer (result);
}

static void
append_picks (GString      *json,
              unsigned int  section,
              unsigned int  n_picks)
{
  for (unsigned int i = 1; i <= n_picks; i++)
    g_string_append_printf (
        json,
        "%s{\"id\":\"p%u-%u\",\"title\":\"Pick %u.%u\",\"commentary\":\"Why *it* matters.\","
        "\"minutes\":%u,\"difficulty\":2,\"sources\":["
        "{\"id\":\"paper\",\"title\":\"Paper\",\"url\":\"https://example.org/%u/%u\",\"kind\":\"paper\","
        "\"role\":\"main\",\"year\":2020},"
        "{\"id\":\"post\",\"title\":\"Post\",\"url\":\"https://example.org/%u/%u/post\",\"kind\":\"post\","
        "\"role\":\"see-also\"}]}",
        i > 1 ? "," : "", section, i, section, i, 30 + i, section, i, section, i);
}

/* Returns: (transfer full): a list, with an extra at the end of each section */
char *
syl_test_make_list (const char   *id,
                    const char   *updated,
                    unsigned int  n_sections,
                    unsigned int  n_picks)
{
  GString *json = g_string_new (NULL);

  g_string_append_printf (json, "{\"format\":1,\"id\":\"%s\",\"title\":\"A list\",\"updated\":\"%s\",\"sections\":[",
                          id, updated);
  for (unsigned int i = 1; i <= n_sections; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"s%u\",\"title\":\"Section %u\",\"note\":\"A note.\",\"picks\":[",
                              i > 1 ? "," : "", i, i);
      append_picks (json, i, n_picks);
      g_string_append_printf (json,
                              "],\"extras\":[{\"title\":\"Extra %u\",\"sources\":[{\"id\":\"x\",\"title\":\"X\","
                              "\"url\":\"https://example.org/x%u\",\"kind\":\"post\",\"role\":\"main\"}]}]}",
                              i, i);
    }
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

/* Returns: (transfer full): a library that is open */
SylLibrary *
syl_test_open_library (const char *folder,
                       const char *lists)
{
  SylLibrary *library = syl_library_new (folder, lists);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  syl_library_open_async (library, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  syl_library_open_finish (library, result, &error);
  g_assert_no_error (error);
  return library;
}

/* Takes @library over. */
void
syl_test_close_library (SylLibrary *library)
{
  g_autoptr (GAsyncResult) result = NULL;
  GAsyncResult *answer = NULL;

  syl_library_close_async (library, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_library_close_finish (library, result, NULL));
  g_object_unref (library);
}

/* Returns: (transfer full): the pick, loaded */
SylPick *
syl_test_find_pick (SylLibrary *library,
                    const char *slug)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  SylPick *pick;

  syl_library_find_pick_async (library, slug, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  pick = syl_library_find_pick_finish (library, result, &error);
  g_assert_no_error (error);
  return pick;
}
