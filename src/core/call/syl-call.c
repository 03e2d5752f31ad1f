/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call/syl-call.h"
#include "call/syl-local-time.h"

/*
 * Once in each ISO week of the place where the reader is, from the chosen moment on: the record of a week
 * is what keeps it to that one time. Weeks that are over are not called afterwards, so that after three
 * weeks away there is one call.
 *
 * Nor is the moment of a week that was over already when the time was chosen: who chooses Mondays on a
 * Saturday expects the next Monday, wherever that finds them. Which week is the first one is therefore told
 * by day and time of the clock on the wall, and not by a moment. A call that was due by then, and only was
 * not made, is owed all the same.
 *
 * What is stored are moments, and the order in which they were stored. That is how a clock that was wrong
 * is told from one that is:
 *
 * - A record of a moment later than now was made by a clock that was ahead, and is not believed: its week
 *   is called when it really comes. Nor is it deleted, for perhaps it is now that the clock is wrong; once
 *   it is right again, the record is as true as before, and the week is not called a second time.
 * - A clock that is set back by some hours is no such thing: it took the time of a place for that of
 *   another, or is made exact. Within #SLACK a record is believed, though it is later than now.
 * - When a week comes for which a clock ahead left a record, that record may be of an earlier moment than
 *   now. But then the weeks before were called after it was made, which the order tells: it is not
 *   believed either. Only the weeks right before count: from a clock that fell back to the year 2000
 *   nothing follows for the present one.
 * - A record of a later week, within #SLACK, silences the one before: who travels west across midnight from
 *   Sunday to Monday has been called for Monday already.
 *
 * What is left to chance is the record that a clock ahead made for a week, if no week was called between
 * that and the week itself, and this one is first looked at after the moment of the record, less #SLACK.
 * And a clock that is set back by weeks, to one that was not called then, and put right again has the present
 * one called a second time: it leaves the same records as one that was ahead, and was set right again weeks
 * before. To disbelieve a record only for the very week before it would mend most of that, and silence many
 * more weeks in which all is well.
 */

/* The most that places on earth, or a clock in the time of its place and one in that of Greenwich, are
 * apart, and an hour. */
#define SLACK (15 * G_TIME_SPAN_HOUR)

/* How many weeks before a record's week tell that the clock was ahead: more than most are away. */
#define N_WEEKS_BEFORE 8

/* More weeks ahead than may have a record that is believed: this one, and the one that comes next. */
#define MAX_WEEKS_AHEAD 4

#define MINUTES_OF_A_DAY (24 * 60)

/**
 * syl_call_book_new:
 *
 * Returns: (transfer full): a book with no record, and no call
 */
SylCallBook *
syl_call_book_new (void)
{
  SylCallBook *self = g_new0 (SylCallBook, 1);

  self->time = SYL_CALL_TIME_DEFAULT;
  self->records = g_array_new (FALSE, FALSE, sizeof (SylCallRecord));
  return self;
}

/**
 * syl_call_book_free:
 * @self: (transfer full): a book
 */
void
syl_call_book_free (SylCallBook *self)
{
  g_array_unref (self->records);
  g_clear_pointer (&self->set, g_date_time_unref);
  g_free (self);
}

/**
 * syl_call_time_is_valid:
 * @self: a time from anywhere
 *
 * Returns: whether there is such a day and minute
 */
gboolean
syl_call_time_is_valid (const SylCallTime *self)
{
  return g_date_valid_weekday (self->weekday) && self->minute < MINUTES_OF_A_DAY;
}

/**
 * syl_call_get_week:
 * @moment: a moment
 * @week: (out caller-allocates): its ISO week in its time zone
 */
void
syl_call_get_week (GDateTime *moment,
                   SylWeek   *week)
{
  GDate day;

  syl_local_time_get_day (moment, &day);
  syl_week_init_from_date (week, &day);
}

/**
 * syl_call_moment_to_unix:
 * @moment: a moment
 *
 * Returns: it, in microseconds since 1970
 */
gint64
syl_call_moment_to_unix (GDateTime *moment)
{
  return g_date_time_to_unix_usec (moment);
}

