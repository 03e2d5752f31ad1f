/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include <math.h>

/* Takes the selection. */
static void
set_selection (SylWebView       *self,
               SylPageSelection *selection)
{
  if (selection == NULL && self->selection == NULL)
    return;
  g_clear_pointer (&self->selection, syl_page_selection_free);
  self->selection = selection;
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_SELECTION);
}

static void
set_current_mark (SylWebView *self,
                  const char *id)
{
  if (g_set_str (&self->current_mark, id))
    _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_CURRENT_MARK);
}

static void
set_trouble (SylWebView         *self,
             SylPageTextTrouble  trouble)
{
  if (self->trouble == trouble)
    return;
  self->trouble = trouble;
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_TEXT_TROUBLE);
}

/* Takes the text. What was said of the one before is void. */
static void
set_text (SylWebView  *self,
          SylPageText *text)
{
  gboolean changed = text != self->text;

  g_clear_pointer (&self->text, syl_page_text_unref);
  self->text = text;
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_N_MARKS);
  set_selection (self, NULL);
  set_current_mark (self, NULL);
  if (changed)
    _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_PAGE_TEXT);
}

/* The document is gone. */
void
_syl_web_view_forget_text (SylWebView *self)
{
  set_text (self, NULL);
  set_trouble (self, SYL_PAGE_TEXT_TROUBLE_NONE);
}

/* That nothing is there says nothing of what is to be found in it: it is no text. */
static void
text_cb (SylWebView  *self,
         SylPageText *text)
{
  gboolean is_empty = text->length == 0, is_first = self->text == NULL;

  set_trouble (self, is_empty ? SYL_PAGE_TEXT_TROUBLE_EMPTY : SYL_PAGE_TEXT_TROUBLE_NONE);
  set_text (self, is_empty ? NULL : syl_page_text_ref (text));
  if (is_first && self->caret_browsing)
    syl_web_bridge_put_caret (self->bridge);
}

static void
no_text_cb (SylWebView         *self,
            SylPageTextTrouble  trouble)
{
  set_text (self, NULL);
  set_trouble (self, trouble);
}

static int
to_view (SylWebView *self,
         int         length)
{
  return (int) lround (length * webkit_web_view_get_zoom_level (self->web_view));
}

static void
selection_cb (SylWebView             *self,
              const SylPageSelection *selection)
{
  SylPageSelection *own = selection != NULL ? syl_page_selection_copy (selection) : NULL;

  if (own != NULL)
    {
      own->x = to_view (self, own->x);
      own->y = to_view (self, own->y);
      own->width = to_view (self, own->width);
      own->height = to_view (self, own->height);
    }
  set_selection (self, own);
}

/* Returns: (nullable) (transfer none): the id of a mark that the scripts know by its place */
static const char *
find_id (SylWebView   *self,
         unsigned int  index)
{
  const SylPageMark *mark;

  if (self->marks == NULL || index >= self->marks->len)
    return NULL;
  mark = g_ptr_array_index (self->marks, index);
  return mark->id;
}

static void
mark_activated_cb (SylWebView         *self,
                   unsigned int        index,
                   const GdkRectangle *area)
{
  g_autofree char *id = g_strdup (find_id (self, index));

  if (id != NULL)
    g_signal_emit_by_name (self, "mark-activated", id, to_view (self, area->x),
                           to_view (self, area->y), to_view (self, area->width),
                           to_view (self, area->height));
}

static void
current_mark_cb (SylWebView   *self,
                 unsigned int  index)
{
  set_current_mark (self, index > 0 ? find_id (self, index - 1) : NULL);
}

static gpointer
copy_mark (gconstpointer mark,
           gpointer      user_data)
{
  return syl_page_mark_copy (mark);
}

void
_syl_web_view_set_marks (SylPageView  *view,
                         unsigned int  version,
                         GPtrArray    *marks)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->text == NULL || self->text->version != version)
    return;
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  if (marks != NULL)
    {
      self->marks = g_ptr_array_copy (marks, copy_mark, NULL);
      g_ptr_array_set_free_func (self->marks, (GDestroyNotify) syl_page_mark_free);
    }
  _syl_web_view_notify (self, SYL_WEB_VIEW_PROP_N_MARKS);
  set_current_mark (self, NULL);
  syl_web_bridge_set_marks (self->bridge, self->marks);
}

/* Who goes to a mark wants to stay: a page that is still to come would take it away again. */
void
_syl_web_view_show_mark (SylPageView *view,
                         const char  *id)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  for (unsigned int i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      if (g_strcmp0 (find_id (self, i), id) == 0)
        {
          syl_web_bridge_show_mark (self->bridge, i);
          if (self->state == SYL_WEB_VIEW_WAITING)
            _syl_web_view_stop (view);
          return;
        }
    }
}

void
_syl_web_view_show_place (SylPageView  *view,
                          unsigned int  version,
                          unsigned int  start,
                          unsigned int  end)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->text != NULL && self->text->version == version)
    syl_web_bridge_show_place (self->bridge, start, end);
}

void
_syl_web_view_clear_selection (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->bridge != NULL)
    syl_web_bridge_clear_selection (self->bridge);
}

/* Connects what the scripts tell. */
void
_syl_web_view_connect_marks (SylWebView *self)
{
  const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
    { "text", G_CALLBACK (text_cb) },
    { "no-text", G_CALLBACK (no_text_cb) },
    { "selection", G_CALLBACK (selection_cb) },
    { "mark-activated", G_CALLBACK (mark_activated_cb) },
    { "current-mark", G_CALLBACK (current_mark_cb) },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->bridge, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
}
