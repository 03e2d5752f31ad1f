/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-opening.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/syl-migrations.h"

/* Up to this size a whole check costs a few milliseconds, so it is made at every start. */
#define ALWAYS_CHECK_BYTES (8 * 1024 * 1024)

static goffset
get_size (const char *path,
          const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? info.st_size : -1;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int saved;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  saved = errno;
  g_set_error (error, SYL_STORE_ERROR,
               saved == ENOSPC ? SYL_STORE_ERROR_FULL : SYL_STORE_ERROR_READONLY,
               "The folder of the library can't be made: %s", g_strerror (saved));
  return FALSE;
}

/* A log that was left behind tells of an end that was not clean, or of another program. */
static gboolean
needs_check (const char *path)
{
  goffset size = get_size (path, "");

  return size > 0 && (size <= ALWAYS_CHECK_BYTES || get_size (path, "-wal") > 0);
}

static gboolean
check_whole (SylConnection  *connection,
             GError        **error)
{
  g_autofree char *answer = syl_connection_query_text (connection, "PRAGMA quick_check(1)", error);

  if (answer == NULL)
    return FALSE;
  if (g_str_equal (answer, "ok"))
    return TRUE;

  g_set_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT, "The check found: %s", answer);
  return FALSE;
}

/* SQLite leaves a file of no bytes alone, and so takes it for a new database; it was ours once. */
static gboolean
check_not_emptied (const char  *path,
                   GError     **error)
{
  if (get_size (path, "") != 0)
    return TRUE;

  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT, "The file is empty");
  return FALSE;
}

/* To a program without the right to write, SQLite's "can't open" may be just that; so may damage be. */
static gboolean
lacks_rights (const char   *path,
              const GError *error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY) ||
         (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_FAILED) &&
          g_access (folder, W_OK) != 0);
}

static gboolean
inspect_with_mode (const char         *path,
                   SylConnectionMode   mode,
                   gboolean           *is_newest,
                   GError            **error)
{
  gboolean check = needs_check (path);
  g_autoptr (SylConnection) connection = syl_connection_open (path, mode, error);

  return connection != NULL && syl_migrations_check (connection, is_newest, error) &&
         (!check || check_whole (connection, error));
}

/* Before anything opens it to write: a file that is damaged or not ours has to stay as it is. */
static gboolean
inspect (const char         *path,
         SylConnectionMode  *mode,
         gboolean           *is_newest,
         GError            **error)
{
  g_autoptr (GError) failure = NULL;

  *mode = SYL_CONNECTION_MODE_READ_ONLY;
  if (inspect_with_mode (path, *mode, is_newest, &failure))
    return TRUE;

  *mode = SYL_CONNECTION_MODE_IMMUTABLE;
  if (lacks_rights (path, failure) && get_size (path, "-wal") <= 0)
    return inspect_with_mode (path, *mode, is_newest, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
prepare (const char  *path,
         GError     **error)
{
  g_autoptr (SylConnection) connection = syl_connection_open (path, SYL_CONNECTION_MODE_READ_WRITE,
                                                              error);

  if (connection == NULL)
    return FALSE;
  if (!syl_connection_is_read_only (connection))
    return syl_migrations_run (connection, path, error);

  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY,
                       "The library can't be written");
  return FALSE;
}

/**
 * syl_store_opening_probe:
 * @path: absolute path of the database
 * @mode: (out): how it can be opened
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Makes the folder and the database if they are missing, checks a database that is there, and
 * brings its schema to the newest version. Where it can't be written it may still be readable.
 * Runs in a thread, before anything else is opened.
 *
 * Returns: %TRUE if the database can be opened with @mode
 */
gboolean
syl_store_opening_probe (const char         *path,
                         SylConnectionMode  *mode,
                         GError            **error)
{
  SylConnectionMode readable = SYL_CONNECTION_MODE_READ_ONLY;
  g_autoptr (GError) failure = NULL;
  gboolean is_newest = FALSE;

  *mode = SYL_CONNECTION_MODE_READ_WRITE;
  if (!make_folder (path, error) || !check_not_emptied (path, error))
    return FALSE;
  if (get_size (path, "") > 0 && !inspect (path, &readable, &is_newest, error))
    return FALSE;
  if (prepare (path, &failure))
    return TRUE;

  *mode = readable;
  if (is_newest && lacks_rights (path, failure))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
move (const char  *path,
      const char  *suffix,
      const char  *target,
      GError     **error)
{
  g_autofree char *from = g_strconcat (path, suffix, NULL);
  g_autofree char *to = g_strconcat (target, suffix, NULL);
  int saved;

  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;

  saved = errno;
  g_set_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY,
               "The library could not be moved aside: %s", g_strerror (saved));
  return FALSE;
}

/**
 * syl_store_opening_set_aside:
 * @path: absolute path of a database that nobody has open
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Moves the database, with its log, to a name of its own in the same folder, as it is.
 *
 * Returns: (transfer full) (nullable): the new path
 */
char *
syl_store_opening_set_aside (const char  *path,
                             GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y-%m-%d-%H%M%S");
  g_autofree char *target = g_strdup_printf ("%s.set-aside-%s", path, stamp);

  for (unsigned int i = 2; g_file_test (target, G_FILE_TEST_EXISTS); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s.set-aside-%s-%u", path, stamp, i);
    }

  if (!move (path, "", target, error) || !move (path, "-wal", target, error) ||
      !move (path, "-shm", target, error))
    return NULL;
  return g_steal_pointer (&target);
}
