/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/syl-review-words.h"

#include "syl-config.h"

#include <glib/gi18n.h>
#include <time.h>

#include "store/syl-store-error.h"
#include "syl-words.h"

#define DAYS_OF_A_WEEK 7
#define DAYS_OF_A_MONTH 30.44
#define DAYS_OF_A_YEAR 365.25

/* From here on the next larger unit says enough. */
#define FIRST_IN_WEEKS 14
#define FIRST_IN_MONTHS 60
#define FIRST_IN_YEARS 730

/**
 * syl_review_words_for_error:
 * @error: why a change to a question was not saved
 *
 * Returns: what a reader is told
 */
const char *
syl_review_words_for_error (const GError *error)
{
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT))
    return _("This text is too long");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND))
    return _("This question was deleted");
  return syl_words_for_edit_error (error);
}

static unsigned int
divide (int    n_days,
        double unit)
{
  return (unsigned int) (n_days / unit + 0.5);
}

/**
 * syl_review_words_dup_interval:
 * @n_days: a number of days from today
 *
 * Returns: (transfer full): when that is, such as “in 3 days”
 */
char *
syl_review_words_dup_interval (int n_days)
{
  unsigned int n;

  if (n_days <= 0)
    return g_strdup (_("today"));
  if (n_days == 1)
    return g_strdup (_("tomorrow"));
  if (n_days < FIRST_IN_WEEKS)
    return g_strdup_printf (ngettext ("in %u day", "in %u days", (unsigned int) n_days), (unsigned int) n_days);
  if (n_days < FIRST_IN_MONTHS)
    {
      n = divide (n_days, DAYS_OF_A_WEEK);
      return g_strdup_printf (ngettext ("in %u week", "in %u weeks", n), n);
    }
  if (n_days < FIRST_IN_YEARS)
    {
      n = divide (n_days, DAYS_OF_A_MONTH);
      return g_strdup_printf (ngettext ("in %u month", "in %u months", n), n);
    }
  n = divide (n_days, DAYS_OF_A_YEAR);
  return g_strdup_printf (ngettext ("in %u year", "in %u years", n), n);
}

static char *
dup_formatted (const GDate *day,
               const char  *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (g_date_get_year (day), (int) g_date_get_month (day),
                                                      g_date_get_day (day), 12, 0, 0);

  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/**
 * syl_review_words_dup_next:
 * @next: a day to come
 * @today: the present day
 *
 * Returns: (transfer full): that there is a question again on that day, as a sentence
 */
char *
syl_review_words_dup_next (const GDate *next,
                           const GDate *today)
{
  int n_days = g_date_days_between (today, next);

  if (n_days <= 1)
    return g_strdup (_("The next question comes tomorrow."));
  if (n_days < DAYS_OF_A_WEEK)
    /* Translators: %A is the name of a day of the week; see the documentation of strftime */
    return dup_formatted (next, _("The next question comes on %A."));
  /* Translators: a day, such as “3 November 2026”; see the documentation of strftime */
  return dup_formatted (next, _("The next question comes on %-d %B %Y."));
}

/**
 * syl_review_words_dup_due:
 * @due: the day on which a question is due
 * @today: the present day
 *
 * Returns: (transfer full): when it is asked again, such as “3 November 2026”
 */
char *
syl_review_words_dup_due (const GDate *due,
                          const GDate *today)
{
  if (g_date_compare (due, today) <= 0)
    return g_strdup (_("soon"));
  /* Translators: a day, such as “from 3 November 2026”; see the documentation of strftime */
  return dup_formatted (due, _("from %-d %B %Y"));
}
