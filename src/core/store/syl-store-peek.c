/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-peek.h"

#include <glib/gstdio.h>

#include "store/syl-migrations.h"

/* A program that writes at that very moment, again and again, is waited for no longer. */
#define MAX_TRIES 4

/* What tells one state of the file from another while no log goes with it. */
typedef struct
{
  gint64 size;
  gint64 seconds;
  gint64 nanoseconds;
  gboolean has_log;
} Stamp;

static gboolean
take_stamp (const char  *path,
            Stamp       *stamp,
            GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  if (g_stat (path, &info) != 0 || info.st_size == 0)
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "There is no library");
      return FALSE;
    }
  stamp->size = info.st_size;
  stamp->seconds = info.st_mtim.tv_sec;
  stamp->nanoseconds = info.st_mtim.tv_nsec;
  stamp->has_log = g_file_test (log, G_FILE_TEST_EXISTS);
  return TRUE;
}

static gboolean
equal_stamps (const Stamp *a,
              const Stamp *b)
{
  return a->size == b->size && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds &&
         a->has_log == b->has_log;
}

static gboolean
check_schema (SylConnection  *connection,
              GError        **error)
{
  gboolean is_newest = FALSE;

  if (!syl_migrations_check (connection, &is_newest, error))
    return FALSE;
  if (!is_newest)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_FAILED,
                         "The library was written by an earlier version");
  return is_newest;
}

/* Without a log nobody has it open, and SQLite would make one: then it is read as if it could not
 * change, which the stamps make sure of. */
static gpointer
read_once (const char    *path,
           const Stamp   *stamp,
           SylStoreFunc   func,
           gpointer       user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  SylConnectionMode mode = stamp->has_log ? SYL_CONNECTION_MODE_READ_ONLY : SYL_CONNECTION_MODE_IMMUTABLE;
  g_autoptr (SylConnection) connection = syl_connection_open (path, mode, error);

  if (connection == NULL || !check_schema (connection, error))
    return NULL;
  syl_connection_set_cancellable (connection, cancellable);
  return func (connection, user_data, error);
}

/**
 * syl_store_peek:
 * @path: absolute path of a database, which may not be there
 * @func: a query, called on this thread; again if somebody wrote meanwhile
 * @user_data: for @func
 * @result_destroy: frees what @func returns, which must not be %NULL where it did well
 * @cancellable: (nullable): stops it
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_NOT_FOUND if there is no database
 *
 * Reads from the database as it is now, on a thread that doesn't run the main loop. Nothing is made,
 * mended or brought up to date for it, not even the files that go with an open database.
 *
 * Returns: (transfer full) (nullable): what @func returned
 */
gpointer
syl_store_peek (const char      *path,
                SylStoreFunc     func,
                gpointer         user_data,
                GDestroyNotify   result_destroy,
                GCancellable    *cancellable,
                GError         **error)
{
  for (unsigned int i = 0; i < MAX_TRIES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      Stamp before, after;
      g_autoptr (GError) failure = NULL;
      gpointer result;

      if (!take_stamp (path, &before, error))
        return NULL;
      result = read_once (path, &before, func, user_data, cancellable, &failure);
      if (before.has_log || (take_stamp (path, &after, NULL) && equal_stamps (&before, &after)))
        {
          if (failure != NULL)
            g_propagate_error (error, g_steal_pointer (&failure));
          return result;
        }
      g_clear_pointer (&result, result_destroy);
    }

  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_BUSY, "Another program writes");
  return NULL;
}
