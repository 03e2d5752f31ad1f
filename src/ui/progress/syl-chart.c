/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-chart.h"

#include <math.h>

#include "progress/syl-ink.h"

#define MIN_WIDTH 200
#define NATURAL_WIDTH 400
#define HEIGHT 180
#define GAP 6

typedef struct
{
  PangoLayout *layout; /* owned */
  graphene_point_t at;
  gboolean accent;
} Text;

typedef struct
{
  SylPlanProgress *progress; /* owned, nullable */
  GArray *texts;             /* owned; of Text */
  GskPath *lines;            /* owned, nullable: of the scale */
  SylChartScale scale;
  float start;  /* where the weeks begin and end, as if written from left to right */
  float end;
  float top;
  float bottom;
} SylChartPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SylChart, syl_chart, GTK_TYPE_WIDGET)

static SylChartPrivate *
get_private (SylChart *self)
{
  return syl_chart_get_instance_private (self);
}

static void
text_clear (gpointer data)
{
  g_clear_object (&((Text *) data)->layout);
}

static void
clear (SylChart *self)
{
  SylChartPrivate *priv = get_private (self);

  g_array_set_size (priv->texts, 0);
  g_clear_pointer (&priv->lines, gsk_path_unref);
}

static PangoLayout *
create_layout (SylChart   *self,
               const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/**
 * syl_chart_measure_text:
 * @self: a chart
 * @text: words
 * @width: (out): how wide they are
 * @height: (out): how high they are
 */
void
syl_chart_measure_text (SylChart   *self,
                        const char *text,
                        int        *width,
                        int        *height)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text);

  pango_layout_get_pixel_size (layout, width, height);
}

/**
 * syl_chart_mirror:
 * @self: a chart
 * @x: a place, as if written from left to right
 *
 * Returns: where it is in the direction of the reader
 */
float
syl_chart_mirror (SylChart *self,
                  float     x)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? (float) gtk_widget_get_width (widget) - x : x;
}

/**
 * syl_chart_add_text:
 * @self: a chart that is laid out
 * @text: words
 * @x: where they are, as if written from left to right
 * @y: where their upper edge is
 * @xalign: whether they begin (0) or end (1) at @x, or lie around it
 * @accent: whether they say what was read
 */
void
syl_chart_add_text (SylChart   *self,
                    const char *text,
                    float       x,
                    float       y,
                    float       xalign,
                    gboolean    accent)
{
  Text added = { create_layout (self, text), { 0, y }, accent };
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width;

  pango_layout_get_pixel_size (added.layout, &width, NULL);
  x = syl_chart_mirror (self, x - (float) width * xalign);
  added.at.x = roundf (from_right ? x - (float) width : x);
  g_array_append_val (get_private (self)->texts, added);
}

/**
 * syl_chart_get_x:
 * @self: a chart that is laid out
 * @week: a number of weeks since the beginning
 *
 * Returns: where that is
 */
float
syl_chart_get_x (SylChart *self,
                 double    week)
{
  SylChartPrivate *priv = get_private (self);
  guint n_weeks = MAX (1, SYL_CHART_GET_CLASS (self)->count_weeks (self));

  return syl_chart_mirror (self, priv->start + (priv->end - priv->start) * (float) (week / n_weeks));
}

/**
 * syl_chart_get_y:
 * @self: a chart that has a scale
 * @value: a value
 *
 * Returns: where that is
 */
float
syl_chart_get_y (SylChart *self,
                 double    value)
{
  SylChartPrivate *priv = get_private (self);

  return priv->bottom - (priv->bottom - priv->top) * (float) (value / priv->scale.top);
}

/**
 * syl_chart_get_end:
 * @self: a chart that is laid out
 *
 * Returns: where the last week ends, as if written from left to right
 */
float
syl_chart_get_end (SylChart *self)
{
  return get_private (self)->end;
}

/**
 * syl_chart_find_step:
 * @top: the greatest value
 * @n_steps: how many steps there may be
 * @steps: (array length=n): steps that are well read, from small to great
 * @n: how many, more than 0
 *
 * Returns: the smallest of them that fits, or a multiple of the last one
 */
