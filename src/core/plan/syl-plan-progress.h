/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-plan-figures.h"

G_BEGIN_DECLS

/**
 * SYL_PLAN_LATELY:
 *
 * How many weeks, with the present one, "lately" is.
 */
#define SYL_PLAN_LATELY 4

/**
 * SylPlanProgressWeek:
 * @week: the week of the plan
 * @seconds: focused reading in it
 * @n_read: how many picks were read by its end
 *
 * A week, looked back at.
 */
typedef struct
{
  SylPlanWeek week;
  guint64 seconds;
  unsigned int n_read;
} SylPlanProgressWeek;

/**
 * SylPlanProgress:
 * @n_picks: how many picks the list has
 * @n_read: how many are read
 * @n_skipped: how many are skipped
 * @n_before: how many of those that are read were read before the year began, or nobody knows when
 * @seconds: focused reading
 * @seconds_lately: focused reading in the last %SYL_PLAN_LATELY weeks
 * @streak: week streaks
 * @has_end: whether a pick has a week
 * @end: Monday of the week of the last pick
 * @n_behind: as #SylPlan.n_behind
 * @weeks: (element-type SylPlanProgressWeek): the weeks of the plan
 * @planned: (element-type guint): how many picks were to be read by the end of each week, by the plan
 *   as it was at first; skipped picks are left out of it, and those that were read before count from
 *   the beginning
 * @n_seen: how many weeks have begun
 * @present: index of the present week; %G_MAXUINT if there is none
 *
 * How a year went up to now, whole and by value.
 */
typedef struct
{
  unsigned int n_picks;
  unsigned int n_read;
  unsigned int n_skipped;
  unsigned int n_before;
  guint64 seconds;
  guint64 seconds_lately;
  SylPlanStreak streak;
  gboolean has_end;
  GDate end;
  int n_behind;
  GArray *weeks;
  GArray *planned;
  unsigned int n_seen;
  unsigned int present;
} SylPlanProgress;

SylPlanProgress *syl_plan_progress_new      (const SylPlan         *plan,
                                             const SylPlanInput    *input,
                                             const SylPlanSession  *sessions,
                                             gsize                  n_sessions,
                                             const GDate           *today);
SylPlanProgress *syl_plan_progress_ref      (SylPlanProgress       *self);
void             syl_plan_progress_unref    (SylPlanProgress       *self);
gboolean         syl_plan_progress_is_empty (const SylPlanProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPlanProgress, syl_plan_progress_unref)

G_END_DECLS
