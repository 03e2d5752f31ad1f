/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "contents/syl-contents-item.h"
#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylPicksPane:
 *
 * The picks of one item of the contents.
 *
 * Properties:
 *  - `library` (SylLibrary, nullable)
 *  - `item` (SylContentsItem, nullable): whose picks are listed
 *  - `pick` (SylPick, nullable): the reader's pick. It stays what it is where the list lacks it.
 *
 * Signal `activated`: the reader wants to see the pick.
 */
#define SYL_TYPE_PICKS_PANE (syl_picks_pane_get_type ())
G_DECLARE_FINAL_TYPE (SylPicksPane, syl_picks_pane, SYL, PICKS_PANE, AdwBin)

SylLibrary      *syl_picks_pane_get_library  (SylPicksPane    *self);
void             syl_picks_pane_set_library  (SylPicksPane    *self,
                                              SylLibrary      *library);
SylContentsItem *syl_picks_pane_get_item     (SylPicksPane    *self);
void             syl_picks_pane_set_item     (SylPicksPane    *self,
                                              SylContentsItem *item);
SylPick         *syl_picks_pane_get_pick     (SylPicksPane    *self);
void             syl_picks_pane_set_pick     (SylPicksPane    *self,
                                              SylPick         *pick);
void             syl_picks_pane_move         (SylPicksPane    *self,
                                              int              steps);

G_END_DECLS
