/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-week.h"

/* From 1996-12-30 on, all 400 years of the calendar's cycle: 20,871 weeks. */
#define CYCLE_START "1996-12-30"
#define CYCLE_DAYS 146097

static GDate
make_date (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, text);
  g_assert_true (g_date_valid (&date));
  return date;
}

static SylWeek
make_week (const char *text)
{
  GDate date = make_date (text);
  SylWeek week;

  syl_week_init_from_date (&week, &date);
  return week;
}

static GDate
add_days (const GDate *date,
          int          n_days)
{
  GDate later;

  g_date_clear (&later, 1);
  g_date_set_julian (&later, (guint32) ((int) g_date_get_julian (date) + n_days));
  return later;
}

static void
test_known (void)
{
  static const struct
  {
    const char *date;
    const char *week;
  } cases[] = {
    { "2026-11-30", "2026-W49" }, { "2026-12-06", "2026-W49" }, { "2026-12-07", "2026-W50" },
    { "2026-01-01", "2026-W01" }, { "2025-12-29", "2026-W01" }, { "2025-12-28", "2025-W52" },
    { "2027-01-01", "2026-W53" }, { "2027-01-04", "2027-W01" }, { "2021-01-03", "2020-W53" },
    { "2024-12-30", "2025-W01" }, { "2000-02-29", "2000-W09" }, { "2005-01-01", "2004-W53" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SylWeek week = make_week (cases[i].date);
      g_autofree char *text = syl_week_to_string (&week);

      g_assert_cmpstr (text, ==, cases[i].week);
    }
}

/* Every day of 400 years: weeks begin on Monday, have seven days, and agree with the C library's. */
static void
test_every_day (void)
{
  GDate first = make_date (CYCLE_START);

  for (int i = 0; i < CYCLE_DAYS; i++)
    {
      GDate date = add_days (&first, i), monday;
      SylWeek week, again;
      char libc[16];
      g_autofree char *text = NULL;

      syl_week_init_from_date (&week, &date);
      text = syl_week_to_string (&week);
      g_date_strftime (libc, sizeof libc, "%G-W%V", &date);
      g_assert_cmpstr (text, ==, libc);

      syl_week_get_monday (&week, &monday);
      g_assert_cmpint (g_date_get_weekday (&monday), ==, G_DATE_MONDAY);
      g_assert_cmpint (g_date_days_between (&monday, &date), ==, i % 7);
      g_assert_cmpint (syl_week_count_between (&first, &date), ==, i / 7);
      g_assert_cmpint (syl_week_count_between (&date, &first), ==, -(i / 7));
      g_assert_true (syl_week_parse (&again, text));
      g_assert_true (again.year == week.year && again.number == week.number);
    }
}

static void
test_parse_refuses (void)
{
  static const char *const texts[] = {
    "", "2026", "2026-49", "2026-W", "2026-W4", "2026-W00", "2026-W54", "2025-W53", "2026-W491",
    "2026-w49", "2026W49", " 2026-W49", "2026-W49 ", "-026-W49", "0000-W01", "2026-W+1", "2026-12-01",
  };
  SylWeek week = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_false (syl_week_parse (&week, texts[i]));
    }
  g_assert_true (week.year == 1 && week.number == 2);
  g_assert_true (syl_week_parse (&week, "2026-W53"));
  g_assert_true (syl_week_parse (&week, "0001-W01"));
}

static void
test_count_weeks (void)
{
  GDate start = make_date ("2026-11-25");
  static const struct
  {
    const char *date;
    unsigned int week;
  } cases[] = {
    { "2026-11-22", 0 }, { "2020-01-01", 0 }, { "2026-11-23", 1 }, { "2026-11-29", 1 },
    { "2026-11-30", 2 }, { "2027-11-21", 52 }, { "2027-11-22", 53 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = make_date (cases[i].date);

      g_assert_cmpuint (syl_plan_count_weeks (&start, &date), ==, cases[i].week);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/week/known", test_known);
  g_test_add_func ("/week/every-day", test_every_day);
  g_test_add_func ("/week/parse-refuses", test_parse_refuses);
  g_test_add_func ("/week/count-weeks", test_count_weeks);

  return g_test_run ();
}
