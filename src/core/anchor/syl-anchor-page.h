/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "anchor/syl-anchor-selector.h"
#include "anchor/syl-text-offsets.h"

G_BEGIN_DECLS

/**
 * SylAnchorPage:
 *
 * The text of a page, prepared for finding many quotes in it. Belongs to one thread at a time.
 */
typedef struct _SylAnchorPage SylAnchorPage;

/**
 * SylAnchorStatus:
 * @SYL_ANCHOR_ATTACHED: the same text, and no doubt about the place
 * @SYL_ANCHOR_MOVED: found with edits, or with doubt: to be shown for review
 * @SYL_ANCHOR_ORPHANED: not found
 *
 * What became of a highlight.
 */
typedef enum
{
  SYL_ANCHOR_ATTACHED,
  SYL_ANCHOR_MOVED,
  SYL_ANCHOR_ORPHANED,
} SylAnchorStatus;

/**
 * SylAnchorMatch:
 * @status: what became of it
 * @score: how much speaks for the place, 0 to 1; 0 for an orphan
 * @range: the place in the text, in bytes; empty for an orphan
 *
 * Where a highlight is now.
 */
typedef struct
{
  SylAnchorStatus status;
  double score;
  SylByteRange range;
} SylAnchorMatch;

SylAnchorPage        *syl_anchor_page_new         (const char                      *text,
                                                   gsize                            length,
                                                   GError                         **error);
void                  syl_anchor_page_free        (SylAnchorPage                   *self);
const SylTextOffsets *syl_anchor_page_get_offsets (const SylAnchorPage             *self);
SylAnchorSelector    *syl_anchor_page_select      (SylAnchorPage                   *self,
                                                   SylByteRange                     range,
                                                   unsigned int                     page,
                                                   GError                         **error);
void                  syl_anchor_page_match       (SylAnchorPage                   *self,
                                                   const SylAnchorSelector *const  *selectors,
                                                   gsize                            n_selectors,
                                                   SylAnchorMatch                  *matches);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylAnchorPage, syl_anchor_page_free)

G_END_DECLS
