/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "anchor/syl-anchor-error.h"
#include "notes/syl-highlight-popover.h"
#include "page/syl-reader-private.h"
#include "syl-words.h"

static void
show_toast (SylReader  *self,
            const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
close_note (SylReader *self)
{
  g_clear_pointer (&self->note_popover, gtk_widget_unparent);
}

/* Returns: (transfer full) (nullable): the highlight, once it is in the list of the pick */
static SylHighlight *
find_highlight (SylReader  *self,
                const char *uuid)
{
  for (guint i = 0; self->highlights != NULL && i < g_list_model_get_n_items (self->highlights); i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);

      if (g_strcmp0 (syl_highlight_get_uuid (highlight), uuid) == 0)
        return g_steal_pointer (&highlight);
    }
  return NULL;
}

/* Who read on without a mouse goes on where the caret is. */
static void
note_closed_cb (SylReader *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
open_note (SylReader          *self,
           SylHighlight       *highlight,
           const GdkRectangle *place)
{
  close_note (self);
  self->note_popover = syl_highlight_popover_new (self->library, highlight);
  syl_highlight_popover_set_words_now (SYL_HIGHLIGHT_POPOVER (self->note_popover),
                                       syl_pencil_get_words_now (self->pencil, highlight));
  g_signal_connect_object (self->note_popover, "closed", G_CALLBACK (note_closed_cb), self, G_CONNECT_SWAPPED);
  syl_highlight_popover_open (SYL_HIGHLIGHT_POPOVER (self->note_popover), GTK_WIDGET (self->page_bin), place);
}

/* Of a highlight that is not in the page: where it was, if it was lost there. */
static void
show_missing (SylReader  *self,
              const char *uuid)
{
  g_autoptr (SylHighlight) highlight = find_highlight (self, uuid);

  if (highlight != NULL && syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_ORPHANED)
    syl_pencil_show_last_place (self->pencil, highlight);
  else
    show_toast (self, _("This highlight was not found on the page"));
}

/* A highlight that was asked for is gone to once it is painted; if it never is, that is said. */
static void
show_wanted (SylReader *self)
{
  g_autofree char *uuid = NULL;
  SylPencilAnswer answer = SYL_PENCIL_UNKNOWN;

  if (self->shown_uuid != NULL && self->pencil != NULL)
    answer = syl_pencil_get_answer (self->pencil, self->shown_uuid);
  if (answer == SYL_PENCIL_UNKNOWN)
    return;

  uuid = g_steal_pointer (&self->shown_uuid);
  if (answer == SYL_PENCIL_SHOWN)
    syl_page_view_show_mark (self->view, uuid);
  else
    show_missing (self, uuid);
}

/* What was asked for before the highlight, or its mark, was there. */
static void
catch_up (SylReader *self)
{
  g_autoptr (SylHighlight) wanted = self->note_uuid != NULL ? find_highlight (self, self->note_uuid) : NULL;

  if (wanted != NULL)
    {
      g_clear_pointer (&self->note_uuid, g_free);
      open_note (self, wanted, &self->note_place);
    }
  show_wanted (self);
}

static void
marked_cb (SylReader          *self,
           const char         *uuid,
           const GdkRectangle *place)
{
  if (place == NULL)
    return;

  self->note_place = *place;
  g_set_str (&self->note_uuid, uuid);
  catch_up (self);
}

/* A selection without words is passed over without a word. */
static void
failed_cb (SylReader    *self,
           const GError *error)
{
  if (g_error_matches (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE))
    show_toast (self, _("This is too long for a highlight"));
  else if (error->domain != SYL_ANCHOR_ERROR)
    show_toast (self, syl_words_for_edit_error (error));
}

static void
mark_activated_cb (SylReader  *self,
                   const char *uuid,
                   int         x,
                   int         y,
                   int         width,
                   int         height)
{
  g_autoptr (SylHighlight) highlight = find_highlight (self, uuid);

  if (highlight != NULL)
    open_note (self, highlight, &(GdkRectangle) { x, y, width, height });
}

static void
selection_cb (SylReader *self)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (self->view);

  if (selection == NULL || syl_library_get_read_only (self->library) || !syl_pencil_has_selection (self->pencil))
    {
      syl_marker_bar_hide (self->marker_bar);
      return;
    }
  syl_marker_bar_point_to (self->marker_bar, self->library,
                           &(GdkRectangle) { selection->x, selection->y, selection->width, selection->height },
                           gtk_widget_get_width (GTK_WIDGET (self->page_bin)));
}

