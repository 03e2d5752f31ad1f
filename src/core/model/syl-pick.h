/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-pick-state.h"
#include "model/syl-source.h"

G_BEGIN_DECLS

/**
 * SylPick:
 *
 * One entry of a reading list, as the window shows it. There is one object for each pick in the
 * process, handed out by #SylLibrary, which fills it and keeps it true; readers of it listen to
 * notify. All on the main thread.
 *
 * Properties (readable):
 *  - `id` (int64): row of the database
 *  - `loaded` (boolean): FALSE while only `id` is known; the fields below come with TRUE
 *  - `slug`, `title` (string)
 *  - `section-id` (int64), `section-number` (uint, from 1), `section-title` (string)
 *  - `extra` (boolean): stands beside the plan ("also worth knowing"), has no state to count
 *  - `retired` (boolean): gone from the list, kept because it carries the reader's work
 *  - `position` (uint, from 1): place among the picks of its list; 0 for an extra
 *  - `minutes` (uint, 0 if unknown), `difficulty` (uint 1..3, 0 if unknown)
 *  - `year-first`, `year-last` (uint, 0 if unknown): years of the main sources
 *  - `n-sources` (uint): main sources
 *  - `n-notes` (uint)
 *  - `state` (SylPickState)
 *  - `started`, `finished` (GDateTime, nullable)
 *  - `detailed` (boolean): TRUE once `commentary`, `after` and `sources` are there; see
 *    syl_library_load_details_async()
 *  - `commentary` (string, nullable): Markdown
 *  - `after` (string, nullable): titles of the picks best read before, joined for reading
 *  - `sources` (GListModel of SylSource, never NULL), main ones first
 */
#define SYL_TYPE_PICK (syl_pick_get_type ())
G_DECLARE_FINAL_TYPE (SylPick, syl_pick, SYL, PICK, GObject)

gint64        syl_pick_get_id             (SylPick *self);
gboolean      syl_pick_get_loaded         (SylPick *self);
gboolean      syl_pick_get_detailed       (SylPick *self);
const char   *syl_pick_get_slug           (SylPick *self);
const char   *syl_pick_get_title          (SylPick *self);
gint64        syl_pick_get_section_id     (SylPick *self);
unsigned int  syl_pick_get_section_number (SylPick *self);
const char   *syl_pick_get_section_title  (SylPick *self);
gboolean      syl_pick_get_extra          (SylPick *self);
gboolean      syl_pick_get_retired        (SylPick *self);
unsigned int  syl_pick_get_position       (SylPick *self);
unsigned int  syl_pick_get_minutes        (SylPick *self);
unsigned int  syl_pick_get_difficulty     (SylPick *self);
unsigned int  syl_pick_get_year_first     (SylPick *self);
unsigned int  syl_pick_get_year_last      (SylPick *self);
unsigned int  syl_pick_get_n_sources      (SylPick *self);
SylPickState  syl_pick_get_state          (SylPick *self);
GDateTime    *syl_pick_get_started        (SylPick *self);
GDateTime    *syl_pick_get_finished       (SylPick *self);
const char   *syl_pick_get_commentary     (SylPick *self);
const char   *syl_pick_get_after          (SylPick *self);
GListModel   *syl_pick_get_sources        (SylPick *self);

G_END_DECLS
