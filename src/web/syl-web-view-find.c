/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#define MAX_MATCHES 1000

static void
emit_found (SylWebView *self,
            guint       matches)
{
  g_signal_emit_by_name (self, "found", matches);
}

static void
found_text_cb (SylWebView *self,
               guint       matches)
{
  emit_found (self, MIN (matches, MAX_MATCHES));
}

static void
not_found_cb (SylWebView *self)
{
  emit_found (self, 0);
}

static WebKitFindController *
get_controller (SylWebView *self)
{
  return webkit_web_view_get_find_controller (self->web_view);
}

/* WebKit itself knows only the pages of a PDF that are drawn. */
static void
search (SylWebView *self,
        gboolean    again,
        gboolean    backwards)
{
  if (self->is_pdf)
    syl_web_bridge_find (self->bridge, self->sought, again, backwards);
  else if (!again)
    webkit_find_controller_search (get_controller (self), self->sought,
                                   WEBKIT_FIND_OPTIONS_CASE_INSENSITIVE |
                                     WEBKIT_FIND_OPTIONS_WRAP_AROUND,
                                   MAX_MATCHES);
  else if (backwards)
    webkit_find_controller_search_previous (get_controller (self));
  else
    webkit_find_controller_search_next (get_controller (self));
}

void
_syl_web_view_find (SylPageView *view,
                    const char  *text)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (*text == '\0' || self->web_view == NULL)
    {
      _syl_web_view_find_finish (view);
      emit_found (self, 0);
      return;
    }
  g_set_str (&self->sought, text);
  search (self, FALSE, FALSE);
}

void
_syl_web_view_find_next (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->sought != NULL)
    search (self, TRUE, FALSE);
}

void
_syl_web_view_find_previous (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->sought != NULL)
    search (self, TRUE, TRUE);
}

void
_syl_web_view_find_finish (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->sought == NULL)
    return;
  g_clear_pointer (&self->sought, g_free);
  if (self->is_pdf)
    syl_web_bridge_find_finish (self->bridge);
  else
    webkit_find_controller_search_finish (get_controller (self));
}

/* Connects the answers. */
void
_syl_web_view_connect_find (SylWebView *self)
{
  g_signal_connect_object (get_controller (self), "found-text", G_CALLBACK (found_text_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_controller (self), "failed-to-find-text",
                           G_CALLBACK (not_found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "found", G_CALLBACK (emit_found), self,
                           G_CONNECT_SWAPPED);
}
