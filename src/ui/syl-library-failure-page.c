/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-library-failure-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "store/syl-store-error.h"

struct _SylLibraryFailurePage
{
  AdwBin parent_instance;

  SylLibrary *library; /* owned */
  AdwStatusPage *status_page;
  GtkWidget *set_aside_button;
};

enum
{
  SIGNAL_RETRY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylLibraryFailurePage, syl_library_failure_page, ADW_TYPE_BIN)

static const char *
get_description (const GError *error)
{
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_BUSY))
    return _("Another program is using the library. Close it, then try again.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_FULL))
    return _("There is no space left on the disk. Free some space, then try again.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT))
    return _("The file of the library is damaged. It can be set aside, which keeps it as it is, "
             "while Syllabus starts with a new one.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_TOO_NEW))
    return _("The library was written by a newer version of Syllabus. Update Syllabus, or set the "
             "library aside, which keeps it as it is, and start with a new one.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY))
    return _("The folder of the library can’t be written. Check its permissions, then try again.");

  return _("The folder of the library can’t be read. Check it, then try again.");
}

static void
retry_cb (SylLibraryFailurePage *self)
{
  g_signal_emit (self, signals[SIGNAL_RETRY], 0);
}

static void
set_aside_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SylLibraryFailurePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = syl_library_set_aside_finish (SYL_LIBRARY (object), result, &error);
  g_autofree char *message = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (path == NULL)
    {
      adw_status_page_set_description (self->status_page,
                                       _("The library could not be set aside. Check the permissions of its folder."));
      return;
    }

  /* Translators: %s is the path of a file */
  message = g_strdup_printf (_("The old library is kept in %s"), path);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", message);
  retry_cb (self);
}

static void
set_aside_response_cb (SylLibraryFailurePage *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  syl_library_set_aside_async (self->library, NULL, set_aside_cb, g_object_ref (self));
}

static void
set_aside_clicked_cb (SylLibraryFailurePage *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Set the Library Aside?"), NULL);

  adw_alert_dialog_format_body (ADW_ALERT_DIALOG (dialog),
                                _("Its file gets a new name and stays in %s. "
                                  "Syllabus starts with a new library without your progress."),
                                syl_library_get_data_directory (self->library));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "set-aside", _("_Set Aside"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set-aside", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response::set-aside", G_CALLBACK (set_aside_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_folder_cb (SylLibraryFailurePage *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (syl_library_get_data_directory (self->library));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
}

static void
syl_library_failure_page_dispose (GObject *object)
{
  SylLibraryFailurePage *self = SYL_LIBRARY_FAILURE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_LIBRARY_FAILURE_PAGE);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_library_failure_page_parent_class)->dispose (object);
}

static void
syl_library_failure_page_class_init (SylLibraryFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_library_failure_page_dispose;

  signals[SIGNAL_RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/syllabus_app/Syllabus/ui/syl-library-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylLibraryFailurePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, SylLibraryFailurePage, set_aside_button);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
syl_library_failure_page_init (SylLibraryFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_library_failure_page_new:
 * @library: a library that could not be opened
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
syl_library_failure_page_new (SylLibrary *library)
{
  SylLibraryFailurePage *self;

  g_return_val_if_fail (SYL_IS_LIBRARY (library), NULL);

  self = g_object_new (SYL_TYPE_LIBRARY_FAILURE_PAGE, NULL);
  self->library = g_object_ref (library);
  return GTK_WIDGET (self);
}

/**
 * syl_library_failure_page_show_error:
 * @self: a page
 * @error: why the library could not be opened
 */
void
syl_library_failure_page_show_error (SylLibraryFailurePage *self,
                                     const GError          *error)
{
  gboolean can_set_aside;

  g_return_if_fail (SYL_IS_LIBRARY_FAILURE_PAGE (self));

  can_set_aside = g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT) ||
                  g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_TOO_NEW);
  adw_status_page_set_description (self->status_page, get_description (error));
  gtk_widget_set_visible (self->set_aside_button, can_set_aside);
}
