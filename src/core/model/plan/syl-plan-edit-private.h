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
  gboolean later;
  /* Answers: */
  gboolean changed;    /* whether the plan is another one now */
  GPtrArray *obstacle; /* owned, nullable; of SylPickFacts: those of the two picks that are in the way */
  gint64 first_id;     /* the one of them that the other builds on */
  gint64 second_id;
};

SylPlanEdit *_syl_plan_edit_new     (SylLibrary          *library,
                                     gboolean           (*change) (SylConnection  *connection,
                                                                   SylPlanEdit    *edit,
                                                                   GError        **error));
/* Takes @self over. */
void         _syl_plan_edit_write   (SylPlanEdit         *self,
                                     SylLibrary          *library,
                                     gpointer             source_tag,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
/* Answers that there is no such thing, where @fine is FALSE. Returns: whether it did so */
gboolean     _syl_plan_edit_refuse  (SylLibrary          *library,
                                     gboolean             fine,
                                     const char          *message,
                                     gpointer             source_tag,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
/* To be called right before a change, and only where there is one: undo goes back to what is now. */
gboolean     _syl_plan_edit_prepare (SylPlanEdit         *self,
                                     SylConnection       *connection,
                                     GError             **error);

/* Changes of the reader's order: @pick_id comes before @before_id, or one place earlier or later. */
gboolean     _syl_plan_move         (SylConnection       *connection,
                                     SylPlanEdit         *edit,
                                     GError             **error);
gboolean     _syl_plan_step         (SylConnection       *connection,
                                     SylPlanEdit         *edit,
                                     GError             **error);

G_END_DECLS
