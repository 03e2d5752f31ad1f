/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-pick.h"

G_BEGIN_DECLS

/**
 * SylPickRow:
 *
 * A pick in a list: its state, title and facts.
 *
 * Properties:
 *  - `pick` (SylPick, nullable): may come without its facts, which are shown when they come
 *  - `label` (string, readable): what the row says to those who listen
 */
#define SYL_TYPE_PICK_ROW (syl_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (SylPickRow, syl_pick_row, SYL, PICK_ROW, GtkWidget)

SylPick *syl_pick_row_get_pick (SylPickRow *self);
void     syl_pick_row_set_pick (SylPickRow *self,
                                SylPick    *pick);

G_END_DECLS
