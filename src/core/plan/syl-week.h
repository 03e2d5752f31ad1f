/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylWeek:
 * @year: the ISO year, which is not always that of all its days
 * @number: 1 to 52 or 53
 *
 * A week as ISO 8601 has it: from Monday to Sunday, the year's first one with its first Thursday.
 */
typedef struct
{
  int year;
  int number;
} SylWeek;

/**
 * SYL_PLAN_N_WEEKS:
 *
 * Weeks of the reader's year.
 */
#define SYL_PLAN_N_WEEKS 52

void         syl_week_init_from_date  (SylWeek           *self,
                                       const GDate       *date);
gboolean     syl_week_parse           (SylWeek           *self,
                                       const char        *text);
char        *syl_week_to_string       (const SylWeek     *self);
void         syl_week_get_monday      (const SylWeek     *self,
                                       GDate             *monday);
int          syl_week_count_between   (const GDate       *from,
                                       const GDate       *to);

unsigned int syl_plan_count_weeks     (const GDate       *start,
                                       const GDate       *date);

G_END_DECLS
