/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/plan/syl-plan-edit-private.h"

G_BEGIN_DECLS

/* Puts another pick in the present week. @pick_id is 0, and nothing has changed, if there is none. */
gboolean _syl_plan_take_another (SylConnection       *connection,
                                 gint64               list_id,
                                 SylPlanFacts        *facts,
                                 const GDate         *today,
                                 gint64              *pick_id,
                                 GError             **error);

G_END_DECLS
