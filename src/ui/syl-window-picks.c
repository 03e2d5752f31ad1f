/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-window-private.h"

SylPick *
_syl_window_get_pick (SylWindow *self)
{
  return self->picks_pane != NULL ? syl_picks_pane_get_pick (self->picks_pane) : NULL;
}

void
_syl_window_pick_changed (SylWindow *self)
{
  SylPick *pick = _syl_window_get_pick (self);

  if (pick != NULL && syl_pick_get_loaded (pick))
    g_settings_set_string (self->settings, "selected-pick", syl_pick_get_slug (pick));
  g_object_notify (G_OBJECT (self), "pick-state");
  _syl_window_update_actions (self);
}

static gboolean
lists_pick (SylContentsItem *item,
            SylPick         *pick)
{
  if (syl_contents_item_get_kind (item) != SYL_CONTENTS_PICKS)
    return FALSE;
  switch (syl_contents_item_get_group (item))
    {
    case SYL_PICK_GROUP_READING:
      return syl_pick_get_state (pick) == SYL_PICK_STATE_READING;
    case SYL_PICK_GROUP_READ:
      return syl_pick_get_state (pick) == SYL_PICK_STATE_READ;
    case SYL_PICK_GROUP_SECTION:
      return syl_section_get_id (syl_contents_item_get_section (item)) == syl_pick_get_section_id (pick);
    case SYL_PICK_GROUP_ALL:
    default:
      return TRUE;
    }
}

static void
show_pick (SylWindow *self,
           SylPick   *pick)
{
  gboolean found = self->destination != SYL_DESTINATION_SAVED && _syl_window_leave_search (self);
  SylContentsItem *item = syl_contents_pane_get_selected (self->contents_pane);
  gboolean stays = self->destination == SYL_DESTINATION_SAVED ||
                   (self->destination == SYL_DESTINATION_HIGHLIGHT && _syl_window_shows_picks (self));

  if (!stays && item != NULL && !lists_pick (item, pick))
    syl_contents_pane_set_selected_key (self->contents_pane, "all");
  syl_picks_pane_set_pick (self->picks_pane, pick);
  _syl_window_set_found_pick (self, found ? pick : NULL);
  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
}

static void
load_details_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  SylWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_load_details_finish (SYL_LIBRARY (object), result, &error))
    return;

  if (self->destination_source != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->pick_pane), "page.open-source", "s", self->destination_source);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->pick_pane), "page.start-reading", NULL);
}

static void
arrive (SylWindow *self,
        SylPick   *pick)
{
  show_pick (self, pick);
  if (self->destination != SYL_DESTINATION_SAVED || self->read_at_once)
    adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
  if (self->read_at_once)
    syl_library_load_details_async (self->library, pick, self->going, load_details_cb, self);
  else if (self->destination == SYL_DESTINATION_SAVED)
    _syl_window_focus_middle (self);
  if (self->destination == SYL_DESTINATION_HIGHLIGHT && self->destination_highlight != NULL)
    syl_pick_pane_show_highlight (self->pick_pane, self->destination_highlight);

  self->read_at_once = FALSE;
}

static void
find_week_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  SylWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  unsigned int week = 0;
  g_autoptr (SylPick) pick = syl_library_find_week_finish (SYL_LIBRARY (object), result, &week, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pick != NULL)
    arrive (self, pick);
  else if (self->destination == SYL_DESTINATION_WEEK)
    syl_window_show_toast (self, _("There is no pick for this week"));
}

static void
find_week (SylWindow *self)
{
  syl_library_find_week_async (self->library, NULL, self->going, find_week_cb, self);
}

static void
find_pick_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  SylWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylPick) pick = syl_library_find_pick_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (pick != NULL)
    arrive (self, pick);
  else if (self->destination == SYL_DESTINATION_PICK || self->destination == SYL_DESTINATION_HIGHLIGHT)
    syl_window_show_toast (self, _("This pick is not in the list"));
  else
    find_week (self);
}

