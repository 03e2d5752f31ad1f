/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "contents/syl-contents-item.h"
#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylContentsPane:
 *
 * The contents of the reading list: progress, this week, groups of picks, sections.
 *
 * Properties:
 *  - `library` (SylLibrary, nullable)
 *  - `selected-key` (string): the key of the item that is to be selected, which may come later
 *  - `selected` (SylContentsItem, nullable, readable): the item that is selected
 *
 * Signal `activated`: the reader wants to see the picks of the selected item.
 */
#define SYL_TYPE_CONTENTS_PANE (syl_contents_pane_get_type ())
G_DECLARE_FINAL_TYPE (SylContentsPane, syl_contents_pane, SYL, CONTENTS_PANE, AdwBin)

void             syl_contents_pane_set_library      (SylContentsPane *self,
                                                     SylLibrary      *library);
const char      *syl_contents_pane_get_selected_key (SylContentsPane *self);
void             syl_contents_pane_set_selected_key (SylContentsPane *self,
                                                     const char      *key);
SylContentsItem *syl_contents_pane_get_selected     (SylContentsPane *self);
void             syl_contents_pane_refresh_week     (SylContentsPane *self);
void             syl_contents_pane_set_searching    (SylContentsPane *self,
                                                     gboolean         searching);

G_END_DECLS
