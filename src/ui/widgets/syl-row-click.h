/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void syl_row_click_install (GtkWidget *row);

G_END_DECLS
