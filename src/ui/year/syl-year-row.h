/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "year/syl-year-week.h"

G_BEGIN_DECLS

/**
 * SylYearRowMark:
 * @SYL_YEAR_ROW_MARK_NONE: nowhere
 * @SYL_YEAR_ROW_MARK_ABOVE: before the row
 * @SYL_YEAR_ROW_MARK_BELOW: behind the row
 *
 * Where what is dragged would go.
 */
typedef enum
{
  SYL_YEAR_ROW_MARK_NONE,
  SYL_YEAR_ROW_MARK_ABOVE,
  SYL_YEAR_ROW_MARK_BELOW,
} SylYearRowMark;

/**
 * SylYearRow:
 *
 * A week of the year: its pick, its days, and what can be done about it. A pick that is to come can be
 * dragged, as a #SylYearWeek.
 */
#define SYL_TYPE_YEAR_ROW (syl_year_row_get_type ())
G_DECLARE_FINAL_TYPE (SylYearRow, syl_year_row, SYL, YEAR_ROW, AdwBin)

GtkWidget *syl_year_row_new      (void);
void       syl_year_row_set_week (SylYearRow  *self,
                                  SylYearWeek *week);
SylYearWeek   *syl_year_row_get_week (SylYearRow     *self);
void           syl_year_row_set_mark (SylYearRow     *self,
                                      SylYearRowMark  mark);
SylYearRowMark syl_year_row_get_mark (SylYearRow     *self);

G_END_DECLS
