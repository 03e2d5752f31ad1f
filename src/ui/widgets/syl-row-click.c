/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-row-click.h"

static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             GtkWidget       *row)
{
  GtkWidget *item = gtk_widget_get_parent (row);

  if (n_press == 1 && item != NULL)
    gtk_widget_activate (item);
}

/**
 * syl_row_click_install:
 * @row: the child of a #GtkListItem
 *
 * Makes one click activate the row, also when it is selected already: a list view does so only
 * together with selecting whatever the pointer hovers over.
 */
void
syl_row_click_install (GtkWidget *row)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), row, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}
