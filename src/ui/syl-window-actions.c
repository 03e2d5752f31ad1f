/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-meanings-dialog.h"
#include "highlights/syl-trash-dialog.h"
#include "syl-window-private.h"

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  if (self->state_toast != NULL)
    _syl_window_undo_state (self);
  else
    _syl_window_undo_edit (self);
}

static void
undo_edit_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  _syl_window_undo_edit (SYL_WINDOW (widget));
}

static void
undo_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  _syl_window_undo_plan (SYL_WINDOW (widget));
}

static void
offer_plan_undo_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  _syl_window_offer_plan_undo (SYL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _syl_window_redo_edit (SYL_WINDOW (widget));
}

static void
toggle_read_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  _syl_window_toggle_read (SYL_WINDOW (widget));
}

static void
toggle_skipped_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  _syl_window_toggle_skipped (SYL_WINDOW (widget));
}

static void
next_pick_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  syl_picks_pane_move (SYL_WINDOW (widget)->picks_pane, 1);
}

static void
previous_pick_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  syl_picks_pane_move (SYL_WINDOW (widget)->picks_pane, -1);
}

static void
show_toast_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  syl_window_show_toast (SYL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_group_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  syl_contents_pane_set_selected_key (SYL_WINDOW (widget)->contents_pane, g_variant_get_string (parameter, NULL));
}

static void
delete_highlight_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  _syl_window_delete_highlight (SYL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_trash_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  adw_dialog_present (syl_trash_dialog_new (SYL_WINDOW (widget)->library), widget);
}

static void
rename_meanings_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  adw_dialog_present (syl_meanings_dialog_new (SYL_WINDOW (widget)->library), widget);
}

static void
step_down_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  _syl_window_step (SYL_WINDOW (widget), TRUE);
}

static void
step_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  _syl_window_step (SYL_WINDOW (widget), FALSE);
}

static void
show_pick_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  syl_window_show_pick (SYL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
read_pick_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  syl_window_read_pick (SYL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
focus_contents_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->outer_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->contents_pane));
}

static void
focus_picks_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  _syl_window_leave_search (self);
  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
  adw_navigation_split_view_set_show_content (self->inner_view, FALSE);
  _syl_window_focus_middle (self);
}

static void
focus_page_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
  if (_syl_window_focus_whole (self))
    return;
  adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pick_pane));
}

void
_syl_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.select-list", "list-uri");
  gtk_widget_class_install_property_action (widget_class, "win.set-state", "pick-state");
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-edit", NULL, undo_edit_action);
  gtk_widget_class_install_action (widget_class, "win.undo-plan", NULL, undo_plan_action);
  gtk_widget_class_install_action (widget_class, "win.offer-plan-undo", "s", offer_plan_undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-read", NULL, toggle_read_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-skipped", NULL, toggle_skipped_action);
  gtk_widget_class_install_action (widget_class, "win.next-pick", NULL, next_pick_action);
  gtk_widget_class_install_action (widget_class, "win.previous-pick", NULL, previous_pick_action);
  gtk_widget_class_install_action (widget_class, "win.show-toast", "s", show_toast_action);
  gtk_widget_class_install_action (widget_class, "win.show-group", "s", show_group_action);
  gtk_widget_class_install_action (widget_class, "win.delete-highlight", "s", delete_highlight_action);
  gtk_widget_class_install_action (widget_class, "win.show-trash", NULL, show_trash_action);
  gtk_widget_class_install_action (widget_class, "win.rename-meanings", NULL, rename_meanings_action);
  gtk_widget_class_install_action (widget_class, "win.step-down", NULL, step_down_action);
  gtk_widget_class_install_action (widget_class, "win.step-up", NULL, step_up_action);
  gtk_widget_class_install_action (widget_class, "win.read-pick", "s", read_pick_action);
  gtk_widget_class_install_action (widget_class, "win.show-pick", "s", show_pick_action);
  gtk_widget_class_install_action (widget_class, "win.focus-contents", NULL, focus_contents_action);
  gtk_widget_class_install_action (widget_class, "win.focus-picks", NULL, focus_picks_action);
  gtk_widget_class_install_action (widget_class, "win.focus-page", NULL, focus_page_action);
  _syl_window_install_review_actions (widget_class);
  _syl_window_install_search_actions (widget_class);
}

void
_syl_window_update_actions (SylWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SylPick *pick = _syl_window_get_pick (self);
  gboolean editable = pick != NULL && syl_pick_get_loaded (pick) && !syl_pick_get_extra (pick) &&
                      !syl_library_get_read_only (self->library);
  gboolean shown = self->ready && _syl_window_shows_picks (self);
  gboolean can_undo = FALSE, can_redo = FALSE;

  g_object_get (self->library, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (widget, "win.set-state", editable);
  gtk_widget_action_set_enabled (widget, "win.toggle-read", editable && shown);
  gtk_widget_action_set_enabled (widget, "win.toggle-skipped", editable && shown);
  gtk_widget_action_set_enabled (widget, "win.undo", self->state_toast != NULL || can_undo);
  gtk_widget_action_set_enabled (widget, "win.undo-edit", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.next-pick", shown);
  gtk_widget_action_set_enabled (widget, "win.previous-pick", shown);
  _syl_window_update_search_actions (self);
}
