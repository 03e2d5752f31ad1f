/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-highlight.h"

G_BEGIN_DECLS

/**
 * SylHighlightFilter:
 *
 * Lets those highlights through that have all of the words that are looked for, in the quote, the
 * note, or the titles of pick and source, and one of the meanings.
 */
#define SYL_TYPE_HIGHLIGHT_FILTER (syl_highlight_filter_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightFilter, syl_highlight_filter, SYL, HIGHLIGHT_FILTER, GtkFilter)

SylHighlightFilter *syl_highlight_filter_new          (void);
void                syl_highlight_filter_set_text     (SylHighlightFilter *self,
                                                       const char         *text);
void                syl_highlight_filter_set_meanings (SylHighlightFilter *self,
                                                       unsigned int        meanings);
void                syl_highlight_filter_refresh      (SylHighlightFilter *self);
gboolean            syl_highlight_filter_is_empty     (SylHighlightFilter *self);

G_END_DECLS
