/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan.h"

G_BEGIN_DECLS

/* No week of the plan: before any, and after any. */
#define SYL_PLAN_NEVER (-G_MAXINT)

/* What a plan is worked out on. Weeks are counted from that of the start, which is 0. */
typedef struct
{
  const SylPlanInput *input;
  int *started;      /* for each pick its week, or SYL_PLAN_NEVER */
  int *ended;        /* the same */
  int *rank;         /* for each pick its place in the wanted order; retired ones have none, -1 */
  int *wanted;       /* picks in the wanted order */
  gsize n_wanted;
  int *followers;    /* picks that are to come after a pick, from first_follower[pick] on */
  gsize *first_follower; /* n_picks + 1 of them */
  gboolean *open;    /* picks that are to be laid out; set before each call */
  int *sequence;     /* what _syl_plan_sort() made of them */
  gsize n_sequence;
  int *waits;
  unsigned int *rooms; /* what _syl_plan_allot() made of them */
  int *pending;      /* for _syl_plan_sort() alone */
  int *heap;         /* of picks, for the time of one call */
  int n_heap;
} SylPlanDesk;

/* How far the free weeks are used up, going through the weeks. */
typedef struct
{
  unsigned int n_free; /* free weeks that are left */
  int pick;            /* the pick read last, or that took a free week as more time; -1 if none */
  unsigned int n_since; /* free weeks since then, or that it took */
} SylPlanRoom;

void         _syl_plan_desk_init   (SylPlanDesk        *self,
                                    const SylPlanInput *input);
void         _syl_plan_desk_clear  (SylPlanDesk        *self);
void         _syl_plan_want        (SylPlanDesk        *self);
void         _syl_plan_sort        (SylPlanDesk        *self,
                                    int                 first);

unsigned int _syl_plan_count_free  (gsize               n_picks);
unsigned int _syl_plan_allot       (SylPlanDesk        *self,
                                    const SylPlanRoom  *room);
gboolean     _syl_plan_is_free_now (SylPlanDesk        *self,
                                    const SylPlanRoom  *room);
GArray      *_syl_plan_lay         (SylPlanDesk        *self,
                                    const SylPlanRoom  *room,
                                    gboolean            first_is_set);

gboolean     _syl_plan_is_paused   (const SylPlanInput *input,
                                    int                 week);
gboolean     _syl_plan_is_shifted  (const SylPlanInput *input,
                                    int                 week);
SylPlanEntry _syl_plan_judge       (SylPlanDesk        *self,
                                    const SylPlanRoom  *room,
                                    int                 week,
                                    gboolean            over);

G_END_DECLS
