/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan.h"

G_BEGIN_DECLS

#define SYL_TEST_N_PICKS 50

/* A reader with a list, and all that can happen to the two of them. */
typedef struct
{
  SylPlanInput input;
  GArray *picks;   /* of SylPlanPick */
  GPtrArray *after; /* of GArray of int, one for each pick */
  GArray *own;     /* of int */
  GArray *pauses;  /* of SylPlanPause */
  GArray *shifts;  /* of GDate */
  GArray *history; /* of SylPlanEntry */
  GDate today;
} SylTestReader;

void        syl_test_reader_init      (SylTestReader      *self,
                                       const char         *start);
void        syl_test_reader_clear     (SylTestReader      *self);
int         syl_test_reader_add       (SylTestReader      *self,
                                       unsigned int        section,
                                       unsigned int        minutes);
void        syl_test_reader_add_after (SylTestReader      *self,
                                       int                 pick,
                                       int                 after);
void        syl_test_reader_add_list  (SylTestReader      *self);
SylPlan    *syl_test_reader_plan      (SylTestReader      *self);
SylPlanPick *syl_test_reader_get      (SylTestReader      *self,
                                       int                 pick);
void        syl_test_reader_set       (SylTestReader      *self,
                                       int                 pick,
                                       SylPickState        state);
void        syl_test_reader_go        (SylTestReader      *self,
                                       int                 n_days);
void        syl_test_reader_remember  (SylTestReader      *self,
                                       const SylPlan      *plan);
GDate       syl_test_date             (const char         *text);
GDate       syl_test_add_days         (const GDate        *date,
                                       int                 n_days);
char       *syl_test_plan_to_string   (const SylPlan      *plan);

G_END_DECLS
