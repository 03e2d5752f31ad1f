/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SYL_EXIT_DONE:
 *
 * It was done.
 */
#define SYL_EXIT_DONE 0

/**
 * SYL_EXIT_FAILED:
 *
 * It could not be done: one line on standard error says why, and nothing has changed.
 */
#define SYL_EXIT_FAILED 1

/**
 * SYL_EXIT_USAGE:
 *
 * The command line makes no sense: one line on standard error says why.
 */
#define SYL_EXIT_USAGE 2

typedef struct _SylCommand SylCommand;

/**
 * SylCommand:
 * @name: what it is called by
 * @arguments: (nullable): its arguments, as usage shows them
 * @n_arguments: how many there must be
 * @summary: what it does, in a few words, to be translated
 * @run: does it: gets its own name and what follows it, returns an exit status
 * @n_optional: how many arguments there may be besides
 *
 * A subcommand.
 */
struct _SylCommand
{
  const char *name;
  const char *arguments;
  int n_arguments;
  const char *summary;
  int (*run) (const SylCommand *self, int argc, char *argv[]);
  int n_optional;
};

const SylCommand *syl_commands_get     (void);
const SylCommand *syl_commands_find    (const char         *name);

gboolean          syl_command_parse    (const SylCommand   *self,
                                        int                *argc,
                                        char             ***argv,
                                        const GOptionEntry *entries,
                                        int                *status);
gboolean          syl_command_parse_date (const char       *text,
                                        GDate              *date);
int               syl_command_fail     (const char         *message);
int               syl_command_misuse   (const SylCommand   *self,
                                        const char         *message);

int syl_command_lists  (const SylCommand *self, int argc, char *argv[]);
int syl_command_picks  (const SylCommand *self, int argc, char *argv[]);
int syl_command_show   (const SylCommand *self, int argc, char *argv[]);
int syl_command_state  (const SylCommand *self, int argc, char *argv[]);
int syl_command_plan   (const SylCommand *self, int argc, char *argv[]);
int syl_command_reminder (const SylCommand *self, int argc, char *argv[]);
int syl_command_stats  (const SylCommand *self, int argc, char *argv[]);
int syl_command_week   (const SylCommand *self, int argc, char *argv[]);
int syl_command_highlights (const SylCommand *self, int argc, char *argv[]);
int syl_command_import (const SylCommand *self, int argc, char *argv[]);
int syl_command_check  (const SylCommand *self, int argc, char *argv[]);
int syl_command_agent  (const SylCommand *self, int argc, char *argv[]);

G_END_DECLS
