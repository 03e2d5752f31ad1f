/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"

G_BEGIN_DECLS

#define SYL_CONTENTS_SECTION_PREFIX "section:"

/**
 * SylContentsItem:
 *
 * A row of the contents: a group of picks, or a section of the list. Main thread.
 *
 * Properties (readable, notify):
 *  - `key` (string): names the item in settings: "all", "reading", "read" or "section:SLUG"
 *  - `group` (uint, a SylPickGroup)
 *  - `section` (SylSection, nullable)
 *  - `title` (string)
 *  - `number` (uint): of the section, 0 for a group
 *  - `n-picks` (uint): how many picks it has
 *  - `n-read` (uint): how many of them are read; 0 for a group
 */
#define SYL_TYPE_CONTENTS_ITEM (syl_contents_item_get_type ())
G_DECLARE_FINAL_TYPE (SylContentsItem, syl_contents_item, SYL, CONTENTS_ITEM, GObject)

SylContentsItem *syl_contents_item_new_for_group   (SylLibrary      *library,
                                                    SylPickGroup     group);
SylContentsItem *syl_contents_item_new_for_section (SylSection      *section);
char            *syl_contents_item_dup_key         (SylContentsItem *self);
SylPickGroup     syl_contents_item_get_group       (SylContentsItem *self);
SylSection      *syl_contents_item_get_section     (SylContentsItem *self);
unsigned int     syl_contents_item_get_number      (SylContentsItem *self);
const char      *syl_contents_item_get_title       (SylContentsItem *self);
unsigned int     syl_contents_item_get_n_picks     (SylContentsItem *self);
unsigned int     syl_contents_item_get_n_read      (SylContentsItem *self);

G_END_DECLS
