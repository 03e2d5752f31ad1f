/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylPlanFacts:
 * @input: what a plan is made of; its arrays are those below
 * @chosen: whether the reader chose start, hours and order, or never saw to it
 * @ids: (element-type gint64): rows of the picks, by their index
 * @slugs: (element-type utf8): their ids within the list
 * @picks: (element-type SylPlanPick): what the plan has to know of them
 * @after: (element-type GArray): for each the indices of picks that come before it
 * @own: (element-type int): the reader's own order
 * @pauses: (element-type SylPlanPause): pauses
 * @shifts: (element-type GDate): weeks kept free
 * @history: (element-type SylPlanEntry): weeks that are over and remembered
 *
 * All that the plan of a list follows from, as it is stored.
 */
typedef struct
{
  SylPlanInput input;
  gboolean chosen;
  GArray *ids;
  GPtrArray *slugs;
  GArray *picks;
  GPtrArray *after;
  GArray *own;
  GArray *pauses;
  GArray *shifts;
  GArray *history;
} SylPlanFacts;

SylPlanFacts *syl_plan_table_read       (SylConnection       *connection,
                                         gint64               list_id,
                                         const GDate         *today,
                                         GError             **error);
void          syl_plan_facts_free       (SylPlanFacts        *self);
int           syl_plan_facts_find       (const SylPlanFacts  *self,
                                         gint64               pick_id);
gint64        syl_plan_facts_find_due   (const SylPlanFacts  *self,
                                         const GDate         *today);

gboolean      syl_plan_table_close      (SylConnection       *connection,
                                         gint64               list_id,
                                         const GDate         *today,
                                         GError             **error);
gboolean      syl_plan_table_close_all  (SylConnection       *connection,
                                         const GDate         *today,
                                         GError             **error);
gboolean      syl_plan_table_is_closed  (SylConnection       *connection,
                                         const GDate         *today,
                                         gboolean            *closed,
                                         GError             **error);
gboolean      syl_plan_table_begin_new  (SylConnection       *connection,
                                         const GDate         *today,
                                         GError             **error);

void          syl_plan_day_to_string    (const GDate         *day,
                                         char                 text[16]);
gboolean      syl_plan_day_from_string  (const char          *text,
                                         GDate               *day);
void          syl_plan_day_from_time    (const char          *text,
                                         GDate               *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPlanFacts, syl_plan_facts_free)

G_END_DECLS
