/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSidePanel:
 *
 * What stands beside a page: why its pick matters and the pick's sources, what the reader wrote on it, or
 * how it is read in passes.
 *
 * Properties: `library` (SylLibrary), `pick` (SylPick), `highlights` (GListModel of SylHighlight),
 * `pencil` (SylPencil), `study` (SylStudy): all nullable.
 */
#define SYL_TYPE_SIDE_PANEL (syl_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (SylSidePanel, syl_side_panel, SYL, SIDE_PANEL, AdwBin)

void syl_side_panel_show_notes  (SylSidePanel *self,
                                 gboolean      focus);
void syl_side_panel_show_passes (SylSidePanel *self);

G_END_DECLS
