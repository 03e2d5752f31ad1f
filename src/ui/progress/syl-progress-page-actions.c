/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "progress/syl-progress-page-private.h"
#include "progress/syl-progress-picture.h"
#include "progress/syl-progress-table.h"

static void
show_toast (SylProgressPage *self,
            const char      *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

static void
copy_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (widget);
  g_autoptr (GdkTexture) picture = syl_progress_picture_take (self->sheet);

  if (picture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), picture);
  show_toast (self, _("Picture copied"));
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (widget);
  g_autofree char *markdown = syl_progress_table_to_markdown (self->year, self->progress, self->show_time);
  char *html = syl_progress_table_to_html (self->year, self->progress, self->show_time);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  g_autoptr (GdkContentProvider) both = NULL;
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, markdown),
    gdk_content_provider_new_for_bytes ("text/html", bytes),
  };

  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
  show_toast (self, _("Table copied"));
}

/* What is saved: a picture, or all of the year. */
typedef struct
{
  SylProgressPage *page; /* owned */
  GdkTexture *picture;   /* owned, nullable */
  GFile *file;           /* owned, nullable */
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->page);
  g_clear_object (&saving->picture);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
report (Saving   *saving,
        gboolean  saved)
{
  if (saving->picture != NULL)
    show_toast (saving->page, saved ? _("Picture saved") : _("The picture could not be saved there"));
  else
    show_toast (saving->page, saved ? _("Year exported") : _("The year could not be exported there"));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;

  report (saving, g_file_replace_contents_finish (G_FILE (object), result, NULL, NULL));
}

static void
write_file (Saving *saving,
            GBytes *bytes)
{
  g_file_replace_contents_bytes_async (saving->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, saving);
}

static void
encoded_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GBytes) bytes = syl_progress_picture_encode_finish (result);

  write_file (user_data, bytes);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  char *text = syl_library_export_year_finish (SYL_LIBRARY (object), result, NULL);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes != NULL)
    write_file (g_steal_pointer (&saving), bytes);
  else
    report (saving, FALSE);
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  Saving *job;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, NULL);
  if (saving->file == NULL)
    return;
  job = g_steal_pointer (&saving);
  if (job->picture != NULL)
    syl_progress_picture_encode_async (job->picture, encoded_cb, job);
  else
    syl_library_export_year_async (job->page->library, NULL, exported_cb, job);
}

static void
save (SylProgressPage *self,
      GdkTexture      *picture,
      const char      *title,
      const char      *file_name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (self);
  saving->picture = picture;
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, saving);
}

static void
save_picture_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (widget);
  GdkTexture *picture = syl_progress_picture_take (self->sheet);
  g_autofree char *file_name = g_strconcat (_("progress"), ".png", NULL);

  if (picture != NULL)
    save (self, picture, _("Save Picture"), file_name);
}

static void
export_year_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  /* Translators: name of a file, without what it ends in */
  g_autofree char *file_name = g_strconcat (_("year"), ".json", NULL);

  save (SYL_PROGRESS_PAGE (widget), NULL, _("Export Year"), file_name);
}

void
_syl_progress_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "progress.save-picture", NULL, save_picture_action);
  gtk_widget_class_install_action (widget_class, "progress.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "progress.export-year", NULL, export_year_action);
}

void
_syl_progress_page_update_actions (SylProgressPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_something = self->progress != NULL && !syl_plan_progress_is_empty (self->progress);

  gtk_widget_action_set_enabled (widget, "progress.copy-picture", has_something);
  gtk_widget_action_set_enabled (widget, "progress.save-picture", has_something);
  gtk_widget_action_set_enabled (widget, "progress.copy-table", has_something);
  gtk_widget_action_set_enabled (widget, "progress.export-year", self->year != NULL);
}
