/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-trash-dialog.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

#define HIGHLIGHT_KEY "syl-highlight"
#define MAX_SHOWN 500

struct _SylTrashDialog
{
  AdwDialog parent_instance;

  SylLibrary *library; /* owned */
  GListModel *trash;   /* owned */

  GtkStack *stack;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SylTrashDialog, syl_trash_dialog, ADW_TYPE_DIALOG)

static void
update (SylTrashDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (self->trash) > 0 ? "list" : "empty");
}

/* The focus went with the row that it was in: on to the next one. */
static void
keep_focus (SylTrashDialog *self,
            guint           position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkListBoxRow *row;

  if (root == NULL || gtk_root_get_focus (root) != NULL)
    return;
  row = gtk_list_box_get_row_at_index (self->list_box, (int) position);
  if (row == NULL && position > 0)
    row = gtk_list_box_get_row_at_index (self->list_box, (int) position - 1);
  gtk_widget_child_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
items_changed_cb (SylTrashDialog *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added)
{
  update (self);
  if (n_removed > n_added)
    keep_focus (self, position);
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SylTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_restore_highlight_finish (SYL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
restore_cb (SylTrashDialog *self,
            GtkWidget      *button)
{
  SylHighlight *highlight = g_object_get_data (G_OBJECT (button), HIGHLIGHT_KEY);

  syl_library_restore_highlight_async (self->library, syl_highlight_get_uuid (highlight), NULL, restored_cb,
                                       g_object_ref (self));
}

static GtkWidget *
create_button (SylTrashDialog *self,
               SylHighlight   *highlight)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Restore"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !syl_library_get_read_only (self->library));
  g_object_set_data_full (G_OBJECT (button), HIGHLIGHT_KEY, g_object_ref (highlight), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static char *
dup_subtitle (SylHighlight *highlight)
{
  GDateTime *deleted = syl_highlight_get_deleted (highlight);
  g_autofree char *day = deleted != NULL ? syl_words_dup_day (deleted) : g_strdup ("");

  /* Translators: the title of a pick, and the day on which a highlight of it was deleted */
  return g_strdup_printf (_("%s · deleted on %s"), syl_highlight_get_pick_title (highlight), day);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), syl_highlight_get_quote (item));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (user_data, item));
  return row;
}

static void
syl_trash_dialog_dispose (GObject *object)
{
  SylTrashDialog *self = SYL_TRASH_DIALOG (object);

  if (self->trash != NULL)
    g_signal_handlers_disconnect_by_data (self->trash, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_TRASH_DIALOG);
  g_clear_object (&self->trash);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_trash_dialog_parent_class)->dispose (object);
}

static void
syl_trash_dialog_class_init (SylTrashDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_trash_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SylTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SylTrashDialog, list_box);
}

static void
syl_trash_dialog_init (SylTrashDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_trash_dialog_new:
 * @library: a library
 *
 * Returns: (transfer floating): a dialog with its deleted highlights
 */
AdwDialog *
syl_trash_dialog_new (SylLibrary *library)
{
  SylTrashDialog *self = g_object_new (SYL_TYPE_TRASH_DIALOG, NULL);
  g_autoptr (GtkSliceListModel) newest = NULL;

  self->library = g_object_ref (library);
  self->trash = syl_library_list_trash (library);
  newest = gtk_slice_list_model_new (g_object_ref (self->trash), 0, MAX_SHOWN);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (newest), create_row, self, NULL);
  g_signal_connect_object (self->trash, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
