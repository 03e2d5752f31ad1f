/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "highlights/syl-highlights-pane.h"
#include "syl-window-private.h"
#include "syl-words.h"

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

/* Shows in the middle what is selected in the contents. */
void
_syl_window_show_group (SylWindow *self)
{
  SylContentsItem *item = syl_contents_pane_get_selected (self->contents_pane);
  gboolean highlights = item != NULL && syl_contents_item_get_kind (item) == SYL_CONTENTS_HIGHLIGHTS;

  if (highlights)
    ensure_highlights_pane (self);
  else
    syl_picks_pane_set_item (self->picks_pane, item);
  gtk_stack_set_visible_child_name (self->middle_stack, highlights ? "highlights" : "picks");
  if (item != NULL)
    adw_navigation_page_set_title (self->picks_page, syl_contents_item_get_title (item));
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
