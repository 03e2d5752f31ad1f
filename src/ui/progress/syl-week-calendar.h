/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-year.h"
#include "plan/syl-plan-progress.h"

G_BEGIN_DECLS

/**
 * SylWeekCalendar:
 *
 * The weeks of a year, a row for each month. One of them takes the focus; the arrow keys, Home and End
 * lead to the others.
 *
 * Signals:
 *  - `activated (SylPick *pick)`: the reader wants to see the pick of a week
 */
#define SYL_TYPE_WEEK_CALENDAR (syl_week_calendar_get_type ())
G_DECLARE_FINAL_TYPE (SylWeekCalendar, syl_week_calendar, SYL, WEEK_CALENDAR, GtkWidget)

void syl_week_calendar_set_year (SylWeekCalendar *self,
                                 SylYear         *year,
                                 SylPlanProgress *progress);

G_END_DECLS
