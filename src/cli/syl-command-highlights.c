/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-highlight-record.h"
#include "syl-output.h"
#include "syl-session.h"
#include "tables/syl-highlight-table.h"

static gpointer
list_highlights (SylConnection  *connection,
                 gpointer        data,
                 GError        **error)
{
  return syl_highlight_table_list (connection, data, error);
}

static void
print_json (GPtrArray *highlights)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < highlights->len; i++)
    g_ptr_array_add (objects, syl_highlight_record_to_json (g_ptr_array_index (highlights, i)));
  syl_output_json_array (objects);
}

static void
print_plain (GPtrArray *highlights)
{
  for (guint i = 0; i < highlights->len; i++)
    {
      const SylHighlightFacts *facts = g_ptr_array_index (highlights, i);
      g_autofree char *head = NULL;

      head = g_strdup_printf ("%s%s · %s · %s", i > 0 ? "\n" : "", facts->pick_title,
                              syl_highlight_record_get_meaning (facts),
                              syl_highlight_status_to_string (facts->status));
      syl_output_text (head);
      syl_output_text (facts->quote);
      if (facts->note[0] != '\0')
        syl_output_text (facts->note);
    }
}

int
syl_command_highlights (const SylCommand *self,
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
  g_autoptr (GPtrArray) highlights = NULL;
  g_autoptr (GError) error = NULL;
  SylHighlightQuery query = { 0, };
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;

  session = syl_session_new ();
  if (!syl_session_open (session, &error))
    return syl_session_fail (session, error);
  if (argc > 1)
    {
      pick = syl_session_find_pick (session, list, argv[1], &error);
      if (pick == NULL)
        return syl_session_fail (session, error);
      query.pick_id = pick->id;
    }
  highlights = syl_session_read (session, list_highlights, &query, &error);
  if (highlights == NULL)
    return syl_session_fail (session, error);

  if (json)
    print_json (highlights);
  else
    print_plain (highlights);
  return SYL_EXIT_DONE;
}