static void
find_saved_pick (SylWindow *self)
{
  g_autofree char *slug = g_settings_get_string (self->settings, "selected-pick");

  if (*slug != '\0')
    syl_library_find_pick_async (self->library, slug, self->going, find_pick_cb, self);
  else
    find_week (self);
}

static void
find_highlight_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  SylWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylHighlight) highlight = syl_library_find_highlight_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (highlight != NULL)
    syl_window_show_highlight (self, highlight);
  else
    syl_window_show_toast (self, _("This highlight is not there any more"));
}

/* Goes to the destination once the library is there. What is looked up for another one comes too late. */
void
_syl_window_go (SylWindow *self)
{
  if (!self->ready)
    return;

  g_cancellable_cancel (self->going);
  g_set_object (&self->going, NULL);
  self->going = g_cancellable_new ();
  switch (self->destination)
    {
    case SYL_DESTINATION_PICK:
    case SYL_DESTINATION_HIGHLIGHT:
      syl_library_find_pick_async (self->library, self->destination_id, self->going, find_pick_cb, self);
      break;
    case SYL_DESTINATION_HIGHLIGHT_ID:
      syl_library_find_highlight_async (self->library, self->destination_id, self->going, find_highlight_cb, self);
      break;
    case SYL_DESTINATION_WEEK:
      find_week (self);
      break;
    case SYL_DESTINATION_SAVED:
    case SYL_DESTINATION_CONTINUE:
    default:
      find_saved_pick (self);
      break;
    }
}

static void
set_destination (SylWindow      *self,
                 SylDestination  destination,
                 const char     *id,
                 const char     *source,
                 gboolean        read_at_once)
{
  self->destination = destination;
  self->read_at_once = read_at_once;
  g_set_str (&self->destination_id, id);
  g_set_str (&self->destination_source, source);
  _syl_window_go (self);
}

/**
 * syl_window_show_pick:
 * @self: a window
 * @slug: id of a pick within its list
 *
 * Shows a pick, at once or when the library is open.
 */
void
syl_window_show_pick (SylWindow  *self,
                      const char *slug)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_PICK, slug, NULL, FALSE);
}

/**
 * syl_window_show_highlight:
 * @self: a window
 * @highlight: a highlight
 *
 * Opens the page that a highlight is on and scrolls to it.
 */
void
syl_window_show_highlight (SylWindow    *self,
                           SylHighlight *highlight)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  g_set_object (&self->destination_highlight, highlight);
  set_destination (self, SYL_DESTINATION_HIGHLIGHT, syl_highlight_get_pick_slug (highlight), NULL, FALSE);
}

/**
 * syl_window_find_highlight:
 * @self: a window
 * @uuid: id of a highlight, from anywhere
 *
 * Opens the page that a highlight is on and scrolls to it, at once or when the library is open.
 */
void
syl_window_find_highlight (SylWindow  *self,
                           const char *uuid)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_HIGHLIGHT_ID, uuid, NULL, FALSE);
}

/**
 * syl_window_read_pick:
 * @self: a window
 * @slug: id of a pick within its list
 *
 * Shows a pick and opens its first source.
 */
void
syl_window_read_pick (SylWindow  *self,
                      const char *slug)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_PICK, slug, NULL, TRUE);
}

/**
 * syl_window_read_source:
 * @self: a window
 * @slug: id of a pick within its list
 * @source: id of a source within the pick
 *
 * Shows a pick and opens one of its sources, if it has it.
 */
void
syl_window_read_source (SylWindow  *self,
                        const char *slug,
                        const char *source)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_PICK, slug, source, TRUE);
}

/**
 * syl_window_show_week:
 * @self: a window
 *
 * Shows the pick of this week.
 */
void
syl_window_show_week (SylWindow *self)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_WEEK, NULL, NULL, FALSE);
}

/**
 * syl_window_continue_reading:
 * @self: a window
 *
 * Shows the pick the reader was last at, and opens its first source.
 */
void
syl_window_continue_reading (SylWindow *self)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  set_destination (self, SYL_DESTINATION_CONTINUE, NULL, NULL, TRUE);
}
