/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-test.h"

static gboolean
has_external (SylWebTest *self)
{
  return self->external != NULL;
}

static gboolean
has_found (SylWebTest *self)
{
  return self->n_found >= 0;
}

static void
assert_path (SylWebTest *self,
             const char *path)
{
  g_autofree char *uri = syl_web_test_dup_uri (self, path);

  g_assert_cmpstr (syl_page_view_get_uri (self->view), ==, uri);
}

static void
test_load (SylWebTest    *self,
           gconstpointer  data)
{
  syl_web_test_load (self, "/abs", NULL);
  assert_path (self, "/abs");
  syl_web_test_wait_title (self, "[2005.14165] Language Models are Few-Shot Learners");
  syl_web_test_load (self, "/redirect", NULL);
  assert_path (self, "/abs");
}

static void
test_permissions (SylWebTest    *self,
                  gconstpointer  data)
{
  syl_web_test_load (self, "/permissions", NULL);
  syl_web_test_wait_title (self, "place refused, notifications denied, camera refused");
}

static void
test_isolation (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPagePlace) place = NULL;

  syl_web_test_load (self, "/clobbered", NULL);
  syl_web_test_wait_title (self, "sees nothing");
  place = syl_web_test_get_place (self);
  g_assert_nonnull (place);
  g_assert_cmpstr (place->quote, !=, "");
}

static void
test_cookies (SylWebTest    *self,
              gconstpointer  data)
{
  g_autofree char *log = NULL;

  syl_web_test_load (self, "/cookie", NULL);
  syl_web_test_load (self, "/embedding", NULL);
  syl_web_test_load (self, "/abs", NULL);
  syl_web_test_load (self, "/embedding", NULL);
  syl_web_test_load (self, "/post", NULL);
  log = syl_web_test_dup_log (self);
  g_assert_nonnull (strstr (log, "GET /abs first=1"));
  g_assert_nonnull (strstr (log, "GET /third-party"));
  g_assert_null (strstr (log, "tracking"));
  g_assert_null (strstr (log, "scripted"));
}

static void
test_unasked (SylWebTest    *self,
              gconstpointer  data)
{
  syl_web_test_load (self, "/links#unasked", NULL);
  syl_web_test_load (self, "/links#popup", NULL);
  syl_web_test_load (self, "/abs", NULL);
  assert_path (self, "/abs");
  g_assert_null (self->external);
}

static void
test_attached_pdf (SylWebTest    *self,
                   gconstpointer  data)
{
  syl_web_test_load (self, "/attached.pdf", NULL);
  assert_path (self, "/attached.pdf");
  g_assert_null (self->external);
}

static void
test_download (SylWebTest    *self,
               gconstpointer  data)
{
  g_autofree char *uri = syl_web_test_dup_uri (self, "/data.zip");

  syl_web_test_load (self, "/abs", NULL);
  syl_page_view_load (self->view, uri, NULL);
  syl_web_test_wait (self, "the download", has_external);
  g_assert_cmpstr (self->external, ==, uri);
}

static gboolean
is_in_the_middle (SylWebTest *self)
{
  g_autoptr (SylPagePlace) place = syl_web_test_get_place (self);

  return place != NULL && place->fraction > 0.2 && strstr (place->quote, "Paragraph 6") != NULL;
}

/* Of paragraph 60, far down; its end is changed in the edited page, and there is much more before it. */
static SylPagePlace *
create_place (void)
{
  return syl_page_place_new ("Paragraph 60 is about tokens. What matters for tokens in practice is how it behaves",
                             "were measured anew for this text.", 0.5, 0);
}

static void
test_place (SylWebTest    *self,
            gconstpointer  data)
{
  g_autoptr (SylPagePlace) place = create_place ();

  syl_web_test_load (self, "/post", place);
  syl_web_test_wait (self, "the place", is_in_the_middle);
  syl_web_test_tell (self, "/__edit");
  syl_web_test_load (self, "/abs", NULL);
  syl_web_test_load (self, "/post", place);
  syl_web_test_wait (self, "the place in the edited page", is_in_the_middle);
  syl_web_test_load (self, "/growing", place);
  syl_web_test_wait (self, "the place in a page that grows", is_in_the_middle);
}

static gboolean
is_on_page_four (SylWebTest *self)
{
  g_autoptr (SylPagePlace) place = syl_web_test_get_place (self);

  return place != NULL && place->page == 4;
}

static void
test_place_in_pdf (SylWebTest    *self,
                   gconstpointer  data)
{
  g_autoptr (SylPagePlace) place = syl_page_place_new ("Page 4 line 3: the model attends", "", 0.5, 4);

  syl_web_test_load (self, "/paper.pdf", place);
  syl_web_test_wait (self, "page four", is_on_page_four);
}

