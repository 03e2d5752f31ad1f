/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call/syl-call.h"
#include "syl-test-call.h"

#define MONDAY_AT_NINE ((SylCallTime){ TRUE, G_DATE_MONDAY, 9 * 60 })

/* Records as the table has them: one for each week, the last one that was written with the last order. */
typedef struct
{
  SylCallBook *book;
  gint64 order;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->book = syl_call_book_new ();
  fixture->book->time = MONDAY_AT_NINE;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  syl_call_book_free (fixture->book);
}

static GDateTime *
at (const char *text,
    const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  GDateTime *moment;

  g_assert_nonnull (zone);
  moment = g_date_time_new_from_iso8601 (text, zone);
  g_assert_nonnull (moment);
  return moment;
}

static SylCallRecord *
write_record (Fixture       *fixture,
              const SylWeek *week)
{
  GArray *records = fixture->book->records;
  SylCallRecord fresh = { .week = *week, .order = ++fixture->order };

  for (guint i = 0; i < records->len; i++)
    {
      const SylCallRecord *record = &g_array_index (records, SylCallRecord, i);

      if (record->week.year == week->year && record->week.number == week->number)
        {
          g_array_remove_index (records, i);
          break;
        }
    }
  g_array_append_val (records, fresh);
  return &g_array_index (records, SylCallRecord, records->len - 1);
}

/* What a claim does. */
static gboolean
claim_at (Fixture   *fixture,
          GDateTime *now,
          gint64     pick_id)
{
  SylCallRecord *record;
  SylWeek week;

  if (!syl_call_book_is_due (fixture->book, now, NULL))
    return FALSE;
  syl_call_get_week (now, &week);
  record = write_record (fixture, &week);
  record->called = syl_call_moment_to_unix (now);
  record->pick_id = pick_id;
  return pick_id != 0;
}

static gboolean
claim (Fixture    *fixture,
       const char *text)
{
  g_autoptr (GDateTime) now = at (text, "Europe/Berlin");

  return claim_at (fixture, now, 1);
}

static gboolean
claim_in (Fixture    *fixture,
          const char *text,
          const char *zone)
{
  g_autoptr (GDateTime) now = at (text, zone);

  return claim_at (fixture, now, 1);
}

/* What postponing does. */
static void
postpone_at (Fixture   *fixture,
             GDateTime *now,
             GDateTime *until)
{
  const SylCallRecord *last = syl_call_book_find_last (fixture->book, now);
  SylCallRecord *record = (SylCallRecord *) last;
  SylWeek week;

  g_assert_nonnull (last);
  syl_call_get_week (until, &week);
  if (week.year != record->week.year || week.number != record->week.number)
    {
      record->settled = syl_call_moment_to_unix (now);
      record = write_record (fixture, &week);
    }
  record->postponed = syl_call_moment_to_unix (until);
}

static void
postpone (Fixture    *fixture,
          const char *text,
          const char *until_text)
{
  g_autoptr (GDateTime) now = at (text, "Europe/Berlin");
  g_autoptr (GDateTime) until = at (until_text, "Europe/Berlin");

  postpone_at (fixture, now, until);
}

static void
assert_next (Fixture    *fixture,
             const char *text,
             const char *expected)
{
  g_autoptr (GDateTime) now = at (text, "Europe/Berlin");
  g_autoptr (GDateTime) next = syl_call_book_find_next (fixture->book, now);
  g_autofree char *string = next != NULL ? g_date_time_format (next, "%Y-%m-%dT%H:%M:%S") : NULL;

  g_assert_cmpstr (string, ==, expected);
}

static void
set_time_in (Fixture      *fixture,
             const char   *text,
             const char   *zone,
             SylCallTime   time)
{
  g_autoptr (GDateTime) now = at (text, zone);

  g_assert_true (syl_call_book_set_time (fixture->book, &time, now));
  g_assert_false (syl_call_book_set_time (fixture->book, &time, now));
}

static void
set_time (Fixture     *fixture,
          const char  *text,
          SylCallTime  time)
{
  set_time_in (fixture, text, "Europe/Berlin", time);
}

