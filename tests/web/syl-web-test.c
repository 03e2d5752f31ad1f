/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-test.h"

#include <glib/gstdio.h>

#define BOUND_SECONDS 30

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
syl_web_test_wait (SylWebTest          *self,
                   const char          *what,
                   SylWebTestCondition  condition)
{
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (!condition (self))
    {
      if (g_get_monotonic_time () > end)
        g_error ("Waited %d s for %s", BOUND_SECONDS, what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
}

static unsigned int
find_number (const char *json,
             const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\": ", name);
  const char *at = strstr (json, key);

  g_assert_nonnull (at);
  return (unsigned int) g_ascii_strtoull (at + strlen (key), NULL, 10);
}

static void
start_server (SylWebTest *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *line = NULL;

  self->server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                   "python3", g_getenv ("SYLLABUS_TEST_SERVER"), NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->server));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  self->port = find_number (line, "port");
  self->plain_port = find_number (line, "plain_port");
  self->closed_port = find_number (line, "closed_port");
}

static void
external_cb (SylWebTest *self,
             const char *uri)
{
  g_set_str (&self->external, uri);
}

static void
place_cb (SylWebTest   *self,
          SylPagePlace *place)
{
  g_clear_pointer (&self->place, syl_page_place_free);
  self->place = syl_page_place_copy (place);
}

static void
found_cb (SylWebTest   *self,
          unsigned int  n_matches)
{
  self->n_found = (int) n_matches;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  SylWebTest *self = user_data;
  g_autoptr (GError) error = NULL;

  self->engine = syl_page_engine_load_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_engine (SylWebTest *self)
{
  return self->engine != NULL;
}

void
syl_web_test_set_up (SylWebTest    *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data_directory = NULL;
  g_autofree char *cache_directory = NULL;

  self->folder = g_dir_make_tmp ("syllabus-web-XXXXXX", &error);
  g_assert_no_error (error);
  start_server (self);
  data_directory = g_build_filename (self->folder, "data", NULL);
  cache_directory = g_build_filename (self->folder, "cache", NULL);
  syl_page_engine_load_async (g_getenv ("SYLLABUS_WEB_MODULE"), data_directory, cache_directory, NULL, loaded_cb, self);
  syl_web_test_wait (self, "the engine", has_engine);

  self->n_found = -1;
  self->view = g_object_ref_sink (syl_page_engine_create_view (self->engine));
  g_signal_connect_swapped (self->view, "open-externally", G_CALLBACK (external_cb), self);
  g_signal_connect_swapped (self->view, "place-changed", G_CALLBACK (place_cb), self);
  g_signal_connect_swapped (self->view, "found", G_CALLBACK (found_cb), self);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 900, 700);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
}

void
syl_web_test_tear_down (SylWebTest    *self,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->window, gtk_window_destroy);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->external, g_free);
  g_clear_pointer (&self->place, syl_page_place_free);
  /* It ends with its input, and leaves nothing behind. */
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->server), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (self->server, NULL, &error));
  g_clear_object (&self->server);
  g_assert_true (g_spawn_sync (NULL, (char *[]) { "rm", "-rf", self->folder, NULL }, NULL, G_SPAWN_SEARCH_PATH,
                               NULL, NULL, NULL, NULL, NULL, &error));
  g_clear_pointer (&self->folder, g_free);
}

char *
syl_web_test_dup_uri (SylWebTest *self,
                      const char *path)
{
  return g_strdup_printf ("http://127.0.0.1:%u%s", self->port, path);
}

static gboolean
is_loaded (SylWebTest *self)
{
  g_autoptr (SylPageFailure) failure = syl_page_view_dup_failure (self->view);

  if (failure != NULL)
    g_error ("%s was not loaded: %s", failure->uri, failure->detail);
  return !syl_page_view_get_loading (self->view);
}

void
syl_web_test_load (SylWebTest   *self,
                   const char   *path,
                   SylPagePlace *place)
{
  g_autofree char *uri = syl_web_test_dup_uri (self, path);

  g_clear_pointer (&self->place, syl_page_place_free);
  syl_page_view_load (self->view, uri, place);
  syl_web_test_wait (self, uri, is_loaded);
}

static gboolean
has_failed (SylWebTest *self)
{
  g_autoptr (SylPageFailure) failure = syl_page_view_dup_failure (self->view);

  return failure != NULL;
}

void
syl_web_test_load_failing (SylWebTest         *self,
                           const char         *uri,
                           SylPageFailureKind  kind)
{
  g_autoptr (SylPageFailure) failure = NULL;

  syl_page_view_load (self->view, uri, NULL);
  syl_web_test_wait (self, "the failure", has_failed);
  failure = syl_page_view_dup_failure (self->view);
  g_test_message ("%s: %s", failure->uri, failure->detail);
  g_assert_cmpint (failure->kind, ==, kind);
  g_assert_false (syl_page_view_get_loading (self->view));
}

void
syl_web_test_wait_title (SylWebTest *self,
                         const char *title)
{
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (20, wake_cb, NULL);
  g_autofree char *now = NULL;

  g_object_get (self->view, "title", &now, NULL);
  while (g_strcmp0 (now, title) != 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_pointer (&now, g_free);
      g_object_get (self->view, "title", &now, NULL);
    }
  g_source_remove (id);
  g_assert_cmpstr (now, ==, title);
}

static char *
ask_server (SylWebTest *self,
            const char *path)
{
  g_autofree char *uri = syl_web_test_dup_uri (self, path);
  g_autofree char *script = g_strdup_printf ("import urllib.request as r; print(r.urlopen('%s').read().decode())", uri);
  g_autoptr (GError) error = NULL;
  char *answer = NULL;

  g_spawn_sync (NULL, (char *[]) { "python3", "-c", script, NULL }, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer,
                NULL, NULL, &error);
  g_assert_no_error (error);
  return answer;
}

/* What was asked of the server so far. */
char *
syl_web_test_dup_log (SylWebTest *self)
{
  return ask_server (self, "/__log");
}

void
syl_web_test_tell (SylWebTest *self,
                   const char *path)
{
  g_autofree char *answer = ask_server (self, path);
}

typedef struct
{
  SylPagePlace *place;
  gboolean answered;
} Question;

static void
got_place_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Question *question = user_data;

  question->place = syl_page_view_get_place_finish (SYL_PAGE_VIEW (object), result, NULL);
  question->answered = TRUE;
}

/* Returns: (transfer full) (nullable): where the view is now */
SylPagePlace *
syl_web_test_get_place (SylWebTest *self)
{
  Question question = { NULL, FALSE };

  syl_page_view_get_place_async (self->view, NULL, got_place_cb, &question);
  while (!question.answered)
    g_main_context_iteration (NULL, TRUE);
  return question.place;
}
