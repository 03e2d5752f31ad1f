/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-marker-bar.h"

#include "notes/syl-meaning.h"

#define GAP 6

struct _SylMarkerBar
{
  AdwBin parent_instance;

  GtkBox *pencils;
};

G_DEFINE_FINAL_TYPE (SylMarkerBar, syl_marker_bar, ADW_TYPE_BIN)

static void
syl_marker_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_MARKER_BAR);

  G_OBJECT_CLASS (syl_marker_bar_parent_class)->dispose (object);
}

static void
syl_marker_bar_class_init (SylMarkerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_marker_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-marker-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SylMarkerBar, pencils);
}

static void
syl_marker_bar_init (SylMarkerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_pencils (SylMarkerBar *self,
             SylLibrary   *library)
{
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    {
      GtkWidget *button = syl_meaning_new_button (i, syl_meaning_get_name (library, i));

      gtk_widget_set_can_focus (button, FALSE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.highlight");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
      gtk_box_append (self->pencils, button);
    }
}

/* The names are the reader’s, who may have changed them since. */
static void
renew_pencils (SylMarkerBar *self,
               SylLibrary   *library)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pencils))) != NULL)
    gtk_box_remove (self->pencils, child);
  add_pencils (self, library);
}

/**
 * syl_marker_bar_point_to:
 * @self: a bar over a page
 * @library: a library
 * @selection: what is selected, in pixels of the page
 * @page_width: pixels
 *
 * Comes up above the selection; where there is no room, below it.
 */
void
syl_marker_bar_point_to (SylMarkerBar       *self,
                         SylLibrary         *library,
                         const GdkRectangle *selection,
                         int                 page_width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRequisition size;
  int x, y;

  g_return_if_fail (SYL_IS_MARKER_BAR (self));

  if (!gtk_widget_get_visible (widget))
    renew_pencils (self, library);
  gtk_widget_set_visible (widget, TRUE);
  gtk_widget_get_preferred_size (widget, NULL, &size);
  size.width -= gtk_widget_get_margin_start (widget);
  size.height -= gtk_widget_get_margin_top (widget);

  x = selection->x + (selection->width - size.width) / 2;
  y = selection->y - size.height - GAP;
  if (y < GAP)
    y = selection->y + selection->height + GAP;
  gtk_widget_set_margin_start (widget, CLAMP (x, GAP, MAX (GAP, page_width - size.width - GAP)));
  gtk_widget_set_margin_top (widget, MAX (y, GAP));
}

/**
 * syl_marker_bar_hide:
 * @self: a bar
 */
void
syl_marker_bar_hide (SylMarkerBar *self)
{
  g_return_if_fail (SYL_IS_MARKER_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
