/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "syl-command.h"

static void
print_help (void)
{
  g_print (_("Usage: %s"), "syllabusctl COMMAND [OPTION…] [ARGUMENT…]");
  g_print ("\n\n%s\n\n%s\n", _("The command line of Syllabus, a reader of curated lists."),
           _("Commands:"));
  for (const SylCommand *command = syl_commands_get (); command->name != NULL; command++)
    g_print ("  %-10s %s\n", command->name, _(command->summary));
  g_print ("\n%s\n", _("“syllabusctl COMMAND --help” tells more of each. The exit status is 0 if it "
                       "was done, 1 if it could not be, 2 if the command line is wrong."));
}

static int
run (int   argc,
     char *argv[])
{
  const SylCommand *command;
  g_autofree char *message = NULL;

  if (argc < 2)
    return syl_command_misuse (NULL, _("A command is missing."));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return SYL_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("syllabusctl %s\n", SYL_VERSION);
      return SYL_EXIT_DONE;
    }

  command = syl_commands_find (argv[1]);
  if (command != NULL)
    return command->run (command, argc - 1, argv + 1);

  message = g_strdup_printf (_("There is no command “%s”."), argv[1]);
  return syl_command_misuse (NULL, message);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SYL_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = run (argc, argv);
  if ((fflush (stdout) != 0 || ferror (stdout)) && status == SYL_EXIT_DONE)
    return syl_command_fail (_("The output could not be written."));
  return status;
}
