/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-card.h"

G_BEGIN_DECLS

/**
 * SylRatingButton:
 *
 * Says how well something was remembered, its key, and when it is asked again then. Activates
 * `review.rate`.
 *
 * Properties: `title` (string); `rating` (uint, a SylFsrsRating)
 */
#define SYL_TYPE_RATING_BUTTON (syl_rating_button_get_type ())
G_DECLARE_FINAL_TYPE (SylRatingButton, syl_rating_button, SYL, RATING_BUTTON, GtkButton)

void syl_rating_button_set_card (SylRatingButton *self,
                                 const SylCard   *card,
                                 const GDate     *today);

G_END_DECLS
