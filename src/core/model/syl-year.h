/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick.h"
#include "plan/syl-plan-figures.h"

G_BEGIN_DECLS

/**
 * SylYear:
 *
 * The plan of a list, as it was when it was read, and what it was made of; it does not change. The
 * library's `changed` says when to read it again. Main thread.
 */
#define SYL_TYPE_YEAR (syl_year_get_type ())
G_DECLARE_FINAL_TYPE (SylYear, syl_year, SYL, YEAR, GObject)

const SylPlan      *syl_year_get_plan      (SylYear     *self);
const SylPlanInput *syl_year_get_input     (SylYear     *self);
gboolean            syl_year_get_chosen    (SylYear     *self);
const char         *syl_year_get_slug      (SylYear     *self,
                                            int          pick);
SylPick            *syl_year_get_pick      (SylYear     *self,
                                            int          pick);
int                 syl_year_find_pick     (SylYear     *self,
                                            SylPick     *pick);
const SylPlanSession *syl_year_get_sessions (SylYear    *self,
                                            gsize       *n_sessions);

G_END_DECLS
