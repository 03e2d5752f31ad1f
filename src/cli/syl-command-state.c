/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "syl-session.h"

static gboolean
set_state (SylSession           *session,
           const SylPickRecord  *record,
           SylPickState          state,
           GError              **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SylPick) pick = NULL;

  syl_library_find_pick_async (library, record->slug, NULL, syl_session_ready_cb, session);
  found = syl_session_wait (session);
  pick = syl_library_find_pick_finish (library, found, error);
  if (pick == NULL)
    return FALSE;

  syl_library_set_state_async (library, pick, state, NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  return syl_library_set_state_finish (library, result, error);
}

int
syl_command_state (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  g_autofree char *list = NULL;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &list, N_("The list the pick is in"), N_("ID") },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (SylPickRecord) pick = NULL;
  g_autoptr (GError) error = NULL;
  SylPickState state;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (!syl_pick_state_from_string (argv[2], &state))
    return syl_command_misuse (self, _("A state is unread, reading, read or skipped."));

  session = syl_session_new ();
  if (syl_session_open (session, &error))
    pick = syl_session_find_pick (session, list, argv[1], &error);
  if (pick == NULL)
    return syl_session_fail (session, error);
  if (pick->extra)
    return syl_command_fail (_("What is worth knowing beside the picks has no state."));
  if (pick->state != state && !set_state (session, pick, state, &error))
    return syl_session_fail (session, error);
  return SYL_EXIT_DONE;
}
