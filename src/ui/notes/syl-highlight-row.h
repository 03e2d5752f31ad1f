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
 * Properties:
 *  - `library` (SylLibrary): set when it is made
 *  - `highlight` (SylHighlight, nullable)
 *  - `beside-page` (boolean): it is beside a page, which may give the highlight another place; set when
 *    it is made
 *  - `with-source` (boolean): it says which source the highlight is on
 */
#define SYL_TYPE_HIGHLIGHT_ROW (syl_highlight_row_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightRow, syl_highlight_row, SYL, HIGHLIGHT_ROW, AdwBin)

GtkWidget    *syl_highlight_row_new             (SylLibrary      *library,
                                                 gboolean         beside_page);
void          syl_highlight_row_set_highlight   (SylHighlightRow *self,
                                                 SylHighlight    *highlight);
SylHighlight *syl_highlight_row_get_highlight   (SylHighlightRow *self);
void          syl_highlight_row_set_with_source (SylHighlightRow *self,
                                                 gboolean         with_source);
void          syl_highlight_row_name            (SylHighlightRow *self,
                                                 GtkAccessible   *item);
void          syl_highlight_row_set_words_now   (SylHighlightRow *self,
                                                 const char      *words);

G_END_DECLS
