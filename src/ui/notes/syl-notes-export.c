/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-notes-export.h"

#include "syl-config.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is asked for: the notes on a pick, or all. */
typedef struct
{
  GtkWidget *widget;   /* owned */
  SylLibrary *library; /* owned */
  SylPick *pick;       /* owned, nullable */
  GFile *file;         /* owned, nullable: the clipboard where there is none */
  char *text;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->widget);
  g_clear_object (&export->library);
  g_clear_object (&export->pick);
  g_clear_object (&export->file);
  g_free (export->text);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (GtkWidget  *widget,
            SylLibrary *library,
            SylPick    *pick)
{
  Export *export = g_new0 (Export, 1);

  export->widget = g_object_ref (widget);
  export->library = g_object_ref (library);
  g_set_object (&export->pick, pick);
  return export;
}

static void
show_toast (Export     *export,
            const char *text)
{
  gtk_widget_activate_action (export->widget, "win.show-toast", "s", text);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    show_toast (export, _("Notes saved"));
  else
    show_toast (export, _("The notes could not be saved there"));
}

static void
write_file (Export *export)
{
  g_file_replace_contents_async (export->file, export->text, strlen (export->text), NULL, FALSE,
                                 G_FILE_CREATE_NONE, NULL, written_cb, export);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;

  export->text = export->pick != NULL
                   ? syl_library_export_pick_finish (SYL_LIBRARY (object), result, &error)
                   : syl_library_export_notes_finish (SYL_LIBRARY (object), result, &error);
  if (export->text == NULL)
    {
      show_toast (export, export->file != NULL ? _("The notes could not be saved there")
                                               : _("The notes could not be copied"));
      return;
    }
  if (export->file != NULL)
    {
      write_file (g_steal_pointer (&export));
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (export->widget), export->text);
  show_toast (export, _("Notes copied"));
}

static void
run (Export *export)
{
  if (export->pick != NULL)
    syl_library_export_pick_async (export->library, export->pick, NULL, exported_cb, export);
  else
    syl_library_export_notes_async (export->library, NULL, exported_cb, export);
}

/**
 * syl_notes_export_copy:
 * @widget: a widget of the window
 * @library: a library
 * @pick: (nullable): one of its picks; %NULL for all of the list
 *
 * Puts notes and highlights into the clipboard, as Markdown, and says so.
 */
void
syl_notes_export_copy (GtkWidget  *widget,
                       SylLibrary *library,
                       SylPick    *pick)
{
  run (export_new (widget, library, pick));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;

  export->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  if (export->file != NULL)
    run (g_steal_pointer (&export));
}

/**
 * syl_notes_export_save:
 * @widget: a widget of the window
 * @library: a library
 * @pick: (nullable): one of its picks; %NULL for all of the list
 *
 * Asks where to, and saves notes and highlights there, as Markdown.
 */
void
syl_notes_export_save (GtkWidget  *widget,
                       SylLibrary *library,
                       SylPick    *pick)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *file_name = g_strconcat (pick != NULL ? syl_pick_get_slug (pick) : _("notes"), ".md", NULL);

  gtk_file_dialog_set_title (dialog, _("Save Notes"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                        export_new (widget, library, pick));
}
