/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-passes-panel.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "passes/syl-answer-row.h"
#include "passes/syl-finish-dialog.h"
#include "passes/syl-focus-line.h"
#include "passes/syl-pass-row.h"

/* The questions at the end. */
#define N_WORDS (SYL_N_QUESTIONS - SYL_QUESTION_NEW)

struct _SylPassesPanel
{
  AdwBin parent_instance;

  SylStudy *study;            /* owned, nullable */
  GSignalGroup *pick_signals; /* owned */
  SylPassRow *passes[SYL_N_PASSES]; /* children */
  SylAnswerRow *words[N_WORDS];     /* children */
  unsigned int next;          /* the pass that is unfolded of itself; 0 before it is known */

  GtkListBox *passes_box;
  GtkWidget *words_box;
  GtkListBox *words_list;
  GtkWidget *finish_box;
  GtkButton *finish_button;
  GtkWidget *finish_hint;
};

typedef enum
{
  PROP_STUDY = 1,
} SylPassesPanelProps;

static GParamSpec *properties[PROP_STUDY + 1];

G_DEFINE_FINAL_TYPE (SylPassesPanel, syl_passes_panel, ADW_TYPE_BIN)

static gboolean
is_read (SylPassesPanel *self)
{
  SylPick *pick = self->study != NULL ? syl_study_get_pick (self->study) : NULL;

  return pick != NULL && syl_pick_get_state (pick) == SYL_PICK_STATE_READ;
}

/* Returns: the pass that is begun, or the one after those that are done; there is none after the third, nor in a
 *   pick that is read */
static unsigned int
find_next (SylPassesPanel  *self,
           const SylMethod *method)
{
  unsigned int next = 1;

  if (is_read (self))
    return SYL_N_PASSES + 1;
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    {
      if (method->passes[i] == SYL_PASS_STATE_BEGUN)
        return i + 1;
      if (method->passes[i] == SYL_PASS_STATE_FINISHED)
        next = i + 2;
    }
  return next;
}

/* The keyboard goes along with the reader, and is not left in what is folded. */
static void
unfold_next (SylPassesPanel *self,
             unsigned int    next)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->passes_box)) != NULL;

  if (self->next == next)
    return;

  self->next = next;
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->passes[i]), i + 1 == next);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
has_words (const SylMethod *method)
{
  for (unsigned int i = 0; method != NULL && i < N_WORDS; i++)
    {
      if (method->answers[SYL_QUESTION_NEW + i][0] != '\0')
        return TRUE;
    }
  return FALSE;
}

/* Before the end there is a way to it; after it, what was said there. */
static void
update_finish (SylPassesPanel *self)
{
  SylPick *pick = self->study != NULL ? syl_study_get_pick (self->study) : NULL;
  gboolean shows_words = is_read (self) && (has_words (syl_study_get_method (self->study)) ||
                                            gtk_widget_get_visible (self->words_box));

  gtk_widget_set_visible (self->words_box, shows_words);
  gtk_widget_set_visible (self->finish_box, pick != NULL && !syl_pick_get_extra (pick) && !shows_words);
  gtk_widget_set_visible (self->finish_hint, !is_read (self));
  gtk_button_set_label (self->finish_button, is_read (self) ? _("Answer Five _Questions…") : _("_Finish Pick…"));
}

static void
update_editable (SylPassesPanel *self)
{
  gboolean editable = self->study != NULL && syl_study_get_editable (self->study);

  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    syl_pass_row_set_editable (self->passes[i], editable);
  for (unsigned int i = 0; i < N_WORDS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->words[i]), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->finish_button), editable);
}

static void
clear (SylPassesPanel *self)
{
  self->next = 0;
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    syl_pass_row_clear (self->passes[i]);
  for (unsigned int i = 0; i < N_WORDS; i++)
    syl_answer_row_set_text (self->words[i], "");
  gtk_widget_set_visible (self->words_box, FALSE);
}

static void
take (SylPassesPanel *self)
{
  const SylMethod *method = syl_study_get_method (self->study);

  update_editable (self);
  g_signal_group_set_target (self->pick_signals, syl_study_get_pick (self->study));
  if (method == NULL)
    {
      clear (self);
      update_finish (self);
      return;
    }
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    syl_pass_row_take (self->passes[i], method);
  for (unsigned int i = 0; i < N_WORDS; i++)
    syl_answer_row_take_text (self->words[i], method->answers[SYL_QUESTION_NEW + i]);
  unfold_next (self, find_next (self, method));
  update_finish (self);
}

