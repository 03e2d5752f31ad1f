/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick.h"

G_BEGIN_DECLS

/* What a row of a list shows; read on a store thread, handed to the main thread whole. */
typedef struct
{
  gint64 id;
  char *slug;
  char *title;
  gint64 section_id;
  unsigned int section_number;
  char *section_title;
  gboolean extra;
  gboolean retired;
  unsigned int position;
  unsigned int minutes;
  unsigned int difficulty;
  unsigned int year_first;
  unsigned int year_last;
  unsigned int n_sources;
  unsigned int n_notes;
  SylPickState state;
  GDateTime *started;
  GDateTime *finished;
} SylPickFacts;

/* What its page shows on top of that. */
typedef struct
{
  char *commentary;
  char *after;
  GPtrArray *sources; /* of SylSourceFacts, owned */
} SylPickDetails;

struct _SylPick
{
  GObject parent_instance;

  SylPickFacts *facts;     /* owned; never NULL, all but the id empty until loaded */
  SylPickDetails *details; /* owned; NULL until asked for */
  GListStore *sources;     /* of SylSource */
  guint loaded : 1;
};

void     _syl_pick_facts_free    (SylPickFacts   *facts);
void     _syl_pick_details_free  (SylPickDetails *details);

SylPick *_syl_pick_new           (gint64          id);
void     _syl_pick_take_facts    (SylPick        *self,
                                  SylPickFacts   *facts);
void     _syl_pick_take_details  (SylPick        *self,
                                  SylPickDetails *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickFacts, _syl_pick_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickDetails, _syl_pick_details_free)

G_END_DECLS
