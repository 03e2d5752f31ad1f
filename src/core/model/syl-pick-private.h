/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "model/syl-pick.h"

G_BEGIN_DECLS

struct _SylPick
{
  GObject parent_instance;

  SylPickFacts *facts;     /* owned; never NULL, all but the id empty until loaded */
  SylPickDetails *details; /* owned; NULL until asked for */
  GListStore *sources;     /* of SylSource */
  guint loaded : 1;
};

SylPick *_syl_pick_new           (gint64          id);
void     _syl_pick_take_facts    (SylPick        *self,
                                  SylPickFacts   *facts);
void     _syl_pick_take_details  (SylPick        *self,
                                  SylPickDetails *details);

G_END_DECLS
