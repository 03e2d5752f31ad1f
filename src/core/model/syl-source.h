/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylSource:
 *
 * One address a pick is read at: a paper, a post, a talk.
 *
 * Properties, all readable and, but for `ticked` and `visited`, fixed:
 *  - `id` (int64): row of the database
 *  - `slug` (string): id within the list
 *  - `title`, `uri`, `domain` (string); `domain` is the host without "www."
 *  - `kind` (string): paper, post, book, video, podcast, code, dataset, benchmark, course, thread
 *  - `main` (boolean): main source, or see-also
 *  - `facts` (string): authors and year as one line, "" if unknown
 *  - `arxiv`, `doi`, `code` (string, nullable)
 *  - `ticked` (boolean): the reader is done with it
 *  - `visited` (string, nullable): when it was last opened, in ISO 8601 and UTC
 */
#define SYL_TYPE_SOURCE (syl_source_get_type ())
G_DECLARE_FINAL_TYPE (SylSource, syl_source, SYL, SOURCE, GObject)

gint64      syl_source_get_id     (SylSource *self);
const char *syl_source_get_slug   (SylSource *self);
const char *syl_source_get_title  (SylSource *self);
const char *syl_source_get_uri    (SylSource *self);
const char *syl_source_get_domain (SylSource *self);
const char *syl_source_get_kind   (SylSource *self);
gboolean    syl_source_get_main   (SylSource *self);
gboolean    syl_source_get_ticked (SylSource *self);
const char *syl_source_get_visited (SylSource *self);

G_END_DECLS
