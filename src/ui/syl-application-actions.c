/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "preferences/syl-preferences.h"
#include "syl-application-private.h"
#include "syl-link.h"

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* Closing lets the window put away how it was left. */
  if (window != NULL)
    gtk_window_close (window);
  g_application_quit (user_data);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-icon", SYL_APPLICATION_ID,
                "application-name", "Syllabus",
                "developer-name", _("The Syllabus contributors"),
                "version", SYL_VERSION,
                "comments", _("Read your way through a curated list of papers, one pick a week."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: put your names here, one a line */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (_syl_application_present_window (user_data)));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/syllabus_app/Syllabus/ui/syl-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (_syl_application_present_window (user_data)));
  gtk_window_present (shortcuts);
}

static void
this_week_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  syl_window_show_week (_syl_application_present_window (user_data));
}

static void
continue_reading_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  syl_window_continue_reading (_syl_application_present_window (user_data));
}

static void
open_pick_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  SylApplication *self = user_data;
  const char *slug = g_variant_get_string (parameter, NULL);

  syl_window_show_pick (_syl_application_present_window (self), slug);
  syl_reminder_pick_opened (self->reminder, slug);
}

static void
read_pick_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  SylApplication *self = user_data;
  const char *slug = g_variant_get_string (parameter, NULL);

  syl_window_read_pick (_syl_application_present_window (self), slug);
  syl_reminder_pick_opened (self->reminder, slug);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  SylApplication *self = user_data;
  SylWindow *window = _syl_application_present_window (self);

  adw_dialog_present (syl_preferences_new (self->library, self->background, self->settings), GTK_WIDGET (window));
}

static void
open_source_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  const char *pick, *source;

  g_variant_get (parameter, "(&s&s)", &pick, &source);
  syl_window_read_source (_syl_application_present_window (user_data), pick, source);
}

static void
show_highlight_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  syl_window_find_highlight (_syl_application_present_window (user_data), g_variant_get_string (parameter, NULL));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  syl_window_search (_syl_application_present_window (user_data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_action },
  { .name = "about", .activate = about_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "this-week", .activate = this_week_action },
  { .name = "continue-reading", .activate = continue_reading_action },
  { .name = "open-pick", .activate = open_pick_action, .parameter_type = "s" },
  { .name = "read-pick", .activate = read_pick_action, .parameter_type = "s" },
  { .name = "preferences", .activate = preferences_action },
  { .name = "open-source", .activate = open_source_action, .parameter_type = "(ss)" },
  { .name = "show-highlight", .activate = show_highlight_action, .parameter_type = "s" },
  { .name = "search", .activate = search_action, .parameter_type = "s" },
};

void
_syl_application_install_actions (SylApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

static void
open_link (SylApplication *self,
           const char     *uri)
{
  SylWindow *window = _syl_application_present_window (self);
  g_autofree char *slug = NULL;

  switch (syl_link_parse (uri, &slug))
    {
    case SYL_LINK_PICK:
      syl_window_show_pick (window, slug);
      break;
    case SYL_LINK_WEEK:
      syl_window_show_week (window);
      break;
    case SYL_LINK_NONE:
    default:
      syl_window_show_toast (window, _("This link does not lead to a pick"));
      break;
    }
}

void
_syl_application_open (SylApplication  *self,
                       GFile          **files,
                       int              n_files)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      if (g_file_has_uri_scheme (files[i], "syllabus"))
        open_link (self, uri);
      else
        syl_window_open_list (_syl_application_present_window (self), files[i]);
    }
}
