/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "notes/syl-notes-panel-private.h"

static void
show_toast (SylNotesPanel *self,
            const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylNotesPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = syl_library_export_pick_finish (SYL_LIBRARY (object), result, &error);

  if (text == NULL)
    {
      show_toast (self, _("The notes could not be copied"));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  show_toast (self, _("Notes copied"));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (widget);

  if (self->pick == NULL)
    return;

  syl_note_view_flush (self->note_view);
  syl_library_export_pick_async (self->library, self->pick, NULL, copied_cb, g_object_ref (self));
}

typedef struct
{
  SylNotesPanel *self; /* owned */
  GFile *file;         /* owned */
  char *text;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->self);
  g_object_unref (saving->file);
  g_free (saving->text);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    show_toast (saving->self, _("Notes saved"));
  else
    show_toast (saving->self, _("The notes could not be saved there"));
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  saving->text = syl_library_export_pick_finish (SYL_LIBRARY (object), result, &error);
  if (saving->text == NULL)
    {
      show_toast (saving->self, _("The notes could not be saved there"));
      return;
    }
  g_file_replace_contents_async (saving->file, saving->text, strlen (saving->text), NULL, FALSE,
                                 G_FILE_CREATE_NONE, NULL, written_cb, saving);
  g_steal_pointer (&saving);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylNotesPanel) self = user_data;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  Saving *saving;

  if (file == NULL || self->pick == NULL)
    {
      g_clear_object (&file);
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->self = g_object_ref (self);
  saving->file = file;
  syl_library_export_pick_async (self->library, self->pick, NULL, exported_cb, saving);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = NULL;

  if (self->pick == NULL)
    return;

  syl_note_view_flush (self->note_view);
  file_name = g_strconcat (syl_pick_get_slug (self->pick), ".md", NULL);
  gtk_file_dialog_set_title (dialog, _("Save Notes"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (self));
}

void
_syl_notes_panel_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "notes.save", NULL, save_action);
}
