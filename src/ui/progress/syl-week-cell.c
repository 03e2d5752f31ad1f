/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-week-cell.h"

#include "progress/syl-ink.h"

#define SIZE 26
#define EDGE 4 /* around the square, for the focus and for the mark of the present week */
#define MARK 2.5f
#define RADIUS 4.f
#define FRAME 2.f

struct _SylWeekCell
{
  GtkWidget parent_instance;

  SylPlanWeekState state;
  gboolean present;
  char *label; /* owned, nullable */
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylWeekCell, syl_week_cell, GTK_TYPE_WIDGET)

static void
append_square (GtkSnapshot           *snapshot,
               const graphene_rect_t *bounds,
               float                  radius,
               const GdkRGBA         *color)
{
  GskRoundedRect square;

  gsk_rounded_rect_init_from_rect (&square, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &square);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_frame (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              float                  radius,
              const GdkRGBA         *color)
{
  GskRoundedRect square;

  gsk_rounded_rect_init_from_rect (&square, bounds, radius);
  gtk_snapshot_append_border (snapshot, &square, (float[4]) { FRAME, FRAME, FRAME, FRAME },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

/* What lies on the faint ground, in sixteenths of the square. */
static void
append_sign (GtkSnapshot           *snapshot,
             const graphene_rect_t *bounds,
             SylPlanWeekState       state,
             const GdkRGBA         *color)
{
  float unit = bounds->size.width / 16;
  float x = bounds->origin.x, y = bounds->origin.y;

  if (state == SYL_PLAN_WEEK_MISSED)
    append_square (snapshot, &GRAPHENE_RECT_INIT (x + 6 * unit, y + 6 * unit, 4 * unit, 4 * unit), 2 * unit, color);
  else if (state == SYL_PLAN_WEEK_SKIPPED)
    append_square (snapshot, &GRAPHENE_RECT_INIT (x + 4 * unit, y + 7 * unit, 8 * unit, 2 * unit), unit, color);
  else if (state == SYL_PLAN_WEEK_PAUSED)
    {
      append_square (snapshot, &GRAPHENE_RECT_INIT (x + 5 * unit, y + 4 * unit, 2 * unit, 8 * unit), unit, color);
      append_square (snapshot, &GRAPHENE_RECT_INIT (x + 9 * unit, y + 4 * unit, 2 * unit, 8 * unit), unit, color);
    }
}

static void
append_state (SylWeekCell           *self,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds)
{
  GdkRGBA accent, dim, faint;

  syl_ink_get_accent (&accent);
  syl_ink_get_dim (GTK_WIDGET (self), &dim);
  syl_ink_get_faint (GTK_WIDGET (self), &faint);
  switch (self->state)
    {
    case SYL_PLAN_WEEK_READ:
      append_square (snapshot, bounds, RADIUS, &accent);
      break;
    case SYL_PLAN_WEEK_PLANNED:
      append_frame (snapshot, bounds, RADIUS, &dim);
      break;
    case SYL_PLAN_WEEK_SKIPPED:
    case SYL_PLAN_WEEK_MISSED:
    case SYL_PLAN_WEEK_PAUSED:
    case SYL_PLAN_WEEK_FREE:
    default:
      append_square (snapshot, bounds, RADIUS, &faint);
      append_sign (snapshot, bounds, self->state, &dim);
    }
}

static void
syl_week_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  SylWeekCell *self = SYL_WEEK_CELL (widget);
  float size = (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, size, size);

  if (self->present)
    {
      GdkRGBA accent;

      syl_ink_get_accent (&accent);
      append_square (snapshot, &GRAPHENE_RECT_INIT (EDGE, size - MARK, size - 2 * EDGE, MARK), MARK / 2, &accent);
    }
  graphene_rect_inset (&bounds, EDGE, EDGE);
  append_state (self, snapshot, &bounds);
}

static void
syl_week_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static gboolean
syl_week_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    by_keyboard,
                             GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, SYL_WEEK_CELL (widget)->label);
  return SYL_WEEK_CELL (widget)->label != NULL;
}

static void
released_cb (SylWeekCell *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
syl_week_cell_finalize (GObject *object)
{
  g_free (SYL_WEEK_CELL (object)->label);

  G_OBJECT_CLASS (syl_week_cell_parent_class)->finalize (object);
}

static void
syl_week_cell_class_init (SylWeekCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  G_OBJECT_CLASS (klass)->finalize = syl_week_cell_finalize;
  widget_class->snapshot = syl_week_cell_snapshot;
  widget_class->measure = syl_week_cell_measure;
  widget_class->query_tooltip = syl_week_cell_query_tooltip;
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "week-cell");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
}

static void
syl_week_cell_init (SylWeekCell *self)
{
  syl_ink_follow (GTK_WIDGET (self));
}

/**
 * syl_week_cell_new:
 * @role: %GTK_ACCESSIBLE_ROLE_PRESENTATION for one that says nothing of itself, and can't be reached;
 *   else what it is
 *
 * Returns: (transfer floating): a week
 */
GtkWidget *
syl_week_cell_new (GtkAccessibleRole role)
{
  gboolean reached = role != GTK_ACCESSIBLE_ROLE_PRESENTATION;
  GtkWidget *self = g_object_new (SYL_TYPE_WEEK_CELL, "accessible-role", role, "focusable", reached, "has-tooltip",
                                  reached, NULL);

  if (reached)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (self, GTK_EVENT_CONTROLLER (click));
    }
  return self;
}

/**
 * syl_week_cell_get_state:
 * @self: a week
 *
 * Returns: what became of it
 */
SylPlanWeekState
syl_week_cell_get_state (SylWeekCell *self)
{
  g_return_val_if_fail (SYL_IS_WEEK_CELL (self), SYL_PLAN_WEEK_PLANNED);

  return self->state;
}

/**
 * syl_week_cell_set_state:
 * @self: a week
 * @state: what becomes, or became, of it
 * @present: whether today is in it
 */
void
syl_week_cell_set_state (SylWeekCell      *self,
                         SylPlanWeekState  state,
                         gboolean          present)
{
  g_return_if_fail (SYL_IS_WEEK_CELL (self));

  self->state = state;
  self->present = present;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * syl_week_cell_set_label:
 * @self: a week
 * @label: all that is to be said of it: for those who listen, and as a tooltip
 */
void
syl_week_cell_set_label (SylWeekCell *self,
                         const char  *label)
{
  g_return_if_fail (SYL_IS_WEEK_CELL (self));

  if (!g_set_str (&self->label, label))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