/* Goes with the view. */
void
_syl_reader_create_pencil (SylReader *self)
{
  self->pencil = syl_pencil_new (self->library, self->view);
  g_signal_connect_object (self->pencil, "marked", G_CALLBACK (marked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pencil, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pencil, "notify::n-stored", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mark-activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::selection", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  _syl_reader_connect_menu (self);
  syl_pencil_set_source (self->pencil, self->loaded_source, self->highlights);
  g_object_set (self->panel, "pencil", self->pencil, NULL);
}

/* The source that the view shows has changed. */
void
_syl_reader_take_source (SylReader *self)
{
  close_note (self);
  g_clear_pointer (&self->note_uuid, g_free);
  if (self->pencil != NULL)
    syl_pencil_set_source (self->pencil, self->loaded_source, self->highlights);
}

/* The pick has changed: its highlights are those of all of its sources. */
void
_syl_reader_take_pick (SylReader *self)
{
  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->highlights);
  g_clear_pointer (&self->shown_uuid, g_free);
  self->highlights = syl_library_list_highlights (self->library, self->pick);
  g_signal_connect_object (self->highlights, "items-changed", G_CALLBACK (catch_up), self, G_CONNECT_SWAPPED);
  g_object_set (self->panel, "highlights", self->highlights, NULL);
}

/* For dispose. */
void
_syl_reader_drop_notes (SylReader *self)
{
  close_note (self);
  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->pencil);
  g_clear_object (&self->highlights);
  g_clear_pointer (&self->note_uuid, g_free);
  g_clear_pointer (&self->shown_uuid, g_free);
  g_clear_pointer (&self->menu_uuid, g_free);
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylReader) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_set_highlight_meaning_finish (SYL_LIBRARY (object), result, &error))
    show_toast (self, syl_words_for_edit_error (error));
}

/* A highlight means something else from now on. */
void
_syl_reader_set_meaning (SylReader    *self,
                         const char   *uuid,
                         unsigned int  meaning)
{
  syl_library_set_highlight_meaning_async (self->library, uuid, meaning, NULL, edited_cb, g_object_ref (self));
}

/* Returns: (transfer full) (nullable) */
static char *
dup_current_mark (SylReader *self)
{
  char *uuid = NULL;

  if (self->view != NULL)
    g_object_get (self->view, "current-mark", &uuid, NULL);
  return uuid;
}

typedef void (* Verb) (SylReader    *self,
                       unsigned int  meaning);

typedef struct
{
  SylReader *reader; /* owned */
  SylSource *source; /* owned, nullable: the one that is shown */
  Verb verb;
  unsigned int meaning;
} Wish;

static void
settled_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Wish *wish = user_data;
  g_autoptr (SylReader) self = wish->reader;
  g_autoptr (SylSource) source = wish->source;
  g_autoptr (SylPagePlace) place = syl_page_view_get_place_finish (SYL_PAGE_VIEW (object), result, NULL);

  if (self->view == SYL_PAGE_VIEW (object) && self->loaded_source == source)
    wish->verb (self, wish->meaning);
}

/* A key may be faster than the end of a selection before it, for which a busy page has no time yet: it is
 * for what is selected once the page has answered. */
static void
do_once_settled (SylReader    *self,
                 Verb          verb,
                 unsigned int  meaning)
{
  Wish *wish;

  if (self->pencil == NULL || syl_library_get_read_only (self->library))
    return;

  wish = g_new (Wish, 1);
  wish->reader = g_object_ref (self);
  wish->source = self->loaded_source != NULL ? g_object_ref (self->loaded_source) : NULL;
  wish->verb = verb;
  wish->meaning = meaning;
  syl_page_view_get_place_async (self->view, NULL, settled_cb, wish);
}

static void
highlight (SylReader    *self,
           unsigned int  meaning)
{
  g_autofree char *uuid = NULL;

  if (syl_pencil_mark (self->pencil, meaning, FALSE))
    return;

  uuid = dup_current_mark (self);
  if (uuid != NULL)
    _syl_reader_set_meaning (self, uuid, meaning);
}

/**
 * syl_reader_highlight:
 * @self: a reader
 * @meaning: 0 to 3
 *
 * Highlights what is selected in the page; without a selection, the highlight under the pointer or the
 * caret means something else now.
 */
void
syl_reader_highlight (SylReader    *self,
                      unsigned int  meaning)
{
  g_return_if_fail (SYL_IS_READER (self));

  do_once_settled (self, highlight, meaning);
}

static void
get_middle (SylReader    *self,
            GdkRectangle *place)
{
  *place = (GdkRectangle) {
    gtk_widget_get_width (GTK_WIDGET (self->page_bin)) / 2,
    gtk_widget_get_height (GTK_WIDGET (self->page_bin)) / 3,
    1,
    1,
  };
}

