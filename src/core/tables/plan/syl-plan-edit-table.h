/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylPlanChoice:
 * @start: a day of the first week
 * @minutes: what the reader has a week, 0 for as much as it takes
 * @order: in which order picks come
 *
 * What the reader chooses for a year.
 */
typedef struct
{
  GDate start;
  unsigned int minutes;
  SylPlanOrder order;
} SylPlanChoice;

gboolean syl_plan_table_prepare (SylConnection        *connection,
                                 gint64                list_id,
                                 const GDate          *today,
                                 GError              **error);
gboolean syl_plan_table_begin   (SylConnection        *connection,
                                 gint64                list_id,
                                 const SylPlanChoice  *choice,
                                 GError              **error);
gboolean syl_plan_table_choose  (SylConnection        *connection,
                                 gint64                list_id,
                                 unsigned int          minutes,
                                 SylPlanOrder          order,
                                 GError              **error);
gboolean syl_plan_table_order   (SylConnection        *connection,
                                 gint64                list_id,
                                 const gint64         *pick_ids,
                                 gsize                 n_picks,
                                 GError              **error);
gboolean syl_plan_table_shift   (SylConnection        *connection,
                                 gint64                list_id,
                                 const GDate          *day,
                                 gboolean              shifted,
                                 GError              **error);
gboolean syl_plan_table_pause   (SylConnection        *connection,
                                 gint64                list_id,
                                 const SylPlanPause   *pause,
                                 GError              **error);
gboolean syl_plan_table_resume  (SylConnection        *connection,
                                 gint64                list_id,
                                 const GDate          *today,
                                 GError              **error);
gboolean syl_plan_table_undo    (SylConnection        *connection,
                                 gint64                list_id,
                                 GError              **error);

G_END_DECLS