double
syl_chart_find_step (double        top,
                     unsigned int  n_steps,
                     const double *steps,
                     gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (steps[i] * n_steps >= top)
        return steps[i];
    }
  return steps[n - 1] * ceil (top / (steps[n - 1] * n_steps));
}

static void
add_scale (SylChart *self,
           int       width,
           int       height)
{
  SylChartPrivate *priv = get_private (self);
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  for (double value = 0; value <= priv->scale.top + priv->scale.step / 100; value += priv->scale.step)
    {
      g_autofree char *text = priv->scale.dup_text (value);
      float y = roundf (syl_chart_get_y (self, value)) - 0.5f;

      gsk_path_builder_move_to (builder, syl_chart_mirror (self, priv->start), y);
      gsk_path_builder_line_to (builder, syl_chart_mirror (self, priv->end), y);
      syl_chart_add_text (self, text, (float) width, roundf (y - (float) height / 2), 1, FALSE);
    }
  priv->lines = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

/* The month that most of a week lies in. */
static GDateMonth
get_month (const SylPlanProgress *progress,
           guint                  week,
           GDate                 *thursday)
{
  *thursday = g_array_index (progress->weeks, SylPlanProgressWeek, 0).week.monday;
  g_date_add_days (thursday, 7 * week + 3);
  return g_date_get_month (thursday);
}

static char *
dup_month (const GDate *day)
{
  char text[64];

  /* Translators: an abbreviated month; see the documentation of strftime */
  return g_date_strftime (text, sizeof text, "%b", day) > 0 ? g_strdup (text) : g_strdup ("");
}

/* The first month may be too short for its name. */
static guint
find_first_month (SylChart *self,
                  guint     n_weeks,
                  float     week_width,
                  float     room)
{
  const SylPlanProgress *progress = get_private (self)->progress;
  GDate day;
  GDateMonth first = get_month (progress, 0, &day);
  guint next = 1;

  while (next < n_weeks && get_month (progress, next, &day) == first)
    next++;
  return next < n_weeks && (float) next * week_width < room ? next : 0;
}

static void
add_month (SylChart    *self,
           const GDate *day,
           float        x)
{
  SylChartPrivate *priv = get_private (self);
  g_autofree char *text = dup_month (day);
  int width;

  syl_chart_measure_text (self, text, &width, NULL);
  if (x + (float) width <= priv->end)
    syl_chart_add_text (self, text, x, priv->bottom + GAP, 0, FALSE);
}

static void
add_months (SylChart *self)
{
  SylChartPrivate *priv = get_private (self);
  guint n_weeks = SYL_CHART_GET_CLASS (self)->count_weeks (self);
  float week_width = (priv->end - priv->start) / (float) n_weeks;
  GDateMonth last = G_DATE_BAD_MONTH;
  int width, stride = 1, n_months = 0;
  float room;

  syl_chart_measure_text (self, "Mmm", &width, NULL);
  room = (float) (width + GAP);
  while (4 * week_width * (float) stride < room && stride < 12)
    stride++;
  room -= 4 * week_width * (float) (stride - 1);
  for (guint i = find_first_month (self, n_weeks, week_width, room); i < n_weeks; i++)
    {
      GDate day;
      GDateMonth month = get_month (priv->progress, i, &day);

      if (month != last && n_months++ % stride == 0)
        add_month (self, &day, priv->start + (float) i * week_width);
      last = month;
    }
}

/**
 * syl_chart_set_scale:
 * @self: a chart that is laid out
 * @scale: what its height stands for
 *
 * Lays out the scale and the months, which says where there is room for the rest.
 */
void
syl_chart_set_scale (SylChart            *self,
                     const SylChartScale *scale)
{
  SylChartPrivate *priv = get_private (self);
  int width = 0, height = 0;

  priv->scale = *scale;
  for (double value = 0; value <= scale->top + scale->step / 100; value += scale->step)
    {
      g_autofree char *text = scale->dup_text (value);
      int text_width;

      syl_chart_measure_text (self, text, &text_width, &height);
      width = MAX (width, text_width);
    }
  priv->start = (float) (width + GAP);
  priv->end = (float) gtk_widget_get_width (GTK_WIDGET (self));
  priv->top = ceilf ((float) height / 2);
  priv->bottom = (float) (gtk_widget_get_height (GTK_WIDGET (self)) - height - GAP);
  add_scale (self, width, height);
  add_months (self);
}

static void
append_texts (SylChart    *self,
              GtkSnapshot *snapshot)
{
  SylChartPrivate *priv = get_private (self);
  GdkRGBA dim, accent;

  syl_ink_get_dim (GTK_WIDGET (self), &dim);
  syl_ink_get_accent (&accent);
  for (guint i = 0; i < priv->texts->len; i++)
    {
      Text *text = &g_array_index (priv->texts, Text, i);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &text->at);
      gtk_snapshot_append_layout (snapshot, text->layout, text->accent ? &accent : &dim);
      gtk_snapshot_restore (snapshot);
    }
}

