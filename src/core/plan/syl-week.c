/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/syl-week.h"

#define DAYS 7

/* Day 1 of GDate's count, the first of January of the year 1, is a Monday. */
static int
count_weeks_to (const GDate *date)
{
  return (int) (g_date_get_julian (date) - 1) / DAYS;
}

/**
 * syl_week_init_from_date:
 * @self: a week
 * @date: a valid day in it
 */
void
syl_week_init_from_date (SylWeek     *self,
                         const GDate *date)
{
  int month = (int) g_date_get_month (date);

  self->year = g_date_get_year (date);
  self->number = (int) g_date_get_iso8601_week_of_year (date);
  if (month == 1 && self->number >= 52)
    self->year--;
  else if (month == 12 && self->number == 1)
    self->year++;
}

/* The fourth of January always lies in the first week. */
static void
get_first_monday (int    year,
                  GDate *monday)
{
  g_date_set_dmy (monday, 4, G_DATE_JANUARY, (GDateYear) year);
  g_date_subtract_days (monday, (unsigned int) g_date_get_weekday (monday) - G_DATE_MONDAY);
}

static gboolean
is_real (const SylWeek *self)
{
  SylWeek again;
  GDate monday;

  if (self->year < 1 || self->number < 1 || self->number > 53)
    return FALSE;
  syl_week_get_monday (self, &monday);
  syl_week_init_from_date (&again, &monday);
  return again.year == self->year && again.number == self->number;
}

/**
 * syl_week_parse:
 * @self: (out): a week, left alone if there is none
 * @text: a week, as 2026-W49
 *
 * Returns: whether @text is a week that exists
 */
gboolean
syl_week_parse (SylWeek    *self,
                const char *text)
{
  static const char shape[] = "dddd-Wdd";
  SylWeek week;

  for (gsize i = 0; i < sizeof shape; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }
  week.year = (int) g_ascii_strtoll (text, NULL, 10);
  week.number = (int) g_ascii_strtoll (text + 6, NULL, 10);
  if (!is_real (&week))
    return FALSE;

  *self = week;
  return TRUE;
}

/**
 * syl_week_to_string:
 * @self: a week
 *
 * Returns: (transfer full): it, as 2026-W49
 */
char *
syl_week_to_string (const SylWeek *self)
{
  return g_strdup_printf ("%04d-W%02d", self->year, self->number);
}

/**
 * syl_week_get_monday:
 * @self: a week of a year from 1 to 65534
 * @monday: (out caller-allocates): its first day
 */
void
syl_week_get_monday (const SylWeek *self,
                     GDate         *monday)
{
  g_date_clear (monday, 1);
  get_first_monday (self->year, monday);
  g_date_add_days (monday, (unsigned int) (self->number - 1) * DAYS);
}

/**
 * syl_week_count_between:
 * @from: a valid day
 * @to: a valid day
 *
 * Returns: how many weeks the week of @to is after that of @from; negative if it is before
 */
int
syl_week_count_between (const GDate *from,
                        const GDate *to)
{
  return count_weeks_to (to) - count_weeks_to (from);
}

/**
 * syl_plan_count_weeks:
 * @start: the day the reader began
 * @date: a day
 *
 * Returns: which week of the reader's year the week of @date is: 1 for that of @start, on beyond
 *   %SYL_PLAN_N_WEEKS for readers who take longer; 0 before @start
 */
unsigned int
syl_plan_count_weeks (const GDate *start,
                      const GDate *date)
{
  return (unsigned int) MAX (0, syl_week_count_between (start, date) + 1);
}
