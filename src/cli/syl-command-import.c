/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-record-json.h"
#include "model/syl-library-import.h"
#include "syl-output.h"
#include "syl-session.h"

static SylListImport *
import_file (SylSession  *session,
             const char  *name,
             gboolean     dry_run,
             GError     **error)
{
  SylLibrary *library = syl_session_get_library (session);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_import_async (library, file, dry_run, NULL, syl_session_ready_cb, session);
  result = syl_session_wait (session);
  return syl_library_import_finish (library, result, error);
}

static void
print_plain (SylListImport *import)
{
  g_autofree char *summary = syl_list_changes_summarize (import->changes);

  syl_output_text (import->title);
  syl_output_text (syl_list_changes_is_empty (import->changes) ? _("Nothing is new.") : summary);
  for (guint i = 0; i < import->changes->lines->len; i++)
    syl_output_text (g_ptr_array_index (import->changes->lines, i));
  for (guint i = 0; i < import->warnings->len; i++)
    g_printerr ("syllabusctl: %s\n", (const char *) g_ptr_array_index (import->warnings, i));
}

int
syl_command_import (const SylCommand *self,
                    int               argc,
                    char             *argv[])
{
  gboolean dry_run = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would change"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON, with --dry-run"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (SylListImport) import = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;
  if (json && !dry_run)
    return syl_command_misuse (self, _("--json goes with --dry-run."));
  if (g_str_has_prefix (argv[1], "http:") || g_str_has_prefix (argv[1], "https:"))
    return syl_command_fail (_("Lists are imported from files: download this one first."));

  session = syl_session_new ();
  if (syl_session_open (session, &error))
    import = import_file (session, argv[1], dry_run, &error);
  if (import == NULL)
    return syl_session_fail (session, error);

  if (json)
    {
      g_autofree char *text = syl_reading_list_to_json (import->list);

      g_print ("%s\n", text);
    }
  else
    print_plain (import);
  return SYL_EXIT_DONE;
}
