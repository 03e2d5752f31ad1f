/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"
#include "model/syl-year.h"

G_BEGIN_DECLS

#define SYL_TYPE_YEAR_LOADER (syl_year_loader_get_type ())
G_DECLARE_FINAL_TYPE (SylYearLoader, syl_year_loader, SYL, YEAR_LOADER, GObject)

SylYearLoader *syl_year_loader_new (SylLibrary *library,
                                    GtkWidget  *widget);

G_END_DECLS