static void
test_find (SylWebTest    *self,
           gconstpointer  data)
{
  syl_web_test_load (self, "/post", NULL);
  syl_page_view_find (self->view, "Paragraph 7 ");
  syl_web_test_wait (self, "an answer", has_found);
  g_assert_cmpint (self->n_found, ==, 1);
  self->n_found = -1;
  syl_page_view_find (self->view, "no such words");
  syl_web_test_wait (self, "an answer", has_found);
  g_assert_cmpint (self->n_found, ==, 0);
  syl_page_view_find_finish (self->view);
}

static void
test_https_first (SylWebTest    *self,
                  gconstpointer  data)
{
  g_autofree char *plain = g_strdup_printf ("http://127.0.0.1:%u/abs", self->plain_port);

  g_object_set (self->view, "upgrade-local", TRUE, NULL);
  syl_page_view_load (self->view, plain, NULL);
  syl_web_test_wait_title (self, "[2005.14165] Language Models are Few-Shot Learners");
  g_assert_cmpstr (syl_page_view_get_uri (self->view), ==, plain);
}

static void
test_failures (SylWebTest    *self,
               gconstpointer  data)
{
  g_autofree char *missing = syl_web_test_dup_uri (self, "/missing");
  g_autofree char *error = syl_web_test_dup_uri (self, "/status/500");
  g_autofree char *untrusted = g_strdup_printf ("https://127.0.0.1:%u/abs", self->port);
  g_autofree char *closed = g_strdup_printf ("http://127.0.0.1:%u/", self->closed_port);

  syl_web_test_load_failing (self, missing, SYL_PAGE_FAILURE_HTTP);
  syl_web_test_load_failing (self, untrusted, SYL_PAGE_FAILURE_TLS);
  syl_web_test_load_failing (self, closed, SYL_PAGE_FAILURE_CONNECTION);
  syl_web_test_load_failing (self, error, SYL_PAGE_FAILURE_HTTP);
  syl_web_test_load_failing (self, "https://nowhere.invalid/", SYL_PAGE_FAILURE_NOT_FOUND);
  syl_web_test_load_failing (self, "file:///etc/passwd", SYL_PAGE_FAILURE_OTHER);
  syl_web_test_load_failing (self, "javascript:alert(1)", SYL_PAGE_FAILURE_OTHER);
  syl_web_test_load (self, "/abs", NULL);
}

static void
test_timeout (SylWebTest    *self,
              gconstpointer  data)
{
  g_autofree char *silent = syl_web_test_dup_uri (self, "/silent");

  g_object_set (self->view, "load-timeout", 500, NULL);
  syl_web_test_load_failing (self, silent, SYL_PAGE_FAILURE_TIMEOUT);
}

static void
test_strange_answers (SylWebTest    *self,
                      gconstpointer  data)
{
  g_autofree char *loop = syl_web_test_dup_uri (self, "/loop");
  g_autofree char *half = syl_web_test_dup_uri (self, "/half.pdf");

  syl_web_test_load_failing (self, loop, SYL_PAGE_FAILURE_OTHER);
  syl_page_view_load (self->view, half, NULL);
  syl_page_view_stop (self->view);
  syl_web_test_load (self, "/abs", NULL);
  assert_path (self, "/abs");
}

static void
test_missing_module_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  GError **error = user_data;

  g_assert_null (syl_page_engine_load_finish (result, error));
}

static void
test_missing_module (void)
{
  g_autoptr (GError) error = NULL;

  syl_page_engine_load_async ("/nowhere/module.so", "/nowhere", "/nowhere", NULL, test_missing_module_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function) \
  g_test_add (path, SylWebTest, NULL, syl_web_test_set_up, function, syl_web_test_tear_down)
  g_test_add_func ("/web/missing-module", test_missing_module);
  ADD ("/web/load", test_load);
  ADD ("/web/permissions", test_permissions);
  ADD ("/web/isolation", test_isolation);
  ADD ("/web/cookies", test_cookies);
  ADD ("/web/unasked", test_unasked);
  ADD ("/web/attached-pdf", test_attached_pdf);
  ADD ("/web/download", test_download);
  ADD ("/web/place", test_place);
  ADD ("/web/place-in-pdf", test_place_in_pdf);
  ADD ("/web/find", test_find);
  ADD ("/web/https-first", test_https_first);
  ADD ("/web/failures", test_failures);
  ADD ("/web/timeout", test_timeout);
  ADD ("/web/strange-answers", test_strange_answers);
#undef ADD

  return g_test_run ();
}
