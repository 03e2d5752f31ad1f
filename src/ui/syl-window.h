/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylWindow:
 *
 * The window: contents, list of picks and the pick, side by side or one at a time.
 *
 * Properties:
 *  - `library` (SylLibrary, construct-only): opened by the window if it is not open yet
 *  - `settings` (GSettings, construct-only): where the window keeps how it was left
 *  - `list-uri` (string): id of the list that is shown
 *  - `pick-state` (SylPickState): of the pick that is shown; setting it is an edit
 *  - `narrow`, `roomy` (boolean): there is room for fewer, or more, than what stands side by side
 *    while a page is read
 */
#define SYL_TYPE_WINDOW (syl_window_get_type ())
G_DECLARE_FINAL_TYPE (SylWindow, syl_window, SYL, WINDOW, AdwApplicationWindow)

SylWindow *syl_window_new              (GtkApplication *application,
                                        SylLibrary     *library,
                                        GSettings      *settings);
void       syl_window_show_pick        (SylWindow      *self,
                                        const char     *slug);
void       syl_window_read_pick        (SylWindow      *self,
                                        const char     *slug);
void       syl_window_read_source      (SylWindow      *self,
                                        const char     *slug,
                                        const char     *source);
void       syl_window_show_highlight   (SylWindow      *self,
                                        SylHighlight   *highlight);
void       syl_window_find_highlight   (SylWindow      *self,
                                        const char     *uuid);
void       syl_window_search           (SylWindow      *self,
                                        const char     *words);
void       syl_window_show_week        (SylWindow      *self);
void       syl_window_continue_reading (SylWindow      *self);
void       syl_window_open_list        (SylWindow      *self,
                                        GFile          *file);
void       syl_window_offer_pick       (SylWindow      *self,
                                        SylPick        *pick);
void       syl_window_show_toast       (SylWindow      *self,
                                        const char     *text);

G_END_DECLS
