/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-record-json.h"
#include "syl-output.h"
#include "syl-session.h"

static void
print_facts (const SylPickRecord *pick)
{
  g_autoptr (GString) facts = g_string_new (pick->section_title);

  g_string_append_printf (facts, " · %s", syl_pick_state_to_string (pick->state));
  if (pick->week > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, _("week %u"), pick->week);
    }
  if (pick->minutes > 0)
    {
      g_string_append (facts, " · ");
      g_string_append_printf (facts, ngettext ("%u minute", "%u minutes", pick->minutes), pick->minutes);
    }
  syl_output_text (facts->str);
}

static void
print_sources (const SylPickRecord *pick)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < pick->sources->len; i++)
    {
      SylSourceRecord *source = g_ptr_array_index (pick->sources, i);

      syl_output_row (rows, source->main ? "*" : "-", source->kind, source->url, source->title, NULL);
    }
  syl_output_rows (rows);
}

static void
print_plain (const SylPickRecord *pick)
{
  syl_output_text (pick->title);
  print_facts (pick);
  if (pick->commentary[0] != '\0')
    {
      g_print ("\n");
      syl_output_text (pick->commentary);
    }
  if (pick->sources->len > 0)
    g_print ("\n");
  print_sources (pick);
}

int
syl_command_show (const SylCommand *self,
                  int               argc,
                  char             *argv[])
{
  g_autofree char *list = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("The list the pick is in"), N_("ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (SylPickRecord) pick = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;

  session = syl_session_new ();
  if (syl_session_open (session, &error))
    pick = syl_session_find_pick (session, list, argv[1], &error);
  if (pick == NULL)
    return syl_session_fail (session, error);

  if (json)
    {
      text = syl_pick_record_to_json (pick);
      g_print ("%s\n", text);
    }
  else
    print_plain (pick);
  return SYL_EXIT_DONE;
}
