/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-figures-record.h"
#include "syl-output.h"
#include "syl-session.h"
#include "tables/plan/syl-plan-table.h"

static SylFigures *
load_figures (SylSession  *session,
              GError     **error)
{
  SylList *list = syl_library_get_list (syl_session_get_library (session));
  SylPickQuery query = { .list = list != NULL ? (char *) syl_list_get_uri (list) : NULL, .state = -1 };
  g_autoptr (SylYear) year = syl_session_load_year (session, error);
  g_autoptr (GPtrArray) records = year != NULL ? syl_session_read_picks (session, &query, error) : NULL;

  return records != NULL ? syl_figures_new (year, records) : NULL;
}

static void
print_end (const SylFigures *figures)
{
  char end[16];

  if (figures->has_end)
    {
      syl_plan_day_to_string (&figures->end, end);
      /* Translators: the first day of the week in which the last pick is read */
      g_print (_("Expected end: the week of %s"), end);
      g_print ("\n");
    }
  if (figures->n_behind <= 0)
    g_print ("%s\n", _("On plan"));
  else
    {
      unsigned int n = (unsigned int) figures->n_behind;

      g_print (ngettext ("%u week later than planned at first", "%u weeks later than planned at first", n), n);
      g_print ("\n");
    }
}

static void
print_sections (const SylFigures *figures)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < figures->sections->len; i++)
    {
      const SylSectionFigures *section = g_ptr_array_index (figures->sections, i);
      g_autofree char *done = g_strdup_printf ("%u/%u", section->n_read, section->n_picks);

      syl_output_row (rows, done, section->title, NULL);
    }
  syl_output_rows (rows);
}

static void
print_plain (const SylFigures *figures)
{
  guint64 minutes = figures->seconds / 60;

  g_print (_("%u of %u picks read, %u skipped"), figures->n_read, figures->n_picks, figures->n_skipped);
  g_print ("\n");
  /* Translators: hours and minutes */
  g_print (_("Focused reading: %u h %u min"), (unsigned int) (minutes / 60), (unsigned int) (minutes % 60));
  g_print ("\n");
  g_print (ngettext ("Streak: %u week, %u at most", "Streak: %u weeks, %u at most", figures->streak.present),
           figures->streak.present, figures->streak.longest);
  g_print ("\n");
  print_end (figures);
  print_sections (figures);
}

int
syl_command_stats (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  g_autofree char *list = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("Of this list, instead of the first one"), N_("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (SylFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  session = syl_session_new ();
  if (syl_session_open (session, &error) && syl_session_select_list (session, list, &error))
    figures = load_figures (session, &error);
  if (figures == NULL)
    return syl_session_fail (session, error);

  if (json)
    {
      g_autofree char *text = syl_figures_to_json (figures);

      g_print ("%s\n", text);
    }
  else
    print_plain (figures);
  return SYL_EXIT_DONE;
}
