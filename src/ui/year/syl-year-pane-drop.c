/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-pane-private.h"

/* How near to the edge the list begins to scroll, and how far in a frame at most. */
#define EDGE 48
#define FASTEST 14

/* Returns: (transfer none) (nullable): the row at a height of the list */
static SylYearRow *
find_row (SylYearPane *self,
          double       y)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  GtkWidget *widget = gtk_widget_pick (scroller, gtk_widget_get_width (scroller) / 2.0, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, SYL_TYPE_YEAR_ROW) : NULL;

  if (row == NULL && widget != NULL)
    row = gtk_widget_get_first_child (widget);
  return SYL_IS_YEAR_ROW (row) ? SYL_YEAR_ROW (row) : NULL;
}

/* Behind a week that nothing can be put in place of. */
static SylYearRowMark
find_mark (SylYearPane *self,
           SylYearRow  *row,
           double       y)
{
  graphene_rect_t bounds;

  if (!syl_year_week_is_ahead (syl_year_row_get_week (row)))
    return SYL_YEAR_ROW_MARK_BELOW;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->scroller), &bounds))
    return SYL_YEAR_ROW_MARK_NONE;
  return y < graphene_rect_get_y (&bounds) + graphene_rect_get_height (&bounds) / 2 ? SYL_YEAR_ROW_MARK_ABOVE
                                                                                     : SYL_YEAR_ROW_MARK_BELOW;
}

static void
mark_row (SylYearPane    *self,
          SylYearRow     *row,
          SylYearRowMark  mark)
{
  if (self->drop_row != NULL && self->drop_row != row)
    syl_year_row_set_mark (self->drop_row, SYL_YEAR_ROW_MARK_NONE);
  g_set_object (&self->drop_row, row);
  if (row != NULL)
    syl_year_row_set_mark (row, mark);
}

/* Weeks that are over stay as they were. Returns: whether a pick can be dropped there */
static gboolean
point_at (SylYearPane *self,
          double       y)
{
  SylYearRow *row = find_row (self, y);
  gboolean editable = self->year != NULL && !syl_library_get_read_only (self->library);

  if (row == NULL || !editable ||
      syl_year_week_get_number (syl_year_row_get_week (row)) <= syl_year_get_plan (self->year)->n_over)
    {
      mark_row (self, NULL, SYL_YEAR_ROW_MARK_NONE);
      return FALSE;
    }
  mark_row (self, row, find_mark (self, row, y));
  return TRUE;
}

static double
get_speed (SylYearPane *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scroller));
  double inside = MIN (self->drop_y, height - self->drop_y);

  if (inside >= EDGE)
    return 0;
  return (self->drop_y < height / 2 ? -1 : 1) * FASTEST * (1 - MAX (inside, 0) / EDGE);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  SylYearPane *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + get_speed (self));
  point_at (self, self->drop_y);
  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (SylYearPane *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->scroll_tick);
  self->scroll_tick = 0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           SylYearPane   *self)
{
  self->drop_y = y;
  if (get_speed (self) > 0 || get_speed (self) < 0)
    {
      if (self->scroll_tick == 0)
        self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), scroll_cb, self, NULL);
    }
  else
    stop_scrolling (self);
  return point_at (self, y) ? GDK_ACTION_MOVE : 0;
}

/* Nothing is dragged over the list any more. */
void
_syl_year_pane_end_drop (SylYearPane *self)
{
  mark_row (self, NULL, SYL_YEAR_ROW_MARK_NONE);
  if (self->scroller != NULL)
    stop_scrolling (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         SylYearPane   *self)
{
  SylPick *dragged = syl_year_week_get_pick (g_value_get_object (value));
  const SylPlan *plan;
  int pick, index, before;

  if (!point_at (self, y))
    return FALSE;
  plan = syl_year_get_plan (self->year);
  pick = syl_year_find_pick (self->year, dragged);
  index = (int) syl_year_week_get_number (syl_year_row_get_week (self->drop_row)) - 1;
  if (syl_year_row_get_mark (self->drop_row) == SYL_YEAR_ROW_MARK_BELOW)
    index++;
  _syl_year_pane_end_drop (self);

  before = syl_plan_find_planned (plan, index, 1);
  if (pick < 0 || before == pick || before == syl_plan_find_planned (plan, (int) syl_plan_number_pick (plan, pick), 1))
    return FALSE;
  _syl_year_pane_move (self, pick, before);
  return TRUE;
}

void
_syl_year_pane_install_drop (SylYearPane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SYL_TYPE_YEAR_WEEK, GDK_ACTION_MOVE);

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (_syl_year_pane_end_drop), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), GTK_EVENT_CONTROLLER (target));
}
