/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-window.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "store/syl-store.h"
#include "syl-memory.h"
#include "syl-window-private.h"
#include "welcome/syl-welcome.h"

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SETTINGS,
  PROP_LIST_URI,
  PROP_PICK_STATE,
  PROP_NARROW,
  PROP_ROOMY,
} SylWindowProps;

static GParamSpec *properties[PROP_ROOMY + 1];

G_DEFINE_FINAL_TYPE (SylWindow, syl_window, ADW_TYPE_APPLICATION_WINDOW)

static void open_library (SylWindow *self);

/* The first frame does not wait for the library, nor the library for the first frame. */
static void
show_library (SylWindow *self)
{
  /* Not to who came for something else. */
  gboolean welcome = self->destination == SYL_DESTINATION_SAVED && self->waiting_list == NULL;

  if (!self->opened || !self->painted || self->ready)
    return;

  self->ready = TRUE;
  g_object_set (self->contents_pane, "library", self->library, NULL);
  g_object_set (self->picks_pane, "library", self->library, NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->outer_view));
  _syl_window_update_actions (self);
  _syl_window_go (self);
  _syl_window_open_waiting_list (self);
  _syl_window_open_waiting_search (self);
  syl_pick_pane_preload (self->pick_pane);
  if (welcome)
    syl_welcome_offer (GTK_WIDGET (self), self->library, self->settings, self->cancellable);
}

static void
show_failure (SylWindow    *self,
              const GError *error)
{
  if (self->failure == NULL)
    {
      self->failure = SYL_LIBRARY_FAILURE_PAGE (syl_library_failure_page_new (self->library));
      g_signal_connect_object (self->failure, "retry", G_CALLBACK (open_library), self, G_CONNECT_SWAPPED);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->failure));
    }

  syl_library_failure_page_show_error (self->failure, error);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->failure));
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  SylWindow *self = user_data;
  gboolean opened = syl_library_open_finish (SYL_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!opened)
    {
      g_message ("The library can't be opened: %s", error->message);
      show_failure (self, error);
      return;
    }

  self->opened = TRUE;
  show_library (self);
}

static void
open_library (SylWindow *self)
{
  g_autofree char *list_uri = g_settings_get_string (self->settings, "selected-list");

  if (syl_library_get_open (self->library))
    {
      self->opened = TRUE;
      show_library (self);
      return;
    }

  syl_library_select_list (self->library, *list_uri != '\0' ? list_uri : NULL);
  syl_library_open_async (self->library, self->cancellable, open_cb, self);
}

static void
after_paint_cb (SylWindow     *self,
                GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, self);
  self->painted = TRUE;
  show_library (self);
}

static void
realize_cb (SylWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (!self->painted)
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), self, G_CONNECT_SWAPPED);
}

/* A page and its panel need the room of the contents. */
static gboolean
is_folded (GtkWidget *widget,
           gboolean   narrow,
           gboolean   roomy,
           gboolean   reading,
           GtkWidget *whole)
{
  return narrow || (reading && !roomy && ADW_IS_NAVIGATION_SPLIT_VIEW (whole));
}

static void
contents_activated_cb (SylWindow *self)
{
  _syl_window_leave_search (self);
  adw_navigation_split_view_set_show_content (self->inner_view, FALSE);
  adw_navigation_split_view_set_show_content (self->outer_view, TRUE);
  _syl_window_focus_middle (self);
}

static void
pick_activated_cb (SylWindow *self)
{
  adw_navigation_split_view_set_show_content (self->inner_view, TRUE);
}

static void
pick_changed_cb (SylWindow *self)
{
  g_signal_group_set_target (self->pick_signals, _syl_window_get_pick (self));
  _syl_window_pick_changed (self);
}

static void
state_changed_cb (SylWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK_STATE]);
}

/* The week may have turned while the window was out of sight. */
static void
active_changed_cb (SylWindow *self)
{
  if (self->ready && gtk_window_is_active (GTK_WINDOW (self)))
    {
      syl_contents_pane_refresh_week (self->contents_pane);
      syl_library_refresh_questions (self->library);
    }
}

static void
list_changed_cb (SylWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_URI]);
  syl_memory_settle ();
}

static void
select_list (SylWindow  *self,
             const char *list_uri)
{
  g_settings_set_string (self->settings, "selected-list", list_uri);
  syl_library_select_list (self->library, list_uri);
}

static void
bind_settings (SylWindow *self)
{
  GSettings *settings = self->settings;

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "selected-group", self->contents_pane, "selected-key", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "show-panel", self->pick_pane, "show-panel", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "zoom", self->pick_pane, "zoom", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "count-reading-time", self->pick_pane, "count-time", G_SETTINGS_BIND_GET);
}

