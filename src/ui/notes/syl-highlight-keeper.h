/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"
#include "notes/syl-note-view.h"

G_BEGIN_DECLS

/**
 * SylHighlightKeeper:
 *
 * Keeps the note on a highlight and the views that it is written in together. Views come and go, and may
 * be faster than the disk: so there is one keeper for each highlight, which it belongs to.
 */
#define SYL_TYPE_HIGHLIGHT_KEEPER (syl_highlight_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightKeeper, syl_highlight_keeper, SYL, HIGHLIGHT_KEEPER, GObject)

void syl_highlight_keeper_add_view (SylLibrary   *library,
                                    SylHighlight *highlight,
                                    SylNoteView  *view);

G_END_DECLS
