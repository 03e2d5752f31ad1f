/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-migrations.h"

#include <gio/gio.h>

#define RESOURCE_FOLDER "/io/github/syllabus_app/Syllabus/store/"

/* "Syll", in the header of the file: tells our databases from anybody else's. */
#define APPLICATION_ID_SQL "1400466540"

static const char *const scripts[] = {
  "0001-initial.sql",
  "0002-highlights.sql",
  "0003-plan.sql",
  "0004-call.sql",
  "0005-emptied-notes.sql",
  "0006-emptied-notes-of-highlights.sql",
};

/**
 * syl_migrations_get_newest:
 *
 * Returns: the version of the schema that this program knows
 */
unsigned int
syl_migrations_get_newest (void)
{
  return G_N_ELEMENTS (scripts);
}

static gboolean
check_owner (SylConnection  *connection,
             GError        **error)
{
  gint64 id, n_tables;

  if (!syl_connection_query_int64 (connection, "PRAGMA application_id", &id, error) ||
      !syl_connection_query_int64 (connection, "SELECT count(*) FROM sqlite_schema", &n_tables,
                                   error))
    return FALSE;
  if (n_tables == 0 || id == g_ascii_strtoll (APPLICATION_ID_SQL, NULL, 10))
    return TRUE;

  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT,
                       "The file is a database of another program");
  return FALSE;
}

static gboolean
get_version (SylConnection  *connection,
             unsigned int   *version,
             GError        **error)
{
  gint64 value;

  if (!syl_connection_query_int64 (connection, "PRAGMA user_version", &value, error))
    return FALSE;
  if (value < 0 || value > syl_migrations_get_newest ())
    {
      g_set_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_TOO_NEW,
                   "The library has version %" G_GINT64_FORMAT ", and %u is the newest known",
                   value, syl_migrations_get_newest ());
      return FALSE;
    }
  *version = (unsigned int) value;
  return TRUE;
}

static gboolean
apply (SylConnection  *connection,
       unsigned int    number,
       GError        **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, scripts[number - 1], NULL);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u", number);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL &&
         syl_connection_execute (connection, g_bytes_get_data (sql, NULL), error) &&
         syl_connection_execute (connection, "PRAGMA application_id = " APPLICATION_ID_SQL, error) &&
         syl_connection_execute (connection, stamp, error);
}

/* Another program may have migrated while this one waited for the lock: only what is left is done. */
static gboolean
apply_locked (SylConnection  *connection,
              GError        **error)
{
  unsigned int version;

  if (!get_version (connection, &version, error))
    return FALSE;
  for (unsigned int number = version + 1; number <= syl_migrations_get_newest (); number++)
    {
      if (!apply (connection, number, error))
        return FALSE;
    }
  return TRUE;
}

/* A copy from before a migration, so that an older program can go back to it. */
static gboolean
back_up (SylConnection  *connection,
         const char     *path,
         unsigned int    version,
         GError        **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.before-%u", path, version + 1);
  g_autoptr (SylStatement) statement = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  statement = syl_connection_prepare (connection, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, copy);
  return syl_statement_run (statement, error);
}

/**
 * syl_migrations_run:
 * @connection: a connection that can write
 * @path: where the database is; a copy is put beside it before a migration
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_TOO_NEW if a newer version of
 *   Syllabus wrote it, and %SYL_STORE_ERROR_CORRUPT if it is not ours
 *
 * Brings the schema to the newest version, in one transaction.
 *
 * Returns: %TRUE if the schema is the newest one now
 */
gboolean
syl_migrations_run (SylConnection  *connection,
                    const char     *path,
                    GError        **error)
{
  unsigned int version;

  if (!check_owner (connection, error) || !get_version (connection, &version, error))
    return FALSE;
  if (version == syl_migrations_get_newest ())
    return TRUE;
  if (version > 0 && !back_up (connection, path, version, error))
    return FALSE;
  if (!syl_connection_begin (connection, error))
    return FALSE;
  if (!apply_locked (connection, error))
    {
      syl_connection_rollback (connection);
      return FALSE;
    }
  return syl_connection_commit (connection, error);
}

/**
 * syl_migrations_check:
 * @connection: a connection that may be read-only
 * @is_newest: (out): whether the schema is the one that this program works with
 * @error: return location for a %SYL_STORE_ERROR as of syl_migrations_run()
 *
 * Looks at a database without a change to it.
 *
 * Returns: %TRUE if the database is one of ours, and not of a newer version
 */
gboolean
syl_migrations_check (SylConnection  *connection,
                      gboolean       *is_newest,
                      GError        **error)
{
  unsigned int version;

  if (!check_owner (connection, error) || !get_version (connection, &version, error))
    return FALSE;

  *is_newest = version == syl_migrations_get_newest ();
  return TRUE;
}
