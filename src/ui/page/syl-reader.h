/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"
#include "syl-page-engine.h"

G_BEGIN_DECLS

/**
 * SylReader:
 *
 * The page of a source, with what goes with it: switcher, find bar, progress, failures, and the
 * panel at its side, which is a sheet at the bottom where there is no room.
 *
 * Properties:
 *  - `library` (SylLibrary, nullable)
 *  - `pick` (SylPick, nullable, readable), `source` (SylSource, nullable, readable): what is shown
 *  - `location` (string, nullable, readable): where the page is from
 *  - `can-go-back`, `can-go-forward` (boolean, readable): within the source
 *  - `show-panel` (boolean): the panel is wanted where there is room for it
 *  - `panel-visible` (boolean): the panel is shown now
 *  - `alone` (boolean): nothing stands beside the reader, which leads back to the list then
 *  - `narrow` (boolean): there is no room for the panel
 *  - `zoom` (double 0.3..3.0), `caret-browsing` (boolean): of the page
 *  - `count-time` (boolean): whether reading time is counted
 */
#define SYL_TYPE_READER (syl_reader_get_type ())
G_DECLARE_FINAL_TYPE (SylReader, syl_reader, SYL, READER, AdwBreakpointBin)

void       syl_reader_take_engine         (SylReader  *self,
                                           SylPageEngine *engine);
void       syl_reader_open                (SylReader  *self,
                                           SylPick    *pick,
                                           SylSource  *source);
SylSource *syl_reader_get_source          (SylReader  *self);
char      *syl_reader_dup_uri             (SylReader  *self);
gboolean   syl_reader_get_has_page        (SylReader  *self);
gboolean   syl_reader_get_has_left_source (SylReader  *self);
gboolean   syl_reader_get_can_go_back     (SylReader  *self);
gboolean   syl_reader_get_can_go_forward  (SylReader  *self);
gboolean   syl_reader_get_panel_visible   (SylReader  *self);
void       syl_reader_set_panel_visible   (SylReader  *self,
                                           gboolean    visible);

void       syl_reader_go_back             (SylReader  *self);
void       syl_reader_go_forward          (SylReader  *self);
void       syl_reader_go_to_source        (SylReader  *self);
void       syl_reader_reload              (SylReader  *self);
void       syl_reader_find                (SylReader  *self);
void       syl_reader_find_next           (SylReader  *self);
void       syl_reader_find_previous       (SylReader  *self);
void       syl_reader_zoom_in             (SylReader  *self);
void       syl_reader_zoom_out            (SylReader  *self);
void       syl_reader_zoom_reset          (SylReader  *self);
void       syl_reader_highlight           (SylReader  *self,
                                           unsigned int meaning);
void       syl_reader_write_note          (SylReader  *self);
void       syl_reader_show_passes         (SylReader  *self);
void       syl_reader_show_highlight      (SylReader  *self,
                                           SylPick    *pick,
                                           SylHighlight *highlight);
void       syl_reader_show_highlight_of_pick (SylReader *self,
                                           const char *uuid);
void       syl_reader_reattach_highlight  (SylReader  *self,
                                           const char *uuid);
void       syl_reader_keep_place          (SylReader  *self,
                                           const char *uuid);

G_END_DECLS
