/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-progress-ring.h"

#include <adwaita.h>
#include <math.h>

#define DEFAULT_SIZE 16
#define MAX_SIZE 256
#define DURATION_MS 400
#define TRACK_ALPHA 0.15f
#define TRACK_ALPHA_HIGH_CONTRAST 0.4f

struct _SylProgressRing
{
  GtkWidget parent_instance;

  AdwAnimation *animation; /* owned, nullable: made for the first change that is seen */
  double fraction;
  double shown; /* runs after @fraction */
  int size;
};

typedef enum
{
  PROP_FRACTION = 1,
  PROP_SIZE,
} SylProgressRingProps;

static GParamSpec *properties[PROP_SIZE + 1];

G_DEFINE_FINAL_TYPE (SylProgressRing, syl_progress_ring, GTK_TYPE_WIDGET)

static GskPath *
create_arc (float  center,
            float  radius,
            double fraction)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  double angle = 2 * G_PI * fraction;

  if (fraction >= 1)
    {
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (center, center), radius);
      return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
    }

  gsk_path_builder_move_to (builder, center, center - radius);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, fraction > 0.5, TRUE,
                               center + radius * (float) sin (angle),
                               center - radius * (float) cos (angle));
  return gsk_path_builder_free_to_path (g_steal_pointer (&builder));
}

static void
append_arc (GtkSnapshot   *snapshot,
            float          size,
            double         fraction,
            const GdkRGBA *color)
{
  float line_width = MAX (2.f, size / 10);
  g_autoptr (GskPath) path = create_arc (size / 2, (size - line_width) / 2 - 1, fraction);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (line_width);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
get_arc_color (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), color);
}

static void
syl_progress_ring_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SylProgressRing *self = SYL_PROGRESS_RING (widget);
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  float size = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  color.alpha *= high_contrast ? TRACK_ALPHA_HIGH_CONTRAST : TRACK_ALPHA;
  append_arc (snapshot, size, 1, &color);

  if (self->shown > 0)
    {
      get_arc_color (&color);
      append_arc (snapshot, size, self->shown, &color);
    }
}

static void
syl_progress_ring_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = SYL_PROGRESS_RING (widget)->size;
}

static void
show_fraction (double   fraction,
               gpointer user_data)
{
  SylProgressRing *self = user_data;

  self->shown = CLAMP (fraction, 0, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
run_to_fraction (SylProgressRing *self)
{
  if (self->animation == NULL)
    {
      AdwAnimationTarget *target = adw_callback_animation_target_new (show_fraction, self, NULL);

      self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, DURATION_MS, target);
    }

  adw_animation_pause (self->animation);
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->shown);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), self->fraction);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static void
set_size (SylProgressRing *self,
          int              size)
{
  if (self->size == size)
    return;

  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIZE]);
}

static void
syl_progress_ring_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylProgressRing *self = SYL_PROGRESS_RING (object);

  switch ((SylProgressRingProps) property_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    }
}

static void
syl_progress_ring_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylProgressRing *self = SYL_PROGRESS_RING (object);

  switch ((SylProgressRingProps) property_id)
    {
    case PROP_FRACTION:
      syl_progress_ring_set_fraction (self, g_value_get_double (value));
      break;
    case PROP_SIZE:
      set_size (self, g_value_get_int (value));
      break;
    }
}

static void
syl_progress_ring_dispose (GObject *object)
{
  SylProgressRing *self = SYL_PROGRESS_RING (object);

  g_clear_object (&self->animation);

  G_OBJECT_CLASS (syl_progress_ring_parent_class)->dispose (object);
}

static void
syl_progress_ring_class_init (SylProgressRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_progress_ring_dispose;
  object_class->get_property = syl_progress_ring_get_property;
  object_class->set_property = syl_progress_ring_set_property;
  widget_class->measure = syl_progress_ring_measure;
  widget_class->snapshot = syl_progress_ring_snapshot;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, MAX_SIZE, DEFAULT_SIZE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "progress-ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
syl_progress_ring_init (SylProgressRing *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->size = DEFAULT_SIZE;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.0,
                                  -1);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * syl_progress_ring_new:
 *
 * Returns: (transfer floating): an empty ring
 */
GtkWidget *
syl_progress_ring_new (void)
{
  return g_object_new (SYL_TYPE_PROGRESS_RING, NULL);
}

/**
 * syl_progress_ring_get_fraction:
 * @self: a ring
 *
 * Returns: how much is done, 0 to 1
 */
double
syl_progress_ring_get_fraction (SylProgressRing *self)
{
  g_return_val_if_fail (SYL_IS_PROGRESS_RING (self), 0);

  return self->fraction;
}

/**
 * syl_progress_ring_set_fraction:
 * @self: a ring
 * @fraction: how much is done, 0 to 1
 *
 * A ring on the screen runs to its new place, unless the reader wants no animations.
 */
void
syl_progress_ring_set_fraction (SylProgressRing *self,
                                double           fraction)
{
  g_return_if_fail (SYL_IS_PROGRESS_RING (self));

  fraction = CLAMP (fraction, 0, 1);
  if (!(self->fraction < fraction) && !(self->fraction > fraction))
    return;

  self->fraction = fraction;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, fraction, -1);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    run_to_fraction (self);
  else
    show_fraction (fraction, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}
