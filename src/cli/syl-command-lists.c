/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-command.h"

#include <glib/gi18n.h>

#include "exchange/syl-list-record.h"
#include "exchange/syl-record-json.h"
#include "syl-output.h"
#include "syl-session.h"

static gpointer
read_lists (SylConnection  *connection,
            gpointer        data,
            GError        **error)
{
  return syl_list_records_read (connection, error);
}

static void
print_plain (GPtrArray *lists)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < lists->len; i++)
    {
      SylListRecord *list = g_ptr_array_index (lists, i);
      /* Translators: how many picks of a list are read, as in “3/50” */
      g_autofree char *count = g_strdup_printf (_("%u/%u"), list->n_read, list->n_picks);

      syl_output_row (rows, count, list->title, list->id, NULL);
    }
  syl_output_rows (rows);
}

static void
print_json (GPtrArray *lists)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lists->len; i++)
    g_ptr_array_add (objects, syl_list_record_to_json (g_ptr_array_index (lists, i)));
  syl_output_json_array (objects);
}

int
syl_command_lists (const SylCommand *self,
                   int               argc,
                   char             *argv[])
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  g_autoptr (SylSession) session = NULL;
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!syl_command_parse (self, &argc, &argv, entries, &status))
    return status;

  session = syl_session_new ();
  if (syl_session_open (session, &error))
    lists = syl_session_read (session, read_lists, NULL, &error);
  if (lists == NULL)
    return syl_session_fail (session, error);

  if (json)
    print_json (lists);
  else
    print_plain (lists);
  return SYL_EXIT_DONE;
}
