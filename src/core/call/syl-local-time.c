/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "call/syl-local-time.h"

/*
 * GLib asks again which zone the machine is in, each time a local time is made: by the link /etc/localtime.
 * In a Flatpak that link is what it was when the sandbox was made. But Flatpak keeps a file in there that
 * has the name of the zone, and writes it anew when that changes.
 */
#define ZONE_LINK "/etc/localtime"
#define ZONE_NAME "/run/host/monitor/timezone"

/* Tests have no other machine to take to another place. */
static const char *
get_name_file (void)
{
  const char *file = g_getenv ("SYLLABUS_ZONE_FILE");

  return file != NULL ? file : ZONE_NAME;
}

/* A zone in the environment is what programs go by, until they end. */
static gboolean
is_fixed (void)
{
  return g_getenv ("TZ") != NULL;
}

/* A few bytes that are in memory: like the link, it is read wherever a local time is wanted. */
static GTimeZone *
read_zone (void)
{
  g_autofree char *name = NULL;
  gsize length = 0;

  if (is_fixed () || !g_file_get_contents (get_name_file (), &name, &length, NULL))
    return NULL;
  g_strstrip (name);
  return *name != '\0' ? g_time_zone_new_identifier (name) : NULL;
}

/**
 * syl_local_time_now:
 *
 * On any thread.
 *
 * Returns: (transfer full): the present moment, where the reader is
 */
GDateTime *
syl_local_time_now (void)
{
  g_autoptr (GTimeZone) zone = read_zone ();

  return zone != NULL ? g_date_time_new_now (zone) : g_date_time_new_now_local ();
}

/**
 * syl_local_time_of:
 * @moment: a moment
 *
 * On any thread.
 *
 * Returns: (transfer full): it, as it was or will be where the reader is now
 */
GDateTime *
syl_local_time_of (GDateTime *moment)
{
  g_autoptr (GTimeZone) zone = read_zone ();

  return zone != NULL ? g_date_time_to_timezone (moment, zone) : g_date_time_to_local (moment);
}

/**
 * syl_local_time_get_day:
 * @moment: a moment
 * @day: (out caller-allocates): its day in its time zone
 */
void
syl_local_time_get_day (GDateTime *moment,
                        GDate     *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (moment), (GDateMonth) g_date_time_get_month (moment),
                  (GDateYear) g_date_time_get_year (moment));
}

/**
 * syl_local_time_get_today:
 * @today: (out caller-allocates): the present day where the reader is
 *
 * On any thread.
 */
void
syl_local_time_get_today (GDate *today)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();

  syl_local_time_get_day (now, today);
}

/**
 * syl_local_time_get_file:
 *
 * Returns: (nullable): the file that changes when the zone does; %NULL if it will not
 */
const char *
syl_local_time_get_file (void)
{
  const char *file = get_name_file ();

  if (is_fixed ())
    return NULL;
  return g_file_test (file, G_FILE_TEST_EXISTS) ? file : ZONE_LINK;
}
