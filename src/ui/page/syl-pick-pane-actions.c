/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "page/syl-pick-pane-private.h"
#include "syl-link.h"
#include "text/syl-uri.h"

static void
start_reading_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  _syl_pick_pane_start_reading (SYL_PICK_PANE (widget));
}

static void
show_overview_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  _syl_pick_pane_show_overview (SYL_PICK_PANE (widget));
}

/* Returns: (transfer full) (nullable) */
static SylSource *
find_source (SylPickPane *self,
             const char  *slug)
{
  GListModel *sources = syl_pick_get_sources (self->pick);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SylSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (syl_source_get_slug (source), slug))
        return g_steal_pointer (&source);
    }
  return NULL;
}

static void
open_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SylPickPane *self = SYL_PICK_PANE (widget);
  g_autoptr (SylSource) source = NULL;

  if (self->pick != NULL)
    source = find_source (self, g_variant_get_string (parameter, NULL));
  if (source != NULL)
    _syl_pick_pane_open (self, source);
  else
    gtk_widget_activate_action (widget, "win.show-toast", "s", _("This source is not in the list any more"));
}

/* Returns: (transfer full) (nullable) */
static SylSource *
find_source_at (SylPickPane *self,
                const char  *uri)
{
  GListModel *sources = syl_pick_get_sources (self->pick);
  g_autofree char *wanted = syl_uri_canonicalize (uri);

  for (guint i = 0; wanted != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SylSource) source = g_list_model_get_item (sources, i);
      g_autofree char *canonical = syl_uri_canonicalize (syl_source_get_uri (source));

      if (g_strcmp0 (canonical, wanted) == 0)
        return g_steal_pointer (&source);
    }
  return NULL;
}

/* In a commentary: what is one of the sources is read here, all else in the browser. */
static void
open_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SylPickPane *self = SYL_PICK_PANE (widget);
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (SylSource) source = self->pick != NULL ? find_source_at (self, uri) : NULL;

  if (source != NULL)
    _syl_pick_pane_open (self, source);
  else if (syl_uri_is_web (uri))
    syl_link_launch (uri, widget);
}

/* Returns: the place of the source that is shown, -1 if none is */
static int
get_position (SylPickPane *self)
{
  GListModel *sources = syl_pick_get_sources (self->pick);
  SylSource *shown = self->reader != NULL ? syl_reader_get_source (self->reader) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (SylSource) source = g_list_model_get_item (sources, i);

      if (source == shown)
        return (int) i;
    }
  return -1;
}

static void
move_source (SylPickPane *self,
             int          direction)
{
  int position = get_position (self) + direction;
  g_autoptr (SylSource) source = NULL;

  if (position >= 0)
    source = g_list_model_get_item (syl_pick_get_sources (self->pick), (guint) position);
  if (source != NULL)
    _syl_pick_pane_open (self, source);
}

static void
next_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  move_source (SYL_PICK_PANE (widget), 1);
}

static void
previous_source_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  move_source (SYL_PICK_PANE (widget), -1);
}

/* The actions that the reader does under the same name. */
static void
reader_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    void (*run) (SylReader *reader);
  } verbs[] = {
    { "page.back", syl_reader_go_back },
    { "page.forward", syl_reader_go_forward },
    { "page.reload", syl_reader_reload },
    { "page.go-to-source", syl_reader_go_to_source },
    { "page.find", syl_reader_find },
    { "page.find-next", syl_reader_find_next },
    { "page.find-previous", syl_reader_find_previous },
    { "page.zoom-in", syl_reader_zoom_in },
    { "page.zoom-out", syl_reader_zoom_out },
    { "page.zoom-reset", syl_reader_zoom_reset },
    { "page.write-note", syl_reader_write_note },
    { "page.show-passes", syl_reader_show_passes },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        verbs[i].run (SYL_PICK_PANE (widget)->reader);
    }
}

/* Of the page that is shown; before one is, of the source that would be opened. */
static char *
dup_address (SylPickPane *self)
{
  g_autoptr (SylSource) source = NULL;

  if (syl_pick_pane_get_reading (self))
    return syl_reader_dup_uri (self->reader);

  source = g_list_model_get_item (syl_pick_get_sources (self->pick), 0);
  return source != NULL ? g_strdup (syl_source_get_uri (source)) : NULL;
}

static void
open_externally_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  SylPickPane *self = SYL_PICK_PANE (widget);
  g_autofree char *uri = dup_address (self);

  if (syl_uri_is_web (uri))
    syl_link_launch (uri, widget);
}

