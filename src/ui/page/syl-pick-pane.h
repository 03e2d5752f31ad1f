/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylPickPane:
 *
 * The pick that was chosen: its overview, then the page of one of its sources.
 *
 * Properties:
 *  - `library` (SylLibrary, nullable)
 *  - `pick` (SylPick, nullable): another one brings the overview back
 *  - `reading` (boolean, readable): a page is shown
 *  - `show-panel` (boolean): the panel beside the page is wanted where there is room
 *  - `zoom` (double 0.3..3.0): of pages
 *  - `caret-browsing` (boolean): pages have a caret
 *  - `count-time` (boolean): reading time is counted
 *  - `alone` (boolean): nothing stands beside the pane, which leads back to the list then
 *
 * Actions: `page.start-reading`, `page.show-overview`, `page.open-source (s)`, `page.open-link (s)`,
 * `page.next-source`, `page.previous-source`, `page.go-to-source`, `page.back`, `page.forward`,
 * `page.reload`, `page.find`, `page.find-next`, `page.find-previous`, `page.zoom-in`,
 * `page.zoom-out`, `page.zoom-reset`, `page.open-externally`, `page.copy-link`,
 * `page.toggle-panel`, `page.caret-browsing`.
 */
#define SYL_TYPE_PICK_PANE (syl_pick_pane_get_type ())
G_DECLARE_FINAL_TYPE (SylPickPane, syl_pick_pane, SYL, PICK_PANE, AdwBin)

gboolean syl_pick_pane_get_reading (SylPickPane *self);
void     syl_pick_pane_show_highlight (SylPickPane  *self,
                                       SylHighlight *highlight);
void     syl_pick_pane_preload     (SylPickPane *self);

G_END_DECLS
