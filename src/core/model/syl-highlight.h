/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/syl-highlight-status.h"

G_BEGIN_DECLS

/**
 * SylHighlight:
 *
 * A passage that the reader marked, as the window shows it. There is one object for each highlight
 * in the process, handed out by the models of #SylLibrary and kept true; readers of it listen to
 * notify. All on the main thread.
 *
 * Properties (readable):
 *  - `uuid` (string)
 *  - `pick-id`, `source-id` (int64): rows of the database
 *  - `pick-slug`, `pick-title`, `source-title` (string)
 *  - `uri` (string): the page it is on, which may be one that the source led to
 *  - `quote` (string): the marked text
 *  - `note` (string): Markdown, "" if none
 *  - `meaning` (uint 0..3)
 *  - `page` (uint, 0 if none), `position` (uint, in code points): where in the page
 *  - `status` (SylHighlightStatus), `score` (double): what became of it
 *  - `selectors` (string): JSON by which it is found again
 *  - `created`, `modified`, `deleted` (GDateTime; the last one NULL unless it lies in the trash)
 */
#define SYL_TYPE_HIGHLIGHT (syl_highlight_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlight, syl_highlight, SYL, HIGHLIGHT, GObject)

const char        *syl_highlight_get_uuid         (SylHighlight *self);
gint64             syl_highlight_get_pick_id      (SylHighlight *self);
gint64             syl_highlight_get_source_id    (SylHighlight *self);
const char        *syl_highlight_get_pick_slug    (SylHighlight *self);
const char        *syl_highlight_get_pick_title   (SylHighlight *self);
const char        *syl_highlight_get_source_title (SylHighlight *self);
const char        *syl_highlight_get_uri          (SylHighlight *self);
const char        *syl_highlight_get_quote        (SylHighlight *self);
const char        *syl_highlight_get_note         (SylHighlight *self);
unsigned int       syl_highlight_get_meaning      (SylHighlight *self);
unsigned int       syl_highlight_get_page         (SylHighlight *self);
unsigned int       syl_highlight_get_position     (SylHighlight *self);
SylHighlightStatus syl_highlight_get_status       (SylHighlight *self);
double             syl_highlight_get_score        (SylHighlight *self);
const char        *syl_highlight_get_selectors    (SylHighlight *self);
GDateTime         *syl_highlight_get_created      (SylHighlight *self);
GDateTime         *syl_highlight_get_modified     (SylHighlight *self);
GDateTime         *syl_highlight_get_deleted      (SylHighlight *self);

G_END_DECLS