static void
add_weeks (const SylWeek *week,
           int            n_weeks,
           SylWeek       *other)
{
  GDate monday;

  syl_week_get_monday (week, &monday);
  g_date_set_julian (&monday, (guint32) ((gint64) g_date_get_julian (&monday) + 7 * n_weeks));
  syl_week_init_from_date (other, &monday);
}

/**
 * syl_call_get_first_week:
 * @now: the present moment, where the reader is
 * @week: (out caller-allocates): the earliest week whose record still matters
 */
void
syl_call_get_first_week (GDateTime *now,
                         SylWeek   *week)
{
  SylWeek present;

  syl_call_get_week (now, &present);
  add_weeks (&present, -N_WEEKS_BEFORE, week);
}

/* How many weeks @week is after @other. */
static int
count_weeks (const SylWeek *week,
             const SylWeek *other)
{
  GDate from, to;

  syl_week_get_monday (other, &from);
  syl_week_get_monday (week, &to);
  return syl_week_count_between (&from, &to);
}

/**
 * syl_call_time_resolve:
 * @self: a valid time
 * @week: a week
 * @zone: where the reader is
 *
 * A time that exists twice there, because clocks are set back, is one of the two; of one that does not
 * exist the moment is taken that clocks skip to, or one close by.
 *
 * Returns: (transfer full): the moment of the call in that week
 */
GDateTime *
syl_call_time_resolve (const SylCallTime *self,
                       const SylWeek     *week,
                       GTimeZone         *zone)
{
  GDate day;

  syl_week_get_monday (week, &day);
  g_date_add_days (&day, (unsigned int) self->weekday - G_DATE_MONDAY);
  return g_date_time_new (zone, g_date_get_year (&day), (int) g_date_get_month (&day), g_date_get_day (&day),
                          (int) self->minute / 60, (int) self->minute % 60, 0);
}

static gboolean
is_past (gint64 called,
         gint64 now)
{
  return called <= now + SLACK;
}

static gboolean
is_believed (const SylCallBook   *self,
             const SylCallRecord *record,
             gint64               now)
{
  if (record->called == 0)
    return TRUE;
  if (!is_past (record->called, now))
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      const SylCallRecord *other = &g_array_index (self->records, SylCallRecord, i);
      int n_before = count_weeks (&record->week, &other->week);

      if (other->order > record->order && other->called != 0 && is_past (other->called, now) && n_before > 0 &&
          n_before <= N_WEEKS_BEFORE)
        return FALSE;
    }
  return TRUE;
}

/* A record that is to be believed, of that very week, or with @later of one that comes after. */
static const SylCallRecord *
find_record (const SylCallBook *self,
             const SylWeek     *week,
             gboolean           later,
             gint64             now)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const SylCallRecord *record = &g_array_index (self->records, SylCallRecord, i);
      int n_after = count_weeks (&record->week, week);

      if ((later ? n_after > 0 && record->called != 0 : n_after == 0) && is_believed (self, record, now))
        return record;
    }
  return NULL;
}

static GDateTime *
make_moment (gint64     moment,
             GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (moment);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* A clock that was ahead then says nothing about now. */
static gboolean
knows_when_set (const SylCallBook *self,
                gint64             now)
{
  return self->set != NULL && is_past (syl_call_moment_to_unix (self->set), now);
}

/* Whether the moment of @week was over when the time was chosen. */
static gboolean
is_before_set (const SylCallBook *self,
               const SylWeek     *week)
{
  g_autoptr (GDateTime) moment = NULL;
  SylWeek set_in;
  int n_after;

  syl_call_get_week (self->set, &set_in);
  n_after = count_weeks (week, &set_in);
  moment = syl_call_time_resolve (&self->time, week, g_date_time_get_timezone (self->set));
  return n_after < 0 || (n_after == 0 && g_date_time_compare (moment, self->set) < 0);
}

/* When the call of a week is to be made, or was to be; %NULL if it was made, or will not be. */
static GDateTime *
find_moment (const SylCallBook *self,
             const SylWeek     *week,
             GDateTime         *now)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  gint64 unix_now = syl_call_moment_to_unix (now);
  const SylCallRecord *record = find_record (self, week, FALSE, unix_now);
  gboolean knows = knows_when_set (self, unix_now);

  if (find_record (self, week, TRUE, unix_now) != NULL)
    return NULL;
  if (record == NULL)
    return knows && is_before_set (self, week) ? NULL : syl_call_time_resolve (&self->time, week, zone);
  if (record->postponed == 0 || (knows && record->postponed < syl_call_moment_to_unix (self->set)))
    return NULL;
  return make_moment (record->postponed, zone);
}

