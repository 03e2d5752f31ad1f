/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/syl-year.h"

G_BEGIN_DECLS

/**
 * SylYearWeek:
 *
 * A week of the plan, as a row shows it; it does not change.
 */
#define SYL_TYPE_YEAR_WEEK (syl_year_week_get_type ())
G_DECLARE_FINAL_TYPE (SylYearWeek, syl_year_week, SYL, YEAR_WEEK, GObject)

SylYearWeek     *syl_year_week_new         (SylYear      *year,
                                            unsigned int  index,
                                            gboolean      is_present);
SylPick         *syl_year_week_get_pick    (SylYearWeek  *self);
SylPlanWeekState syl_year_week_get_state   (SylYearWeek  *self);
unsigned int     syl_year_week_get_number  (SylYearWeek  *self);
gboolean         syl_year_week_looks_like  (SylYearWeek  *self,
                                            SylYearWeek  *other);
gboolean         syl_year_week_get_present (SylYearWeek  *self);
gboolean         syl_year_week_is_ahead    (SylYearWeek  *self);
char            *syl_year_week_dup_title   (SylYearWeek  *self);
char            *syl_year_week_dup_caption (SylYearWeek  *self);

G_END_DECLS
