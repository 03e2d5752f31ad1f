/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "anchor/syl-anchor-error.h"
#include "anchor/syl-text-offsets.h"

G_BEGIN_DECLS

/**
 * SYL_ANCHOR_MAX_PAGE_BYTES:
 *
 * The text of a page that is larger is refused.
 */
#define SYL_ANCHOR_MAX_PAGE_BYTES (8 * 1024 * 1024)

/**
 * SYL_ANCHOR_MAX_QUOTE_BYTES:
 *
 * A quote that is longer is refused.
 */
#define SYL_ANCHOR_MAX_QUOTE_BYTES (32 * 1024)

/**
 * SYL_ANCHOR_CONTEXT_POINTS:
 *
 * So many code points of the text before and behind a quote go into its selector.
 */
#define SYL_ANCHOR_CONTEXT_POINTS 64

/**
 * SYL_ANCHOR_SURROUNDINGS_BYTES:
 *
 * At most so much of the normalised text on either side is kept as well.
 */
#define SYL_ANCHOR_SURROUNDINGS_BYTES 448

/**
 * SYL_ANCHOR_MAX_COPIES:
 *
 * Copies of a quote are not counted further.
 */
#define SYL_ANCHOR_MAX_COPIES 255

/**
 * SylAnchorSelector:
 * @exact: the quote, as it stands in the text
 * @prefix: (nullable): the text before it, as it stands
 * @suffix: (nullable): the text behind it, as it stands
 * @position: where it is in the text
 * @has_position: whether @position is known
 * @page: number of the page in a PDF, from 1; 0 for none
 * @before: (nullable): the normalised text before the quote
 * @after: (nullable): the normalised text behind it
 * @landmarks: (nullable): pairs of words that the text has only once, and how far from the quote each
 *   is, as “hash:words” with spaces between them
 * @text_points: code points of the whole text; 0 if not known
 * @text_hash: hash of the whole normalised text; 0 if not known
 * @copies: how often the quote stood in the text, itself included; 0 if not known
 * @rival: how much, in per cent, the most similar other part of the text was like the quote
 *
 * What is kept of a highlight to find it again: the W3C’s TextQuoteSelector and
 * TextPositionSelector, the page of a PDF, and surroundings of our own, by which a part of the text
 * that always was like the quote is told from the quote itself.
 */
typedef struct
{
  char *exact;
  char *prefix;
  char *suffix;
  SylPointRange position;
  gboolean has_position;
  unsigned int page;
  char *before;
  char *after;
  char *landmarks;
  gsize text_points;
  guint64 text_hash;
  unsigned int copies;
  unsigned int rival;
} SylAnchorSelector;

void               syl_anchor_selector_free      (SylAnchorSelector        *self);
char              *syl_anchor_selector_to_json   (const SylAnchorSelector  *self);
SylAnchorSelector *syl_anchor_selector_from_json (const char               *json,
                                                  gsize                     length,
                                                  GError                  **error);
char              *syl_anchor_selector_dup_words_before (const SylAnchorSelector *self,
                                                          gsize                    n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylAnchorSelector, syl_anchor_selector_free)

G_END_DECLS
