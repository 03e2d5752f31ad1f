/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-answer-row.h"

#include "passes/syl-pass-words.h"

/* What is typed is in the library within a second, so that a crash takes no more than that. */
#define PAUSE_MS 500

struct _SylAnswerRow
{
  AdwPreferencesRow parent_instance;

  SylQuestion question;
  gboolean loading; /* the change of the text is not the reader’s */
  gboolean dirty;
  char *missed;     /* owned, nullable: what the library said while the reader was writing */
  guint save_source;

  GtkLabel *label;
  GtkText *text;
};

enum
{
  SIGNAL_SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylAnswerRow, syl_answer_row, ADW_TYPE_PREFERENCES_ROW)

static void
pause_cb (gpointer user_data)
{
  SylAnswerRow *self = user_data;

  self->save_source = 0;
  syl_answer_row_flush (self);
}

static void
changed_cb (SylAnswerRow *self)
{
  if (self->loading)
    return;

  self->dirty = TRUE;
  g_clear_pointer (&self->missed, g_free);
  if (self->save_source == 0)
    self->save_source = g_timeout_add_once (PAUSE_MS, pause_cb, self);
}

static void
clicked_cb (SylAnswerRow *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->text)))
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* On to the next one, as with the Tab key. */
static void
activate_cb (SylAnswerRow *self)
{
  syl_answer_row_flush (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
focus_cb (SylAnswerRow            *self,
          GParamSpec              *pspec,
          GtkEventControllerFocus *controller)
{
  g_autofree char *missed = NULL;

  if (gtk_event_controller_focus_contains_focus (controller))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "focused");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self), "focused");
  missed = g_steal_pointer (&self->missed);
  if (missed != NULL)
    syl_answer_row_set_text (self, missed);
}

static gboolean
syl_answer_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SYL_ANSWER_ROW (widget)->text));
}

/* The row itself is not a stop on the way through the fields. */
static gboolean
syl_answer_row_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (SYL_ANSWER_ROW (widget)->text));
}

static void
syl_answer_row_unmap (GtkWidget *widget)
{
  syl_answer_row_flush (SYL_ANSWER_ROW (widget));

  GTK_WIDGET_CLASS (syl_answer_row_parent_class)->unmap (widget);
}

static void
syl_answer_row_dispose (GObject *object)
{
  SylAnswerRow *self = SYL_ANSWER_ROW (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_pointer (&self->missed, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_ANSWER_ROW);

  G_OBJECT_CLASS (syl_answer_row_parent_class)->dispose (object);
}

static void
syl_answer_row_class_init (SylAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_answer_row_dispose;
  widget_class->focus = syl_answer_row_focus;
  widget_class->grab_focus = syl_answer_row_grab_focus;
  widget_class->unmap = syl_answer_row_unmap;

  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylAnswerRow, label);
  gtk_widget_class_bind_template_child (widget_class, SylAnswerRow, text);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_cb);
}

static void
syl_answer_row_init (SylAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_answer_row_new:
 * @question: what it asks
 *
 * Returns: (transfer floating): a row without an answer
 */
GtkWidget *
syl_answer_row_new (SylQuestion question)
{
  SylAnswerRow *self = g_object_new (SYL_TYPE_ANSWER_ROW, NULL);
  const char *words = syl_pass_words_get_question (question);
  const char *hint = syl_pass_words_get_hint (question);

  self->question = question;
  gtk_label_set_label (self->label, words);
  gtk_text_set_placeholder_text (self->text, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  return GTK_WIDGET (self);
}

/**
 * syl_answer_row_get_question:
 * @self: a row
 *
 * Returns: what it asks
 */
SylQuestion
syl_answer_row_get_question (SylAnswerRow *self)
{
  g_return_val_if_fail (SYL_IS_ANSWER_ROW (self), SYL_QUESTION_CATEGORY);

  return self->question;
}

/**
 * syl_answer_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): the answer as it is in the row
 */
const char *
syl_answer_row_get_text (SylAnswerRow *self)
{
  g_return_val_if_fail (SYL_IS_ANSWER_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->text));
}

/**
 * syl_answer_row_set_text:
 * @self: a row
 * @text: the answer to show; what was typed before has to be flushed first
 */
void
syl_answer_row_set_text (SylAnswerRow *self,
                         const char   *text)
{
  g_return_if_fail (SYL_IS_ANSWER_ROW (self));

  g_clear_pointer (&self->missed, g_free);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
  if (g_str_equal (text, syl_answer_row_get_text (self)))
    return;

  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->loading = FALSE;
}

/**
 * syl_answer_row_take_text:
 * @self: a row
 * @text: the answer as it is in the library now
 *
 * Shows it; where the reader is writing, after that, and not at all if something was written.
 */
void
syl_answer_row_take_text (SylAnswerRow *self,
                          const char   *text)
{
  g_return_if_fail (SYL_IS_ANSWER_ROW (self));

  if (self->dirty)
    return;
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "focused"))
    g_set_str (&self->missed, text);
  else
    syl_answer_row_set_text (self, text);
}

/**
 * syl_answer_row_flush:
 * @self: a row
 *
 * Saves at once what the reader has changed.
 */
void
syl_answer_row_flush (SylAnswerRow *self)
{
  g_return_if_fail (SYL_IS_ANSWER_ROW (self));

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->dirty)
    return;

  self->dirty = FALSE;
  g_signal_emit (self, signals[SIGNAL_SAVE], 0, syl_answer_row_get_text (self));
}
