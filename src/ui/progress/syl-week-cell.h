/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/syl-plan.h"

G_BEGIN_DECLS

/**
 * SylWeekCell:
 *
 * A week as a square: full where a pick was read, a frame where one is planned; a faint ground for the
 * rest, with a dot where nothing was read, a dash where its pick was skipped, two bars in a pause. The
 * present week is underlined.
 *
 * Signals:
 *  - `activate`: the reader wants to see its pick
 */
#define SYL_TYPE_WEEK_CELL (syl_week_cell_get_type ())
G_DECLARE_FINAL_TYPE (SylWeekCell, syl_week_cell, SYL, WEEK_CELL, GtkWidget)

GtkWidget        *syl_week_cell_new        (GtkAccessibleRole  role);
SylPlanWeekState  syl_week_cell_get_state  (SylWeekCell       *self);
void              syl_week_cell_set_state  (SylWeekCell       *self,
                                            SylPlanWeekState   state,
                                            gboolean           present);
void              syl_week_cell_set_label  (SylWeekCell       *self,
                                            const char        *label);

G_END_DECLS
