/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void syl_ink_get_accent (GdkRGBA   *color);
void syl_ink_get_dim    (GtkWidget *widget,
                         GdkRGBA   *color);
void syl_ink_get_faint  (GtkWidget *widget,
                         GdkRGBA   *color);
void syl_ink_follow     (GtkWidget *widget);

G_END_DECLS
