/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylPickOverview:
 *
 * A pick before its page is open: title, facts, commentary and sources.
 *
 * Properties: `library` (SylLibrary) and `pick` (SylPick), both nullable; `alone` (boolean): nothing
 * stands beside it, and it leads back to the list.
 */
#define SYL_TYPE_PICK_OVERVIEW (syl_pick_overview_get_type ())
G_DECLARE_FINAL_TYPE (SylPickOverview, syl_pick_overview, SYL, PICK_OVERVIEW, AdwBin)

G_END_DECLS
