/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylHighlightsPane:
 *
 * The highlights on all picks of the list, by pick, to look through and to search.
 *
 * Property: `library` (SylLibrary, nullable).
 *
 * Signal `activated (SylHighlight *highlight)`: the reader wants to see it in its page.
 */
#define SYL_TYPE_HIGHLIGHTS_PANE (syl_highlights_pane_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightsPane, syl_highlights_pane, SYL, HIGHLIGHTS_PANE, AdwBin)

GtkWidget *syl_highlights_pane_new    (SylLibrary        *library);

G_END_DECLS
