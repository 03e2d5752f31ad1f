/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-application.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-application-private.h"

G_DEFINE_FINAL_TYPE (SylApplication, syl_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
  { "this-week", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Show the pick of this week"), NULL },
  { "continue-reading", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Go on reading"), NULL },
  { NULL },
};

static SylLibrary *
create_library (void)
{
  g_autofree char *data_directory = syl_library_dup_data_directory_default ();
  const char *lists_directory = g_getenv ("SYLLABUS_LISTS_DIR");

  return syl_library_new (data_directory, lists_directory != NULL ? lists_directory : SYL_PKGDATADIR "/lists");
}

SylWindow *
_syl_application_present_window (SylApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!SYL_IS_WINDOW (window))
    window = GTK_WINDOW (syl_window_new (GTK_APPLICATION (self), self->library, self->settings));
  gtk_window_present (window);

  return SYL_WINDOW (window);
}

static int
syl_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;
  const char *action = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("Syllabus %s\n", SYL_VERSION);
      return EXIT_SUCCESS;
    }
  if (g_variant_dict_contains (dict, "this-week"))
    action = "this-week";
  else if (g_variant_dict_contains (dict, "continue-reading"))
    action = "continue-reading";
  if (action == NULL)
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr (_("Syllabus can’t be started: %s\n"), error->message);
      return EXIT_FAILURE;
    }

  /* What follows presents the window, here or in the instance that runs already. */
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
  return -1;
}

static void
syl_application_startup (GApplication *application)
{
  SylApplication *self = SYL_APPLICATION (application);

  G_APPLICATION_CLASS (syl_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (SYL_APPLICATION_ID);
  self->library = create_library ();
  self->settings = g_settings_new (SYL_APPLICATION_ID);
  _syl_application_install_actions (self);
  self->background = syl_background_new (application, self->settings);
  self->reminder = syl_reminder_new (GTK_APPLICATION (self), self->library, self->settings);
}

static void
syl_application_activate (GApplication *application)
{
  _syl_application_present_window (SYL_APPLICATION (application));
}

static void
syl_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  _syl_application_open (SYL_APPLICATION (application), files, n_files);
}

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *closed = user_data;

  if (!syl_library_close_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The library was not closed in order: %s", error->message);
  *closed = TRUE;
}

/* The edits that are still on their way to the disk are waited for. */
static void
close_library (SylApplication *self)
{
  gboolean closed = FALSE;

  if (self->library == NULL)
    return;

  syl_library_close_async (self->library, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->library);
}

static void
syl_application_shutdown (GApplication *application)
{
  SylApplication *self = SYL_APPLICATION (application);

  /* What it is at is cancelled, and answered while the library is closed. */
  if (self->reminder != NULL)
    g_object_run_dispose (G_OBJECT (self->reminder));
  close_library (self);
  g_clear_object (&self->reminder);
  g_clear_object (&self->background);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (syl_application_parent_class)->shutdown (application);
}

static void
syl_application_class_init (SylApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = syl_application_activate;
  application_class->handle_local_options = syl_application_handle_local_options;
  application_class->open = syl_application_open;
  application_class->shutdown = syl_application_shutdown;
  application_class->startup = syl_application_startup;
}

static void
syl_application_init (SylApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

static void
stop_at_criticals (void)
{
  GLogLevelFlags mask = g_log_set_always_fatal (G_LOG_FATAL_MASK);

  g_log_set_always_fatal (mask | G_LOG_LEVEL_CRITICAL);
}

/**
 * syl_application_new:
 *
 * Returns: (transfer full): the application; in development builds criticals stop it, unless
 *   `G_DEBUG` is set
 */
SylApplication *
syl_application_new (void)
{
  if (SYL_DEVELOPMENT && g_getenv ("G_DEBUG") == NULL)
    stop_at_criticals ();

  return g_object_new (SYL_TYPE_APPLICATION,
                       "application-id", SYL_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/syllabus_app/Syllabus",
                       NULL);
}
