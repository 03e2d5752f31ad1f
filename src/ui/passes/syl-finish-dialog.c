/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-finish-dialog.h"

#include "passes/syl-answer-row.h"
#include "passes/syl-pass-words.h"
#include "syl-words.h"

#define N_WORDS (SYL_N_QUESTIONS - SYL_QUESTION_NEW)

struct _SylFinishDialog
{
  AdwDialog parent_instance;

  SylStudy *study;              /* owned */
  SylAnswerRow *words[N_WORDS]; /* children */
  gboolean entered;             /* the keyboard is in it, or was */

  AdwPreferencesGroup *questions;
  AdwSwitchRow *again_row;
};

G_DEFINE_FINAL_TYPE (SylFinishDialog, syl_finish_dialog, ADW_TYPE_DIALOG)

static void
save_cb (SylFinishDialog *self,
         const char      *text,
         SylAnswerRow    *row)
{
  syl_study_set_answer (self->study, syl_answer_row_get_question (row), text);
}

static void
flush (SylFinishDialog *self)
{
  for (unsigned int i = 0; i < N_WORDS; i++)
    syl_answer_row_flush (self->words[i]);
}

/* Another pick was opened from outside: what was typed is given to this one, and there is no more to ask. */
static void
leave_cb (SylFinishDialog *self)
{
  flush (self);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* The dialog is gone by now, its window need not be. */
static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_keep_card_finish (SYL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (parent, "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
keep_cards (SylFinishDialog *self)
{
  SylPick *pick = syl_study_get_pick (self->study);
  GtkWidget *parent = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  for (unsigned int i = 0; i < N_WORDS; i++)
    {
      const char *answer = syl_answer_row_get_text (self->words[i]);
      g_autofree char *question = syl_pass_words_dup_card (syl_answer_row_get_question (self->words[i]),
                                                           syl_pick_get_title (pick));

      if (*answer != '\0')
        syl_library_keep_card_async (syl_study_get_library (self->study), pick, question, answer, NULL, kept_cb,
                                     g_object_ref (parent));
    }
}

static void
end (SylFinishDialog *self)
{
  flush (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.set-state", "s", "read");
  adw_dialog_close (ADW_DIALOG (self));
}

static void
skip_cb (SylFinishDialog *self)
{
  end (self);
}

static void
finish_cb (SylFinishDialog *self)
{
  if (adw_switch_row_get_active (self->again_row))
    keep_cards (self);
  end (self);
}

static void
focus_cb (gpointer user_data)
{
  g_autoptr (SylFinishDialog) self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->words[0]));
}

/* A sheet, which it is in a narrow window, gives the keyboard to its first button when it opens. */
static void
enter_cb (SylFinishDialog *self)
{
  if (self->entered)
    return;

  self->entered = TRUE;
  g_idle_add_once (focus_cb, g_object_ref (self));
}

static void
syl_finish_dialog_dispose (GObject *object)
{
  SylFinishDialog *self = SYL_FINISH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_FINISH_DIALOG);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (syl_finish_dialog_parent_class)->dispose (object);
}

static void
syl_finish_dialog_class_init (SylFinishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_finish_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/syllabus_app/Syllabus/ui/syl-finish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SylFinishDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, SylFinishDialog, again_row);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static void
syl_finish_dialog_init (SylFinishDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (SylFinishDialog *self,
         SylQuestion      question)
{
  const SylMethod *method = syl_study_get_method (self->study);
  GtkWidget *row = syl_answer_row_new (question);

  if (method != NULL)
    syl_answer_row_set_text (SYL_ANSWER_ROW (row), method->answers[question]);
  g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->questions, row);
  self->words[question - SYL_QUESTION_NEW] = SYL_ANSWER_ROW (row);
}

/**
 * syl_finish_dialog_new:
 * @study: how a pick was read
 *
 * Returns: (transfer floating): a dialog that asks what came of it
 */
AdwDialog *
syl_finish_dialog_new (SylStudy *study)
{
  SylFinishDialog *self;

  g_return_val_if_fail (SYL_IS_STUDY (study), NULL);

  self = g_object_new (SYL_TYPE_FINISH_DIALOG, NULL);
  self->study = g_object_ref (study);
  for (unsigned int i = 0; i < N_WORDS; i++)
    add_row (self, (SylQuestion) (SYL_QUESTION_NEW + i));
  g_signal_connect_object (study, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
