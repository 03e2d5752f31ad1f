/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "syl-page-view.h"

G_BEGIN_DECLS

/**
 * SylFindBar:
 *
 * Looks for words in a page.
 *
 * Properties: `view` (SylPageView, nullable): where it looks; `active` (boolean): it is open.
 */
#define SYL_TYPE_FIND_BAR (syl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (SylFindBar, syl_find_bar, SYL, FIND_BAR, AdwBin)

void syl_find_bar_set_view (SylFindBar  *self,
                            SylPageView *view);
void syl_find_bar_open     (SylFindBar  *self);
void syl_find_bar_close    (SylFindBar  *self);
void syl_find_bar_move     (SylFindBar  *self,
                            int          direction);

G_END_DECLS
