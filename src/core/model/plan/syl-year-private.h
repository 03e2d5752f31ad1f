/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-year.h"
#include "tables/plan/syl-plan-table.h"

G_BEGIN_DECLS

/* What is read on a store thread, whole and by value. */
typedef struct
{
  SylPlanFacts *facts; /* owned */
  SylPlan *plan;       /* owned */
  GArray *sessions;    /* of SylPlanSession, owned */
} SylYearFacts;

SylYearFacts *_syl_year_facts_read (SylConnection  *connection,
                                    gint64          list_id,
                                    const GDate    *today,
                                    GError        **error);
void          _syl_year_facts_free (SylYearFacts   *self);

/* Takes over @facts and @picks, of SylPick. */
SylYear      *_syl_year_new        (SylYearFacts   *facts,
                                    GPtrArray      *picks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylYearFacts, _syl_year_facts_free)

G_END_DECLS
