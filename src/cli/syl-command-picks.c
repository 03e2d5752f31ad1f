/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-record-json.h"
#include "syl-output.h"
#include "syl-session.h"

static void
print_plain (GPtrArray *picks)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < picks->len; i++)
    {
      SylPickRecord *pick = g_ptr_array_index (picks, i);
      g_autofree char *week = pick->week > 0 ? g_strdup_printf ("%u", pick->week) : g_strdup ("–");

      syl_output_row (rows, week, syl_pick_state_to_string (pick->state), pick->slug, pick->title, NULL);
    }
  syl_output_rows (rows);
}

static void
print_json (GPtrArray *picks)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < picks->len; i++)
    g_ptr_array_add (objects, syl_pick_record_to_json (g_ptr_array_index (picks, i)));
  syl_output_json_array (objects);
}

/* Names that are in nothing are mistakes, and not empty answers. */
static int
check_names (SylSession         *session,
             const SylPickQuery *query)
{
  SylPickQuery all = { .list = query->list, .section = query->section, .state = -1, .today = query->today };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) picks = NULL;

  if (query->list == NULL && query->section == NULL)
    return SYL_EXIT_DONE;
  picks = syl_session_read_picks (session, &all, &error);
  if (picks == NULL)
    return syl_session_fail (session, error);
  if (picks->len > 0)
    return SYL_EXIT_DONE;
  return syl_command_fail (query->section != NULL ? _("There is no such section.") : _("There is no such list."));
}

int
syl_command_picks (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  g_autofree char *list = NULL;
  g_autofree char *section = NULL;
  g_autofree char *state = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("Only picks of this list"), N_("ID") },
    { "section", 0, 0, G_OPTION_ARG_FILENAME, &section, N_("Only picks of this section"), N_("ID") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_("Only picks in this state"), N_("STATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GError) error = NULL;
  SylPickQuery query = { .state = -1 };
  SylPickState wanted;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (state != NULL && !syl_pick_state_from_string (state, &wanted))
    return syl_command_misuse (self, _("A state is unread, reading, read or skipped."));

  query.list = list;
  query.section = section;
  query.state = state != NULL ? (int) wanted : -1;
  session = syl_session_new ();
  if (syl_session_open (session, &error))
    picks = syl_session_read_picks (session, &query, &error);
  if (picks == NULL)
    return syl_session_fail (session, error);
  if (picks->len == 0 && (status = check_names (session, &query)) != SYL_EXIT_DONE)
    return status;

  if (json)
    print_json (picks);
  else
    print_plain (picks);
  return SYL_EXIT_DONE;
}
