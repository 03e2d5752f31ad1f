/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-meanings-dialog.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-meaning.h"
#include "syl-words.h"

struct _SylMeaningsDialog
{
  AdwDialog parent_instance;

  SylLibrary *library; /* owned */
  AdwEntryRow *rows[SYL_N_MEANINGS];
  char *known[SYL_N_MEANINGS]; /* owned: what stood in a row when it was shown or applied at last */

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (SylMeaningsDialog, syl_meanings_dialog, ADW_TYPE_DIALOG)

/* What the reader is typing stays. */
static void
show_name (SylMeaningsDialog *self,
           unsigned int       meaning)
{
  GtkEditable *row = GTK_EDITABLE (self->rows[meaning]);

  if (!g_str_equal (gtk_editable_get_text (row), self->known[meaning]))
    return;
  g_set_str (&self->known[meaning], syl_meaning_get_name (self->library, meaning));
  gtk_editable_set_text (row, self->known[meaning]);
}

static void
show_names (SylMeaningsDialog *self)
{
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    show_name (self, i);
}

/* A name that is on its way into the library. */
typedef struct
{
  SylMeaningsDialog *dialog; /* owned */
  unsigned int meaning;
} Naming;

static void
naming_free (Naming *naming)
{
  g_object_unref (naming->dialog);
  g_free (naming);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Naming, naming_free)

/* A name that was refused stays where it is, to be mended. Where it is the one that was there, nobody tells of a
 * change. */
static void
named_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Naming) naming = user_data;
  SylMeaningsDialog *self = naming->dialog;
  g_autoptr (GError) error = NULL;
  gboolean named = syl_library_set_meaning_name_finish (SYL_LIBRARY (object), result, &error);

  if (self->library == NULL) /* disposed */
    return;
  if (named)
    {
      show_name (self, naming->meaning);
      return;
    }
  g_set_str (&self->known[naming->meaning], syl_meaning_get_name (self->library, naming->meaning));
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("This name is too long"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
}

/* Our own name, or none, is not kept: it may be said in another language one day. */
static void
apply_cb (SylMeaningsDialog *self,
          AdwEntryRow       *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *name = g_strstrip (g_strdup (text));
  Naming *naming = g_new0 (Naming, 1);
  gboolean is_ours;

  while (self->rows[naming->meaning] != row)
    naming->meaning++;
  naming->dialog = g_object_ref (self);
  is_ours = g_str_equal (name, syl_meaning_get_name (NULL, naming->meaning));
  g_set_str (&self->known[naming->meaning], text);
  syl_library_set_meaning_name_async (self->library, naming->meaning, is_ours ? NULL : name, NULL, named_cb, naming);
}

static void
add_row (SylMeaningsDialog *self,
         unsigned int       meaning)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *dot = adw_bin_new ();

  gtk_widget_add_css_class (dot, "meaning-dot");
  gtk_widget_add_css_class (dot, syl_meaning_get_css_class (meaning));
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), dot);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), syl_meaning_get_name (NULL, meaning));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  self->known[meaning] = g_strdup (syl_meaning_get_name (self->library, meaning));
  gtk_editable_set_text (GTK_EDITABLE (row), self->known[meaning]);
  gtk_widget_set_sensitive (row, !syl_library_get_read_only (self->library));
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  self->rows[meaning] = ADW_ENTRY_ROW (row);
}

static void
syl_meanings_dialog_dispose (GObject *object)
{
  SylMeaningsDialog *self = SYL_MEANINGS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_MEANINGS_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_meanings_dialog_parent_class)->dispose (object);
}

static void
syl_meanings_dialog_finalize (GObject *object)
{
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    g_free (SYL_MEANINGS_DIALOG (object)->known[i]);

  G_OBJECT_CLASS (syl_meanings_dialog_parent_class)->finalize (object);
}

static void
syl_meanings_dialog_class_init (SylMeaningsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_meanings_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_meanings_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-meanings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SylMeaningsDialog, group);
}

static void
syl_meanings_dialog_init (SylMeaningsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_meanings_dialog_new:
 * @library: a library
 *
 * Returns: (transfer floating): a dialog with the names that the reader gives to meanings
 */
AdwDialog *
syl_meanings_dialog_new (SylLibrary *library)
{
  SylMeaningsDialog *self = g_object_new (SYL_TYPE_MEANINGS_DIALOG, NULL);

  self->library = g_object_ref (library);
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    add_row (self, i);
  g_signal_connect_object (library, "notify::meaning-names", G_CALLBACK (show_names), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
