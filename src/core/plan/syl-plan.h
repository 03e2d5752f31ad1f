/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick-state.h"
#include "plan/syl-week.h"

G_BEGIN_DECLS

/**
 * SYL_PLAN_MINUTES_DEFAULT:
 *
 * Minutes a week of a reader who did not say: an evening and a half.
 */
#define SYL_PLAN_MINUTES_DEFAULT 180

/**
 * SylPlanOrder:
 * @SYL_PLAN_ORDER_SECTIONS: section by section, as the list has them
 * @SYL_PLAN_ORDER_MIXED: sections take turns, and light and heavy picks alternate
 *
 * In which order picks come. The numbers are stored in the database.
 */
typedef enum
{
  SYL_PLAN_ORDER_SECTIONS,
  SYL_PLAN_ORDER_MIXED,
} SylPlanOrder;

/**
 * SylPlanWeekState:
 * @SYL_PLAN_WEEK_PLANNED: a pick is to be read in it
 * @SYL_PLAN_WEEK_READ: a pick was read in it
 * @SYL_PLAN_WEEK_SKIPPED: the reader left its pick out, and read none
 * @SYL_PLAN_WEEK_MISSED: its pick was not read
 * @SYL_PLAN_WEEK_PAUSED: the reader is away
 * @SYL_PLAN_WEEK_FREE: nothing is due, to catch up or to rest
 *
 * What becomes, or became, of a week. The numbers are stored in the database.
 */
typedef enum
{
  SYL_PLAN_WEEK_PLANNED,
  SYL_PLAN_WEEK_READ,
  SYL_PLAN_WEEK_SKIPPED,
  SYL_PLAN_WEEK_MISSED,
  SYL_PLAN_WEEK_PAUSED,
  SYL_PLAN_WEEK_FREE,
} SylPlanWeekState;

/**
 * SylPlanPick:
 * @section: which section it is in; equal numbers mean one section
 * @minutes: how long it takes, 0 if unknown
 * @after: (array length=n_after): indices of picks that are to be read before it
 * @n_after: how many
 * @retired: it left the list, and is not planned any more
 * @state: how far the reader is
 * @started: the day it was begun, in the reader's time zone; not valid if it was not
 * @ended: the day it was finished or skipped; not valid if it was neither, or nobody knows when
 *
 * What the plan has to know of a pick.
 */
typedef struct
{
  unsigned int section;
  unsigned int minutes;
  const int *after;
  gsize n_after;
  gboolean retired;
  SylPickState state;
  GDate started;
  GDate ended;
} SylPlanPick;

/**
 * SylPlanPause:
 * @from: its first day
 * @until: the day on which reading goes on
 *
 * A time in which nothing is planned. Every week that has a day of it is free of picks.
 */
typedef struct
{
  GDate from;
  GDate until;
} SylPlanPause;

/**
 * SylPlanEntry:
 * @day: a day of the week
 * @state: how it ended
 * @pick: index of the pick that was read, skipped or missed in it, or that took the free week as
 *   more time; -1 if there is none
 *
 * A week that is over, as it is remembered.
 */
typedef struct
{
  GDate day;
  SylPlanWeekState state;
  int pick;
} SylPlanEntry;

/**
 * SylPlanInput:
 * @start: a day of the first week
 * @minutes: what the reader has a week, 0 for as much as it takes
 * @order: in which order picks come
 * @picks: (array length=n_picks): the picks in the order of the list, without extras; retired ones
 *   anywhere
 * @n_picks: how many
 * @own: (array length=n_own): indices of picks in the reader's own order; others keep to the pick
 *   they would follow
 * @n_own: how many, 0 where there is no such order
 * @pauses: (array length=n_pauses): pauses, which may overlap
 * @n_pauses: how many
 * @shifts: (array length=n_shifts): days of weeks that the reader keeps free, with everything
 *   moved on by a week
 * @n_shifts: how many
 * @history: (array length=n_history): weeks that are over; those from the present week on are not
 *   looked at, since a clock that was wrong may have left them
 * @n_history: how many
 *
 * All that a plan follows from, beside the date.
 */
typedef struct
{
  GDate start;
  unsigned int minutes;
  SylPlanOrder order;
  const SylPlanPick *picks;
  gsize n_picks;
  const int *own;
  gsize n_own;
  const SylPlanPause *pauses;
  gsize n_pauses;
  const GDate *shifts;
  gsize n_shifts;
  const SylPlanEntry *history;
  gsize n_history;
} SylPlanInput;

/**
 * SylPlanWeek:
 * @monday: its first day
 * @state: what becomes, or became, of it
 * @pick: index of its pick, -1 if it has none; no two weeks have the same one
 * @entry: for a week that is over, what #SylPlanEntry.pick is to remember; else -1
 *
 * A week of the plan.
 */
typedef struct
{
  GDate monday;
  SylPlanWeekState state;
  int pick;
  int entry;
} SylPlanWeek;

/**
 * SylPlanRepair:
 * @n_missed: how many weeks before the present one were missed, with none read in between; 0 if
 *   there was nothing to repair
 * @first: number of the first of them in the plan, from 1
 * @last: number of the last of them
 * @n_free: for how many of them a free week was used up
 * @n_moved: by how many weeks the end moved
 *
 * What the plan did about missed weeks. @n_free and @n_moved add up to @n_missed.
 */
typedef struct
{
  unsigned int n_missed;
  unsigned int first;
  unsigned int last;
  unsigned int n_free;
  unsigned int n_moved;
} SylPlanRepair;

/**
 * SylPlan:
 * @start: the day it was made for
 * @weeks: (element-type SylPlanWeek): all weeks, without a gap
 * @n_over: how many of them are over
 * @waits: (array length=n_picks): for each pick the one that it comes after because it has to,
 *   though it would come sooner; -1 where nothing holds it up
 * @n_picks: how many picks there are
 * @repair: what was done about missed weeks
 * @n_behind: by how many weeks it ends later than it would if no week had been missed and none had
 *   seen two picks read; pauses and shifts don't count; negative if it ends sooner
 *
 * A plan: facts, settings and wishes laid out in weeks.
 */
typedef struct
{
  GDate start;
  GArray *weeks;
  unsigned int n_over;
  int *waits;
  gsize n_picks;
  SylPlanRepair repair;
  int n_behind;
} SylPlan;

SylPlan           *syl_plan_make         (const SylPlanInput *input,
                                          const GDate        *today);
void               syl_plan_free         (SylPlan            *self);
const SylPlanWeek *syl_plan_find_week    (const SylPlan      *self,
                                          const GDate        *date);
unsigned int       syl_plan_number_pick  (const SylPlan      *self,
                                          int                 pick);
gboolean           syl_plan_get_end      (const SylPlan      *self,
                                          GDate              *monday);
const char        *syl_plan_week_state_to_string (SylPlanWeekState state);
const char        *syl_plan_order_to_string      (SylPlanOrder     order);
gboolean           syl_plan_order_from_string    (const char      *string,
                                                  SylPlanOrder    *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPlan, syl_plan_free)

G_END_DECLS