/**
 * syl_call_book_is_due:
 * @self: a book
 * @now: the present moment, where the reader is
 * @out_since: (out) (optional) (transfer full): since when it is due, %NULL if it isn't
 *
 * Returns: whether a call is to be made now
 */
gboolean
syl_call_book_is_due (const SylCallBook  *self,
                      GDateTime          *now,
                      GDateTime         **out_since)
{
  g_autoptr (GDateTime) moment = NULL;
  gboolean due;
  SylWeek week;

  syl_call_get_week (now, &week);
  if (self->time.enabled)
    moment = find_moment (self, &week, now);
  due = moment != NULL && g_date_time_compare (moment, now) <= 0;
  if (out_since != NULL)
    *out_since = due ? g_steal_pointer (&moment) : NULL;
  return due;
}

/**
 * syl_call_book_find_next:
 * @self: a book
 * @now: the present moment, where the reader is
 *
 * Returns: (transfer full) (nullable): when a call is to be made, as far as is known: @now if it is due, or
 *   a later moment; %NULL if there will be none
 */
GDateTime *
syl_call_book_find_next (const SylCallBook *self,
                         GDateTime         *now)
{
  SylWeek present;

  if (!self->time.enabled)
    return NULL;
  syl_call_get_week (now, &present);
  for (int i = 0; i < MAX_WEEKS_AHEAD; i++)
    {
      g_autoptr (GDateTime) moment = NULL;
      SylWeek week;

      add_weeks (&present, i, &week);
      moment = find_moment (self, &week, now);
      if (moment != NULL)
        return g_date_time_ref (g_date_time_compare (moment, now) > 0 ? moment : now);
    }
  return NULL;
}

/**
 * syl_call_book_set_time:
 * @self: a book
 * @time: a valid time
 * @now: the present moment, where the reader is
 *
 * Has calls come at another time from now on. What was due before is due still.
 *
 * Returns: whether that is another time
 */
gboolean
syl_call_book_set_time (SylCallBook       *self,
                        const SylCallTime *time,
                        GDateTime         *now)
{
  gboolean owed = syl_call_book_is_due (self, now, NULL);

  if (self->time.enabled == time->enabled && self->time.weekday == time->weekday && self->time.minute == time->minute)
    return FALSE;
  self->time = *time;
  g_clear_pointer (&self->set, g_date_time_unref);
  self->set = owed ? NULL : g_date_time_ref (now);
  return TRUE;
}

static gboolean
is_out (const SylCallRecord *record)
{
  return record->settled == 0 && record->postponed == 0;
}

static const SylCallRecord *
find_call (const SylCallBook *self,
           GDateTime         *now,
           gboolean           only_out)
{
  const SylCallRecord *found = NULL;
  gint64 unix_now = syl_call_moment_to_unix (now);

  for (guint i = 0; i < self->records->len; i++)
    {
      const SylCallRecord *record = &g_array_index (self->records, SylCallRecord, i);

      if (record->called != 0 && record->pick_id != 0 && (is_out (record) || !only_out) &&
          is_believed (self, record, unix_now) && (found == NULL || record->order > found->order))
        found = record;
    }
  return found;
}

/**
 * syl_call_book_find_last:
 * @self: a book
 * @now: the present moment, where the reader is
 *
 * Returns: (transfer none) (nullable): the last call that was made, out or not, in the last weeks
 */
const SylCallRecord *
syl_call_book_find_last (const SylCallBook *self,
                         GDateTime         *now)
{
  return find_call (self, now, FALSE);
}

/**
 * syl_call_book_find_out:
 * @self: a book
 * @now: the present moment, where the reader is
 *
 * Returns: (transfer none) (nullable): the last call that was made and that nobody has answered, withdrawn
 *   or postponed, of this week or one of those before
 */
const SylCallRecord *
syl_call_book_find_out (const SylCallBook *self,
                        GDateTime         *now)
{
  return find_call (self, now, TRUE);
}
