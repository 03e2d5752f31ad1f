/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylHighlightPopover:
 *
 * The note on a highlight, to be read and written beside it, and what the highlight means.
 */
#define SYL_TYPE_HIGHLIGHT_POPOVER (syl_highlight_popover_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightPopover, syl_highlight_popover, SYL, HIGHLIGHT_POPOVER, GtkPopover)

char      *syl_highlight_popover_dup_place     (SylHighlight *highlight,
                                                const char   *words_now);
void       syl_highlight_popover_set_words_now (SylHighlightPopover *self,
                                                const char          *words);
void       syl_highlight_popover_open (SylHighlightPopover *self,
                                       GtkWidget           *parent,
                                       const GdkRectangle  *place);
GtkWidget *syl_highlight_popover_new (SylLibrary   *library,
                                      SylHighlight *highlight);

G_END_DECLS
