/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-card.h"

G_BEGIN_DECLS

/**
 * SylReviewCard:
 *
 * A question; when the reader has thought, their own words; and how well they were remembered. It
 * activates `review.show` and `review.rate`, and `win.show-pick`.
 */
#define SYL_TYPE_REVIEW_CARD (syl_review_card_get_type ())
G_DECLARE_FINAL_TYPE (SylReviewCard, syl_review_card, SYL, REVIEW_CARD, AdwBin)

void     syl_review_card_set_card     (SylReviewCard *self,
                                       const SylCard *card,
                                       gboolean       revealed);
void     syl_review_card_reveal       (SylReviewCard *self);
gboolean syl_review_card_get_revealed (SylReviewCard *self);

G_END_DECLS
