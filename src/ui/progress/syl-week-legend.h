/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plan/syl-plan-progress.h"

G_BEGIN_DECLS

/**
 * SylWeekLegend:
 *
 * What the squares of a calendar of weeks mean: those that it has.
 *
 * Properties:
 *  - `stacked` (boolean): one below the other, instead of as many in a line as there is room for
 */
#define SYL_TYPE_WEEK_LEGEND (syl_week_legend_get_type ())
G_DECLARE_FINAL_TYPE (SylWeekLegend, syl_week_legend, SYL, WEEK_LEGEND, AdwBin)

void syl_week_legend_set_progress (SylWeekLegend         *self,
                                   const SylPlanProgress *progress);

G_END_DECLS
