/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "highlights/syl-highlights-pane.h"
#include "progress/syl-progress-page.h"
#include "syl-window-private.h"
#include "syl-words.h"
#include "year/syl-year-pane.h"

static void
ensure_highlights_pane (SylWindow *self)
{
  if (self->highlights_pane != NULL)
    return;

  self->highlights_pane = syl_highlights_pane_new (self->library);
  g_signal_connect_object (self->highlights_pane, "activated", G_CALLBACK (syl_window_show_highlight), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->middle_stack, self->highlights_pane, "highlights");
}

static void
week_activated_cb (SylWindow *self,
                   SylPick   *pick)
{
  syl_picks_pane_set_pick (self->picks_pane, pick);
  adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
}

static void
ensure_year_pane (SylWindow *self)
{
  if (self->year_pane != NULL)
    return;

  self->year_pane = syl_year_pane_new (self->library);
  g_signal_connect_object (self->year_pane, "activated", G_CALLBACK (week_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year_pane, "skip", G_CALLBACK (_syl_window_skip_pick), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->middle_stack, self->year_pane, "year");
}

static void
progress_activated_cb (SylWindow *self,
                       SylPick   *pick)
{
  syl_window_show_pick (self, syl_pick_get_slug (pick));
}

static void
ensure_progress_page (SylWindow *self)
{
  if (self->progress_page != NULL)
    return;

  self->progress_page = syl_progress_page_new (self->library);
  g_signal_connect_object (self->progress_page, "activated", G_CALLBACK (progress_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "count-reading-time", self->progress_page, "show-time", G_SETTINGS_BIND_GET);
  gtk_stack_add_named (self->whole_stack, self->progress_page, "progress");
}

static void
show_kind (SylWindow       *self,
           SylContentsItem *item)
{
  const char *whole = "picks";

  switch (item != NULL ? syl_contents_item_get_kind (item) : SYL_CONTENTS_PICKS)
    {
    case SYL_CONTENTS_HIGHLIGHTS:
      ensure_highlights_pane (self);
      gtk_stack_set_visible_child_name (self->middle_stack, "highlights");
      break;
    case SYL_CONTENTS_YEAR:
      ensure_year_pane (self);
      gtk_stack_set_visible_child_name (self->middle_stack, "year");
      break;
    case SYL_CONTENTS_REVIEW:
      _syl_window_ensure_review (self);
      whole = "review";
      break;
    case SYL_CONTENTS_PROGRESS:
      ensure_progress_page (self);
      whole = "progress";
      break;
    case SYL_CONTENTS_PICKS:
    default:
      syl_picks_pane_set_item (self->picks_pane, item);
      gtk_stack_set_visible_child_name (self->middle_stack, "picks");
    }
  gtk_stack_set_visible_child_name (self->whole_stack, whole);
  _syl_window_update_actions (self);
}

/* Whether the picks and the pick are there, and not a page that takes all their room. */
gboolean
_syl_window_shows_picks (SylWindow *self)
{
  return gtk_stack_get_visible_child (self->whole_stack) == GTK_WIDGET (self->inner_view);
}

/* Puts the keyboard into the page that takes all the room, if there is one. */
gboolean
_syl_window_focus_whole (SylWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->whole_stack);

  if (_syl_window_shows_picks (self))
    return FALSE;
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return TRUE;
}

/* Puts it where the contents lead to; what is out of sight must not have it, for keys would end there. */
void
_syl_window_focus_middle (SylWindow *self)
{
  if (!_syl_window_focus_whole (self))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->middle_stack));
}

/* Shows in the middle what is selected in the contents. */
void
_syl_window_show_group (SylWindow *self)
{
  SylContentsItem *item = syl_contents_pane_get_selected (self->contents_pane);

  /* Nothing is, while the reader searches. */
  if (item == NULL && _syl_window_is_searching (self))
    return;

  show_kind (self, item);
  if (item != NULL)
    adw_navigation_page_set_title (self->picks_page, syl_contents_item_get_title (item));
}

/* Moves the pick of the week that has the focus; elsewhere goes to another source of the pick. */
void
_syl_window_step (SylWindow *self,
                  gboolean   down)
{
  if (self->year_pane != NULL && syl_year_pane_step (SYL_YEAR_PANE (self->year_pane), down))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->pick_pane), down ? "page.next-source" : "page.previous-source", NULL);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean deleted = syl_library_delete_highlight_finish (SYL_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (deleted)
    _syl_window_offer_edit_undo (self, _("Highlight deleted"));
  else
    syl_window_show_toast (self, syl_words_for_edit_error (error));
}

/* Puts a highlight into the trash, and offers to take it back. */
void
_syl_window_delete_highlight (SylWindow  *self,
                              const char *uuid)
{
  syl_library_delete_highlight_async (self->library, uuid, NULL, deleted_cb, g_object_ref (self));
}
