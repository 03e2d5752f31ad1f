/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylSection:
 *
 * A section of a reading list with how far the reader is in it. One object for each section,
 * kept true by #SylLibrary. Main thread.
 *
 * Properties (readable): `id` (int64), `number` (uint, from 1), `slug`, `title`, `note` (string,
 * Markdown, "" if none), `n-picks`, `n-read` (uint; extras and retired picks don't count;
 * skipped ones are not read).
 */
#define SYL_TYPE_SECTION (syl_section_get_type ())
G_DECLARE_FINAL_TYPE (SylSection, syl_section, SYL, SECTION, GObject)

gint64        syl_section_get_id      (SylSection *self);
unsigned int  syl_section_get_number  (SylSection *self);
const char   *syl_section_get_slug    (SylSection *self);
const char   *syl_section_get_title   (SylSection *self);
const char   *syl_section_get_note    (SylSection *self);
unsigned int  syl_section_get_n_picks (SylSection *self);
unsigned int  syl_section_get_n_read  (SylSection *self);

G_END_DECLS
