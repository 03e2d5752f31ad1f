/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSourceSwitcher:
 *
 * Says which source is shown, and lets the reader choose another one of the pick.
 *
 * Properties: `library` (SylLibrary), `pick` (SylPick), `source` (SylSource) and `location`
 * (string: where the page is from), all nullable.
 */
#define SYL_TYPE_SOURCE_SWITCHER (syl_source_switcher_get_type ())
G_DECLARE_FINAL_TYPE (SylSourceSwitcher, syl_source_switcher, SYL, SOURCE_SWITCHER, AdwBin)

G_END_DECLS
