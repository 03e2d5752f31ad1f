/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/syl-week.h"

G_BEGIN_DECLS

/**
 * SylCallTime:
 * @enabled: whether the reader wants to be called at all
 * @weekday: the day of the week
 * @minute: the minute of that day, 0 to 1439
 *
 * When the weekly call is to come.
 */
typedef struct
{
  gboolean enabled;
  GDateWeekday weekday;
  unsigned int minute;
} SylCallTime;

/**
 * SYL_CALL_TIME_DEFAULT:
 *
 * Of a reader who did not say: no call; Monday at nine is what is proposed.
 */
#define SYL_CALL_TIME_DEFAULT ((SylCallTime){ FALSE, G_DATE_MONDAY, 9 * 60 })

/**
 * SylCallRecord:
 * @week: the week
 * @order: when the record was made among all of them: what is greater came later
 * @called: the moment the call was made, in microseconds since 1970, 0 if it is still to come
 * @postponed: the moment it is to be made, or made once more; 0 if it isn't
 * @settled: the moment it was answered or withdrawn, 0 if it is still out
 * @pick_id: the row of the pick it was about, 0 if the week had nothing to say
 *
 * What is known of the call of one week. There is at most one for each week.
 */
typedef struct
{
  SylWeek week;
  gint64 order;
  gint64 called;
  gint64 postponed;
  gint64 settled;
  gint64 pick_id;
} SylCallRecord;

/**
 * SylCallBook:
 * @time: when calls are to come
 * @set: (nullable): the moment that was chosen, where the reader was; %NULL if nothing before it matters
 * @records: (element-type SylCallRecord): those of syl_call_get_first_week() and later, in any order
 *
 * All that decides about calls, beside the clock.
 */
typedef struct
{
  SylCallTime time;
  GDateTime *set;
  GArray *records;
} SylCallBook;

SylCallBook         *syl_call_book_new       (void);
void                 syl_call_book_free      (SylCallBook       *self);
gboolean             syl_call_book_is_due    (const SylCallBook *self,
                                              GDateTime         *now,
                                              GDateTime        **out_since);
GDateTime           *syl_call_book_find_next (const SylCallBook *self,
                                              GDateTime         *now);
gboolean             syl_call_book_set_time  (SylCallBook       *self,
                                              const SylCallTime *time,
                                              GDateTime         *now);
const SylCallRecord *syl_call_book_find_last (const SylCallBook *self,
                                              GDateTime         *now);
const SylCallRecord *syl_call_book_find_out  (const SylCallBook *self,
                                              GDateTime         *now);

gboolean             syl_call_time_is_valid  (const SylCallTime *self);
GDateTime           *syl_call_time_resolve   (const SylCallTime *self,
                                              const SylWeek     *week,
                                              GTimeZone         *zone);
void                 syl_call_get_week       (GDateTime         *moment,
                                              SylWeek           *week);
void                 syl_call_get_first_week (GDateTime         *now,
                                              SylWeek           *week);
gint64               syl_call_moment_to_unix (GDateTime         *moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylCallBook, syl_call_book_free)

G_END_DECLS
