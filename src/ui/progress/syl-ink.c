/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-ink.h"

#include <adwaita.h>

#define DIM 0.55f
#define DIM_HIGH_CONTRAST 0.9f
#define FAINT 0.15f
#define FAINT_HIGH_CONTRAST 0.3f

static gboolean
has_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/**
 * syl_ink_get_accent:
 * @color: (out caller-allocates): for what was read
 */
void
syl_ink_get_accent (GdkRGBA *color)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager),
                                       adw_style_manager_get_dark (manager), color);
}

/**
 * syl_ink_get_dim:
 * @widget: a widget that draws
 * @color: (out caller-allocates): for what is planned, and for words
 */
void
syl_ink_get_dim (GtkWidget *widget,
                 GdkRGBA   *color)
{
  gtk_widget_get_color (widget, color);
  color->alpha *= has_high_contrast () ? DIM_HIGH_CONTRAST : DIM;
}

/**
 * syl_ink_get_faint:
 * @widget: a widget that draws
 * @color: (out caller-allocates): for lines and grounds that nobody has to see
 */
void
syl_ink_get_faint (GtkWidget *widget,
                   GdkRGBA   *color)
{
  gtk_widget_get_color (widget, color);
  color->alpha *= has_high_contrast () ? FAINT_HIGH_CONTRAST : FAINT;
}

/**
 * syl_ink_follow:
 * @widget: a widget that draws
 *
 * Draws it again when the colours change that no style tells it of.
 */
void
syl_ink_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}
