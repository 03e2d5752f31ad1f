/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library-private.h"
#include "tables/plan/syl-plan-edit-table.h"
#include "tables/plan/syl-plan-table.h"

G_BEGIN_DECLS

/* Dates beyond are slips of the pen, and more than can be laid out in a moment. */
#define SYL_PLAN_EDIT_MAX_WEEKS (20 * 52)

typedef struct _SylPlanEdit SylPlanEdit;

/* An edit of the plan of one list, as it goes to the writer. */
struct _SylPlanEdit
{
  gboolean (*change) (SylConnection *connection, SylPlanEdit *edit, GError **error);
  gint64 list_id;
  GDate today;
  SylPlanChoice choice;
  gboolean keeps_minutes;
  gboolean keeps_order;
  SylPlanPause pause;
  GDate day;
  gboolean shifted;
  gint64 pick_id;
  gint64 before_id; /* 0 for the end */
};

SylPlanEdit *_syl_plan_edit_new    (SylLibrary          *library,
                                    gboolean           (*change) (SylConnection  *connection,
                                                                  SylPlanEdit    *edit,
                                                                  GError        **error));
/* Takes @self over. */
void         _syl_plan_edit_write  (SylPlanEdit         *self,
                                    SylLibrary          *library,
                                    gpointer             source_tag,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Answers that there is no such thing, where @fine is FALSE. Returns: whether it did so */
gboolean     _syl_plan_edit_refuse (SylLibrary          *library,
                                    gboolean             fine,
                                    const char          *message,
                                    gpointer             source_tag,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data);
/* Rows of the picks to come, in the order of the plan, but without @but. */
GArray      *_syl_plan_list_ahead  (const SylPlanFacts  *facts,
                                    const GDate         *today,
                                    gint64               but);

G_END_DECLS
