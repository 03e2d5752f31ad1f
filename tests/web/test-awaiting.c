/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-probe.h"

/* A page that is shown, while the one that a link leads to has not come yet. */

static gboolean
is_waiting (SylWebTest *self)
{
  return syl_page_view_get_loading (self->view);
}

static gboolean
is_done (SylWebTest *self)
{
  return !is_waiting (self);
}

static gboolean
has_failed (SylWebTest *self)
{
  g_autoptr (SylPageFailure) failure = syl_page_view_dup_failure (self->view);

  return failure != NULL;
}

static gboolean
has_external (SylWebTest *self)
{
  return self->external != NULL;
}

static gboolean
is_at (SylWebTest *self,
       const char *path)
{
  g_autofree char *uri = syl_web_test_dup_uri (self, path);

  return g_strcmp0 (syl_page_view_get_uri (self->view), uri) == 0;
}

static gboolean
is_at_listing (SylWebTest *self)
{
  return is_at (self, "/listing");
}

static gboolean
is_at_links (SylWebTest *self)
{
  return is_at (self, "/links");
}

static gboolean
is_at_fragment (SylWebTest *self)
{
  return is_at (self, "/links#mail");
}

static gboolean
is_at_pushed (SylWebTest *self)
{
  return is_at (self, "/pushed?page=2");
}

/* An address that is told while the text of the page before is still there would be taken for that page's. */
static void
uri_cb (SylWebTest *self)
{
  g_autoptr (SylPageText) text = syl_page_view_dup_text (self->view);

  if (text != NULL)
    g_error ("%s was told with the text of another page", syl_page_view_get_uri (self->view));
}

/* Has a link of the page lead elsewhere, and clicks on it, as readers do. */
static void
follow (SylWebTest *self,
        const char *link,
        const char *path)
{
  g_autofree char *script = g_strdup_printf ("[...document.links].find((link) => link.text === '%s').href = '%s'; 0",
                                             link, path);
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  GdkRectangle area;
  int status;

  g_free (syl_web_probe_evaluate (self, script));
  syl_web_probe_locate (self, link, &area);
  command = g_strdup_printf ("xdotool mousemove %d %d click 1", area.x + 5, area.y + 5);
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* Opens the page, and watches it from then on. */
static SylPageText *
open_links (SylWebTest *self)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/links", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_signal_connect_swapped (self->view, "notify::uri", G_CALLBACK (uri_cb), self);
  return g_steal_pointer (&text);
}

/* Each of the links that WebKit follows by itself, and those that the program does for it. */
static const char *const links[] = { "Gone", "In a new window" };

static void
test_stopped (SylWebTest    *self,
              gconstpointer  data)
{
  g_autoptr (SylPageText) text = open_links (self);

  for (size_t i = 0; i < G_N_ELEMENTS (links); i++)
    {
      follow (self, links[i], "/silent");
      syl_web_test_wait (self, "the wait", is_waiting);
      g_assert_true (is_at_links (self));
      syl_web_probe_mark (self, text, "Ways out", 0);
      syl_web_probe_wait_painted (self, "reader-light-1:Ways out");
      g_assert_true (is_waiting (self));
      g_assert_true (is_at_links (self));

      syl_page_view_stop (self->view);
      g_assert_true (is_done (self));
      g_assert_true (is_at_links (self));
      syl_web_probe_mark (self, text, "Ways out", 1);
      syl_web_probe_wait_painted (self, "reader-light-2:Ways out");
      g_assert_true (is_at_links (self));
    }
}

/* What failed is named, and tried again; back is what was there before. */
static void
check_timeout (SylWebTest *self,
               const char *link)
{
  g_autofree char *silent = syl_web_test_dup_uri (self, "/silent");

  follow (self, link, "/silent");
  syl_web_test_wait (self, "the wait", is_waiting);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SylPageFailure) failure = NULL;

      g_assert_true (is_at_links (self));
      syl_web_test_wait (self, "the failure", has_failed);
      failure = syl_page_view_dup_failure (self->view);
      g_assert_cmpstr (failure->uri, ==, silent);
      g_assert_true (is_at (self, "/silent"));
      if (i == 0)
        syl_page_view_reload (self->view);
    }
  syl_page_view_go_back (self->view);
  g_assert_true (is_at_links (self));
}

static void
test_timed_out (SylWebTest    *self,
                gconstpointer  data)
{
  syl_web_test_load (self, "/links", NULL);
  g_object_set (self->view, "load-timeout", 1000, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (links); i++)
    check_timeout (self, links[i]);
}

static void
test_refused (SylWebTest    *self,
              gconstpointer  data)
{
  g_autofree char *closed = g_strdup_printf ("http://127.0.0.1:%u/", self->closed_port);

  syl_web_test_load (self, "/links", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (SylPageFailure) failure = NULL;

      follow (self, links[i], closed);
      syl_web_test_wait (self, "the failure", has_failed);
      failure = syl_page_view_dup_failure (self->view);
      g_assert_cmpstr (failure->uri, ==, closed);
      g_assert_cmpstr (syl_page_view_get_uri (self->view), ==, closed);
      syl_page_view_go_back (self->view);
      g_assert_true (is_at_links (self));
      syl_web_probe_wait_for (self, "document.readyState", "complete");
      g_assert_true (is_at_links (self));
    }
}

