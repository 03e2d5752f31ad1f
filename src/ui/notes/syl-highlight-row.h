/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylHighlightRow:
 *
 * A highlight in a list: what it means, the words, the note, and whether they were found in the page.
 *
 * Properties: `library` (SylLibrary), `highlight` (SylHighlight); both are set when it is made.
 */
#define SYL_TYPE_HIGHLIGHT_ROW (syl_highlight_row_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightRow, syl_highlight_row, SYL, HIGHLIGHT_ROW, GtkListBoxRow)

GtkWidget    *syl_highlight_row_new           (SylLibrary      *library,
                                               SylHighlight    *highlight);
SylHighlight *syl_highlight_row_get_highlight (SylHighlightRow *self);

G_END_DECLS