static void
state_changed_cb (SylPassesPanel *self)
{
  const SylMethod *method = syl_study_get_method (self->study);

  if (method != NULL)
    unfold_next (self, find_next (self, method));
  update_finish (self);
}

static void
flush (SylPassesPanel *self)
{
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    syl_pass_row_flush (self->passes[i]);
  for (unsigned int i = 0; i < N_WORDS; i++)
    syl_answer_row_flush (self->words[i]);
}

static void
failed_cb (SylPassesPanel *self,
           const char     *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", words);
}

static void
set_state_cb (SylPassesPanel *self,
              unsigned int    state,
              SylPassRow     *row)
{
  if (self->study != NULL)
    syl_study_set_pass (self->study, syl_pass_row_get_number (row), (SylPassState) state);
}

static void
answer_cb (SylPassesPanel *self,
           unsigned int    question,
           const char     *text)
{
  if (self->study != NULL)
    syl_study_set_answer (self->study, (SylQuestion) question, text);
}

static void
save_cb (SylPassesPanel *self,
         const char     *text,
         SylAnswerRow   *row)
{
  answer_cb (self, syl_answer_row_get_question (row), text);
}

static void
finish_cb (SylPassesPanel *self)
{
  flush (self);
  adw_dialog_present (syl_finish_dialog_new (self->study), GTK_WIDGET (self));
}

static void
set_study (SylPassesPanel *self,
           SylStudy       *study)
{
  if (self->study == study)
    return;

  if (self->study != NULL)
    g_signal_handlers_disconnect_by_data (self->study, self);
  g_set_object (&self->study, study);
  if (study != NULL)
    {
      g_signal_connect_object (study, "leave", G_CALLBACK (flush), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (study, "changed", G_CALLBACK (take), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (study, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      take (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STUDY]);
}

static void
syl_passes_panel_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((SylPassesPanelProps) property_id)
    {
    case PROP_STUDY:
      g_value_set_object (value, SYL_PASSES_PANEL (object)->study);
      break;
    }
}

static void
syl_passes_panel_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((SylPassesPanelProps) property_id)
    {
    case PROP_STUDY:
      set_study (SYL_PASSES_PANEL (object), g_value_get_object (value));
      break;
    }
}

/* Where the reader would go on. */
static gboolean
syl_passes_panel_grab_focus (GtkWidget *widget)
{
  SylPassesPanel *self = SYL_PASSES_PANEL (widget);
  unsigned int number = self->next >= 1 && self->next <= SYL_N_PASSES ? self->next : 1;
  GtkWidget *next = GTK_WIDGET (self->passes[number - 1]);

  return gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

static void
syl_passes_panel_dispose (GObject *object)
{
  SylPassesPanel *self = SYL_PASSES_PANEL (object);

  g_clear_object (&self->pick_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PASSES_PANEL);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (syl_passes_panel_parent_class)->dispose (object);
}

static void
syl_passes_panel_class_init (SylPassesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_passes_panel_dispose;
  object_class->get_property = syl_passes_panel_get_property;
  object_class->set_property = syl_passes_panel_set_property;
  widget_class->grab_focus = syl_passes_panel_grab_focus;

  properties[PROP_STUDY] = g_param_spec_object ("study", NULL, NULL, SYL_TYPE_STUDY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_FOCUS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/syllabus_app/Syllabus/ui/syl-passes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, passes_box);
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, words_box);
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, words_list);
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, finish_box);
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, finish_button);
  gtk_widget_class_bind_template_child (widget_class, SylPassesPanel, finish_hint);
  gtk_widget_class_bind_template_callback (widget_class, finish_cb);
}

static void
add_rows (SylPassesPanel *self)
{
  for (unsigned int i = 0; i < SYL_N_PASSES; i++)
    {
      GtkWidget *row = syl_pass_row_new (i + 1);

      g_signal_connect_object (row, "set-state", G_CALLBACK (set_state_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "answer", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->passes_box, row);
      self->passes[i] = SYL_PASS_ROW (row);
    }
  for (unsigned int i = 0; i < N_WORDS; i++)
    {
      GtkWidget *row = syl_answer_row_new ((SylQuestion) (SYL_QUESTION_NEW + i));

      g_signal_connect_object (row, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->words_list, row);
      self->words[i] = SYL_ANSWER_ROW (row);
    }
}

static void
syl_passes_panel_init (SylPassesPanel *self)
{
  self->pick_signals = g_signal_group_new (SYL_TYPE_PICK);
  g_signal_group_connect_swapped (self->pick_signals, "notify::state", G_CALLBACK (state_changed_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  add_rows (self);
  update_editable (self);
  update_finish (self);
}
