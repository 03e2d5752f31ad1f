/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "progress/syl-chart.h"

G_BEGIN_DECLS

/**
 * SylFocusChart:
 *
 * Focused time, a bar a week.
 */
#define SYL_TYPE_FOCUS_CHART (syl_focus_chart_get_type ())
G_DECLARE_FINAL_TYPE (SylFocusChart, syl_focus_chart, SYL, FOCUS_CHART, SylChart)

G_END_DECLS