static void
copy_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autofree char *uri = dup_address (SYL_PICK_PANE (widget));

  if (uri == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), uri);
  gtk_widget_activate_action (widget, "win.show-toast", "s", _("Link copied"));
}

/* The actions on highlights that the reader does under the same name. */
static void
highlight_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    void (*run) (SylReader *reader, const char *uuid);
  } verbs[] = {
    { "page.show-highlight", syl_reader_show_highlight_of_pick },
    { "page.reattach-highlight", syl_reader_reattach_highlight },
    { "page.keep-place", syl_reader_keep_place },
  };
  SylPickPane *self = SYL_PICK_PANE (widget);

  for (size_t i = 0; self->reader != NULL && i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        verbs[i].run (self->reader, g_variant_get_string (parameter, NULL));
    }
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  syl_reader_highlight (SYL_PICK_PANE (widget)->reader, g_variant_get_uint32 (parameter));
}

void
_syl_pick_pane_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const reader_actions[] = {
    "page.back", "page.forward", "page.reload", "page.go-to-source", "page.find", "page.find-next",
    "page.find-previous", "page.zoom-in", "page.zoom-out", "page.zoom-reset", "page.write-note", "page.show-passes",
  };
  static const char *const highlight_actions[] = {
    "page.show-highlight", "page.reattach-highlight", "page.keep-place",
  };

  gtk_widget_class_install_action (widget_class, "page.highlight", "u", mark_action);
  for (size_t i = 0; i < G_N_ELEMENTS (highlight_actions); i++)
    gtk_widget_class_install_action (widget_class, highlight_actions[i], "s", highlight_action);
  gtk_widget_class_install_action (widget_class, "page.start-reading", NULL, start_reading_action);
  gtk_widget_class_install_action (widget_class, "page.show-overview", NULL, show_overview_action);
  gtk_widget_class_install_action (widget_class, "page.open-source", "s", open_source_action);
  gtk_widget_class_install_action (widget_class, "page.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "page.next-source", NULL, next_source_action);
  gtk_widget_class_install_action (widget_class, "page.previous-source", NULL, previous_source_action);
  gtk_widget_class_install_action (widget_class, "page.open-externally", NULL, open_externally_action);
  gtk_widget_class_install_action (widget_class, "page.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_property_action (widget_class, "page.toggle-panel", "panel-visible");
  gtk_widget_class_install_property_action (widget_class, "page.caret-browsing", "caret-browsing");
  for (size_t i = 0; i < G_N_ELEMENTS (reader_actions); i++)
    gtk_widget_class_install_action (widget_class, reader_actions[i], NULL, reader_action);
}

static gboolean
can_move (SylPickPane *self,
          int          direction)
{
  int position = self->pick != NULL && syl_pick_pane_get_reading (self) ? get_position (self) : -1;

  return position >= 0 && position + direction >= 0 &&
         position + direction < (int) g_list_model_get_n_items (syl_pick_get_sources (self->pick));
}

void
_syl_pick_pane_update_actions (SylPickPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean reading = syl_pick_pane_get_reading (self);
  gboolean has_page = reading && syl_reader_get_has_page (self->reader);
  static const char *const page_actions[] = {
    "page.find", "page.find-next", "page.find-previous", "page.zoom-in", "page.zoom-out", "page.zoom-reset",
    "page.highlight", "page.write-note",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (page_actions); i++)
    gtk_widget_action_set_enabled (widget, page_actions[i], has_page);
  gtk_widget_action_set_enabled (widget, "page.start-reading", self->pick != NULL);
  gtk_widget_action_set_enabled (widget, "page.show-overview", reading);
  gtk_widget_action_set_enabled (widget, "page.toggle-panel", reading);
  gtk_widget_action_set_enabled (widget, "page.show-passes", reading);
  gtk_widget_action_set_enabled (widget, "page.reload", reading);
  gtk_widget_action_set_enabled (widget, "page.open-externally", self->pick != NULL);
  gtk_widget_action_set_enabled (widget, "page.copy-link", self->pick != NULL);
  gtk_widget_action_set_enabled (widget, "page.back", reading && syl_reader_get_can_go_back (self->reader));
  gtk_widget_action_set_enabled (widget, "page.forward", reading && syl_reader_get_can_go_forward (self->reader));
  gtk_widget_action_set_enabled (widget, "page.go-to-source", reading && syl_reader_get_has_left_source (self->reader));
  gtk_widget_action_set_enabled (widget, "page.next-source", can_move (self, 1));
  gtk_widget_action_set_enabled (widget, "page.previous-source", can_move (self, -1));
}
