/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picks/syl-pick-row.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"
#include "widgets/syl-row-click.h"
#include "widgets/syl-state-mark.h"

struct _SylPickRow
{
  GtkWidget parent_instance;

  SylPick *pick;         /* owned, nullable */
  GSignalGroup *signals; /* owned: of the pick */
  SylStateMark *mark;
  GtkWidget *texts;
  GtkLabel *title;
  GtkLabel *facts;
  GtkWidget *notes;
  GtkLabel *notes_count;
};

typedef enum
{
  PROP_PICK = 1,
  PROP_LABEL,
} SylPickRowProps;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (SylPickRow, syl_pick_row, GTK_TYPE_WIDGET)

/* A row that has nothing to say yet keeps its height, so that the list does not jump. */
static void
show_blank (SylPickRow *self)
{
  gtk_label_set_label (self->title, " ");
  gtk_label_set_label (self->facts, " ");
  gtk_widget_set_visible (GTK_WIDGET (self->mark), FALSE);
  gtk_widget_set_visible (self->notes, FALSE);
}

static unsigned int
get_n_notes (SylPickRow *self)
{
  unsigned int n_notes = 0;

  g_object_get (self->pick, "n-notes", &n_notes, NULL);
  return n_notes;
}

/* Returns: (transfer full) (nullable): how many there are, if there are any */
static char *
dup_notes (SylPickRow *self)
{
  unsigned int n_notes = get_n_notes (self);

  return n_notes > 0 ? g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes) : NULL;
}

static void
update_notes (SylPickRow *self)
{
  g_autofree char *tooltip = dup_notes (self);
  g_autofree char *count = g_strdup_printf ("%u", get_n_notes (self));

  gtk_widget_set_visible (self->notes, tooltip != NULL);
  gtk_label_set_label (self->notes_count, count);
  gtk_widget_set_tooltip_text (self->notes, tooltip);
}

static gboolean
has_facts (SylPickRow *self)
{
  return self->pick != NULL && syl_pick_get_loaded (self->pick);
}

static char *
join (const char *text,
      const char *more)
{
  /* Translators: a pick and its state or notes for those who listen, as in “LLaMA 1–3, Unread, 2 notes” */
  return g_strdup_printf (_("%s, %s"), text, more);
}

static char *
dup_label (SylPickRow *self)
{
  g_autofree char *label = NULL;
  g_autofree char *notes = NULL;

  if (!has_facts (self))
    return g_strdup ("");
  if (syl_pick_get_extra (self->pick))
    label = g_strdup (syl_pick_get_title (self->pick));
  else
    label = join (syl_pick_get_title (self->pick), syl_words_for_state (syl_pick_get_state (self->pick)));
  notes = dup_notes (self);
  return notes != NULL ? join (label, notes) : g_steal_pointer (&label);
}

/* An extra has no state: its mark only keeps the titles in line. */
static void
show_facts (SylPickRow *self)
{
  g_autofree char *facts = syl_words_dup_facts (self->pick);
  gboolean extra = syl_pick_get_extra (self->pick);

  gtk_label_set_label (self->title, syl_pick_get_title (self->pick));
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->mark), TRUE);
  gtk_widget_set_opacity (GTK_WIDGET (self->mark), extra ? 0 : 1);
  gtk_widget_set_can_target (GTK_WIDGET (self->mark), !extra);
  syl_state_mark_set_state (self->mark, syl_pick_get_state (self->pick));
  update_notes (self);
}

static void
update (SylPickRow *self)
{
  if (has_facts (self))
    show_facts (self);
  else
    show_blank (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
syl_pick_row_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SylPickRow *self = SYL_PICK_ROW (object);

  switch ((SylPickRowProps) property_id)
    {
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_LABEL:
      g_value_take_string (value, dup_label (self));
      break;
    }
}

static void
syl_pick_row_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SylPickRow *self = SYL_PICK_ROW (object);

  switch ((SylPickRowProps) property_id)
    {
    case PROP_PICK:
      syl_pick_row_set_pick (self, g_value_get_object (value));
      break;
    case PROP_LABEL:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
syl_pick_row_dispose (GObject *object)
{
  SylPickRow *self = SYL_PICK_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->pick);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PICK_ROW);

  G_OBJECT_CLASS (syl_pick_row_parent_class)->dispose (object);
}

static void
syl_pick_row_class_init (SylPickRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_pick_row_dispose;
  object_class->get_property = syl_pick_row_get_property;
  object_class->set_property = syl_pick_row_set_property;

  properties[PROP_PICK] =
    g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-pick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, texts);
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, title);
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, facts);
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, notes);
  gtk_widget_class_bind_template_child (widget_class, SylPickRow, notes_count);
  gtk_widget_class_set_css_name (widget_class, "pick-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syl_pick_row_init (SylPickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  syl_row_click_install (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SYL_TYPE_PICK);
  g_signal_group_connect_swapped (self->signals, "notify::loaded", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::minutes", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-sources", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-notes", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update), self);
}

/**
 * syl_pick_row_get_pick:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SylPick *
syl_pick_row_get_pick (SylPickRow *self)
{
  g_return_val_if_fail (SYL_IS_PICK_ROW (self), NULL);

  return self->pick;
}

/**
 * syl_pick_row_set_pick:
 * @self: a row
 * @pick: (nullable): what it is to show
 */
void
syl_pick_row_set_pick (SylPickRow *self,
                       SylPick    *pick)
{
  g_return_if_fail (SYL_IS_PICK_ROW (self));

  if (!g_set_object (&self->pick, pick))
    return;

  g_signal_group_set_target (self->signals, pick);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}
