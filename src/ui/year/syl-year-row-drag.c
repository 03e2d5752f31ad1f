/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-row-private.h"

static GdkContentProvider *
create_content (SylYearRow *self)
{
  if (self->week == NULL || !syl_year_week_is_ahead (self->week))
    return NULL;
  return gdk_content_provider_new_typed (SYL_TYPE_YEAR_WEEK, self->week);
}

/* What goes along with the pointer. */
static void
show_icon (SylYearRow *self,
           GdkDrag    *drag)
{
  GtkWidget *label = gtk_label_new (syl_pick_get_title (syl_year_week_get_pick (self->week)));
  GtkWidget *card = adw_bin_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_add_css_class (card, "view");
  gtk_widget_add_css_class (card, "frame");
  adw_bin_set_child (ADW_BIN (card), label);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), card);
  gdk_drag_set_hotspot (drag, -6, -6);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            SylYearRow    *self)
{
  return create_content (self);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               SylYearRow    *self)
{
  show_icon (self, drag);
}

/* The list scrolls under a finger that moves at once, so that one that stays drags. */
static void
long_pressed_cb (GtkGestureLongPress *press,
                 double               x,
                 double               y,
                 SylYearRow          *self)
{
  g_autoptr (GdkContentProvider) content = create_content (self);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (press));
  GdkDrag *drag;

  if (content == NULL || device == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  drag = gdk_drag_begin (gtk_native_get_surface (native), device, content, GDK_ACTION_MOVE, 0, 0);
  if (drag == NULL)
    return;
  show_icon (self, drag);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (g_object_unref), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (g_object_unref), NULL);
}

void
_syl_year_row_install_drag (SylYearRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
