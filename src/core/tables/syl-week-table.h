/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylWeekPick:
 * @week: the week of the reader's year, from 1; 0 before it began
 * @facts: (element-type SylPickFacts): of the week's pick; empty if it has none
 *
 * Which pick a week has.
 */
typedef struct
{
  unsigned int week;
  GPtrArray *facts;
} SylWeekPick;

void         syl_week_pick_free        (SylWeekPick    *self);
SylWeekPick *syl_week_table_read       (SylConnection  *connection,
                                        gint64          list_id,
                                        const GDate    *date,
                                        const GDate    *today,
                                        GError        **error);
gboolean     syl_week_table_read_plan  (SylConnection  *connection,
                                        gint64          list_id,
                                        GArray         *ids,
                                        GArray         *facts,
                                        GError        **error);
gboolean     syl_week_table_read_start (SylConnection  *connection,
                                        const GDate    *today,
                                        GDate          *start,
                                        GError        **error);
gboolean     syl_week_table_set_start  (SylConnection  *connection,
                                        const GDate    *start,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylWeekPick, syl_week_pick_free)

G_END_DECLS
