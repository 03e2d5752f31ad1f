/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-focus-chart.h"

#include <math.h>

#include "progress/syl-ink.h"
#include "progress/syl-progress-words.h"
#include "syl-words.h"

#define MAX_BAR 24.f
#define RADIUS 2.f

struct _SylFocusChart
{
  SylChart parent_instance;

  GskPath *bars; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (SylFocusChart, syl_focus_chart, SYL_TYPE_CHART)

static guint
syl_focus_chart_count_weeks (SylChart *self)
{
  return syl_chart_get_progress (self)->weeks->len;
}

static char *
syl_focus_chart_dup_label (SylChart *self)
{
  return syl_progress_words_dup_focus (syl_chart_get_progress (self));
}

static char *
dup_text (double minutes)
{
  return minutes > 0 ? syl_words_dup_duration ((unsigned int) lround (minutes)) : g_strdup ("0");
}

static void
set_scale (SylChart *self)
{
  static const double steps[] = { 10, 20, 30, 60, 120, 180, 300, 600 };
  const SylPlanProgress *progress = syl_chart_get_progress (self);
  SylChartScale scale = { .dup_text = dup_text };
  guint64 most = 0;

  for (guint i = 0; i < progress->weeks->len; i++)
    most = MAX (most, g_array_index (progress->weeks, SylPlanProgressWeek, i).seconds);
  scale.step = syl_chart_find_step ((double) most / 60, 3, steps, G_N_ELEMENTS (steps));
  scale.top = scale.step * MAX (1, ceil ((double) most / 60 / scale.step));
  syl_chart_set_scale (self, &scale);
}

static void
add_bar (SylChart       *self,
         GskPathBuilder *builder,
         guint           week,
         guint64         seconds)
{
  float left = MIN (syl_chart_get_x (self, week), syl_chart_get_x (self, week + 1));
  float slot = fabsf (syl_chart_get_x (self, week + 1) - syl_chart_get_x (self, week));
  float width = CLAMP (slot * 0.7f, 2, MAX_BAR);
  float top = syl_chart_get_y (self, (double) seconds / 60), bottom = syl_chart_get_y (self, 0);
  float radius = MIN (RADIUS, width / 2);
  GskRoundedRect bar;

  gsk_rounded_rect_init (&bar, &GRAPHENE_RECT_INIT (left + (slot - width) / 2, top, width, bottom - top),
                         &GRAPHENE_SIZE_INIT (radius, radius), &GRAPHENE_SIZE_INIT (radius, radius),
                         &GRAPHENE_SIZE_INIT (0, 0), &GRAPHENE_SIZE_INIT (0, 0));
  gsk_path_builder_add_rounded_rect (builder, &bar);
}

static void
syl_focus_chart_lay_out (SylChart *chart)
{
  SylFocusChart *self = SYL_FOCUS_CHART (chart);
  const SylPlanProgress *progress = syl_chart_get_progress (chart);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  set_scale (chart);
  for (guint i = 0; i < progress->weeks->len; i++)
    {
      guint64 seconds = g_array_index (progress->weeks, SylPlanProgressWeek, i).seconds;

      if (seconds > 0)
        add_bar (chart, builder, i, seconds);
    }
  g_clear_pointer (&self->bars, gsk_path_unref);
  self->bars = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static void
syl_focus_chart_draw (SylChart    *chart,
                      GtkSnapshot *snapshot)
{
  SylFocusChart *self = SYL_FOCUS_CHART (chart);
  GdkRGBA accent;

  syl_ink_get_accent (&accent);
  gtk_snapshot_append_fill (snapshot, self->bars, GSK_FILL_RULE_WINDING, &accent);
}

static void
syl_focus_chart_finalize (GObject *object)
{
  g_clear_pointer (&SYL_FOCUS_CHART (object)->bars, gsk_path_unref);

  G_OBJECT_CLASS (syl_focus_chart_parent_class)->finalize (object);
}

static void
syl_focus_chart_class_init (SylFocusChartClass *klass)
{
  SylChartClass *chart_class = SYL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syl_focus_chart_finalize;
  chart_class->count_weeks = syl_focus_chart_count_weeks;
  chart_class->dup_label = syl_focus_chart_dup_label;
  chart_class->lay_out = syl_focus_chart_lay_out;
  chart_class->draw = syl_focus_chart_draw;
}

static void
syl_focus_chart_init (SylFocusChart *self)
{
}
