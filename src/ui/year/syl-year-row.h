/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "year/syl-year-week.h"

G_BEGIN_DECLS

/**
 * SylYearRow:
 *
 * A week of the year: its pick, its days, and what can be done about it.
 */
#define SYL_TYPE_YEAR_ROW (syl_year_row_get_type ())
G_DECLARE_FINAL_TYPE (SylYearRow, syl_year_row, SYL, YEAR_ROW, AdwBin)

GtkWidget *syl_year_row_new      (void);
void       syl_year_row_set_week (SylYearRow  *self,
                                  SylYearWeek *week);

G_END_DECLS
