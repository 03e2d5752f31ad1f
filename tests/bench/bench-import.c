/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "model/syl-library-import.h"

typedef struct
{
  gint64 last;
  gint64 longest;
  gboolean done;
} Loop;

/* Runs as often as it can: what lies between two runs is how long the loop was blocked. */
static gboolean
tick_cb (gpointer user_data)
{
  Loop *loop = user_data;
  gint64 now = g_get_monotonic_time ();

  loop->longest = MAX (loop->longest, now - loop->last);
  loop->last = now;
  return G_SOURCE_CONTINUE;
}

static void
fail (const char   *what,
      const GError *error)
{
  g_printerr ("%s: %s\n", what, error->message);
  exit (EXIT_FAILURE);
}

static void
open_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_open_finish (SYL_LIBRARY (object), result, &error))
    fail ("open", error);
  ((Loop *) user_data)->done = TRUE;
}

static void
import_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylListImport) import = syl_library_import_finish (SYL_LIBRARY (object), result, &error);

  if (import == NULL)
    fail ("import", error);
  ((Loop *) user_data)->done = TRUE;
}

static void
wait_for (Loop *loop)
{
  loop->done = FALSE;
  while (!loop->done)
    g_main_context_iteration (NULL, TRUE);
}

/* bench-import FOLDER FILE: a library in FOLDER takes in the list in FILE. */
int
main (int   argc,
      char *argv[])
{
  g_autoptr (SylLibrary) library = syl_library_new (argv[1], NULL);
  g_autoptr (GFile) file = g_file_new_for_path (argv[2]);
  Loop loop = { 0, 0, FALSE };
  gint64 began;

  syl_library_open_async (library, NULL, open_cb, &loop);
  wait_for (&loop);

  began = loop.last = g_get_monotonic_time ();
  g_timeout_add (1, tick_cb, &loop);
  syl_library_import_async (library, file, FALSE, NULL, import_cb, &loop);
  wait_for (&loop);

  printf ("import-s %.3f\n", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  printf ("longest-block-ms %.3f\n", (double) loop.longest / 1000.0);
  return EXIT_SUCCESS;
}
