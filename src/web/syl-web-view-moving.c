/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-view-private.h"

#include <glib/gi18n.h>

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
