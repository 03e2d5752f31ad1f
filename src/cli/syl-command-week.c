/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "exchange/syl-record-json.h"
#include "plan/syl-week.h"
#include "syl-output.h"
#include "syl-session.h"

typedef struct
{
  GDate date;
  unsigned int number;    /* of the reader's year, 0 before it began */
  SylPickRecord *pick;    /* owned, nullable */
  SylPlanWeekState state; /* where there is no pick; planned if the week is not in the plan */
} Week;

static gboolean
find_state (SylSession  *session,
            Week        *week,
            GError     **error)
{
  g_autoptr (SylYear) year = syl_session_load_year (session, error);
  const SylPlanWeek *found = year != NULL ? syl_plan_find_week (syl_year_get_plan (year), &week->date) : NULL;

  if (found != NULL)
    week->state = found->state;
  return year != NULL;
}

static gboolean
find_week (SylSession  *session,
           Week        *week,
           GError     **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SylPick) pick = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) failure = NULL;
  SylPickQuery query = { .state = -1 };

  syl_library_find_week_async (library, &week->date, NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  pick = syl_library_find_week_finish (library, result, &week->number, &failure);
  if (pick == NULL)
    {
      if (failure == NULL)
        return find_state (session, week, error);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  query.id = syl_pick_get_id (pick);
  records = syl_session_read_picks (session, &query, error);
  if (records != NULL && records->len > 0)
    week->pick = g_ptr_array_steal_index (records, 0);
  return records != NULL;
}

static void
print_json (const Week *week)
{
  SylWeek iso;
  g_autofree char *name = NULL;
  g_autofree char *pick = week->pick != NULL ? syl_pick_record_to_json (week->pick) : g_strdup ("null");

  syl_week_init_from_date (&iso, &week->date);
  name = syl_week_to_string (&iso);
  g_print ("{\"week\":%u,\"iso_week\":\"%s\",\"pick\":%s}\n", week->number, name, pick);
}

static const char *
describe_state (SylPlanWeekState state)
{
  switch (state)
    {
    case SYL_PLAN_WEEK_FREE:
      return _("This week is free.");
    case SYL_PLAN_WEEK_PAUSED:
      return _("This week is paused.");
    case SYL_PLAN_WEEK_MISSED:
      return _("The pick of this week comes again later.");
    case SYL_PLAN_WEEK_PLANNED:
    case SYL_PLAN_WEEK_READ:
    case SYL_PLAN_WEEK_SKIPPED:
    default:
      return _("There is no pick for this week.");
    }
}

static void
print_plain (const Week *week)
{
  if (week->number > 0)
    g_print (_("Week %u of %u"), week->number, (unsigned int) SYL_PLAN_N_WEEKS);
  else
    g_print ("%s", _("The year has not begun then."));
  g_print ("\n");
  if (week->pick == NULL)
    g_print ("%s\n", describe_state (week->state));
  else
    {
      syl_output_text (week->pick->title);
      g_print ("%s · %s\n", week->pick->slug, syl_pick_state_to_string (week->pick->state));
    }
}

int
syl_command_week (const SylCommand *self,
                  int               argc,
                  char             *argv[])
{
  g_autofree char *date = NULL;
  g_autofree char *list = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_("A day of the week that is meant, instead of today"),
      N_("YYYY-MM-DD") },
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("Of this list, instead of the first one"), N_("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (GError) error = NULL;
  Week week = { .number = 0 };
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  syl_local_time_get_today (&week.date);
  if (date != NULL && !syl_command_parse_date (date, &week.date))
    return syl_command_misuse (self, _("A date is written YYYY-MM-DD."));

  session = syl_session_new ();
  if (!syl_session_open (session, &error) || !syl_session_select_list (session, list, &error) ||
      !find_week (session, &week, &error))
    return syl_session_fail (session, error);

  if (json)
    print_json (&week);
  else
    print_plain (&week);
  g_clear_pointer (&week.pick, syl_pick_record_free);
  return SYL_EXIT_DONE;
}
