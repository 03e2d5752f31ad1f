/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "passes/syl-study.h"

G_BEGIN_DECLS

/**
 * SylPassesPanel:
 *
 * Reading in passes: the three of them, the time they took, the way to the end, and what the reader
 * answered there.
 *
 * Property: `study` (SylStudy, nullable).
 */
#define SYL_TYPE_PASSES_PANEL (syl_passes_panel_get_type ())
G_DECLARE_FINAL_TYPE (SylPassesPanel, syl_passes_panel, SYL, PASSES_PANEL, AdwBin)

G_END_DECLS
