/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan.h"

G_BEGIN_DECLS

/**
 * SylPlanStreak:
 * @present: weeks with a pick read up to now
 * @longest: the most there were
 *
 * Week streaks. One missed week in any four is forgiven; free, paused and skipped weeks neither count
 * nor break anything.
 */
typedef struct
{
  unsigned int present;
  unsigned int longest;
} SylPlanStreak;

/**
 * SylPlanSession:
 * @day: the day it began
 * @pick: index of the pick that was read
 * @seconds: focused time
 *
 * A while of focused reading.
 */
typedef struct
{
  GDate day;
  int pick;
  unsigned int seconds;
} SylPlanSession;

/**
 * SylPlanOutline:
 * @n_picks: weeks that have a pick
 * @n_free: weeks in which nothing is due
 * @n_weeks: all weeks
 * @n_long: picks to come that need more than the reader has a week, free weeks behind them included
 * @end: the last day of the last week; not valid if there is none
 *
 * A plan in a few figures.
 */
typedef struct
{
  unsigned int n_picks;
  unsigned int n_free;
  unsigned int n_weeks;
  unsigned int n_long;
  GDate end;
} SylPlanOutline;

SylPlanStreak syl_plan_count_streak       (const SylPlan        *self);
GArray       *syl_plan_find_shorter       (const SylPlan        *self,
                                           const SylPlanInput   *input,
                                           int                   pick);
int           syl_plan_find_planned       (const SylPlan        *self,
                                           int                   index,
                                           int                   direction);
gboolean      syl_plan_find_step          (const SylPlan        *self,
                                           int                   pick,
                                           gboolean              later,
                                           int                  *before);
gboolean      syl_plan_find_obstacle      (const SylPlan        *self,
                                           const SylPlanInput   *input,
                                           int                   pick,
                                           int                   before,
                                           int                  *first,
                                           int                  *second);
SylPlanOutline syl_plan_outline           (const SylPlan        *self,
                                           const SylPlanInput   *input);
guint64       syl_plan_sum_focus          (const SylPlanSession *sessions,
                                           gsize                 n_sessions,
                                           int                   pick,
                                           const GDate          *from,
                                           const GDate          *until);

G_END_DECLS
