/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-test-call.h"

#define MAX_WEEKS 80

/* What is known of a true week. */
typedef struct
{
  int n_calls;       /* less those that were put off within the week */
  gboolean looked;   /* with a right clock, when it was due */
  gboolean put_off;  /* into this week, or within it */
  gboolean quiet;
  unsigned int step;       /* of its call, or of the first look that found it quiet; 0 before */
  unsigned int false_step; /* of the last call that a clock ahead made for it, 0 for none */
  gint64 false_moment;     /* what that clock showed */
} Week;

typedef struct
{
  const SylTestCallYear *year;
  const SylTestReaderOfCalls *reader;
  GRand *random;
  GTimeZone *home;
  GTimeZone *place;      /* where the reader is */
  gint64 now;            /* truly, in microseconds since 1970 */
  gint64 wrong;          /* by how much the clock is wrong */
  gint64 wrong_until;
  gint64 off_until;
  gint64 away_until;
  GDate monday;          /* of the first week */
  SylCallTime time;      /* of the calls, as it is now */
  int first;             /* week whose call that is the time of */
  Week weeks[MAX_WEEKS];
  SylTestCallCounts counts;
} World;

static const char *const places[] = { "America/Los_Angeles", "Pacific/Auckland", "Europe/London", "Asia/Tokyo",
                                      "Pacific/Kiritimati", "Pacific/Pago_Pago" };

static GDateTime *
make_time (gint64     moment,
           GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (moment);

  return g_date_time_to_timezone (utc, zone);
}

static gboolean
happens (World        *self,
         double        per_week,
         gint64        span)
{
  return g_rand_double (self->random) < per_week * (double) span / (double) (7 * G_TIME_SPAN_DAY);
}

static gint64
random_span (World  *self,
             gint64  from,
             gint64  to)
{
  return from + (gint64) (g_rand_double (self->random) * (double) (to - from));
}

static int
count_before (World         *self,
              const SylWeek *week)
{
  GDate monday;

  syl_week_get_monday (week, &monday);
  return syl_week_count_between (&self->monday, &monday);
}

static Week *
get_week (World         *self,
          const SylWeek *week)
{
  int number = count_before (self, week);

  return number >= 0 && number < MAX_WEEKS ? &self->weeks[number] : NULL;
}

static void
travel (World  *self,
        gint64  span)
{
  if (self->now >= self->away_until && self->place != self->home)
    {
      g_time_zone_unref (self->place);
      self->place = self->home;
    }
  else if (self->place == self->home && happens (self, 0.2, span))
    {
      self->place = g_time_zone_new_identifier (places[g_rand_int_range (self->random, 0, G_N_ELEMENTS (places))]);
      g_assert_nonnull (self->place);
      self->away_until = self->now + random_span (self, 2 * G_TIME_SPAN_DAY, 20 * G_TIME_SPAN_DAY);
      self->counts.n_travels++;
    }
}

/* Ahead by weeks, far back as without a battery, or by the hours between here and Greenwich. */
static void
put_clock_wrong (World *self)
{
  switch (g_rand_int_range (self->random, 0, 3))
    {
    case 0:
      self->wrong = random_span (self, 15 * G_TIME_SPAN_DAY, 200 * G_TIME_SPAN_DAY);
      break;
    case 1:
      self->wrong = -random_span (self, 1000 * G_TIME_SPAN_DAY, 9000 * G_TIME_SPAN_DAY);
      break;
    default:
      self->wrong = random_span (self, -14 * G_TIME_SPAN_HOUR, 14 * G_TIME_SPAN_HOUR);
      break;
    }
  self->wrong_until = self->now + random_span (self, G_TIME_SPAN_MINUTE, 3 * G_TIME_SPAN_DAY);
}

static gboolean
is_wrong (World *self)
{
  return self->now < self->wrong_until;
}

static void
step (World *self)
{
  gint64 span = random_span (self, G_TIME_SPAN_SECOND, self->year->longest_step * G_TIME_SPAN_MINUTE);

  self->now += span;
  if (self->now < self->off_until)
    self->now = self->off_until;
  if (!is_wrong (self) && happens (self, 0.3, span))
    put_clock_wrong (self);
  travel (self, span);
  if (happens (self, 0.1, span))
    self->off_until = self->now + random_span (self, G_TIME_SPAN_HOUR, 21 * G_TIME_SPAN_DAY);
  if (self->reader->restart != NULL && happens (self, 0.5, span))
    self->reader->restart (self->reader->user_data);
}

/* The reader of a postponed call gets it once more: it is as if it had not been made. */
static void
postpone (World     *self,
          GDateTime *clock,
          Week      *week)
{
  g_autoptr (GDateTime) until = g_date_time_add (clock, random_span (self, G_TIME_SPAN_MINUTE, 2 * G_TIME_SPAN_DAY));
  SylWeek here, there;
  Week *other;

  syl_call_get_week (clock, &here);
  syl_call_get_week (until, &there);
  other = get_week (self, &there);
  self->reader->postpone (self->reader->user_data, clock, until);
  self->counts.n_postponed++;
  if (other != NULL)
    other->put_off = TRUE;
  if (other == week)
    week->n_calls--;
}

static gboolean
is_over (World         *self,
         const SylWeek *week,
         GDateTime     *clock)
{
  g_autoptr (GDateTime) due = syl_call_time_resolve (&self->time, week, self->place);

  return g_date_time_compare (due, clock) <= 0;
}

