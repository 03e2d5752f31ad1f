/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-progress-words.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

/**
 * syl_progress_words_for_state:
 * @state: what became of a week
 *
 * Returns: a name for it
 */
const char *
syl_progress_words_for_state (SylPlanWeekState state)
{
  switch (state)
    {
    case SYL_PLAN_WEEK_READ:
      return C_("state of a week", "Read");
    case SYL_PLAN_WEEK_SKIPPED:
      return C_("state of a week", "Skipped");
    case SYL_PLAN_WEEK_MISSED:
      return C_("state of a week", "Nothing read");
    case SYL_PLAN_WEEK_PAUSED:
      return C_("state of a week", "Paused");
    case SYL_PLAN_WEEK_FREE:
      return C_("state of a week", "Free");
    case SYL_PLAN_WEEK_PLANNED:
    default:
      return C_("state of a week", "Planned");
    }
}

/* The same within a sentence. */
static const char *
get_state_within (SylPlanWeekState state)
{
  switch (state)
    {
    case SYL_PLAN_WEEK_READ:
      return C_("state of a week, within a sentence", "read");
    case SYL_PLAN_WEEK_SKIPPED:
      return C_("state of a week, within a sentence", "skipped");
    case SYL_PLAN_WEEK_MISSED:
      return C_("state of a week, within a sentence", "nothing read");
    case SYL_PLAN_WEEK_PAUSED:
      return C_("state of a week, within a sentence", "paused");
    case SYL_PLAN_WEEK_FREE:
      return C_("state of a week, within a sentence", "free");
    case SYL_PLAN_WEEK_PLANNED:
    default:
      return C_("state of a week, within a sentence", "planned");
    }
}

static char *
format_day (const GDate *day,
            const char  *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (g_date_get_year (day), (int) g_date_get_month (day),
                                                      g_date_get_day (day), 12, 0, 0);

  return g_date_time_format (time, format);
}

/**
 * syl_progress_words_dup_day:
 * @day: a day
 *
 * Returns: (transfer full): it, for example “22 Nov 2027”
 */
char *
syl_progress_words_dup_day (const GDate *day)
{
  /* Translators: a day with an abbreviated month, such as “22 Nov 2027”; see the documentation of strftime */
  return format_day (day, _("%-d %b %Y"));
}

/**
 * syl_progress_words_dup_days:
 * @monday: the first day of a week
 *
 * Returns: (transfer full): its days, for example “16–22 March” or “30 March–5 April”
 */
char *
syl_progress_words_dup_days (const GDate *monday)
{
  /* Translators: a day, as in “30 March–5 April”; see the documentation of strftime */
  const char *day_and_month = _("%-d %B");
  /* Translators: the first day of a week that ends in the same month, as in “16–22 March” */
  const char *day = C_("first day of a week", "%-d");
  GDate sunday = *monday;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_date_add_days (&sunday, 6);
  from = format_day (monday, g_date_get_month (monday) == g_date_get_month (&sunday) ? day : day_and_month);
  to = format_day (&sunday, day_and_month);
  /* Translators: the first and the last day of a week */
  return g_strdup_printf (_("%s–%s"), from, to);
}

/**
 * syl_progress_words_get_pick:
 * @year: a year
 * @week: one of its weeks
 *
 * Returns: (transfer none) (nullable): its pick, or the one that was missed in it
 */
SylPick *
syl_progress_words_get_pick (SylYear           *year,
                             const SylPlanWeek *week)
{
  int pick = week->pick >= 0 ? week->pick : week->entry;

  return pick >= 0 ? syl_year_get_pick (year, pick) : NULL;
}

static void
append (GString    *line,
        const char *text)
{
  /* Translators: stands between the facts of a week, which are read out */
  g_string_append (line, C_("between facts", ", "));
  g_string_append (line, text);
}

static char *
dup_head (const SylPlanProgress *progress,
          guint                  index)
{
  g_autofree char *days = syl_progress_words_dup_days (
      &g_array_index (progress->weeks, SylPlanProgressWeek, index).week.monday);

  if (index == progress->present)
    /* Translators: number and days of the present week, as in “This week, week 12, 16–22 March” */
    return g_strdup_printf (_("This week, week %u, %s"), index + 1, days);

  /* Translators: number and days of a week, as in “Week 12, 16–22 March” */
  return g_strdup_printf (_("Week %u, %s"), index + 1, days);
}

