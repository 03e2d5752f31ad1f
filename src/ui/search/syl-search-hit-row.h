/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSearchHitRow:
 *
 * A row of what was found: a pick, a source, or a highlight, each of which it can open.
 */
#define SYL_TYPE_SEARCH_HIT_ROW (syl_search_hit_row_get_type ())
G_DECLARE_FINAL_TYPE (SylSearchHitRow, syl_search_hit_row, SYL, SEARCH_HIT_ROW, GtkListBoxRow)

GtkWidget *syl_search_hit_row_new     (void);
void       syl_search_hit_row_set_hit (SylSearchHitRow    *self,
                                       SylLibrary         *library,
                                       const SylSearchHit *hit);
void       syl_search_hit_row_open    (SylSearchHitRow    *self);

G_END_DECLS
