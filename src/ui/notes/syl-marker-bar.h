/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylMarkerBar:
 *
 * The pencils that come up beside a selection: one for each meaning, and one to write a note. It floats
 * over the page, and never takes the keyboard away from it.
 */
#define SYL_TYPE_MARKER_BAR (syl_marker_bar_get_type ())
G_DECLARE_FINAL_TYPE (SylMarkerBar, syl_marker_bar, SYL, MARKER_BAR, AdwBin)

void syl_marker_bar_point_to (SylMarkerBar       *self,
                              SylLibrary         *library,
                              const GdkRectangle *selection,
                              int                 page_width);
void syl_marker_bar_hide     (SylMarkerBar       *self);

G_END_DECLS
