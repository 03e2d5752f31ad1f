/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylWeekCard:
 *
 * The pick of this week, with a button to read it, or why there is none. It is not there before the year.
 *
 * Property: `library` (SylLibrary, nullable).
 */
#define SYL_TYPE_WEEK_CARD (syl_week_card_get_type ())
G_DECLARE_FINAL_TYPE (SylWeekCard, syl_week_card, SYL, WEEK_CARD, GtkWidget)

SylLibrary *syl_week_card_get_library (SylWeekCard *self);
void        syl_week_card_set_library (SylWeekCard *self,
                                       SylLibrary  *library);
void        syl_week_card_refresh     (SylWeekCard *self);

G_END_DECLS
