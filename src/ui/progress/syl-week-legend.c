/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-week-legend.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "progress/syl-progress-words.h"
#include "progress/syl-week-cell.h"

#define GAP 12

struct _SylWeekLegend
{
  AdwBin parent_instance;

  AdwWrapBox *entries; /* child, nullable */
  gboolean stacked;
};

typedef enum
{
  PROP_STACKED = 1,
} SylWeekLegendProps;

static GParamSpec *properties[PROP_STACKED + 1];

G_DEFINE_FINAL_TYPE (SylWeekLegend, syl_week_legend, ADW_TYPE_BIN)

static void
turn (SylWeekLegend *self)
{
  if (self->entries == NULL)
    return;

  adw_wrap_box_set_child_spacing (self->entries, self->stacked ? 0 : GAP);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->entries),
                                  self->stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
syl_week_legend_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_set_boolean (value, SYL_WEEK_LEGEND (object)->stacked);
}

static void
syl_week_legend_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SylWeekLegend *self = SYL_WEEK_LEGEND (object);

  if (self->stacked == g_value_get_boolean (value))
    return;
  self->stacked = g_value_get_boolean (value);
  turn (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
syl_week_legend_class_init (SylWeekLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = syl_week_legend_get_property;
  object_class->set_property = syl_week_legend_set_property;
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_week_legend_init (SylWeekLegend *self)
{
}

static void
clear (SylWeekLegend *self)
{
  self->entries = ADW_WRAP_BOX (adw_wrap_box_new ());
  turn (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->entries));
}

static void
add_entry (SylWeekLegend    *self,
           SylPlanWeekState  state,
           gboolean          present,
           const char       *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cell = syl_week_cell_new (GTK_ACCESSIBLE_ROLE_PRESENTATION);
  GtkWidget *label = gtk_label_new (name);

  syl_week_cell_set_state (SYL_WEEK_CELL (cell), state, present);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), cell);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (self->entries, box);
}

/**
 * syl_week_legend_set_progress:
 * @self: a legend
 * @progress: the year whose squares are explained
 */
void
syl_week_legend_set_progress (SylWeekLegend         *self,
                              const SylPlanProgress *progress)
{
  static const SylPlanWeekState states[] = {
    SYL_PLAN_WEEK_READ, SYL_PLAN_WEEK_PLANNED, SYL_PLAN_WEEK_MISSED,
    SYL_PLAN_WEEK_FREE, SYL_PLAN_WEEK_PAUSED, SYL_PLAN_WEEK_SKIPPED,
  };
  gboolean has[G_N_ELEMENTS (states)] = { FALSE };

  g_return_if_fail (SYL_IS_WEEK_LEGEND (self));

  clear (self);
  for (guint i = 0; i < progress->weeks->len; i++)
    has[g_array_index (progress->weeks, SylPlanProgressWeek, i).week.state] = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (has[states[i]])
        add_entry (self, states[i], FALSE, syl_progress_words_for_state (states[i]));
    }
  if (progress->present < progress->weeks->len)
    add_entry (self, g_array_index (progress->weeks, SylPlanProgressWeek, progress->present).week.state, TRUE,
               _("This week"));
}
