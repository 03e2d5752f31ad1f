/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "model/syl-library-import.h"
#include "syl-window-private.h"
#include "syl-words.h"

/* One file on its way into the library: looked at, asked about, taken in. */
typedef struct
{
  SylWindow *self; /* owned */
  GFile *file;     /* owned */
} Intake;

static Intake *
intake_new (SylWindow *self,
            GFile     *file)
{
  Intake *intake = g_new0 (Intake, 1);

  intake->self = g_object_ref (self);
  intake->file = g_object_ref (file);
  return intake;
}

static void
intake_free (Intake *intake)
{
  g_clear_object (&intake->self);
  g_clear_object (&intake->file);
  g_free (intake);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Intake, intake_free)

static char *
dup_failure_text (const GError *error,
                  GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (error->domain == SYL_LIST_ERROR)
    return g_strdup (error->message);
  if (error->domain == SYL_STORE_ERROR)
    return g_strdup (syl_words_for_edit_error (error));

  /* Translators: %s is the name of a file */
  return g_strdup_printf (_("“%s” can’t be read."), name != NULL ? name : "");
}

static void
show_failure (Intake       *intake,
              const GError *error)
{
  g_autofree char *text = dup_failure_text (error, intake->file);
  AdwDialog *dialog = adw_alert_dialog_new (_("The List Can’t Be Opened"), text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (intake->self));
}

static void
taken_in_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Intake) intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylListImport) import = syl_library_import_finish (SYL_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (intake->self->cancellable))
    return;

  if (import == NULL)
    {
      show_failure (intake, error);
      return;
    }

  syl_window_show_toast (intake->self, import->changes->is_new ? _("List added") : _("List updated"));
  g_object_set (intake->self, "list-uri", import->id, NULL);
}

static void
take_in (AdwAlertDialog *dialog,
         const char     *response,
         Intake         *intake)
{
  SylWindow *self = intake->self;

  syl_library_import_async (self->library, intake->file, FALSE, self->cancellable, taken_in_cb,
                            intake_new (self, intake->file));
}

static char *
dup_contents_text (SylListChanges *changes)
{
  g_autofree char *sections = NULL, *picks = NULL;

  if (!changes->is_new)
    return syl_list_changes_summarize (changes);

  sections = g_strdup_printf (ngettext ("%u section", "%u sections", changes->n_sections), changes->n_sections);
  picks = g_strdup_printf (ngettext ("%u pick", "%u picks", changes->added), changes->added);
  /* Translators: what a reading list holds, such as “10 sections, 50 picks” */
  return g_strdup_printf (_("%s, %s"), sections, picks);
}

static void
free_intake (gpointer  intake,
             GClosure *closure)
{
  intake_free (intake);
}

static void
ask (Intake        *intake,
     SylListImport *import)
{
  gboolean is_new = import->changes->is_new;
  g_autofree char *text = dup_contents_text (import->changes);
  AdwDialog *dialog = adw_alert_dialog_new (NULL, text);

  adw_alert_dialog_format_heading (ADW_ALERT_DIALOG (dialog),
                                   /* Translators: %s is the title of a reading list */
                                   is_new ? _("Add “%s”?") : _("Update “%s”?"), import->title);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog),
                                  "cancel", _("_Cancel"),
                                  "add", is_new ? _("_Add List") : _("_Update List"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "add");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response::add", G_CALLBACK (take_in),
                         intake_new (intake->self, intake->file), free_intake, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, GTK_WIDGET (intake->self));
}

static void
looked_at_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Intake) intake = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylListImport) import = syl_library_import_finish (SYL_LIBRARY (object), result, &error);

  if (g_cancellable_is_cancelled (intake->self->cancellable))
    return;

  if (import == NULL)
    show_failure (intake, error);
  else if (!import->changes->is_new && syl_list_changes_is_empty (import->changes))
    syl_window_show_toast (intake->self, _("This list is up to date"));
  else
    ask (intake, import);
}

/**
 * syl_window_open_list:
 * @self: a window
 * @file: a file in the reading-list format
 *
 * Says what the list holds, and asks whether to add it.
 */
void
syl_window_open_list (SylWindow *self,
                      GFile     *file)
{
  g_return_if_fail (SYL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!self->ready)
    {
      g_set_object (&self->waiting_list, file);
      return;
    }

  syl_library_import_async (self->library, file, TRUE, self->cancellable, looked_at_cb, intake_new (self, file));
}

/* Takes up the list that was opened before the library was. */
void
_syl_window_open_waiting_list (SylWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->waiting_list);

  if (file != NULL)
    syl_window_open_list (self, file);
}