/* The note on a highlight, which has no place of its own in the view that is known. */
void
_syl_reader_open_note (SylReader  *self,
                       const char *uuid)
{
  get_middle (self, &self->note_place);
  g_set_str (&self->note_uuid, uuid);
  catch_up (self);
}

static void
write_note (SylReader    *self,
            unsigned int  meaning)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (self->view);
  g_autofree char *uuid = selection == NULL ? dup_current_mark (self) : NULL;

  if (selection != NULL)
    syl_pencil_mark (self->pencil, meaning, TRUE);
  else if (uuid != NULL)
    {
      _syl_reader_open_note (self, uuid);
    }
  else
    {
      syl_reader_set_panel_visible (self, TRUE);
      syl_side_panel_show_notes (self->panel, TRUE);
    }
}

/**
 * syl_reader_write_note:
 * @self: a reader
 *
 * Writes a note on what is selected in the page, which becomes a highlight, or on the highlight under
 * the pointer or the caret; with neither, on the pick.
 */
void
syl_reader_write_note (SylReader *self)
{
  g_return_if_fail (SYL_IS_READER (self));

  do_once_settled (self, write_note, 0);
}

/* Returns: (transfer full) (nullable): the source of a highlight */
static SylSource *
find_source_of (SylPick      *pick,
                SylHighlight *highlight)
{
  GListModel *sources = syl_pick_get_sources (pick);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SylSource) source = g_list_model_get_item (sources, i);

      if (syl_source_get_id (source) == syl_highlight_get_source_id (highlight))
        return g_steal_pointer (&source);
    }
  return NULL;
}

static gboolean
is_painted (SylReader    *self,
            SylHighlight *highlight)
{
  return self->pencil != NULL &&
         syl_pencil_get_answer (self->pencil, syl_highlight_get_uuid (highlight)) == SYL_PENCIL_SHOWN;
}

/**
 * syl_reader_show_highlight:
 * @self: a reader
 * @pick: a pick with its details
 * @highlight: one of its highlights
 *
 * Scrolls to a highlight; the page that it is on is opened first, unless it is painted on the one that is
 * there. What was not found in the page is in the notes beside it, and the page goes to where it was if that
 * can be told.
 */
void
syl_reader_show_highlight (SylReader    *self,
                           SylPick      *pick,
                           SylHighlight *highlight)
{
  g_autoptr (SylSource) source = NULL;

  g_return_if_fail (SYL_IS_READER (self));

  source = find_source_of (pick, highlight);
  if (source == NULL)
    {
      show_toast (self, _("This source is not in the list any more"));
      return;
    }

  _syl_reader_open_at (self, pick, source, is_painted (self, highlight) ? NULL : syl_highlight_get_uri (highlight));
  if (syl_highlight_get_status (highlight) == SYL_HIGHLIGHT_ORPHANED)
    {
      syl_reader_set_panel_visible (self, TRUE);
      syl_side_panel_show_notes (self->panel, FALSE);
    }
  g_set_str (&self->shown_uuid, syl_highlight_get_uuid (highlight));
  catch_up (self);
}

/**
 * syl_reader_show_highlight_of_pick:
 * @self: a reader
 * @uuid: a highlight of the pick that is shown
 *
 * Scrolls to a highlight; the page that it is on is opened first.
 */
void
syl_reader_show_highlight_of_pick (SylReader  *self,
                                   const char *uuid)
{
  g_autoptr (SylHighlight) highlight = NULL;

  g_return_if_fail (SYL_IS_READER (self));

  highlight = find_highlight (self, uuid);
  if (highlight != NULL)
    syl_reader_show_highlight (self, self->pick, highlight);
}

/**
 * syl_reader_reattach_highlight:
 * @self: a reader
 * @uuid: a highlight of the pick
 *
 * Gives a highlight that was not found the place that is selected in the page.
 */
void
syl_reader_reattach_highlight (SylReader  *self,
                               const char *uuid)
{
  g_return_if_fail (SYL_IS_READER (self));

  if (self->pencil == NULL || !syl_pencil_reattach (self->pencil, uuid))
    show_toast (self, _("First select where the highlight belongs"));
}

/**
 * syl_reader_keep_place:
 * @self: a reader
 * @uuid: a highlight of the pick
 *
 * Has a highlight whose place is not sure stay where it was found. Where the page has just changed once
 * more there is nothing to keep, and the panel shows what is so instead.
 */
void
syl_reader_keep_place (SylReader  *self,
                       const char *uuid)
{
  g_autoptr (SylHighlight) highlight = NULL;

  g_return_if_fail (SYL_IS_READER (self));

  highlight = find_highlight (self, uuid);
  if (self->pencil != NULL && highlight != NULL)
    syl_pencil_keep_place (self->pencil, highlight);
}
