/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/syl-call-times.h"

#include "syl-config.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#define STEP 30
#define N_STEPS (24 * 60 / STEP)

/* A Monday at midnight. */
static GDateTime *
get_monday (void)
{
  return g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
}

/**
 * syl_call_times_new_weekdays:
 *
 * Returns: (transfer full): the names of the days, Monday first
 */
GListModel *
syl_call_times_new_weekdays (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) monday = get_monday ();

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (monday, i);

      gtk_string_list_take (names, g_date_time_format (day, "%A"));
    }
  return G_LIST_MODEL (names);
}

static char *
dup_time (unsigned int minute)
{
  g_autoptr (GDateTime) monday = get_monday ();
  g_autoptr (GDateTime) moment = g_date_time_add_minutes (monday, (int) minute);

  /* Translators: a time of day as %H:%M, or as %I:%M %p where days are halved */
  return g_date_time_format (moment, C_ ("time of day", "%H:%M"));
}

/**
 * syl_call_times_new_minutes:
 * @minute: a minute of the day that has to be among them
 *
 * Returns: (transfer full): times of day, two an hour, and last @minute if it is none of them
 */
GListModel *
syl_call_times_new_minutes (unsigned int minute)
{
  GtkStringList *times = gtk_string_list_new (NULL);

  for (unsigned int i = 0; i < N_STEPS; i++)
    gtk_string_list_take (times, dup_time (i * STEP));
  if (minute % STEP != 0)
    gtk_string_list_take (times, dup_time (minute));
  return G_LIST_MODEL (times);
}

/**
 * syl_call_times_get_minute:
 * @position: a position in what syl_call_times_new_minutes() made
 * @extra: what that got
 *
 * Returns: the minute of the day that stands there
 */
unsigned int
syl_call_times_get_minute (unsigned int position,
                           unsigned int extra)
{
  return position < N_STEPS ? position * STEP : extra;
}

/**
 * syl_call_times_find_minute:
 * @minute: what syl_call_times_new_minutes() got
 *
 * Returns: where it stands
 */
unsigned int
syl_call_times_find_minute (unsigned int minute)
{
  return minute % STEP == 0 ? minute / STEP : N_STEPS;
}

/**
 * syl_call_times_dup_moment:
 * @moment: a moment
 *
 * Returns: (transfer full): its day and time, for the reader
 */
char *
syl_call_times_dup_moment (GDateTime *moment)
{
  /* Translators: a day and a time, such as “Monday, 30 November, 09:00” */
  return g_date_time_format (moment, C_ ("day and time", "%A, %-d %B, %H:%M"));
}
