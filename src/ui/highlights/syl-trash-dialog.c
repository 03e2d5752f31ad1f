/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-trash-dialog.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

#define ITEM_KEY "syl-item"
#define MAX_SHOWN 500

/* Letters of a quote that stands in a line with more. */
#define SHORT_QUOTE 40

struct _SylTrashDialog
{
  AdwDialog parent_instance;

  SylLibrary *library; /* owned */
  GListModel *trash;   /* owned: of SylHighlight and SylEmptiedNote */

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
report (SylTrashDialog *self,
        const GError   *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
restored_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SylTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_restore_highlight_finish (SYL_LIBRARY (object), result, &error);
  report (self, error);
}

static void
note_restored_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (SylTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_restore_note_finish (SYL_LIBRARY (object), result, &error);
  report (self, error);
}

static void
restore_cb (SylTrashDialog *self,
            GtkWidget      *button)
{
  gpointer item = g_object_get_data (G_OBJECT (button), ITEM_KEY);

  if (SYL_IS_EMPTIED_NOTE (item))
    syl_library_restore_note_async (self->library, syl_emptied_note_get_uuid (item), NULL, note_restored_cb,
                                    g_object_ref (self));
  else
    syl_library_restore_highlight_async (self->library, syl_highlight_get_uuid (item), NULL, restored_cb,
                                         g_object_ref (self));
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_remove_highlight_finish (SYL_LIBRARY (object), result, &error);
  report (self, error);
}

static void
note_removed_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (SylTrashDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_remove_note_finish (SYL_LIBRARY (object), result, &error);
  report (self, error);
}

static void
answered_cb (SylTrashDialog *self,
             const char     *answer,
             AdwDialog      *dialog)
{
  gpointer item = g_object_get_data (G_OBJECT (dialog), ITEM_KEY);

  if (!g_str_equal (answer, "delete"))
    return;

  if (SYL_IS_EMPTIED_NOTE (item))
    syl_library_remove_note_async (self->library, syl_emptied_note_get_uuid (item), NULL, note_removed_cb,
                                   g_object_ref (self));
  else
    syl_library_remove_highlight_async (self->library, syl_highlight_get_uuid (item), NULL, removed_cb,
                                        g_object_ref (self));
}

static void
set_item (gpointer object,
          gpointer item)
{
  g_object_set_data_full (object, ITEM_KEY, g_object_ref (item), g_object_unref);
}

/* What can’t be undone is asked first. */
static void
remove_cb (SylTrashDialog *self,
           GtkWidget      *button)
{
  gpointer item = g_object_get_data (G_OBJECT (button), ITEM_KEY);
  gboolean is_note = SYL_IS_EMPTIED_NOTE (item);
  AdwDialog *dialog = adw_alert_dialog_new (is_note ? _("Permanently Delete Note?") : _("Permanently Delete Highlight?"),
                                            is_note ? _("Its text will be lost.")
                                                    : _("The highlight and its note will be lost."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  set_item (dialog, item);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_button (SylTrashDialog *self,
            GtkWidget      *row,
            GtkWidget      *button,
            gpointer        item,
            GCallback       clicked)
{
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !syl_library_get_read_only (self->library));
  set_item (button, item);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (SylTrashDialog *self,
             GtkWidget      *row,
             gpointer        item)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Delete Permanently…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete Permanently…"), -1);
  add_button (self, row, gtk_button_new_with_mnemonic (_("_Restore")), item, G_CALLBACK (restore_cb));
  add_button (self, row, remove, item, G_CALLBACK (remove_cb));
}

static GDateTime *
get_deleted (gconstpointer item)
{
  return SYL_IS_EMPTIED_NOTE ((gpointer) item) ? syl_emptied_note_get_deleted ((gpointer) item)
                                               : syl_highlight_get_deleted ((gpointer) item);
}

static char *
dup_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
}

static char *
dup_title (gpointer item)
{
  if (!SYL_IS_EMPTIED_NOTE (item))
    return g_strdup (syl_highlight_get_quote (item));
  return dup_line (syl_emptied_note_get_beginning (item));
}

static char *
dup_short_quote (SylEmptiedNote *note)
{
  g_autofree char *quote = dup_line (syl_emptied_note_get_quote (note));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (quote, -1) <= SHORT_QUOTE)
    return g_steal_pointer (&quote);
  start = g_utf8_substring (quote, 0, SHORT_QUOTE);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static char *
dup_note_subtitle (SylEmptiedNote *note,
                   const char     *day)
{
  g_autofree char *quote = syl_emptied_note_get_quote (note) != NULL ? dup_short_quote (note) : NULL;

  if (quote != NULL)
    /* Translators: the title of a pick, what was marked there, and the day on which the reader deleted all of
     * the note on that */
    return g_strdup_printf (_("%s · note on “%s” emptied on %s"), syl_emptied_note_get_pick_title (note), quote, day);
  /* Translators: the title of a pick, and the day on which the reader deleted all of the note on it */
  return g_strdup_printf (_("%s · note emptied on %s"), syl_emptied_note_get_pick_title (note), day);
}

static char *
dup_subtitle (gpointer item)
{
  GDateTime *deleted = get_deleted (item);
  g_autofree char *day = deleted != NULL ? syl_words_dup_day (deleted) : g_strdup ("");

  if (SYL_IS_EMPTIED_NOTE (item))
    return dup_note_subtitle (item, day);
  /* Translators: the title of a pick, and the day on which a highlight of it was deleted */
  return g_strdup_printf (_("%s · deleted on %s"), syl_highlight_get_pick_title (item), day);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (item);
  g_autofree char *subtitle = dup_subtitle (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 5);
  add_buttons (user_data, row, item);
  return row;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  GDateTime *a_deleted = get_deleted (a);
  GDateTime *b_deleted = get_deleted (b);

  return a_deleted != NULL && b_deleted != NULL ? g_date_time_compare (b_deleted, a_deleted) : 0;
}

/* Returns: (transfer full): both kinds, newest first */
static GListModel *
create_trash (SylLibrary *library)
{
  g_autoptr (GListStore) kinds = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) highlights = syl_library_list_trash (library);
  g_autoptr (GListModel) notes = syl_library_list_emptied_notes (library);
  GListModel *all;

  g_list_store_append (kinds, highlights);
  g_list_store_append (kinds, notes);
  all = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (kinds))));
  return G_LIST_MODEL (gtk_sort_list_model_new (all, GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL))));
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
 * Returns: (transfer floating): a dialog with its deleted highlights and emptied notes
 */
AdwDialog *
syl_trash_dialog_new (SylLibrary *library)
{
  SylTrashDialog *self = g_object_new (SYL_TYPE_TRASH_DIALOG, NULL);
  g_autoptr (GtkSliceListModel) newest = NULL;

  self->library = g_object_ref (library);
  self->trash = create_trash (library);
  newest = gtk_slice_list_model_new (g_object_ref (self->trash), 0, MAX_SHOWN);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (newest), create_row, self, NULL);
  g_signal_connect_object (self->trash, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return ADW_DIALOG (self);
}