static void
syl_window_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SylWindow *self = SYL_WINDOW (object);
  SylList *list;
  SylPick *pick;

  switch ((SylWindowProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    case PROP_LIST_URI:
      list = syl_library_get_list (self->library);
      g_value_set_string (value, list != NULL ? syl_list_get_uri (list) : "");
      break;
    case PROP_PICK_STATE:
      pick = _syl_window_get_pick (self);
      g_value_set_enum (value, pick != NULL ? syl_pick_get_state (pick) : SYL_PICK_STATE_UNREAD);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_ROOMY:
      g_value_set_boolean (value, self->roomy);
      break;
    }
}

static void
syl_window_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  SylWindow *self = SYL_WINDOW (object);

  switch ((SylWindowProps) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    case PROP_LIST_URI:
      select_list (self, g_value_get_string (value));
      break;
    case PROP_PICK_STATE:
      _syl_window_set_state (self, g_value_get_enum (value));
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ROOMY:
      self->roomy = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
syl_window_constructed (GObject *object)
{
  SylWindow *self = SYL_WINDOW (object);

  G_OBJECT_CLASS (syl_window_parent_class)->constructed (object);

  bind_settings (self);
  g_signal_connect_object (self->library, "notify::list", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::can-undo", G_CALLBACK (_syl_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "notify::can-redo", G_CALLBACK (_syl_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  _syl_window_update_actions (self);
  open_library (self);
}

static void
syl_window_dispose (GObject *object)
{
  SylWindow *self = SYL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->going);
  g_clear_object (&self->pick_signals);
  g_clear_object (&self->state_toast);
  g_clear_object (&self->waiting_list);
  g_clear_object (&self->destination_highlight);
  g_clear_object (&self->found_pick);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_WINDOW);
  g_clear_object (&self->settings);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_window_parent_class)->dispose (object);
}

static void
syl_window_finalize (GObject *object)
{
  SylWindow *self = SYL_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->going);
  g_free (self->destination_id);
  g_free (self->destination_source);
  g_weak_ref_clear (&self->plan_toast);
  _syl_window_finalize_search (self);

  G_OBJECT_CLASS (syl_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_CONTENTS_PANE);
  g_type_ensure (SYL_TYPE_PICK_PANE);
  g_type_ensure (SYL_TYPE_PICKS_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SylWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, outer_view);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, inner_view);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, whole_stack);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, picks_page);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, middle_stack);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, contents_pane);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, picks_pane);
  gtk_widget_class_bind_template_child (widget_class, SylWindow, pick_pane);
  gtk_widget_class_bind_template_callback_full (widget_class, "group_changed_cb", G_CALLBACK (_syl_window_show_group));
  gtk_widget_class_bind_template_callback (widget_class, is_folded);
  gtk_widget_class_bind_template_callback (widget_class, contents_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pick_changed_cb);
}

static void
syl_window_class_init (SylWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->constructed = syl_window_constructed;
  object_class->dispose = syl_window_dispose;
  object_class->finalize = syl_window_finalize;
  object_class->get_property = syl_window_get_property;
  object_class->set_property = syl_window_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, fixed);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, fixed);
  properties[PROP_LIST_URI] =
    g_param_spec_string ("list-uri", NULL, NULL, NULL, flags);
  properties[PROP_PICK_STATE] =
    g_param_spec_enum ("pick-state", NULL, NULL, SYL_TYPE_PICK_STATE, SYL_PICK_STATE_UNREAD, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_ROOMY] = g_param_spec_boolean ("roomy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (GTK_WIDGET_CLASS (klass));
  _syl_window_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
syl_window_init (SylWindow *self)
{
  g_weak_ref_init (&self->plan_toast, NULL);
  _syl_window_init_search (self);
  self->cancellable = g_cancellable_new ();
  self->pick_signals = g_signal_group_new (SYL_TYPE_PICK);
  g_signal_group_connect_swapped (self->pick_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_group_connect_swapped (self->pick_signals, "notify::loaded", G_CALLBACK (_syl_window_pick_changed), self);

  gtk_widget_init_template (GTK_WIDGET (self));

  if (SYL_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed_cb), NULL);
}

/**
 * syl_window_new:
 * @application: whose window it is
 * @library: what it shows; opened by the window if it is not open yet
 * @settings: where it keeps how it was left
 *
 * Returns: (transfer none): a window that is not shown yet; GTK owns it
 */
SylWindow *
syl_window_new (GtkApplication *application,
                SylLibrary     *library,
                GSettings      *settings)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SYL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  return g_object_new (SYL_TYPE_WINDOW,
                       "application", application,
                       "library", library,
                       "settings", settings,
                       NULL);
}

/**
 * syl_window_show_toast:
 * @self: a window
 * @text: what it says for some seconds
 */
void
syl_window_show_toast (SylWindow  *self,
                       const char *text)
{
  AdwToast *toast;

  g_return_if_fail (SYL_IS_WINDOW (self));

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}