static void
test_download (SylWebTest    *self,
               gconstpointer  data)
{
  syl_page_text_unref (open_links (self));
  for (size_t i = 0; i < G_N_ELEMENTS (links); i++)
    {
      follow (self, links[i], "/data.zip");
      syl_web_test_wait (self, "the download", has_external);
      g_assert_true (is_at_links (self));
      syl_web_test_wait (self, "the end", is_done);
      g_assert_true (is_at_links (self));
      g_clear_pointer (&self->external, g_free);
    }
}

static void
test_followed (SylWebTest    *self,
               gconstpointer  data)
{
  syl_page_text_unref (open_links (self));
  follow (self, links[0], "/listing");
  syl_web_test_wait (self, "the page", is_at_listing);
  syl_page_text_unref (syl_web_probe_wait_text (self, 2));
  syl_page_view_go_back (self->view);
  g_assert_true (is_at_listing (self));
  syl_web_test_wait (self, "the page before", is_at_links);
  syl_page_text_unref (syl_web_probe_wait_text (self, 3));
  syl_page_view_go_forward (self->view);
  g_assert_true (is_at_links (self));
  syl_web_test_wait (self, "the page behind", is_at_listing);
}

/* These do change the address of what is shown. */
static void
test_same_document (SylWebTest    *self,
                    gconstpointer  data)
{
  syl_web_test_load (self, "/links", NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (links); i++)
    {
      follow (self, links[i], "#mail");
      syl_web_test_wait (self, "the place in the page", is_at_fragment);
      g_free (syl_web_probe_evaluate (self, "history.pushState({}, '', '/pushed?page=2'); 0"));
      syl_web_test_wait (self, "the address that the page says", is_at_pushed);
      g_free (syl_web_probe_evaluate (self, "history.pushState({}, '', '/links'); 0"));
      syl_web_test_wait (self, "the first address", is_at_links);
      g_assert_true (is_done (self));
    }
}

static void
assert_asked (SylWebTest *self,
              const char *path)
{
  g_autofree char *asked = syl_page_view_dup_asked_uri (self->view);
  g_autofree char *uri = path != NULL ? syl_web_test_dup_uri (self, path) : NULL;

  g_assert_cmpstr (asked, ==, uri);
}

static gboolean
is_at_abs (SylWebTest *self)
{
  return is_at (self, "/abs");
}

static gboolean
is_at_place_in_abs (SylWebTest *self)
{
  return is_at (self, "/abs?view=1#top");
}

static gboolean
is_at_view_of_abs (SylWebTest *self)
{
  return is_at (self, "/abs?view=1");
}

/* However the reader came there, and whatever the page calls its place; not for pages that it adds. */
static void
test_asked (SylWebTest    *self,
            gconstpointer  data)
{
  syl_web_test_load (self, "/redirect", NULL);
  g_assert_true (is_at_abs (self));
  assert_asked (self, "/redirect");
  g_free (syl_web_probe_evaluate (self, "history.replaceState({}, '', '/abs?view=1'); 0"));
  syl_web_test_wait (self, "the address that it calls itself", is_at_view_of_abs);
  assert_asked (self, "/redirect");
  g_free (syl_web_probe_evaluate (self, "location.hash = 'top'; 0"));
  syl_web_test_wait (self, "the place in the page", is_at_place_in_abs);
  assert_asked (self, "/redirect");
  g_free (syl_web_probe_evaluate (self, "history.pushState({}, '', '/pushed?page=2'); 0"));
  syl_web_test_wait (self, "the address that it goes on to", is_at_pushed);
  assert_asked (self, NULL);
  g_free (syl_web_probe_evaluate (self, "history.go(-2); 0"));
  syl_web_test_wait (self, "the address before", is_at_view_of_abs);
  assert_asked (self, "/redirect");

  syl_web_test_load (self, "/links", NULL);
  assert_asked (self, "/links");
  follow (self, links[0], "/redirect");
  syl_web_test_wait (self, "the page", is_at_abs);
  assert_asked (self, "/redirect");
  syl_page_view_go_back (self->view);
  syl_web_test_wait (self, "the page before", is_at_links);
  assert_asked (self, "/links");
}

/* Who goes to a highlight wants to stay. */
static void
test_mark_shown (SylWebTest    *self,
                 gconstpointer  data)
{
  g_autoptr (SylPageText) text = open_links (self);

  syl_web_probe_mark (self, text, "An archive", 0);
  follow (self, links[0], "/silent");
  syl_web_test_wait (self, "the wait", is_waiting);
  syl_page_view_show_mark (self->view, "no such mark");
  g_assert_true (is_waiting (self));
  syl_page_view_show_mark (self->view, "the-mark");
  g_assert_true (is_done (self));
  g_assert_true (is_at_links (self));
  syl_web_probe_wait_painted (self, "reader-light-1:An archive");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function) \
  g_test_add (path, SylWebTest, NULL, syl_web_test_set_up, function, syl_web_test_tear_down)
  ADD ("/awaiting/stopped", test_stopped);
  ADD ("/awaiting/timed-out", test_timed_out);
  ADD ("/awaiting/refused", test_refused);
  ADD ("/awaiting/download", test_download);
  ADD ("/awaiting/followed", test_followed);
  ADD ("/awaiting/same-document", test_same_document);
  ADD ("/awaiting/asked", test_asked);
  ADD ("/awaiting/mark-shown", test_mark_shown);
#undef ADD

  return g_test_run ();
}
