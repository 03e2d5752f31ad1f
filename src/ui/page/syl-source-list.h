/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSourceList:
 *
 * The sources of a pick in two boxed lists, main ones and those to see also.
 *
 * Properties: `library` (SylLibrary) and `pick` (SylPick), both nullable.
 */
#define SYL_TYPE_SOURCE_LIST (syl_source_list_get_type ())
G_DECLARE_FINAL_TYPE (SylSourceList, syl_source_list, SYL, SOURCE_LIST, AdwBin)

G_END_DECLS
