/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSourceRow:
 *
 * A source in a list: kind, title, where it is from, and a tick. Activated, it asks for
 * `page.open-source`.
 *
 * Properties: `library` (SylLibrary) and `source` (SylSource), both nullable.
 */
#define SYL_TYPE_SOURCE_ROW (syl_source_row_get_type ())
G_DECLARE_FINAL_TYPE (SylSourceRow, syl_source_row, SYL, SOURCE_ROW, AdwActionRow)

GtkWidget *syl_source_row_new        (SylLibrary   *library,
                                      SylSource    *source);
SylSource *syl_source_row_get_source (SylSourceRow *self);

G_END_DECLS