/* From when nothing was to come. */
static void
turn_on (Fixture     *fixture,
         const char  *text,
         const char  *zone,
         SylCallTime  time)
{
  fixture->book->time.enabled = FALSE;
  set_time_in (fixture, text, zone, time);
}

static void
test_once_a_week (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_false (claim (fixture, "2026-11-23T08:59:59"));
  assert_next (fixture, "2026-11-23T08:59:59", "2026-11-23T09:00:00");
  assert_next (fixture, "2026-11-23T10:00:00", "2026-11-23T10:00:00");
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  g_assert_false (claim (fixture, "2026-11-23T09:00:00"));
  g_assert_false (claim (fixture, "2026-11-29T23:59:59"));
  g_assert_false (claim (fixture, "2026-11-30T08:00:00"));
  assert_next (fixture, "2026-11-23T09:00:00", "2026-11-30T09:00:00");
  g_assert_true (claim (fixture, "2026-12-06T23:59:59"));
}

static void
test_off (Fixture       *fixture,
          gconstpointer  data)
{
  fixture->book->time.enabled = FALSE;
  g_assert_false (claim (fixture, "2026-11-23T09:00:00"));
  assert_next (fixture, "2026-11-23T09:00:00", NULL);
}

static void
test_away (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-02T09:00:00"));
  g_assert_true (claim (fixture, "2026-11-26T15:00:00"));
  g_assert_false (claim (fixture, "2026-11-26T15:00:01"));
  assert_next (fixture, "2026-11-26T15:00:01", "2026-11-30T09:00:00");
}

static void
test_other_time (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  fixture->book->time = (SylCallTime){ TRUE, G_DATE_SUNDAY, 23 * 60 + 59 };
  g_assert_false (claim (fixture, "2026-11-29T23:59:59"));
  assert_next (fixture, "2026-11-24T00:00:00", "2026-12-06T23:59:00");
  g_assert_false (claim (fixture, "2026-12-06T23:58:59"));
  g_assert_true (claim (fixture, "2026-12-06T23:59:00"));
  fixture->book->time = MONDAY_AT_NINE;
  g_assert_true (claim (fixture, "2026-12-07T09:00:00"));
}

/* What was over when it was set is not caught up with, even if that was a second before. */
static void
test_turned_on (Fixture       *fixture,
                gconstpointer  data)
{
  turn_on (fixture, "2026-11-28T15:00:00", "Europe/Berlin", MONDAY_AT_NINE);
  assert_next (fixture, "2026-11-28T15:00:00", "2026-11-30T09:00:00");
  g_assert_false (claim (fixture, "2026-11-28T15:00:00"));
  g_assert_false (claim (fixture, "2026-11-29T23:59:59"));
  g_assert_true (claim (fixture, "2026-12-02T09:00:00"));

  turn_on (fixture, "2026-12-07T09:00:01", "Europe/Berlin", MONDAY_AT_NINE);
  assert_next (fixture, "2026-12-07T09:00:01", "2026-12-14T09:00:00");
  turn_on (fixture, "2026-12-07T09:00:00", "Europe/Berlin", MONDAY_AT_NINE);
  assert_next (fixture, "2026-12-07T09:00:00", "2026-12-07T09:00:00");
  turn_on (fixture, "2026-12-07T08:00:00", "Europe/Berlin", MONDAY_AT_NINE);
  g_assert_true (claim (fixture, "2026-12-10T09:00:00"));
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  fixture->book->time = (SylCallTime){ TRUE, G_DATE_SUNDAY, 20 * 60 };
  set_time (fixture, "2026-11-26T12:00:00", (SylCallTime){ TRUE, G_DATE_WEDNESDAY, 9 * 60 });
  assert_next (fixture, "2026-11-26T12:00:00", "2026-12-02T09:00:00");
  set_time (fixture, "2026-11-26T12:01:00", (SylCallTime){ TRUE, G_DATE_FRIDAY, 9 * 60 });
  assert_next (fixture, "2026-11-26T12:01:00", "2026-11-27T09:00:00");
  g_assert_true (claim (fixture, "2026-11-27T09:00:00"));
  set_time (fixture, "2026-11-27T10:00:00", (SylCallTime){ TRUE, G_DATE_SATURDAY, 9 * 60 });
  assert_next (fixture, "2026-11-27T10:00:00", "2026-12-05T09:00:00");
}

