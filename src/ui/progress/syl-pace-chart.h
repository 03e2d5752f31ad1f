/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "progress/syl-chart.h"

G_BEGIN_DECLS

/**
 * SylPaceChart:
 *
 * Picks that were read, and those that were to be read by the plan as it was at first: two lines that
 * climb a step a pick.
 */
#define SYL_TYPE_PACE_CHART (syl_pace_chart_get_type ())
G_DECLARE_FINAL_TYPE (SylPaceChart, syl_pace_chart, SYL, PACE_CHART, SylChart)

G_END_DECLS
