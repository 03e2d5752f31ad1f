/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-focus-watch.h"

struct _SylFocusWatch
{
  GObject parent_instance;

  SylFocusTimer *timer;           /* owned */
  GtkWidget *widget;              /* unowned, nullable: may go before the watch */
  GtkWindow *window;              /* unowned, nullable: while the widget is in sight */
  GtkEventController *controller; /* owned by the window, nullable */
};

G_DEFINE_FINAL_TYPE (SylFocusWatch, syl_focus_watch, G_TYPE_OBJECT)

/* Not all that happens is done by the reader: windows also get events when others move. */
static gboolean
event_cb (SylFocusWatch *self,
          GdkEvent      *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_TOUCHPAD_SWIPE:
      syl_focus_timer_note_input (self->timer);
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
active_cb (SylFocusWatch *self)
{
  syl_focus_timer_set_active (self->timer, self->window != NULL && gtk_window_is_active (self->window));
}

static void
drop_window (SylFocusWatch *self)
{
  if (self->window == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->window, self);
  g_signal_handlers_disconnect_by_data (self->controller, self);
  gtk_widget_remove_controller (GTK_WIDGET (self->window), self->controller);
  self->controller = NULL;
  self->window = NULL;
}

static void
unmap_cb (SylFocusWatch *self)
{
  drop_window (self);
  active_cb (self);
}

static void
map_cb (SylFocusWatch *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  drop_window (self);
  if (GTK_IS_WINDOW (root))
    {
      self->window = GTK_WINDOW (root);
      self->controller = gtk_event_controller_legacy_new ();
      gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (self->controller, "event", G_CALLBACK (event_cb), self);
      g_signal_connect_swapped (self->window, "notify::is-active", G_CALLBACK (active_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->window), self->controller);
    }
  active_cb (self);
}

static void
syl_focus_watch_dispose (GObject *object)
{
  SylFocusWatch *self = SYL_FOCUS_WATCH (object);

  drop_window (self);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->timer);

  G_OBJECT_CLASS (syl_focus_watch_parent_class)->dispose (object);
}

static void
syl_focus_watch_class_init (SylFocusWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_focus_watch_dispose;
}

static void
syl_focus_watch_init (SylFocusWatch *self)
{
}

/**
 * syl_focus_watch_new:
 * @timer: what is told
 * @widget: what is watched; not held
 *
 * Returns: (transfer full): a watch that works for as long as it is held
 */
SylFocusWatch *
syl_focus_watch_new (SylFocusTimer *timer,
                     GtkWidget     *widget)
{
  SylFocusWatch *self;

  g_return_val_if_fail (SYL_IS_FOCUS_TIMER (timer), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (SYL_TYPE_FOCUS_WATCH, NULL);
  self->timer = g_object_ref (timer);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (widget, "map", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (unmap_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (widget))
    map_cb (self);
  return self;
}
