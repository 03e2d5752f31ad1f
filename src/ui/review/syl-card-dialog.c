/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-card-dialog.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-meaning.h"
#include "review/syl-review-words.h"

struct _SylCardDialog
{
  AdwDialog parent_instance;

  SylLibrary *library;     /* owned */
  char *uuid;              /* owned, nullable: of the card that is edited */
  SylPick *pick;           /* owned, nullable: of the card that is made */
  SylHighlight *highlight; /* owned, nullable: what it is made of */
  gboolean busy;

  GtkButton *save_button;
  GtkEditable *question;
  GtkTextView *words;
  GtkTextBuffer *buffer;
};

G_DEFINE_FINAL_TYPE (SylCardDialog, syl_card_dialog, ADW_TYPE_DIALOG)

static char *
dup_words (SylCardDialog *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return g_strdup (g_strstrip (text));
}

static char *
dup_question (SylCardDialog *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->question));

  return g_strdup (g_strstrip (text));
}

static void
changed_cb (SylCardDialog *self)
{
  g_autofree char *question = dup_question (self);
  g_autofree char *words = dup_words (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.save", !self->busy && *question != '\0' && *words != '\0');
}

/* What was written stays where it could not be saved. */
static void
finish (SylCardDialog *self,
        const char    *done,
        const GError  *error)
{
  AdwToast *toast;

  if (self->library == NULL)
    return;
  if (error == NULL)
    {
      if (done != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", done);
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  toast = adw_toast_new (syl_review_words_for_error (error));
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_dialog_get_child (ADW_DIALOG (self))), toast);
  self->busy = FALSE;
  changed_cb (self);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SylCardDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_set_card_finish (SYL_LIBRARY (object), result, &error);
  finish (self, NULL, error);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SylCardDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = syl_library_add_card_finish (SYL_LIBRARY (object), result, &error);

  /* It came by another way meanwhile, and that is all that was wanted. */
  if (uuid == NULL && self->highlight != NULL &&
      syl_library_has_card_of (SYL_LIBRARY (object), syl_highlight_get_uuid (self->highlight)))
    g_clear_error (&error);
  finish (self, _("Added to Review. It is asked in a week."), error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylCardDialog *self = SYL_CARD_DIALOG (widget);
  g_autofree char *question = dup_question (self);
  g_autofree char *words = dup_words (self);

  self->busy = TRUE;
  changed_cb (self);
  if (self->uuid != NULL)
    syl_library_set_card_async (self->library, self->uuid, question, words, NULL, saved_cb, g_object_ref (self));
  else
    syl_library_add_card_async (self->library, self->pick, syl_highlight_get_uuid (self->highlight), question, words,
                                NULL, added_cb, g_object_ref (self));
}

static void
syl_card_dialog_dispose (GObject *object)
{
  SylCardDialog *self = SYL_CARD_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_CARD_DIALOG);
  g_clear_object (&self->highlight);
  g_clear_object (&self->pick);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_card_dialog_parent_class)->dispose (object);
}

static void
syl_card_dialog_finalize (GObject *object)
{
  g_free (SYL_CARD_DIALOG (object)->uuid);

  G_OBJECT_CLASS (syl_card_dialog_parent_class)->finalize (object);
}

static void
syl_card_dialog_class_init (SylCardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_card_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_card_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-card-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SylCardDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, SylCardDialog, question);
  gtk_widget_class_bind_template_child (widget_class, SylCardDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SylCardDialog, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, save_action);
}

static void
syl_card_dialog_init (SylCardDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static SylCardDialog *
create (SylLibrary *library,
        const char *title,
        const char *question,
        const char *words)
{
  SylCardDialog *self = g_object_new (SYL_TYPE_CARD_DIALOG, "title", title, NULL);

  self->library = g_object_ref (library);
  gtk_editable_set_text (self->question, question);
  gtk_text_buffer_set_text (self->buffer, words, -1);
  changed_cb (self);
  return self;
}

/**
 * syl_card_dialog_new_for_card:
 * @library: a library
 * @card: one of its cards
 *
 * Returns: (transfer floating): a dialog to edit it
 */
AdwDialog *
syl_card_dialog_new_for_card (SylLibrary    *library,
                              const SylCard *card)
{
  SylCardDialog *self = create (library, _("Edit Question"), card->question, card->answer);

  self->uuid = g_strdup (card->uuid);
  return ADW_DIALOG (self);
}

static char *
suggest_question (SylHighlight *highlight)
{
  const char *title = syl_highlight_get_pick_title (highlight);

  if (syl_highlight_get_meaning (highlight) == SYL_MEANING_KEY_IDEA)
    /* Translators: %s is the title of a pick */
    return g_strdup_printf (_("What is a key idea of “%s”?"), title);
  /* Translators: %s is the title of a pick */
  return g_strdup_printf (_("What do I want to remember of “%s”?"), title);
}

/**
 * syl_card_dialog_new_for_highlight:
 * @library: a library
 * @pick: the pick that the highlight is on
 * @highlight: one of its highlights
 *
 * Returns: (transfer floating): a dialog to make a card of it, with a question to begin with, and the
 *   note or else the quote
 */
AdwDialog *
syl_card_dialog_new_for_highlight (SylLibrary   *library,
                                   SylPick      *pick,
                                   SylHighlight *highlight)
{
  g_autofree char *question = suggest_question (highlight);
  const char *note = syl_highlight_get_note (highlight);
  SylCardDialog *self = create (library, _("Add to Review"), question,
                                *note != '\0' ? note : syl_highlight_get_quote (highlight));

  self->pick = g_object_ref (pick);
  self->highlight = g_object_ref (highlight);
  gtk_button_set_label (self->save_button, _("_Add"));
  return ADW_DIALOG (self);
}
