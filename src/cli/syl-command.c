/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"
#include "syl-command.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "call/syl-local-time.h"

static const SylCommand commands[] = {
  { "lists", NULL, 0, N_("Show the lists"), syl_command_lists },
  { "picks", NULL, 0, N_("Show the picks"), syl_command_picks },
  { "show", "PICK", 1, N_("Show a pick with its commentary and sources"), syl_command_show },
  { "state", "PICK unread|reading|read|skipped", 2, N_("Change the reading state of a pick"),
    syl_command_state },
  { "week", NULL, 0, N_("Show the pick of a week"), syl_command_week },
  { "plan", NULL, 0, N_("Show the plan of the year, or make it anew"), syl_command_plan },
  { "stats", NULL, 0, N_("Show how the year goes"), syl_command_stats },
  { "reminder", "[on|off]", 0, N_("Show or set when the pick of the week is brought"), syl_command_reminder, 1 },
  { "highlights", "[PICK]", 0, N_("Show highlights with their notes"), syl_command_highlights, 1 },
  { "import", "FILE", 1, N_("Take in a list, or bring it up to date"), syl_command_import },
  { "check", NULL, 0, N_("Check that the library is whole"), syl_command_check },
  { "agent", NULL, 0, N_("Serve the desktop: keep the time, answer its search"), syl_command_agent },
  { NULL, NULL, 0, NULL, NULL },
};

/**
 * syl_commands_get:
 *
 * Returns: (transfer none): all subcommands, ended by one without a name
 */
const SylCommand *
syl_commands_get (void)
{
  return commands;
}

/**
 * syl_commands_find:
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the subcommand of that name
 */
const SylCommand *
syl_commands_find (const char *name)
{
  for (const SylCommand *command = commands; command->name != NULL; command++)
    {
      if (g_str_equal (command->name, name))
        return command;
    }
  return NULL;
}

/**
 * syl_command_fail:
 * @message: why it could not be done
 *
 * Returns: the exit status for that
 */
int
syl_command_fail (const char *message)
{
  g_printerr ("syllabusctl: %s\n", message);
  return SYL_EXIT_FAILED;
}

/**
 * syl_command_misuse:
 * @self: (nullable): the subcommand
 * @message: what is wrong with the command line
 *
 * Returns: the exit status for that
 */
int
syl_command_misuse (const SylCommand *self,
                    const char       *message)
{
  g_autofree char *help = g_strconcat ("syllabusctl ", self != NULL ? self->name : "",
                                       self != NULL ? " " : "", "--help", NULL);

  /* Translators: the first %s is what is wrong with a command line, the second a command */
  g_printerr (_("syllabusctl: %s See “%s”."), message, help);
  g_printerr ("\n");
  return SYL_EXIT_USAGE;
}

/**
 * syl_command_parse_date:
 * @text: what stands on the command line
 * @date: (out caller-allocates): the day that is meant; left alone if there is none
 *
 * Returns: whether @text is a day, as 2026-11-30
 */
gboolean
syl_command_parse_date (const char *text,
                        GDate      *date)
{
  g_autofree char *moment = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = strlen (text) == strlen ("YYYY-MM-DD")
                                   ? g_date_time_new_from_iso8601 (moment, NULL)
                                   : NULL;

  if (time == NULL)
    return FALSE;
  syl_local_time_get_day (time, date);
  return TRUE;
}

static gboolean
are_texts (int   argc,
           char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      if (!g_utf8_validate (argv[i], -1, NULL))
        return FALSE;
    }
  return TRUE;
}

static GOptionContext *
make_context (const SylCommand   *self,
              const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (self->arguments);
  g_autofree char *name = g_strconcat ("syllabusctl ", self->name, NULL);

  g_set_prgname (name);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  return context;
}

/**
 * syl_command_parse:
 * @self: the subcommand
 * @argc: (inout): how many words its command line has, its own name among them
 * @argv: (inout): the words; what remains are its name and its arguments
 * @entries: its options
 * @status: (out): the exit status, where it returns %FALSE
 *
 * Reads the command line of a subcommand, or prints help and exits. Strings in @entries are of
 * type filename, so that they are taken as they are.
 *
 * Returns: %TRUE if the options make sense and there are as many arguments as there must be
 */
gboolean
syl_command_parse (const SylCommand    *self,
                   int                 *argc,
                   char              ***argv,
                   const GOptionEntry  *entries,
                   int                 *status)
{
  g_autoptr (GOptionContext) context = make_context (self, entries);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!g_option_context_parse (context, argc, argv, &error))
    message = g_strconcat (error->message, ".", NULL);
  else if (*argc - 1 < self->n_arguments)
    message = g_strdup_printf (_("It needs %s."), self->arguments);
  else if (*argc - 1 > self->n_arguments + self->n_optional)
    message = g_strdup_printf (_("It can’t make use of “%s”."), (*argv)[self->n_arguments + self->n_optional + 1]);
  else if (!are_texts (*argc, *argv) && self->run != syl_command_import)
    message = g_strdup (_("The command line isn’t UTF-8 text."));
  if (message == NULL)
    return TRUE;

  *status = syl_command_misuse (self, message);
  return FALSE;
}
