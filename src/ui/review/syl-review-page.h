/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylReviewPage:
 *
 * Asks the reader’s own questions again, one at a time, and lists all of them.
 *
 * Actions: `review.show`, `review.rate` (u: a SylFsrsRating), `review.undo`, `review.show-pick`,
 * `review.edit`, `review.delete`, `review.list`.
 */
#define SYL_TYPE_REVIEW_PAGE (syl_review_page_get_type ())
G_DECLARE_FINAL_TYPE (SylReviewPage, syl_review_page, SYL, REVIEW_PAGE, AdwBin)

GtkWidget *syl_review_page_new (SylLibrary *library);

G_END_DECLS
