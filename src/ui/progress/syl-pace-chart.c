/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-pace-chart.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "progress/syl-ink.h"
#include "progress/syl-progress-words.h"

#define GAP 4

struct _SylPaceChart
{
  SylChart parent_instance;

  GskPath *planned; /* owned, nullable */
  GskPath *read;    /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (SylPaceChart, syl_pace_chart, SYL_TYPE_CHART)

static guint
syl_pace_chart_count_weeks (SylChart *self)
{
  return syl_chart_get_progress (self)->planned->len;
}

static char *
syl_pace_chart_dup_label (SylChart *self)
{
  return syl_progress_words_dup_pace (syl_chart_get_progress (self));
}

static guint
get_planned (const SylPlanProgress *progress,
             guint                  week)
{
  return g_array_index (progress->planned, guint, week);
}

static guint
get_read (const SylPlanProgress *progress,
          guint                  week)
{
  return g_array_index (progress->weeks, SylPlanProgressWeek, week).n_read;
}

/* One step for each week in which the number grows, at its end. */
static GskPath *
create_line (SylChart *self,
             guint   (*get_number) (const SylPlanProgress *progress, guint week),
             guint     n_weeks)
{
  const SylPlanProgress *progress = syl_chart_get_progress (self);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float y = syl_chart_get_y (self, progress->n_before);

  gsk_path_builder_move_to (builder, syl_chart_get_x (self, 0), y);
  for (guint i = 0; i < n_weeks; i++)
    {
      float x = syl_chart_get_x (self, i + 1);

      gsk_path_builder_line_to (builder, x, y);
      y = syl_chart_get_y (self, get_number (progress, i));
      gsk_path_builder_line_to (builder, x, y);
    }
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static char *
dup_text (double value)
{
  return g_strdup_printf ("%.0f", value);
}

static void
set_scale (SylChart *self)
{
  static const double steps[] = { 1, 2, 5, 10, 20, 25, 50, 100 };
  const SylPlanProgress *progress = syl_chart_get_progress (self);
  SylChartScale scale = { .top = MAX (1, progress->n_picks), .dup_text = dup_text };

  scale.step = syl_chart_find_step (scale.top, 5, steps, G_N_ELEMENTS (steps));
  syl_chart_set_scale (self, &scale);
}

/* Above a line there is room for a word where the line is not at the top. */
static guint
find_room (SylChart *self,
           guint   (*get_number) (const SylPlanProgress *progress, guint week),
           guint     week,
           int       height)
{
  while (week > 0 && syl_chart_get_y (self, get_number (syl_chart_get_progress (self), week)) < (float) (height + GAP))
    week--;
  return week;
}

static void
name_above (SylChart   *self,
            guint     (*get_number) (const SylPlanProgress *progress, guint week),
            guint       week,
            const char *text,
            gboolean    accent)
{
  float x, least = syl_chart_mirror (self, syl_chart_get_x (self, 0));
  int width, height;

  syl_chart_measure_text (self, text, &width, &height);
  week = find_room (self, get_number, week, height);
  x = syl_chart_mirror (self, syl_chart_get_x (self, week + 1)) - GAP;
  syl_chart_add_text (self, text, MAX (x, least + (float) width),
                      syl_chart_get_y (self, get_number (syl_chart_get_progress (self), week)) - (float) (height + GAP), 1,
                      accent);
}

/* Behind or on the plan there is room below the end of the line, ahead of it there is above. */
static void
name_read (SylChart *self)
{
  const SylPlanProgress *progress = syl_chart_get_progress (self);
  guint last = progress->n_seen - 1;
  float x = syl_chart_mirror (self, syl_chart_get_x (self, last + 1));
  float y = syl_chart_get_y (self, get_read (progress, last));
  const char *text = C_("a line of a chart", "Read");
  int width, height;

  syl_chart_measure_text (self, text, &width, &height);
  if (get_read (progress, last) > get_planned (progress, last))
    name_above (self, get_read, last, text, TRUE);
  else if (x + (float) width + GAP <= syl_chart_get_end (self))
    syl_chart_add_text (self, text, x + GAP, MIN (y, syl_chart_get_y (self, 0) - (float) height), 0, TRUE);
  else
    syl_chart_add_text (self, text, x, y + (float) height, 1, TRUE);
}

/* Where three quarters of the year are over, on the free side of the line. */
static void
name_planned (SylChart *self)
{
  const SylPlanProgress *progress = syl_chart_get_progress (self);
  guint week = progress->planned->len * 3 / 4;
  const char *text = C_("a line of a chart", "Plan");

  if (week < progress->n_seen && get_read (progress, week) > get_planned (progress, week))
    syl_chart_add_text (self, text, syl_chart_mirror (self, syl_chart_get_x (self, week)) + 3 * GAP,
                        syl_chart_get_y (self, get_planned (progress, week)) + GAP, 0, FALSE);
  else
    name_above (self, get_planned, week, text, FALSE);
}

static void
syl_pace_chart_lay_out (SylChart *chart)
{
  SylPaceChart *self = SYL_PACE_CHART (chart);
  const SylPlanProgress *progress = syl_chart_get_progress (chart);

  set_scale (chart);
  g_clear_pointer (&self->planned, gsk_path_unref);
  g_clear_pointer (&self->read, gsk_path_unref);
  self->planned = create_line (chart, get_planned, progress->planned->len);
  self->read = create_line (chart, get_read, progress->n_seen);
  name_planned (chart);
  if (progress->n_seen > 0)
    name_read (chart);
}

static void
syl_pace_chart_draw (SylChart    *chart,
                     GtkSnapshot *snapshot)
{
  SylPaceChart *self = SYL_PACE_CHART (chart);
  g_autoptr (GskStroke) dashed = gsk_stroke_new (1.5f);
  g_autoptr (GskStroke) solid = gsk_stroke_new (2.5f);
  GdkRGBA dim, accent;

  syl_ink_get_dim (GTK_WIDGET (chart), &dim);
  syl_ink_get_accent (&accent);
  gsk_stroke_set_dash (dashed, (float[2]) { 4, 3 }, 2);
  gsk_stroke_set_line_join (solid, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, self->planned, dashed, &dim);
  gtk_snapshot_append_stroke (snapshot, self->read, solid, &accent);
}

static void
syl_pace_chart_finalize (GObject *object)
{
  SylPaceChart *self = SYL_PACE_CHART (object);

  g_clear_pointer (&self->planned, gsk_path_unref);
  g_clear_pointer (&self->read, gsk_path_unref);

  G_OBJECT_CLASS (syl_pace_chart_parent_class)->finalize (object);
}

static void
syl_pace_chart_class_init (SylPaceChartClass *klass)
{
  SylChartClass *chart_class = SYL_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syl_pace_chart_finalize;
  chart_class->count_weeks = syl_pace_chart_count_weeks;
  chart_class->dup_label = syl_pace_chart_dup_label;
  chart_class->lay_out = syl_pace_chart_lay_out;
  chart_class->draw = syl_pace_chart_draw;
}

static void
syl_pace_chart_init (SylPaceChart *self)
{
}
