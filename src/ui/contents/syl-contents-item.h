/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"

G_BEGIN_DECLS

#define SYL_CONTENTS_SECTION_PREFIX "section:"

/**
 * SylContentsKind:
 * @SYL_CONTENTS_PICKS: some of the picks
 * @SYL_CONTENTS_HIGHLIGHTS: the highlights on all picks
 * @SYL_CONTENTS_YEAR: the plan of the year
 * @SYL_CONTENTS_REVIEW: the questions that are asked again
 * @SYL_CONTENTS_PROGRESS: how the year went
 *
 * What the contents lead to.
 */
typedef enum
{
  SYL_CONTENTS_PICKS,
  SYL_CONTENTS_HIGHLIGHTS,
  SYL_CONTENTS_YEAR,
  SYL_CONTENTS_REVIEW,
  SYL_CONTENTS_PROGRESS,
} SylContentsKind;

/**
 * SylContentsItem:
 *
 * A row of the contents: a group of picks, a section of the list, the highlights, the year, the review, or how
 * the year went. Main thread.
 *
 * Properties (readable, notify):
 *  - `key` (string): names the item in settings: "all", "reading", "read", "highlights", "year", "review",
 *    "progress" or "section:SLUG"
 *  - `kind` (uint, a SylContentsKind)
 *  - `group` (uint, a SylPickGroup)
 *  - `section` (SylSection, nullable)
 *  - `title` (string)
 *  - `number` (uint): of the section, 0 for a group
 *  - `n-items` (uint): how many picks, highlights or questions it has
 *  - `n-read` (uint): how many of them are read; 0 for a group
 */
#define SYL_TYPE_CONTENTS_ITEM (syl_contents_item_get_type ())
G_DECLARE_FINAL_TYPE (SylContentsItem, syl_contents_item, SYL, CONTENTS_ITEM, GObject)

SylContentsItem *syl_contents_item_new_for_group   (SylLibrary      *library,
                                                    SylPickGroup     group);
SylContentsItem *syl_contents_item_new_for_section (SylSection      *section);
SylContentsItem *syl_contents_item_new_for_highlights (SylLibrary   *library);
SylContentsItem *syl_contents_item_new_for_year    (void);
SylContentsItem *syl_contents_item_new_for_review  (SylLibrary      *library);
SylContentsItem *syl_contents_item_new_for_progress (void);
char            *syl_contents_item_dup_key         (SylContentsItem *self);
SylContentsKind  syl_contents_item_get_kind        (SylContentsItem *self);
SylPickGroup     syl_contents_item_get_group       (SylContentsItem *self);
SylSection      *syl_contents_item_get_section     (SylContentsItem *self);
unsigned int     syl_contents_item_get_number      (SylContentsItem *self);
const char      *syl_contents_item_get_title       (SylContentsItem *self);
unsigned int     syl_contents_item_get_n_items     (SylContentsItem *self);
unsigned int     syl_contents_item_get_n_read      (SylContentsItem *self);

G_END_DECLS
