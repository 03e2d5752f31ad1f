/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-page.h"
#include "syl-window-private.h"

/* The search takes all the room beside the contents, which know what was selected: that is where the reader was,
 * and what is shown again once the search is closed. */
gboolean
_syl_window_is_searching (SylWindow *self)
{
  return self->search_page != NULL && gtk_stack_get_visible_child (self->whole_stack) == self->search_page;
}

static gboolean
can_go_back (SylWindow *self)
{
  return self->found_pick != NULL && self->found_pick == _syl_window_get_pick (self) &&
         _syl_window_shows_picks (self);
}

/* Back leads to the search for as long as what was opened out of it is shown. */
void
_syl_window_set_found_pick (SylWindow *self,
                            SylPick   *pick)
{
  g_set_object (&self->found_pick, pick);
  _syl_window_update_search_actions (self);
}

/* Shows what is selected in the contents again. Returns: whether the search was shown */
gboolean
_syl_window_leave_search (SylWindow *self)
{
  gboolean searching = _syl_window_is_searching (self);

  g_clear_object (&self->found_pick);
  if (searching)
    {
      gtk_stack_set_visible_child (self->whole_stack, GTK_WIDGET (self->inner_view));
      _syl_window_update_actions (self);
    }
  return searching;
}

/* To where the reader was. */
static void
close_search (SylWindow *self)
{
  g_autoptr (GtkWidget) focus = g_weak_ref_get (&self->search_focus);

  _syl_window_leave_search (self);
  if (self->search_from_contents && adw_navigation_split_view_get_collapsed (self->outer_view))
    adw_navigation_split_view_set_show_content (self->outer_view, FALSE);
  if (focus != NULL && gtk_widget_get_mapped (focus) && gtk_widget_grab_focus (focus))
    return;
  if (_syl_window_shows_picks (self) && adw_navigation_split_view_get_show_content (self->inner_view))
    gtk_widget_grab_focus (GTK_WIDGET (self->pick_pane));
  else
    _syl_window_focus_middle (self);
}

static void
popped_cb (SylWindow *self)
{
  if (adw_navigation_split_view_get_collapsed (self->inner_view) &&
      !adw_navigation_split_view_get_show_content (self->inner_view))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back-to-search", NULL);
}

static void
ensure_search_page (SylWindow *self)
{
  if (self->search_page != NULL)
    return;

  self->search_page = syl_search_page_new (self->library);
  g_signal_connect_object (self->search_page, "closed", G_CALLBACK (close_search), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->whole_stack, self->search_page, "search");
  /* Where there is room for one pane, a pick is left by its back button. */
  g_signal_connect_object (self->inner_view, "notify::show-content", G_CALLBACK (popped_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_search (SylWindow *self)
{
  ensure_search_page (self);
  gtk_stack_set_visible_child (self->whole_stack, self->search_page);
  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
  _syl_window_update_actions (self);
}

static void
begin_search (SylWindow *self)
{
  if (!_syl_window_is_searching (self))
    {
      g_weak_ref_set (&self->search_focus, gtk_root_get_focus (GTK_ROOT (self)));
      self->search_from_contents = !adw_navigation_split_view_get_show_content (self->outer_view);
    }
  show_search (self);
  gtk_widget_grab_focus (self->search_page);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  /* What the keyboard is in covers the page. */
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget)) == NULL)
    begin_search (SYL_WINDOW (widget));
}

/* Of a button in the contents: where they take all the room, it leads on from there. */
static void
toggle_search_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  if (_syl_window_is_searching (self) && !adw_navigation_split_view_get_collapsed (self->outer_view))
    close_search (self);
  else
    begin_search (self);
}

static void
back_to_search_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  SylWindow *self = SYL_WINDOW (widget);

  _syl_window_set_found_pick (self, NULL);
  show_search (self);
  syl_search_page_resume (SYL_SEARCH_PAGE (self->search_page));
}

void
_syl_window_install_search_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-search", NULL, toggle_search_action);
  gtk_widget_class_install_action (widget_class, "win.back-to-search", NULL, back_to_search_action);
}

void
_syl_window_update_search_actions (SylWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.search", self->ready);
  gtk_widget_action_set_enabled (widget, "win.toggle-search", self->ready);
  gtk_widget_action_set_enabled (widget, "win.back-to-search", self->ready && can_go_back (self));
  syl_contents_pane_set_searching (self->contents_pane, _syl_window_is_searching (self));
}

void
_syl_window_init_search (SylWindow *self)
{
  g_weak_ref_init (&self->search_focus, NULL);
}

void
_syl_window_finalize_search (SylWindow *self)
{
  g_weak_ref_clear (&self->search_focus);
  g_free (self->waiting_words);
}

/* Once the library is open. */
void
_syl_window_open_waiting_search (SylWindow *self)
{
  g_autofree char *words = g_steal_pointer (&self->waiting_words);

  if (words != NULL)
    syl_window_search (self, words);
}

/**
 * syl_window_search:
 * @self: a window
 * @words: what is looked for; "" for what the reader is going to type
 *
 * Shows the search with what it finds, at once or when the library is open.
 */
void
syl_window_search (SylWindow  *self,
                   const char *words)
{
  g_return_if_fail (SYL_IS_WINDOW (self));

  if (!self->ready)
    {
      g_set_str (&self->waiting_words, words);
      return;
    }

  begin_search (self);
  syl_search_page_search (SYL_SEARCH_PAGE (self->search_page), words);
}