/* What was due and not made is owed, whatever the time is now, unless it is wanted no more. */
static void
test_set_while_due (Fixture       *fixture,
                    gconstpointer  data)
{
  set_time (fixture, "2026-11-26T12:00:00", (SylCallTime){ TRUE, G_DATE_WEDNESDAY, 9 * 60 });
  assert_next (fixture, "2026-11-26T12:00:00", "2026-11-26T12:00:00");
  set_time (fixture, "2026-11-26T12:01:00", (SylCallTime){ TRUE, G_DATE_FRIDAY, 9 * 60 });
  assert_next (fixture, "2026-11-26T12:01:00", "2026-11-27T09:00:00");
  set_time (fixture, "2026-11-26T12:02:00", (SylCallTime){ TRUE, G_DATE_FRIDAY, 12 * 60 });
  set_time (fixture, "2026-11-28T12:00:00", MONDAY_AT_NINE);
  set_time (fixture, "2026-11-28T12:01:00", (SylCallTime){ FALSE, G_DATE_MONDAY, 9 * 60 });
  set_time (fixture, "2026-11-28T12:02:00", MONDAY_AT_NINE);
  assert_next (fixture, "2026-11-28T12:02:00", "2026-11-30T09:00:00");
}

static void
test_set_while_postponed (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  postpone (fixture, "2026-11-23T09:05:00", "2026-11-24T09:00:00");
  set_time (fixture, "2026-11-23T10:00:00", (SylCallTime){ TRUE, G_DATE_FRIDAY, 9 * 60 });
  assert_next (fixture, "2026-11-23T10:00:00", "2026-11-24T09:00:00");
  set_time (fixture, "2026-11-25T10:00:00", (SylCallTime){ TRUE, G_DATE_SATURDAY, 9 * 60 });
  assert_next (fixture, "2026-11-25T10:00:00", "2026-11-25T10:00:00");
  turn_on (fixture, "2026-11-25T10:00:00", "Europe/Berlin", (SylCallTime){ TRUE, G_DATE_FRIDAY, 9 * 60 });
  assert_next (fixture, "2026-11-25T10:00:00", "2026-12-04T09:00:00");
}

/* The next Monday is the one of the place where it finds the reader. */
static void
test_set_and_travel (Fixture       *fixture,
                     gconstpointer  data)
{
  turn_on (fixture, "2026-11-29T14:00:00", "America/Los_Angeles", MONDAY_AT_NINE);
  g_assert_true (claim_in (fixture, "2026-11-30T12:00:00", "Pacific/Auckland"));
  turn_on (fixture, "2026-12-07T10:00:00", "Pacific/Auckland", MONDAY_AT_NINE);
  g_assert_false (claim_in (fixture, "2026-12-06T14:00:00", "America/Los_Angeles"));
  g_assert_false (claim_in (fixture, "2026-12-07T09:00:00", "America/Los_Angeles"));
  g_assert_true (claim_in (fixture, "2026-12-14T09:00:00", "America/Los_Angeles"));
}

/* A clock that was ahead when it was set holds nothing up. */
static void
test_set_with_clock_ahead (Fixture       *fixture,
                           gconstpointer  data)
{
  turn_on (fixture, "2027-03-06T12:00:00", "Europe/Berlin", MONDAY_AT_NINE);
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  turn_on (fixture, "2000-03-06T12:00:00", "Europe/Berlin", MONDAY_AT_NINE);
  g_assert_true (claim (fixture, "2026-12-07T09:00:00"));
}

static void
test_postponed (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  postpone (fixture, "2026-11-23T09:05:00", "2026-11-24T09:00:00");
  assert_next (fixture, "2026-11-23T09:05:00", "2026-11-24T09:00:00");
  g_assert_false (claim (fixture, "2026-11-24T08:59:00"));
  g_assert_true (claim (fixture, "2026-11-24T09:00:00"));
  g_assert_false (claim (fixture, "2026-11-25T09:00:00"));
  postpone (fixture, "2026-11-25T09:05:00", "2026-11-26T09:00:00");
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_false (claim (fixture, "2026-12-01T09:00:00"));
}

