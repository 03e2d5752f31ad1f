/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include <glib/gi18n.h>
#include <string.h>

void
_syl_web_view_stop (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);
  gboolean waiting = self->state == SYL_WEB_VIEW_WAITING;

  if (!waiting && self->state != SYL_WEB_VIEW_ARRIVING)
    return;
  self->state = SYL_WEB_VIEW_DONE;
  webkit_web_view_stop_loading (self->web_view);
  if (waiting)
    _syl_web_view_abandon (self, _("Loading was stopped."));
  else
    _syl_web_view_update (self);
}

void
_syl_web_view_go_back (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->web_view == NULL || self->is_new_source)
    return;
  if (self->state == SYL_WEB_VIEW_FAILED && !self->is_dead)
    {
      self->state = SYL_WEB_VIEW_DONE;
      _syl_web_view_clear_failure (self);
      _syl_web_view_update (self);
    }
  else if (syl_web_history_can_go_back (self->history))
    {
      self->is_going = TRUE;
      webkit_web_view_go_back (self->web_view);
    }
}

void
_syl_web_view_go_forward (SylPageView *view)
{
  SylWebView *self = SYL_WEB_VIEW (view);

  if (self->web_view == NULL || self->is_new_source ||
      !syl_web_history_can_go_forward (self->history))
    return;
  self->is_going = TRUE;
  webkit_web_view_go_forward (self->web_view);
}

static WebKitBackForwardListItem *
get_item (SylWebView *self)
{
  return webkit_back_forward_list_get_current_item (webkit_web_view_get_back_forward_list (self->web_view));
}

/* A page has come. */
void
_syl_web_view_land (SylWebView *self)
{
  g_set_object (&self->landed_item, get_item (self));
  g_set_str (&self->landed_uri, self->page_uri);
}

/* A page that replaces its address stays where it is, one that adds one to the history goes on. */
void
_syl_web_view_follow (SylWebView *self)
{
  if (self->landed_item != NULL && self->landed_item == get_item (self))
    g_set_str (&self->landed_uri, self->page_uri);
}

static gboolean
is_same_but_for_fragment (const char *a,
                          const char *b)
{
  size_t length = strcspn (a, "#");

  return length == strcspn (b, "#") && strncmp (a, b, length) == 0;
}

/* Returns: (nullable) (transfer none): what led to the page that is shown, if it is still at that place */
const char *
_syl_web_view_find_asked_uri (SylWebView *self)
{
  if (self->landed_item == NULL || self->landed_uri == NULL || self->page_uri == NULL ||
      !is_same_but_for_fragment (self->landed_uri, self->page_uri))
    return NULL;
  return webkit_back_forward_list_item_get_original_uri (self->landed_item);
}
