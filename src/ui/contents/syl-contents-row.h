/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "contents/syl-contents-item.h"

G_BEGIN_DECLS

/**
 * SylContentsRow:
 *
 * A row of the contents: a group of picks with its count, or a section with its progress.
 *
 * Property: `item` (SylContentsItem, nullable).
 */
#define SYL_TYPE_CONTENTS_ROW (syl_contents_row_get_type ())
G_DECLARE_FINAL_TYPE (SylContentsRow, syl_contents_row, SYL, CONTENTS_ROW, GtkWidget)

SylContentsItem *syl_contents_row_get_item (SylContentsRow  *self);
void             syl_contents_row_set_item (SylContentsRow  *self,
                                            SylContentsItem *item);

G_END_DECLS