static void
syl_chart_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  SylChart *self = SYL_CHART (widget);
  SylChartPrivate *priv = get_private (self);

  if (priv->lines != NULL)
    {
      g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
      GdkRGBA faint;

      syl_ink_get_faint (widget, &faint);
      gtk_snapshot_append_stroke (snapshot, priv->lines, stroke, &faint);
      SYL_CHART_GET_CLASS (self)->draw (self, snapshot);
    }
  append_texts (self, snapshot);
}

static void
syl_chart_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  SylChart *self = SYL_CHART (widget);
  SylChartPrivate *priv = get_private (self);

  clear (self);
  if (priv->progress != NULL && priv->progress->weeks->len > 0)
    SYL_CHART_GET_CLASS (self)->lay_out (self);
}

static void
syl_chart_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
syl_chart_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (syl_chart_parent_class)->css_changed (widget, change);

  gtk_widget_queue_allocate (widget);
}

static void
syl_chart_direction_changed (GtkWidget        *widget,
                             GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (syl_chart_parent_class)->direction_changed (widget, previous);

  gtk_widget_queue_allocate (widget);
}

static void
syl_chart_finalize (GObject *object)
{
  SylChart *self = SYL_CHART (object);
  SylChartPrivate *priv = get_private (self);

  clear (self);
  g_array_unref (priv->texts);
  g_clear_pointer (&priv->progress, syl_plan_progress_unref);

  G_OBJECT_CLASS (syl_chart_parent_class)->finalize (object);
}

static void
syl_chart_class_init (SylChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syl_chart_finalize;
  widget_class->snapshot = syl_chart_snapshot;
  widget_class->size_allocate = syl_chart_size_allocate;
  widget_class->measure = syl_chart_measure;
  widget_class->css_changed = syl_chart_css_changed;
  widget_class->direction_changed = syl_chart_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
syl_chart_init (SylChart *self)
{
  SylChartPrivate *priv = get_private (self);

  priv->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (priv->texts, text_clear);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  syl_ink_follow (GTK_WIDGET (self));
}

/**
 * syl_chart_set_progress:
 * @self: a chart
 * @progress: the year it is to show
 */
void
syl_chart_set_progress (SylChart        *self,
                        SylPlanProgress *progress)
{
  SylChartPrivate *priv = get_private (self);
  g_autofree char *label = NULL;

  g_return_if_fail (SYL_IS_CHART (self));

  g_clear_pointer (&priv->progress, syl_plan_progress_unref);
  priv->progress = syl_plan_progress_ref (progress);
  label = SYL_CHART_GET_CLASS (self)->dup_label (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * syl_chart_get_progress:
 * @self: a chart
 *
 * Returns: (transfer none) (nullable): the year it shows
 */
const SylPlanProgress *
syl_chart_get_progress (SylChart *self)
{
  g_return_val_if_fail (SYL_IS_CHART (self), NULL);

  return get_private (self)->progress;
}
