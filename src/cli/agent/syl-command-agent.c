/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "agent/syl-agent.h"

int
syl_command_agent (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  gboolean stay = FALSE;
  int leave_after = 0;
  const GOptionEntry entries[] = {
    { "stay", 0, 0, G_OPTION_ARG_NONE, &stay, N_("Stay until the end of the session"), NULL },
    { "leave-after", 0, 0, G_OPTION_ARG_INT, &leave_after, N_("Leave after so many seconds without work"),
      N_("SECONDS") },
    { NULL },
  };
  g_autoptr (SylAgent) agent = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (leave_after < 0)
    return syl_command_misuse (self, _("The number of seconds is less than nothing."));

  agent = syl_agent_new (stay ? 0 : (unsigned int) leave_after);
  if (!syl_agent_run (agent, &error))
    return syl_command_fail (error->message);
  return SYL_EXIT_DONE;
}
