/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-fake-view.h"

#include <string.h>

struct _SylFakeView
{
  GtkWidget parent_instance;

  char *uri;
  char *asked_uri;             /* nullable */
  SylPageText *text;           /* nullable */
  SylPageSelection *selection; /* nullable */
  SylPageTextTrouble trouble;
  gboolean loading;
  unsigned int version;
  unsigned int n_marks;
  unsigned int n_dropped;
  unsigned int shown_start;
  unsigned int shown_end;
};

static void iface_init (SylPageViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SylFakeView, syl_fake_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SYL_TYPE_PAGE_VIEW, iface_init))

static const char *const names[] = {
  NULL, "uri", "title", "loading", "progress", "can-go-back", "can-go-forward", "zoom", "caret-browsing", "failure",
  "page-text", "text-trouble", "selection", "current-mark", "asked-uri", "n-marks",
};

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  SylFakeView *self = SYL_FAKE_VIEW (object);

  if (g_str_equal (names[id], "uri"))
    g_value_set_string (value, self->uri);
  else if (g_str_equal (names[id], "asked-uri"))
    g_value_set_string (value, self->asked_uri);
  else if (g_str_equal (names[id], "n-marks"))
    g_value_set_uint (value, self->n_marks);
  else if (g_str_equal (names[id], "loading"))
    g_value_set_boolean (value, self->loading);
  else if (g_str_equal (names[id], "page-text"))
    g_value_set_boxed (value, self->text);
  else if (g_str_equal (names[id], "text-trouble"))
    g_value_set_enum (value, (int) self->trouble);
  else if (g_str_equal (names[id], "selection"))
    g_value_set_boxed (value, self->selection);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
}

static void
finalize (GObject *object)
{
  SylFakeView *self = SYL_FAKE_VIEW (object);

  g_clear_pointer (&self->text, syl_page_text_unref);
  g_clear_pointer (&self->selection, syl_page_selection_free);
  g_free (self->asked_uri);
  g_free (self->uri);

  G_OBJECT_CLASS (syl_fake_view_parent_class)->finalize (object);
}

static void
set_marks (SylPageView  *view,
           unsigned int  version,
           GPtrArray    *marks)
{
  SylFakeView *self = SYL_FAKE_VIEW (view);

  if (self->text != NULL && self->text->version == version)
    self->n_marks = marks != NULL ? marks->len - MIN (self->n_dropped, marks->len) : 0;
}

static void
show_place (SylPageView  *view,
            unsigned int  version,
            unsigned int  start,
            unsigned int  end)
{
  SylFakeView *self = SYL_FAKE_VIEW (view);

  g_assert_cmpuint (version, ==, self->version);
  self->shown_start = start;
  self->shown_end = end;
}

static void
clear_selection (SylPageView *view)
{
  syl_fake_view_select (SYL_FAKE_VIEW (view), NULL, 0);
}

static void
iface_init (SylPageViewInterface *iface)
{
  iface->set_marks = set_marks;
  iface->show_place = show_place;
  iface->clear_selection = clear_selection;
}

static void
syl_fake_view_class_init (SylFakeViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  for (guint id = 1; id < G_N_ELEMENTS (names); id++)
    g_object_class_override_property (object_class, id, names[id]);
}

static void
syl_fake_view_init (SylFakeView *self)
{
}

/* Returns: (transfer full) */
SylFakeView *
syl_fake_view_new (const char *uri)
{
  SylFakeView *self = g_object_ref_sink (g_object_new (SYL_TYPE_FAKE_VIEW, NULL));

  self->uri = g_strdup (uri);
  return self;
}

void
syl_fake_view_set_uri (SylFakeView *self,
                       const char  *uri)
{
  g_set_str (&self->uri, uri);
  g_object_notify (G_OBJECT (self), "uri");
}

/* A document that was asked for by one address and is at another. */
void
syl_fake_view_redirect (SylFakeView *self,
                        const char  *asked_uri,
                        const char  *uri)
{
  g_set_str (&self->asked_uri, asked_uri);
  syl_fake_view_set_uri (self, uri);
}

/* @text may be %NULL, for a page that is being loaded. */
void
syl_fake_view_set_text (SylFakeView *self,
                        const char  *text)
{
  g_clear_pointer (&self->text, syl_page_text_unref);
  self->n_marks = 0;
  self->shown_start = self->shown_end = 0;
  if (text != NULL)
    self->text = syl_page_text_new (++self->version, text, FALSE, NULL, 0);
  g_object_notify (G_OBJECT (self), "page-text");
}

void
syl_fake_view_set_trouble (SylFakeView        *self,
                           SylPageTextTrouble  trouble)
{
  self->trouble = trouble;
  g_object_notify (G_OBJECT (self), "text-trouble");
}

void
syl_fake_view_set_loading (SylFakeView *self,
                           gboolean     loading)
{
  self->loading = loading;
  g_object_notify (G_OBJECT (self), "loading");
}

/* In the text, if there is one; @words may be %NULL for nothing. */
void
syl_fake_view_select (SylFakeView  *self,
                      const char   *words,
                      unsigned int  page)
{
  const char *at = words != NULL && self->text != NULL ? strstr (self->text->text, words) : NULL;
  unsigned int start = at != NULL ? (unsigned int) (at - self->text->text) : 0;
  unsigned int version = at != NULL ? self->text->version : 0;

  g_clear_pointer (&self->selection, syl_page_selection_free);
  if (words != NULL)
    {
      self->selection = syl_page_selection_new (version, start, start + (unsigned int) strlen (words), words,
                                                (int) start, 1, 9, 9);
      self->selection->page = page;
    }
  g_object_notify (G_OBJECT (self), "selection");
}

/* So many of the marks it is given get lost from now on. */
void
syl_fake_view_drop_marks (SylFakeView  *self,
                          unsigned int  n_dropped)
{
  self->n_dropped = n_dropped;
}

unsigned int
syl_fake_view_count_marks (SylFakeView *self)
{
  return self->n_marks;
}

/* Returns: (transfer full): the words that were gone to last */
char *
syl_fake_view_dup_shown (SylFakeView *self)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (self->text->text, -1, NULL, NULL, NULL);

  return g_utf16_to_utf8 (units + self->shown_start, (glong) (self->shown_end - self->shown_start), NULL, NULL, NULL);
}
