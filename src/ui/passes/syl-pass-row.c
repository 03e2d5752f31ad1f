/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-pass-row.h"

#include "passes/syl-pass-words.h"
#include "widgets/syl-state-mark.h"

/* The five Cs of the first pass. */
#define N_CS (SYL_QUESTION_CLARITY + 1)

struct _SylPassRow
{
  AdwExpanderRow parent_instance;

  unsigned int number;
  SylAnswerRow *answers[N_CS]; /* children, nullable: only of the first pass */

  SylStateMark *mark;
  GtkBox *guide_box;
  GtkLabel *guide;
  GtkWidget *buttons_row;
  GtkWidget *begin_button;
  GtkWidget *done_button;
  GtkWidget *reopen_button;
};

enum
{
  SIGNAL_SET_STATE,
  SIGNAL_ANSWER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylPassRow, syl_pass_row, ADW_TYPE_EXPANDER_ROW)

static void
begin_cb (SylPassRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SET_STATE], 0, SYL_PASS_STATE_BEGUN);
}

static void
done_cb (SylPassRow *self)
{
  syl_pass_row_flush (self);
  g_signal_emit (self, signals[SIGNAL_SET_STATE], 0, SYL_PASS_STATE_FINISHED);
}

/* It was begun, and the time that it took is kept. */
static void
reopen_cb (SylPassRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SET_STATE], 0, SYL_PASS_STATE_BEGUN);
}

/* To answer is to begin. */
static void
save_cb (SylPassRow   *self,
         const char   *text,
         SylAnswerRow *row)
{
  if (gtk_widget_get_visible (self->begin_button))
    begin_cb (self);
  g_signal_emit (self, signals[SIGNAL_ANSWER], 0, syl_answer_row_get_question (row), text);
}

static void
show_state (SylPassRow   *self,
            SylPassState  state,
            guint64       seconds)
{
  static const SylPickState marks[] = { SYL_PICK_STATE_UNREAD, SYL_PICK_STATE_READING, SYL_PICK_STATE_READ };
  g_autofree char *words = syl_pass_words_dup_state (self->number, state, seconds);
  gboolean focused = gtk_widget_get_focus_child (self->buttons_row) != NULL;

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  syl_state_mark_set_state (self->mark, marks[state]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), NULL);
  gtk_widget_set_visible (self->begin_button, state == SYL_PASS_STATE_OPEN);
  gtk_widget_set_visible (self->done_button, state != SYL_PASS_STATE_FINISHED);
  gtk_widget_set_visible (self->reopen_button, state == SYL_PASS_STATE_FINISHED);
  if (focused)
    gtk_widget_child_focus (self->buttons_row, GTK_DIR_TAB_FORWARD);
}

static void
syl_pass_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_PASS_ROW);

  G_OBJECT_CLASS (syl_pass_row_parent_class)->dispose (object);
}

static void
syl_pass_row_class_init (SylPassRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_pass_row_dispose;

  signals[SIGNAL_SET_STATE] = g_signal_new ("set-state", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_UINT);
  signals[SIGNAL_ANSWER] = g_signal_new ("answer", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_UINT, G_TYPE_STRING);

  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-pass-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, guide_box);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, guide);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, buttons_row);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, begin_button);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, done_button);
  gtk_widget_class_bind_template_child (widget_class, SylPassRow, reopen_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
}

static void
syl_pass_row_init (SylPassRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_point (SylPassRow *self,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bullet = gtk_label_new ("•");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->guide_box, box);
}

static void
add_guide (SylPassRow *self)
{
  g_auto (GStrv) lines = g_strsplit (syl_pass_words_get_guide (self->number), "\n", -1);

  gtk_label_set_label (self->guide, lines[0]);
  for (size_t i = 1; lines[i] != NULL; i++)
    add_point (self, lines[i]);
}

static void
add_answers (SylPassRow *self)
{
  for (unsigned int i = 0; i < N_CS; i++)
    {
      GtkWidget *row = syl_answer_row_new ((SylQuestion) i);

      g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      self->answers[i] = SYL_ANSWER_ROW (row);
    }
}

/**
 * syl_pass_row_new:
 * @number: 1 to 3
 *
 * Returns: (transfer floating): a row of a pass that is not begun
 */
GtkWidget *
syl_pass_row_new (unsigned int number)
{
  SylPassRow *self = g_object_new (SYL_TYPE_PASS_ROW, NULL);

  self->number = number;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), syl_pass_words_get_title (number));
  add_guide (self);
  if (number == 1)
    add_answers (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->buttons_row);
  syl_pass_row_clear (self);
  return GTK_WIDGET (self);
}

/**
 * syl_pass_row_get_number:
 * @self: a row
 *
 * Returns: 1 to 3
 */
unsigned int
syl_pass_row_get_number (SylPassRow *self)
{
  g_return_val_if_fail (SYL_IS_PASS_ROW (self), 0);

  return self->number;
}

/**
 * syl_pass_row_set_editable:
 * @self: a row
 * @editable: whether the reader can change something
 */
void
syl_pass_row_set_editable (SylPassRow *self,
                           gboolean    editable)
{
  g_return_if_fail (SYL_IS_PASS_ROW (self));

  gtk_widget_set_sensitive (self->buttons_row, editable);
  for (unsigned int i = 0; i < N_CS && self->answers[i] != NULL; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->answers[i]), editable);
}

/**
 * syl_pass_row_flush:
 * @self: a row
 *
 * Saves at once what the reader has changed.
 */
void
syl_pass_row_flush (SylPassRow *self)
{
  g_return_if_fail (SYL_IS_PASS_ROW (self));

  for (unsigned int i = 0; i < N_CS && self->answers[i] != NULL; i++)
    syl_answer_row_flush (self->answers[i]);
}

/**
 * syl_pass_row_clear:
 * @self: a row
 *
 * Shows nothing of what another pick had.
 */
void
syl_pass_row_clear (SylPassRow *self)
{
  g_return_if_fail (SYL_IS_PASS_ROW (self));

  show_state (self, SYL_PASS_STATE_OPEN, 0);
  for (unsigned int i = 0; i < N_CS && self->answers[i] != NULL; i++)
    syl_answer_row_set_text (self->answers[i], "");
}

/**
 * syl_pass_row_take:
 * @self: a row
 * @method: how the pick is read now
 */
void
syl_pass_row_take (SylPassRow      *self,
                   const SylMethod *method)
{
  g_return_if_fail (SYL_IS_PASS_ROW (self));

  show_state (self, method->passes[self->number - 1], method->seconds[self->number]);
  for (unsigned int i = 0; i < N_CS && self->answers[i] != NULL; i++)
    syl_answer_row_take_text (self->answers[i], method->answers[i]);
}
