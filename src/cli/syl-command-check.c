/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-record-json.h"
#include "store/syl-store-check.h"
#include "syl-output.h"
#include "syl-session.h"

static gpointer
run_check (SylConnection  *connection,
           gpointer        data,
           GError        **error)
{
  return syl_store_check_run (connection, error);
}

static void
print_plain (GPtrArray *problems)
{
  if (problems->len == 0)
    syl_output_text (_("The library is whole."));
  for (guint i = 0; i < problems->len; i++)
    syl_output_text (g_ptr_array_index (problems, i));
}

static void
print_json (GPtrArray *problems)
{
  g_autofree char *text = syl_problems_to_json (problems);

  g_print ("%s\n", text);
}

int
syl_command_check (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;

  session = syl_session_new ();
  if (syl_session_open (session, &error))
    problems = syl_session_read (session, run_check, NULL, &error);
  if (problems == NULL)
    return syl_session_fail (session, error);

  if (json)
    print_json (problems);
  else
    print_plain (problems);
  if (problems->len == 0)
    return SYL_EXIT_DONE;
  return syl_command_fail (_("The library is damaged; it was left as it is."));
}
