/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-week-strip.h"

#include "syl-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CELL 10
#define GAP 4
#define SMALL 4
#define RADIUS 2.5f
#define DIM 0.35f
#define DIM_HIGH_CONTRAST 0.7f

struct _SylWeekStrip
{
  GtkWidget parent_instance;

  GArray *states;       /* owned; of SylPlanWeekState */
  unsigned int present; /* index; beyond the last where today is in none */
};

G_DEFINE_FINAL_TYPE (SylWeekStrip, syl_week_strip, GTK_TYPE_WIDGET)

static int
count_columns (int width)
{
  return MAX (1, (width + GAP) / (CELL + GAP));
}

static void
get_accent (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), color);
}

static void
append_square (GtkSnapshot   *snapshot,
               float          x,
               float          y,
               float          size,
               const GdkRGBA *color,
               gboolean       filled)
{
  GskRoundedRect square;

  gsk_rounded_rect_init_from_rect (&square, &GRAPHENE_RECT_INIT (x, y, size, size), RADIUS);
  if (filled)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &square);
      gtk_snapshot_append_color (snapshot, color, &square.bounds);
      gtk_snapshot_pop (snapshot);
      return;
    }
  gtk_snapshot_append_border (snapshot, &square, (float[4]) { 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

static void
append_week (SylWeekStrip *self,
             GtkSnapshot  *snapshot,
             unsigned int  index,
             float         x,
             float         y)
{
  SylPlanWeekState state = g_array_index (self->states, SylPlanWeekState, index);
  gboolean high_contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  gboolean small = state != SYL_PLAN_WEEK_READ && state != SYL_PLAN_WEEK_PLANNED;
  GdkRGBA accent, dim;

  get_accent (&accent);
  gtk_widget_get_color (GTK_WIDGET (self), &dim);
  dim.alpha *= high_contrast ? DIM_HIGH_CONTRAST : DIM;
  if (index == self->present)
    append_square (snapshot, x - 2, y - 2, CELL + 4, &accent, FALSE);
  if (small)
    append_square (snapshot, x + (CELL - SMALL) / 2.f, y + (CELL - SMALL) / 2.f, SMALL, &dim, TRUE);
  else
    append_square (snapshot, x, y, CELL, state == SYL_PLAN_WEEK_READ ? &accent : &dim, state == SYL_PLAN_WEEK_READ);
}

static void
syl_week_strip_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SylWeekStrip *self = SYL_WEEK_STRIP (widget);
  int columns = count_columns (gtk_widget_get_width (widget));
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->states->len; i++)
    {
      int column = (int) i % columns, row = (int) i / columns;

      append_week (self, snapshot, i, (float) ((from_right ? columns - 1 - column : column) * (CELL + GAP)) + 2,
                   (float) (row * (CELL + GAP)) + 2);
    }
}

static GtkSizeRequestMode
syl_week_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
syl_week_strip_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  int n_weeks = (int) SYL_WEEK_STRIP (widget)->states->len, columns;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 10 * (CELL + GAP);
      *natural = 20 * (CELL + GAP);
      return;
    }
  columns = count_columns (for_size >= 0 ? for_size : 20 * (CELL + GAP));
  *minimum = *natural = (n_weeks + columns - 1) / columns * (CELL + GAP);
}

static void
syl_week_strip_finalize (GObject *object)
{
  g_array_unref (SYL_WEEK_STRIP (object)->states);

  G_OBJECT_CLASS (syl_week_strip_parent_class)->finalize (object);
}

static void
syl_week_strip_class_init (SylWeekStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syl_week_strip_finalize;
  widget_class->snapshot = syl_week_strip_snapshot;
  widget_class->measure = syl_week_strip_measure;
  widget_class->get_request_mode = syl_week_strip_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
syl_week_strip_init (SylWeekStrip *self)
{
  self->states = g_array_new (FALSE, FALSE, sizeof (SylPlanWeekState));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::accent-color",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * syl_week_strip_set_plan:
 * @self: a strip
 * @plan: whose weeks it shows; it is not kept
 * @present: index of the present week; %G_MAXUINT if there is none
 */
void
syl_week_strip_set_plan (SylWeekStrip  *self,
                         const SylPlan *plan,
                         unsigned int   present)
{
  g_autofree char *label = NULL;
  unsigned int n_read = 0;

  g_return_if_fail (SYL_IS_WEEK_STRIP (self));

  g_array_set_size (self->states, 0);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      SylPlanWeekState state = g_array_index (plan->weeks, SylPlanWeek, i).state;

      g_array_append_val (self->states, state);
      n_read += state == SYL_PLAN_WEEK_READ;
    }
  self->present = present;
  /* Translators: for those who listen: the weeks in which a pick was read, and all weeks of the year */
  label = g_strdup_printf (_("Read in %u of %u weeks"), n_read, plan->weeks->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
