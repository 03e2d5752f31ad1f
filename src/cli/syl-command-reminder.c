/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "syl-session.h"

typedef struct
{
  gboolean change;
  SylCallTime time;
  GDateTime *next; /* owned, nullable */
} Reminder;

/* A day of the given number, for its names. */
static char *
name_weekday (GDateWeekday weekday,
              const char  *format)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, (int) weekday, 0, 0, 0);

  return g_date_time_format (day, format);
}

static gboolean
is_name (const char *text,
         const char *name)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (folded, other);
}

/* By its number from Monday on, in English, or as the reader's language has it; in full or short. */
static gboolean
parse_weekday (const char   *text,
               GDateWeekday *weekday)
{
  static const char *const english[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  for (int i = 0; i < 7; i++)
    {
      char number[] = { (char) ('1' + i), '\0' };
      g_autofree char *short_english = g_strndup (english[i], 3);
      g_autofree char *full = name_weekday ((GDateWeekday) (i + 1), "%A");
      g_autofree char *abbreviated = name_weekday ((GDateWeekday) (i + 1), "%a");

      if (g_str_equal (text, number) || is_name (text, english[i]) || is_name (text, short_english) ||
          is_name (text, full) || is_name (text, abbreviated))
        {
          *weekday = (GDateWeekday) (i + 1);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
parse_time (const char   *text,
            unsigned int *minute)
{
  g_autoptr (GRegex) shape = g_regex_new ("^([01]?[0-9]|2[0-3]):([0-5][0-9])$", G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hours = NULL;
  g_autofree char *minutes = NULL;

  if (!g_regex_match (shape, text, 0, &match))
    return FALSE;
  hours = g_match_info_fetch (match, 1);
  minutes = g_match_info_fetch (match, 2);
  *minute = (unsigned int) (g_ascii_strtoull (hours, NULL, 10) * 60 + g_ascii_strtoull (minutes, NULL, 10));
  return TRUE;
}

static gboolean
load_time (SylSession   *session,
           SylCallTime  *time,
           GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_load_call_time_async (syl_session_get_library (session), NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  return syl_library_load_call_time_finish (syl_session_get_library (session), result, time, error);
}

static gboolean
set_time (SylSession         *session,
          const SylCallTime  *time,
          GError            **error)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_set_call_time_async (syl_session_get_library (session), time, now, NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  return syl_library_set_call_time_finish (syl_session_get_library (session), result, error);
}

static gboolean
find_next (SylSession  *session,
           GDateTime  **next,
           GError     **error)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) failure = NULL;

  syl_library_find_next_call_async (syl_session_get_library (session), now, NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  *next = syl_library_find_next_call_finish (syl_session_get_library (session), result, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
print_json (const Reminder *reminder)
{
  g_autofree char *next = reminder->next != NULL ? g_date_time_format (reminder->next, "\"%Y-%m-%dT%H:%M:%S%:z\"")
                                                 : g_strdup ("null");

  g_print ("{\"enabled\":%s,\"weekday\":%d,\"time\":\"%02u:%02u\",\"next\":%s}\n",
           reminder->time.enabled ? "true" : "false", (int) reminder->time.weekday, reminder->time.minute / 60,
           reminder->time.minute % 60, next);
}

static void
print_plain (const Reminder *reminder)
{
  g_autofree char *weekday = name_weekday (reminder->time.weekday, "%A");
  g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 1, 1, (int) reminder->time.minute / 60,
                                                    (int) reminder->time.minute % 60, 0);
  g_autofree char *clock = g_date_time_format (time, "%R");
  g_autofree char *next = reminder->next != NULL ? g_date_time_format (reminder->next, "%A, %x, %R") : NULL;

  /* Translators: a day of the week, and a time of day */
  g_print (reminder->time.enabled ? _("On: %s, %s") : _("Off: %s, %s"), weekday, clock);
  g_print ("\n");
  if (next == NULL)
    return;
  /* Translators: the moment of the next reminder */
  g_print (_("Next: %s"), next);
  g_print ("\n");
}

static int
run (Reminder   *change,
     const char *on,
     const char *weekday,
     const char *time,
     gboolean    json)
{
  g_autoptr (SylSession) session = syl_session_new ();
  g_autoptr (GError) error = NULL;
  Reminder reminder = { .next = NULL };

  if (!syl_session_open (session, &error) || !load_time (session, &reminder.time, &error))
    return syl_session_fail (session, error);
  if (on != NULL)
    reminder.time.enabled = change->time.enabled;
  if (weekday != NULL)
    reminder.time.weekday = change->time.weekday;
  if (time != NULL)
    reminder.time.minute = change->time.minute;
  if ((change->change && !set_time (session, &reminder.time, &error)) || !find_next (session, &reminder.next, &error))
    return syl_session_fail (session, error);

  if (json)
    print_json (&reminder);
  else
    print_plain (&reminder);
  g_clear_pointer (&reminder.next, g_date_time_unref);
  return SYL_EXIT_DONE;
}

int
syl_command_reminder (const SylCommand *self,
                      int               argc,
                      char             *argv[])
{
  g_autofree char *weekday = NULL;
  g_autofree char *time = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "weekday", 0, 0, G_OPTION_ARG_FILENAME, &weekday, N_("The day it comes on"), N_("NAME|1-7") },
    { "time", 0, 0, G_OPTION_ARG_FILENAME, &time, N_("The time of day it comes at"), N_("HH:MM") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  Reminder change = { .next = NULL };
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (argc > 1 && !g_str_equal (argv[1], "on") && !g_str_equal (argv[1], "off"))
    return syl_command_misuse (self, _("A reminder is on or off."));
  if (weekday != NULL && (!g_utf8_validate (weekday, -1, NULL) || !parse_weekday (weekday, &change.time.weekday)))
    return syl_command_misuse (self, _("A weekday is a name, or a number from 1 for Monday to 7."));
  if (time != NULL && (!g_utf8_validate (time, -1, NULL) || !parse_time (time, &change.time.minute)))
    return syl_command_misuse (self, _("A time is written HH:MM."));

  change.time.enabled = argc > 1 && g_str_equal (argv[1], "on");
  change.change = argc > 1 || weekday != NULL || time != NULL;
  return run (&change, argc > 1 ? argv[1] : NULL, weekday, time, json);
}
