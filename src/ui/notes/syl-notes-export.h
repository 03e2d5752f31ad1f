/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

void syl_notes_export_copy (GtkWidget  *widget,
                            SylLibrary *library,
                            SylPick    *pick);
void syl_notes_export_save (GtkWidget  *widget,
                            SylLibrary *library,
                            SylPick    *pick);

G_END_DECLS