/* With a right clock, and before the programs look: a call that is due by now is owed. */
static void
change_time (World     *self,
             GDateTime *clock)
{
  gboolean owed;
  SylWeek named;
  Week *week;

  syl_call_get_week (clock, &named);
  week = get_week (self, &named);
  if (week == NULL || week == self->weeks + MAX_WEEKS - 1)
    return;
  owed = self->time.enabled && is_over (self, &named, clock) && week - self->weeks >= self->first && week->n_calls == 0 &&
         !week->put_off && week[1].n_calls == 0;
  self->time.weekday = (GDateWeekday) g_rand_int_range (self->random, 1, 8);
  self->time.minute = (unsigned int) g_rand_int_range (self->random, 0, 1440);
  self->time.enabled = !self->time.enabled || g_rand_int_range (self->random, 0, 4) > 0;
  self->first = owed ? 0 : (int) (week - self->weeks) + (is_over (self, &named, clock) ? 1 : 0);
  self->reader->set_time (self->reader->user_data, clock, &self->time);
  self->counts.n_set++;
}

static void
take_call (World     *self,
           GDateTime *clock,
           gboolean   credible)
{
  SylWeek named;
  Week *week;

  syl_call_get_week (clock, &named);
  week = get_week (self, &named);
  if (!credible || week == NULL)
    {
      self->counts.n_false++;
      if (week != NULL)
        {
          week->false_step = self->counts.n_steps;
          week->false_moment = g_date_time_to_unix_usec (clock);
        }
      return;
    }
  if (!is_wrong (self) && !week->put_off)
    g_assert_true (is_over (self, &named, clock) && week - self->weeks >= self->first);
  week->step = self->counts.n_steps;
  week->n_calls++;
  self->counts.n_calls++;
  g_assert_cmpint (week->n_calls, <=, 1);
  if (!is_wrong (self) && g_rand_int_range (self->random, 0, 5) == 0)
    postpone (self, clock, week);
}

/* What is left to chance: see syl-call.c. */
static gboolean
is_hidden (World      *self,
           const Week *week)
{
  if (week->false_step == 0 || self->now < week->false_moment - 15 * G_TIME_SPAN_HOUR)
    return FALSE;
  for (int i = 1; i <= 8 && week - i >= self->weeks; i++)
    {
      if (week[-i].step > week->false_step)
        return FALSE;
    }
  return TRUE;
}

/* With a right clock: whether the week has to have had its call by now. */
static void
expect (World     *self,
        GDateTime *clock)
{
  Week *week, *next;
  SylWeek named;

  syl_call_get_week (clock, &named);
  week = get_week (self, &named);
  if (week == NULL)
    return;
  next = week + 1 < self->weeks + MAX_WEEKS ? week + 1 : week;
  week->quiet = self->reader->is_quiet (self->reader->user_data, &named);
  if (!self->time.enabled || !is_over (self, &named, clock) || week - self->weeks < self->first ||
      next->n_calls > 0 || next->put_off)
    return;
  if (week->quiet && week->step == 0)
    week->step = self->counts.n_steps;
  if (week->n_calls == 0 && is_hidden (self, week))
    return;
  week->looked = TRUE;
  if (!week->quiet && !week->put_off)
    g_assert_cmpint (week->n_calls, ==, 1);
}

static void
look (World *self)
{
  gboolean wrong = is_wrong (self);
  gint64 shown = self->now + (wrong ? self->wrong : 0);
  g_autoptr (GDateTime) clock = make_time (shown, self->place);
  gboolean credible = !wrong || ABS (self->wrong) <= 14 * G_TIME_SPAN_HOUR;
  unsigned int n_calls;

  if (!wrong && self->reader->set_time != NULL && g_rand_int_range (self->random, 0, 50) == 0)
    change_time (self, clock);
  n_calls = self->reader->claim (self->reader->user_data, clock);
  g_assert_cmpuint (n_calls, <=, self->time.enabled ? 1 : 0);
  self->counts.n_steps++;
  self->counts.n_wrong += wrong ? 1 : 0;
  if (n_calls > 0)
    take_call (self, clock, credible);
  if (wrong)
    return;
  expect (self, clock);
  if (self->reader->check != NULL)
    self->reader->check (self->reader->user_data, clock);
}

static void
count_weeks (World *self)
{
  for (unsigned int i = 0; i < self->year->n_weeks; i++)
    {
      Week *week = &self->weeks[i];

      self->counts.n_quiet += week->quiet ? 1 : 0;
      self->counts.n_missed += week->looked ? 0 : 1;
      g_assert_cmpint (week->n_calls, <=, 1);
      if (week->quiet)
        g_assert_cmpint (week->n_calls, ==, 0);
    }
}

SylTestCallCounts
syl_test_call_year (const SylTestCallYear      *year,
                    const SylTestReaderOfCalls *reader)
{
  World self = { .year = year, .reader = reader, .random = g_rand_new_with_seed (year->seed) };
  g_autoptr (GTimeZone) home = g_time_zone_new_identifier (year->zone);
  g_autoptr (GDateTime) start = NULL;
  SylWeek first;
  gint64 end;

  g_assert_nonnull (home);
  g_assert_cmpuint (year->n_weeks, <, MAX_WEEKS - 4);
  start = g_date_time_new_from_iso8601 (year->start, home);
  g_assert_nonnull (start);
  self.home = self.place = home;
  self.time = year->time;
  self.now = g_date_time_to_unix_usec (start);
  end = self.now + (gint64) year->n_weeks * 7 * G_TIME_SPAN_DAY;
  syl_call_get_week (start, &first);
  syl_week_get_monday (&first, &self.monday);

  while (self.now < end)
    {
      step (&self);
      look (&self);
    }
  count_weeks (&self);
  if (self.place != self.home)
    g_time_zone_unref (self.place);
  g_rand_free (self.random);
  return self.counts;
}
