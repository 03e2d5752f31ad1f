/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "exchange/syl-year-json.h"
#include "syl-output.h"
#include "syl-session.h"

typedef struct
{
  char *list;  /* nullable */
  char *start; /* nullable */
  char *order; /* nullable */
  gboolean json;
  gboolean export;
  GDate date;
  SylPlanOrder choice;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->list);
  g_free (self->start);
  g_free (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
begin (SylSession     *session,
       const Options  *options,
       GError        **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_begin_year_async (library, &options->date, NULL, options->order != NULL ? &options->choice : NULL, NULL,
                                syl_session_ready_cb, session);
  result = syl_session_wait (session);
  if (syl_library_begin_year_finish (library, result, error))
    return TRUE;
  if (g_error_matches (*error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A year can’t begin that far from now."));
    }
  return FALSE;
}

/* What stands behind the title where another pick decides. */
static char *
describe_pick (SylYear           *year,
               const SylPlanWeek *week)
{
  const char *title = syl_pick_get_title (syl_year_get_pick (year, week->pick));
  int waits = syl_year_get_plan (year)->waits[week->pick];

  if (week->state != SYL_PLAN_WEEK_PLANNED || waits < 0)
    return g_strdup (title);
  /* Translators: the title of a pick, and that of the pick that has to be read before it */
  return g_strdup_printf (_("%s (comes after “%s”)"), title, syl_pick_get_title (syl_year_get_pick (year, waits)));
}

static void
add_row (GPtrArray         *rows,
         SylYear           *year,
         const SylPlanWeek *week,
         gboolean           is_present)
{
  SylWeek iso;
  g_autofree char *name = NULL;
  g_autofree char *title = week->pick >= 0 ? describe_pick (year, week) : g_strdup ("");

  syl_week_init_from_date (&iso, &week->monday);
  name = syl_week_to_string (&iso);
  syl_output_row (rows, is_present ? "*" : " ", name, syl_plan_week_state_to_string (week->state),
                  week->pick >= 0 ? syl_year_get_slug (year, week->pick) : "–", title, NULL);
}

static char *
describe_missed (const SylPlanRepair *repair)
{
  if (repair->n_missed == 1)
    return g_strdup_printf (_("Week %u was missed."), repair->last);
  if (repair->n_missed == repair->last - repair->first + 1)
    return g_strdup_printf (_("Weeks %u to %u were missed."), repair->first, repair->last);
  return g_strdup_printf (ngettext ("%u week was missed.", "%u weeks were missed.", repair->n_missed), repair->n_missed);
}

static char *
describe_repair (const SylPlanRepair *repair)
{
  if (repair->n_moved == 0)
    return g_strdup (ngettext ("A free week ahead makes up for it.", "Free weeks ahead make up for them.",
                               repair->n_missed));
  if (repair->n_moved == 1)
    return g_strdup (_("The plan moved on by one week."));
  return g_strdup_printf (ngettext ("The plan moved on by %u week.", "The plan moved on by %u weeks.", repair->n_moved),
                          repair->n_moved);
}

static void
print_plain (SylYear *year)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const SylPlan *plan = syl_year_get_plan (year);
  const SylPlanWeek *present;
  GDate today;

  syl_local_time_get_today (&today);
  present = syl_plan_find_week (plan, &today);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);

      add_row (rows, year, week, week == present);
    }
  syl_output_rows (rows);
  if (plan->repair.n_missed > 0)
    {
      g_autofree char *missed = describe_missed (&plan->repair);
      g_autofree char *repair = describe_repair (&plan->repair);

      g_print ("%s %s\n", missed, repair);
    }
}

static int
export (SylSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = syl_session_export_year (session, &error);

  if (text == NULL)
    return syl_session_fail (session, error);
  g_print ("%s", text);
  return SYL_EXIT_DONE;
}

static int
run (const Options *options)
{
  g_autoptr (SylSession) session = syl_session_new ();
  g_autoptr (SylYear) year = NULL;
  g_autoptr (GError) error = NULL;

  if (!syl_session_open (session, &error) || !syl_session_select_list (session, options->list, &error) ||
      (options->start != NULL && !begin (session, options, &error)))
    return syl_session_fail (session, error);
  if (options->export)
    return export (session);
  year = syl_session_load_year (session, &error);
  if (year == NULL)
    return syl_session_fail (session, error);

  if (options->json)
    {
      g_autofree char *json = syl_year_to_json (year);

      g_print ("%s\n", json);
    }
  else
    print_plain (year);
  return SYL_EXIT_DONE;
}

static int
check (const SylCommand *self,
       Options          *options)
{
  if (options->start != NULL && !syl_command_parse_date (options->start, &options->date))
    return syl_command_misuse (self, _("A date is written YYYY-MM-DD."));
  if (options->order == NULL)
    return SYL_EXIT_DONE;
  if (!syl_plan_order_from_string (options->order, &options->choice))
    return syl_command_misuse (self, _("An order is sections or mixed."));
  if (options->start == NULL)
    return syl_command_misuse (self, _("An order is chosen together with a start."));
  return SYL_EXIT_DONE;
}

int
syl_command_plan (const SylCommand *self,
                  int               argc,
                  char             *argv[])
{
  g_auto (Options) options = { .choice = SYL_PLAN_ORDER_SECTIONS };
  const GOptionEntry entries[] = {
    { "start", 0, 0, G_OPTION_ARG_FILENAME, &options.start, N_("Make the plan anew, from the week of this day"),
      N_("YYYY-MM-DD") },
    { "order", 0, 0, G_OPTION_ARG_FILENAME, &options.order, N_("Section by section, or mixed"), "sections|mixed" },
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &options.list, N_("Of this list, instead of the first one"), N_("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print JSON"), NULL },
    { "export", 0, 0, G_OPTION_ARG_NONE, &options.export, N_("Print all of the year as JSON, to keep it elsewhere"), NULL },
    { NULL },
  };
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  status = check (self, &options);
  return status == SYL_EXIT_DONE ? run (&options) : status;
}
