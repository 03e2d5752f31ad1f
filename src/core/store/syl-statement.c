/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-statement-private.h"

#include "store/syl-store-error.h"

/* Enough of the SQL to know the statement by; what readers wrote is bound, so it is never in it. */
#define SQL_HEAD 60

static int
code_for_result (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SYL_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return SYL_STORE_ERROR_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SYL_STORE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return SYL_STORE_ERROR_READONLY;
    case SQLITE_CONSTRAINT:
      return SYL_STORE_ERROR_CONSTRAINT;
    default:
      return SYL_STORE_ERROR_FAILED;
    }
}

/* A full disk may show itself as a failed write or as a log that can't be extended. */
static gboolean
is_disk_full (sqlite3 *handle,
              int      result)
{
  return handle != NULL && (result & 0xff) == SQLITE_IOERR &&
         sqlite3_system_errno (handle) == ENOSPC;
}

void
_syl_sqlite_set_error (sqlite3     *handle,
                       int          result,
                       const char  *sql,
                       GError     **error)
{
  const char *message = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (result);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The query was cancelled");
  else
    g_set_error (error, SYL_STORE_ERROR,
                 is_disk_full (handle, result) ? SYL_STORE_ERROR_FULL : code_for_result (result),
                 "%s (%d) in “%.*s”", message, result, SQL_HEAD, sql);
}

SylStatement *
_syl_statement_new (sqlite3     *handle,
                    const char  *sql,
                    gboolean     cached,
                    GError     **error)
{
  sqlite3_stmt *prepared = NULL;
  SylStatement *self;
  int result = sqlite3_prepare_v3 (handle, sql, -1, cached ? SQLITE_PREPARE_PERSISTENT : 0,
                                   &prepared, NULL);

  if (result != SQLITE_OK)
    {
      _syl_sqlite_set_error (handle, result, sql, error);
      return NULL;
    }

  self = g_new0 (SylStatement, 1);
  self->handle = prepared;
  self->thread = g_thread_self ();
  self->sql = g_strdup (sql);
  self->cached = cached;
  return self;
}

void
_syl_statement_free (SylStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

static void
note_bind_result (SylStatement *self,
                  int           result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

/**
 * syl_statement_bind_int64:
 * @self: a statement
 * @index: the parameter, counted from 1
 * @value: its value
 *
 * A parameter that does not exist is reported by the next syl_statement_step().
 */
void
syl_statement_bind_int64 (SylStatement *self,
                          int           index,
                          gint64        value)
{
  note_bind_result (self, sqlite3_bind_int64 (self->handle, index, value));
}

/**
 * syl_statement_bind_double:
 * @self: a statement
 * @index: the parameter, counted from 1
 * @value: its value
 */
void
syl_statement_bind_double (SylStatement *self,
                           int           index,
                           double        value)
{
  note_bind_result (self, sqlite3_bind_double (self->handle, index, value));
}

/**
 * syl_statement_bind_text:
 * @self: a statement
 * @index: the parameter, counted from 1
 * @value: (nullable): UTF-8 that is copied, or %NULL for SQL's NULL
 */
void
syl_statement_bind_text (SylStatement *self,
                         int           index,
                         const char   *value)
{
  note_bind_result (self, sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT));
}

/**
 * syl_statement_step:
 * @self: a statement
 * @error: return location for a %SYL_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: what happened
 */
SylStep
syl_statement_step (SylStatement  *self,
                    GError       **error)
{
  sqlite3 *handle = sqlite3_db_handle (self->handle);
  int result = self->bind_result;

  g_assert (self->thread == g_thread_self ());

  if (result == SQLITE_OK)
    result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    return SYL_STEP_ROW;
  if (result == SQLITE_DONE)
    return SYL_STEP_DONE;

  _syl_sqlite_set_error (handle, result, self->sql, error);
  return SYL_STEP_ERROR;
}

/**
 * syl_statement_run:
 * @self: a statement whose rows, if any, are of no interest
 * @error: return location for an error as of syl_statement_step()
 *
 * Steps to the end and rewinds, so that it can be bound and run again.
 *
 * Returns: %TRUE if it ended well
 */
gboolean
syl_statement_run (SylStatement  *self,
                   GError       **error)
{
  SylStep step;

  do
    step = syl_statement_step (self, error);
  while (step == SYL_STEP_ROW);
  syl_statement_rewind (self);

  return step == SYL_STEP_DONE;
}

/**
 * syl_statement_rewind:
 * @self: a statement
 *
 * Makes the statement ready to be run again; bindings stay.
 */
void
syl_statement_rewind (SylStatement *self)
{
  sqlite3_reset (self->handle);
}

/**
 * syl_statement_column_int64:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: its value, 0 for NULL
 */
gint64
syl_statement_column_int64 (SylStatement *self,
                            int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * syl_statement_column_uint:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: its value as a count, which fits an int too; 0 for NULL
 */
unsigned int
syl_statement_column_uint (SylStatement *self,
                           int           column)
{
  return (unsigned int) CLAMP (syl_statement_column_int64 (self, column), 0, G_MAXINT);
}

/**
 * syl_statement_column_double:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: its value, 0 for NULL
 */
double
syl_statement_column_double (SylStatement *self,
                             int           column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * syl_statement_column_text:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: (nullable) (transfer none): its text, until the next step
 */
const char *
syl_statement_column_text (SylStatement *self,
                           int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * syl_statement_dup_text:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: (nullable) (transfer full): its text; bytes that are no UTF-8 are replaced
 */
char *
syl_statement_dup_text (SylStatement *self,
                        int           column)
{
  const char *text = syl_statement_column_text (self, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

/**
 * syl_statement_dup_time:
 * @self: a statement on a row
 * @column: the column, counted from 0
 *
 * Returns: (nullable) (transfer full): the moment that its text names; %NULL where that is none
 */
GDateTime *
syl_statement_dup_time (SylStatement *self,
                        int           column)
{
  const char *text = syl_statement_column_text (self, column);

  return text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
}

/**
 * syl_statement_release:
 * @self: (transfer full): a statement
 *
 * Gives the statement back to its connection.
 */
void
syl_statement_release (SylStatement *self)
{
  if (!self->cached)
    {
      _syl_statement_free (self);
      return;
    }

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bind_result = SQLITE_OK;
  self->borrowed = FALSE;
}