static void
test_postponed_into_the_next_week (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-29T12:00:00"));
  postpone (fixture, "2026-11-29T12:01:00", "2026-11-30T12:00:00");
  assert_next (fixture, "2026-11-29T12:01:00", "2026-11-30T12:00:00");
  g_assert_false (claim (fixture, "2026-11-29T23:59:00"));
  g_assert_false (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_true (claim (fixture, "2026-11-30T12:00:00"));
  g_assert_false (claim (fixture, "2026-12-06T23:59:00"));
  g_assert_true (claim (fixture, "2026-12-07T09:00:00"));
}

static void
test_clock_ahead (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-15T12:00:00"));
  g_assert_false (claim (fixture, "2026-11-24T09:00:00"));
  assert_next (fixture, "2026-11-24T09:00:00", "2026-11-30T09:00:00");
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-07T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-14T09:00:00"));
  g_assert_false (claim (fixture, "2026-12-15T13:00:00"));
}

/* The record is of an earlier moment when its week comes, but of a later one than what was called since. */
static void
test_clock_ahead_and_away (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-12-15T12:00:00"));
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-18T09:00:00"));
  g_assert_false (claim (fixture, "2026-12-18T10:00:00"));
}

static void
test_clock_ahead_by_a_week (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-03T12:00:00"));
  g_assert_false (claim (fixture, "2026-11-26T12:00:00"));
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_false (claim (fixture, "2026-12-04T09:00:00"));
}

static void
test_clock_set_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-23T09:00:00"));
  g_assert_true (claim (fixture, "2026-11-30T09:00:00.5"));
  g_assert_false (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_false (claim (fixture, "2026-11-30T07:00:00"));
  g_assert_false (claim (fixture, "2026-11-30T09:00:00.2"));
  g_assert_false (claim (fixture, "2026-11-23T10:00:00"));
  g_assert_false (claim (fixture, "2026-11-29T10:00:00"));
  g_assert_false (claim (fixture, "2026-11-30T10:00:00"));
  g_assert_true (claim (fixture, "2000-01-05T10:00:00"));
  g_assert_false (claim (fixture, "2026-12-01T10:00:00"));
  g_assert_true (claim (fixture, "2026-12-07T09:00:00"));
}

/* What a clock that was ahead leaves can't be told from it: better twice than not at all. */
static void
test_clock_set_back_to_a_missed_week (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-11-30T09:00:00"));
  g_assert_true (claim (fixture, "2026-11-10T09:00:00"));
  g_assert_true (claim (fixture, "2026-12-01T09:00:00"));
  g_assert_false (claim (fixture, "2026-11-10T09:00:00"));
  g_assert_false (claim (fixture, "2026-12-01T09:00:01"));
}

/* Called early on Monday with a clock that is hours ahead; then it is Sunday once more. */
static void
test_clock_ahead_by_hours (Fixture       *fixture,
                           gconstpointer  data)
{
  fixture->book->time.minute = 30;
  g_assert_true (claim (fixture, "2026-11-30T01:00:00"));
  g_assert_false (claim (fixture, "2026-11-29T17:00:00"));
  g_assert_false (claim (fixture, "2026-11-30T00:30:00"));
  g_assert_true (claim (fixture, "2026-12-07T00:30:00"));
}

static void
test_travel (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->book->time.minute = 0;
  g_assert_true (claim_in (fixture, "2026-11-30T00:10:00", "Pacific/Auckland"));
  /* Where it is Sunday still. */
  g_assert_false (claim_in (fixture, "2026-11-29T10:00:00", "America/Los_Angeles"));
  g_assert_false (claim_in (fixture, "2026-11-30T00:00:00", "America/Los_Angeles"));
  g_assert_true (claim_in (fixture, "2026-12-07T00:00:00", "Pacific/Auckland"));
  /* East, where Monday begins earlier. */
  g_assert_false (claim_in (fixture, "2026-12-13T12:00:00", "America/Los_Angeles"));
  g_assert_true (claim_in (fixture, "2026-12-14T12:00:00", "Pacific/Kiritimati"));
  g_assert_false (claim_in (fixture, "2026-12-13T13:00:00", "Pacific/Pago_Pago"));
}

static void
test_week_53 (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (claim (fixture, "2026-12-28T09:00:00"));
  g_assert_cmpint (g_array_index (fixture->book->records, SylCallRecord, 0).week.number, ==, 53);
  g_assert_false (claim (fixture, "2027-01-01T09:00:00"));
  g_assert_false (claim (fixture, "2027-01-03T23:00:00"));
  assert_next (fixture, "2027-01-01T09:00:00", "2027-01-04T09:00:00");
  g_assert_true (claim (fixture, "2027-01-04T09:00:00"));
}

typedef struct
{
  const char *zone;
  SylWeek week;
  SylCallTime time;
  const char *expected; /* in UTC; or another one */
  const char *or;
} Resolution;

static void
test_changes_of_the_clock (void)
{
  static const Resolution cases[] = {
    { "Europe/Berlin", { 2026, 13 }, { TRUE, G_DATE_SUNDAY, 150 }, "2026-03-29T01:00:00", "2026-03-29T01:30:00" },
    { "Europe/Berlin", { 2026, 43 }, { TRUE, G_DATE_SUNDAY, 150 }, "2026-10-25T00:30:00", "2026-10-25T01:30:00" },
    { "America/New_York", { 2027, 10 }, { TRUE, G_DATE_SUNDAY, 150 }, "2027-03-14T07:00:00", "2027-03-14T07:30:00" },
    { "Asia/Kolkata", { 2026, 49 }, { TRUE, G_DATE_MONDAY, 540 }, "2026-11-30T03:30:00", NULL },
    { "Pacific/Kiritimati", { 2026, 53 }, { TRUE, G_DATE_FRIDAY, 0 }, "2026-12-31T10:00:00", NULL },
    /* A Friday that wasn't. */
    { "Pacific/Apia", { 2011, 52 }, { TRUE, G_DATE_FRIDAY, 720 }, "2011-12-30T10:00:00", NULL },
    { "Europe/Berlin", { 2026, 13 }, { TRUE, G_DATE_SUNDAY, 1439 }, "2026-03-29T21:59:00", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (GDateTime) moment = syl_call_time_resolve (&cases[i].time, &cases[i].week, zone);
      g_autoptr (GDateTime) utc = g_date_time_to_utc (moment);
      g_autofree char *text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S");

      if (g_strcmp0 (text, cases[i].or) != 0)
        g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* At the hour that is there twice: one call. */
static void
test_hour_that_comes_twice (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  unsigned int n_calls = 0;

  fixture->book->time = (SylCallTime){ TRUE, G_DATE_SUNDAY, 150 };
  for (gint64 minute = 0; minute < 240; minute++)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (1792881000 + 60 * minute);
      g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, zone);

      n_calls += claim_at (fixture, now, 1) ? 1 : 0;
    }
  g_assert_cmpuint (n_calls, ==, 1);
}

static void
test_out (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GDateTime) now = at ("2026-12-01T09:00:00", "Europe/Berlin");
  const SylCallRecord *record;

  g_assert_null (syl_call_book_find_out (fixture->book, now));
  claim (fixture, "2026-11-23T09:00:00");
  claim (fixture, "2026-11-30T09:00:00");
  record = syl_call_book_find_out (fixture->book, now);
  g_assert_cmpint (record->week.number, ==, 49);
  ((SylCallRecord *) record)->settled = 1;
  g_assert_cmpint (syl_call_book_find_out (fixture->book, now)->week.number, ==, 48);
  g_assert_cmpint (syl_call_book_find_last (fixture->book, now)->week.number, ==, 49);
}

/* The pure rules as both programs. */
static unsigned int
claim_both (gpointer   user_data,
            GDateTime *now)
{
  Fixture *fixture = user_data;
  SylWeek week;
  gint64 pick;

  syl_call_get_week (now, &week);
  pick = week.number % 9 == 4 ? 0 : 1;
  return (claim_at (fixture, now, pick) ? 1 : 0) + (claim_at (fixture, now, pick) ? 1 : 0);
}

static void
postpone_one (gpointer   user_data,
              GDateTime *now,
              GDateTime *until)
{
  postpone_at (user_data, now, until);
}

static void
set_other_time (gpointer           user_data,
                GDateTime         *now,
                const SylCallTime *time)
{
  Fixture *fixture = user_data;

  syl_call_book_set_time (fixture->book, time, now);
}

static gboolean
is_quiet (gpointer       user_data,
          const SylWeek *week)
{
  return week->number % 9 == 4;
}

static void
test_years (gconstpointer data)
{
  const char *zone = data;

  for (guint32 seed = 0; seed < 20; seed++)
    {
      Fixture fixture = { .book = NULL };
      SylTestCallYear year = { zone, "2026-10-05T00:00:00", 66, { TRUE, G_DATE_MONDAY, 9 * 60 }, seed, 12 * 60 };
      SylTestReaderOfCalls reader = { &fixture, claim_both, postpone_one, NULL, NULL, NULL, is_quiet };
      SylTestCallCounts counts;

      if (seed % 2 == 1)
        reader.set_time = set_other_time;
      year.time.weekday = (GDateWeekday) (1 + seed % 7);
      year.time.minute = seed * 397 % 1440;
      set_up (&fixture, NULL);
      fixture.book->time = year.time;
      counts = syl_test_call_year (&year, &reader);
      tear_down (&fixture, NULL);
      g_assert_cmpuint (counts.n_calls, >, seed % 2 == 1 ? 10 : 25);
      g_assert_cmpuint (counts.n_wrong, >, 0);
      g_assert_cmpuint (counts.n_quiet, >, 0);
      g_assert_cmpint (counts.n_set > 10, ==, seed % 2 == 1);
      if (seed < 2)
        g_test_message ("%s: %u looks, %u of them wrong; %u calls and %u false ones, %u postponed, %u times set; weeks: "
                        "%u quiet, %u missed; %u travels",
                        zone, counts.n_steps, counts.n_wrong, counts.n_calls, counts.n_false, counts.n_postponed,
                        counts.n_set, counts.n_quiet, counts.n_missed, counts.n_travels);
    }
}

#define ADD(name, function) g_test_add ("/call/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland",
                                       "Pacific/Kiritimati", "America/St_Johns" };

  g_test_init (&argc, &argv, NULL);
  ADD ("once-a-week", test_once_a_week);
  ADD ("off", test_off);
  ADD ("away", test_away);
  ADD ("other-time", test_other_time);
  ADD ("turned-on", test_turned_on);
  ADD ("set", test_set);
  ADD ("set-while-due", test_set_while_due);
  ADD ("set-while-postponed", test_set_while_postponed);
  ADD ("set-and-travel", test_set_and_travel);
  ADD ("set-with-clock-ahead", test_set_with_clock_ahead);
  ADD ("postponed", test_postponed);
  ADD ("postponed-into-the-next-week", test_postponed_into_the_next_week);
  ADD ("clock-ahead", test_clock_ahead);
  ADD ("clock-ahead-and-away", test_clock_ahead_and_away);
  ADD ("clock-ahead-by-a-week", test_clock_ahead_by_a_week);
  ADD ("clock-ahead-by-hours", test_clock_ahead_by_hours);
  ADD ("clock-set-back", test_clock_set_back);
  ADD ("clock-set-back-to-a-missed-week", test_clock_set_back_to_a_missed_week);
  ADD ("travel", test_travel);
  ADD ("week-53", test_week_53);
  ADD ("hour-that-comes-twice", test_hour_that_comes_twice);
  ADD ("out", test_out);
  g_test_add_func ("/call/changes-of-the-clock", test_changes_of_the_clock);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strdup_printf ("/call/years/%s", zones[i]);

      g_test_add_data_func (path, zones[i], test_years);
    }
  return g_test_run ();
}
