/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-year.h"

G_BEGIN_DECLS

/**
 * SylWeekStrip:
 *
 * The weeks of a year as small squares: full where a pick was read, a ring where one is planned, a dot
 * where nothing is due or nothing was read; the present one stands out.
 */
#define SYL_TYPE_WEEK_STRIP (syl_week_strip_get_type ())
G_DECLARE_FINAL_TYPE (SylWeekStrip, syl_week_strip, SYL, WEEK_STRIP, GtkWidget)

void syl_week_strip_set_plan (SylWeekStrip  *self,
                              const SylPlan *plan,
                              unsigned int   present);

G_END_DECLS