/**
 * syl_progress_words_dup_week:
 * @year: a year
 * @progress: how it went
 * @index: one of its weeks
 *
 * Returns: (transfer full): all of it, for example “Week 12, 16–22 March: read, “LLaMA 1–3”, 1 h 40 min”
 */
char *
syl_progress_words_dup_week (SylYear               *year,
                             const SylPlanProgress *progress,
                             guint                  index)
{
  const SylPlanProgressWeek *week = &g_array_index (progress->weeks, SylPlanProgressWeek, index);
  SylPick *pick = syl_progress_words_get_pick (year, &week->week);
  g_autoptr (GString) facts = g_string_new (get_state_within (week->week.state));
  g_autofree char *head = dup_head (progress, index);

  if (pick != NULL)
    {
      /* Translators: the title of a pick */
      g_autofree char *title = g_strdup_printf (_("“%s”"), syl_pick_get_title (pick));

      append (facts, title);
    }
  if (week->seconds >= 60)
    {
      g_autofree char *duration = syl_words_dup_duration ((unsigned int) (week->seconds / 60));

      append (facts, duration);
    }
  /* Translators: a week and what became of it, as in “Week 12, 16–22 March: read, “LLaMA 1–3”, 1 h 40 min” */
  return g_strdup_printf (_("%s: %s"), head, facts->str);
}

/**
 * syl_progress_words_dup_behind:
 * @n_behind: by how many weeks the plan ends later than at first, negative if it ends sooner
 *
 * Returns: (transfer full): it in words
 */
char *
syl_progress_words_dup_behind (int n_behind)
{
  unsigned int n = (unsigned int) ABS (n_behind);

  if (n_behind > 0)
    return g_strdup_printf (ngettext ("%u week behind", "%u weeks behind", n), n);
  if (n_behind < 0)
    return g_strdup_printf (ngettext ("%u week ahead", "%u weeks ahead", n), n);
  return g_strdup (_("On plan"));
}

/**
 * syl_progress_words_dup_weeks:
 * @progress: how a year went
 *
 * Returns: (transfer full): what its weeks say, in a sentence
 */
char *
syl_progress_words_dup_weeks (const SylPlanProgress *progress)
{
  guint n_read = 0;

  for (guint i = 0; i < progress->weeks->len; i++)
    n_read += g_array_index (progress->weeks, SylPlanProgressWeek, i).week.state == SYL_PLAN_WEEK_READ;
  /* Translators: for those who listen: the weeks in which a pick was read, and all weeks of the year */
  return g_strdup_printf (_("Read in %u of %u weeks"), n_read, progress->weeks->len);
}

/**
 * syl_progress_words_dup_focus:
 * @progress: how a year went
 *
 * Returns: (transfer full): what its focused time says, in a sentence
 */
char *
syl_progress_words_dup_focus (const SylPlanProgress *progress)
{
  g_autofree char *sum = syl_words_dup_duration ((unsigned int) (progress->seconds / 60));
  g_autofree char *most = NULL;
  guint best = 0;

  for (guint i = 1; i < progress->weeks->len; i++)
    {
      if (g_array_index (progress->weeks, SylPlanProgressWeek, i).seconds >
          g_array_index (progress->weeks, SylPlanProgressWeek, best).seconds)
        best = i;
    }
  if (progress->weeks->len == 0 || g_array_index (progress->weeks, SylPlanProgressWeek, best).seconds == 0)
    /* Translators: for those who listen; %s is a duration */
    return g_strdup_printf (_("Focused time by week: %s in all"), sum);

  most = syl_words_dup_duration (
      (unsigned int) (g_array_index (progress->weeks, SylPlanProgressWeek, best).seconds / 60));
  /* Translators: for those who listen: a sum, a duration, and the number of the week it belongs to */
  return g_strdup_printf (_("Focused time by week: %s in all, at most %s in week %u"), sum, most, best + 1);
}

/**
 * syl_progress_words_dup_pace:
 * @progress: how a year went
 *
 * Returns: (transfer full): what its picks against the plan say, in a sentence
 */
char *
syl_progress_words_dup_pace (const SylPlanProgress *progress)
{
  guint n_planned = progress->n_before;

  if (progress->n_seen > 0)
    n_planned = g_array_index (progress->planned, guint, progress->n_seen - 1);
  /* Translators: for those who listen: picks that are read, that are to be read by the end of this week, and all */
  return g_strdup_printf (_("Picks read: %u, by the plan %u until the end of this week, %u in all"), progress->n_read,
                          n_planned, progress->n_picks);
}
