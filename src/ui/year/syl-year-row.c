/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-row-private.h"

#define MARK 2

G_DEFINE_FINAL_TYPE (SylYearRow, syl_year_row, ADW_TYPE_BIN)

/* The year knows what comes before and after. */
static void
outer_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SylYearRow *self = SYL_YEAR_ROW (widget);
  SylPick *pick = self->week != NULL ? syl_year_week_get_pick (self->week) : NULL;
  g_autofree char *outer = g_strconcat ("year.", name + strlen ("week."), NULL);

  if (pick != NULL)
    gtk_widget_activate_action (widget, outer, "s", syl_pick_get_slug (pick));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  gtk_menu_button_set_menu_model (button, SYL_YEAR_ROW (user_data)->row_menu);
}

/* A line in the gap to the next row, as wide as the row is. */
static void
syl_year_row_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SylYearRow *self = SYL_YEAR_ROW (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  graphene_rect_t bounds;
  float y;
  GdkRGBA color;

  GTK_WIDGET_CLASS (syl_year_row_parent_class)->snapshot (widget, snapshot);
  if (self->mark_at == SYL_YEAR_ROW_MARK_NONE ||
      !gtk_widget_compute_bounds (gtk_widget_get_parent (widget), widget, &bounds))
    return;
  y = bounds.origin.y + (self->mark_at == SYL_YEAR_ROW_MARK_BELOW ? bounds.size.height : 0) - MARK / 2.f;
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), &color);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (bounds.origin.x, y, bounds.size.width, MARK));
}

static void
syl_year_row_dispose (GObject *object)
{
  SylYearRow *self = SYL_YEAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_YEAR_ROW);
  g_clear_object (&self->week);

  G_OBJECT_CLASS (syl_year_row_parent_class)->dispose (object);
}

static void
syl_year_row_class_init (SylYearRowClass *klass)
{
  static const char *const actions[] = {
    "week.read", "week.move-earlier", "week.move-later", "week.swap", "week.skip",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_year_row_dispose;
  widget_class->snapshot = syl_year_row_snapshot;

  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-year-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, title);
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SylYearRow, row_menu);
  for (size_t i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, outer_action);
}

static void
syl_year_row_init (SylYearRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  _syl_year_row_install_drag (self);
}

/**
 * syl_year_row_new:
 *
 * Returns: (transfer floating): a row that shows no week yet
 */
GtkWidget *
syl_year_row_new (void)
{
  return g_object_new (SYL_TYPE_YEAR_ROW, NULL);
}

static void
show_lead (SylYearRow *self)
{
  SylPlanWeekState state = syl_year_week_get_state (self->week);
  gboolean has_mark = state == SYL_PLAN_WEEK_PLANNED || state == SYL_PLAN_WEEK_READ || state == SYL_PLAN_WEEK_SKIPPED;
  SylPick *pick = syl_year_week_get_pick (self->week);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), has_mark && pick != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !has_mark || pick == NULL);
  if (has_mark && pick != NULL)
    syl_state_mark_set_state (self->mark, syl_pick_get_state (pick));
  gtk_image_set_from_icon_name (self->icon, state == SYL_PLAN_WEEK_PAUSED ? "media-playback-pause-symbolic"
                                                                          : "list-remove-symbolic");
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/**
 * syl_year_row_set_week:
 * @self: a row
 * @week: (nullable): the week it is to show
 */
void
syl_year_row_set_week (SylYearRow  *self,
                       SylYearWeek *week)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  g_return_if_fail (SYL_IS_YEAR_ROW (self));

  if (!g_set_object (&self->week, week) || week == NULL)
    return;

  title = syl_year_week_dup_title (week);
  caption = syl_year_week_dup_caption (week);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->caption, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), syl_year_week_is_ahead (week));
  set_class (GTK_WIDGET (self->title), "title-3", syl_year_week_get_present (week));
  set_class (GTK_WIDGET (self->title), "dimmed", syl_year_week_get_pick (week) == NULL ||
                                                   syl_year_week_get_state (week) == SYL_PLAN_WEEK_MISSED);
  show_lead (self);
}

/**
 * syl_year_row_get_week:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the week it shows
 */
SylYearWeek *
syl_year_row_get_week (SylYearRow *self)
{
  g_return_val_if_fail (SYL_IS_YEAR_ROW (self), NULL);

  return self->week;
}

/**
 * syl_year_row_set_mark:
 * @self: a row
 * @mark: where what is dragged over it would go
 */
void
syl_year_row_set_mark (SylYearRow     *self,
                       SylYearRowMark  mark)
{
  g_return_if_fail (SYL_IS_YEAR_ROW (self));

  self->mark_at = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * syl_year_row_get_mark:
 * @self: a row
 *
 * Returns: where what is dragged over it would go
 */
SylYearRowMark
syl_year_row_get_mark (SylYearRow *self)
{
  g_return_val_if_fail (SYL_IS_YEAR_ROW (self), SYL_YEAR_ROW_MARK_NONE);

  return self->mark_at;
}
