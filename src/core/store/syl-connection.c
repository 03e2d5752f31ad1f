/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-connection.h"

#include <sqlite3.h>

#include "store/syl-statement-private.h"

#define BUSY_TIMEOUT_MS 5000
#define MAX_CACHED_STATEMENTS 64
/* SQLite asks whether to go on after about so many of its instructions: well under a millisecond. */
#define CANCEL_CHECK_INSTRUCTIONS 4000

struct _SylConnection
{
  sqlite3 *handle;             /* owned */
  GThread *thread;             /* unowned */
  GHashTable *statements;      /* SQL → SylStatement, owned */
  GQueue recent;               /* unowned SylStatement, last used first */
  GCancellable *cancellable;   /* unowned, for the present job */
  unsigned int moment;         /* of the present job */
  SylChangeSet *changes;       /* owned; of the present transaction */
};

static void
assert_thread (SylConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  g_assert (!g_main_context_is_owner (g_main_context_default ()));
}

static int
progress_cb (gpointer user_data)
{
  SylConnection *self = user_data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
set_up (SylConnection      *self,
        SylConnectionMode   mode,
        GError            **error)
{
  g_autofree char *journal = NULL;

  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->handle, CANCEL_CHECK_INSTRUCTIONS, progress_cb, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  if (!syl_connection_execute (self, "PRAGMA trusted_schema = OFF", error) ||
      !syl_connection_execute (self, "PRAGMA foreign_keys = ON", error))
    return FALSE;
  if (mode != SYL_CONNECTION_MODE_READ_WRITE || syl_connection_is_read_only (self))
    return syl_connection_execute (self, "SELECT count(*) FROM sqlite_schema", error);

  journal = syl_connection_query_text (self, "PRAGMA journal_mode = WAL", error);
  if (journal == NULL)
    return FALSE;
  if (!g_str_equal (journal, "wal"))
    {
      g_set_error (error, SYL_STORE_ERROR, SYL_STORE_ERROR_FAILED,
                   "The file system can't keep a write-ahead log (it answers “%s”)", journal);
      return FALSE;
    }
  return syl_connection_execute (self, "PRAGMA synchronous = FULL", error) &&
         syl_connection_execute (self, "PRAGMA journal_size_limit = 4194304", error);
}

static int
flags_for_mode (SylConnectionMode mode)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;

  if (mode == SYL_CONNECTION_MODE_READ_WRITE)
    return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  return flags | SQLITE_OPEN_READONLY;
}

/**
 * syl_connection_open:
 * @path: absolute path of the database
 * @mode: how to open it
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Opens the database for the calling thread, which must not run the main loop.
 *
 * Returns: (transfer full) (nullable): the connection
 */
SylConnection *
syl_connection_open (const char         *path,
                     SylConnectionMode   mode,
                     GError            **error)
{
  g_autoptr (SylConnection) self = g_new0 (SylConnection, 1);
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strconcat (
      "file:", escaped, mode == SYL_CONNECTION_MODE_IMMUTABLE ? "?immutable=1" : NULL, NULL);
  int result;

  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) _syl_statement_free);
  self->changes = syl_change_set_new ();
  assert_thread (self);

  result = sqlite3_open_v2 (uri, &self->handle, flags_for_mode (mode), NULL);
  if (result != SQLITE_OK)
    {
      _syl_sqlite_set_error (self->handle, result, "open", error);
      return NULL;
    }

  return set_up (self, mode, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * syl_connection_close:
 * @self: (transfer full): a connection
 *
 * Ends what is open and closes the handle.
 */
void
syl_connection_close (SylConnection *self)
{
  assert_thread (self);

  g_queue_clear (&self->recent);
  g_hash_table_remove_all (self->statements);
  if (self->handle != NULL && !syl_connection_is_read_only (self))
    syl_connection_execute (self, "PRAGMA optimize", NULL);
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  syl_change_set_free (self->changes);
  g_free (self);
}

/**
 * syl_connection_is_read_only:
 * @self: a connection
 *
 * Returns: whether nothing can be written, be it by mode or by the file's rights
 */
gboolean
syl_connection_is_read_only (SylConnection *self)
{
  return sqlite3_db_readonly (self->handle, "main") == 1;
}

/**
 * syl_connection_set_cancellable:
 * @self: a connection
 * @cancellable: (nullable): what stops the statements that run from now on
 */
void
syl_connection_set_cancellable (SylConnection *self,
                                GCancellable  *cancellable)
{
  self->cancellable = cancellable;
}

/**
 * syl_connection_set_moment:
 * @self: a connection
 * @moment: what syl_connection_get_moment() tells from now on
 */
void
syl_connection_set_moment (SylConnection *self,
                           unsigned int   moment)
{
  self->moment = moment;
}

/**
 * syl_connection_get_moment:
 * @self: a connection
 *
 * Two threads read, and may be answered out of order. What was read at a greater moment is never older.
 *
 * Returns: how many jobs had been committed, at the least, when what the present job reads was true; 0 before
 *   the first one
 */
unsigned int
syl_connection_get_moment (SylConnection *self)
{
  return self->moment;
}

static void
remember (SylConnection *self,
          SylStatement  *statement)
{
  g_hash_table_insert (self->statements, statement->sql, statement);
  g_queue_push_head (&self->recent, statement);

  if (self->recent.length > MAX_CACHED_STATEMENTS)
    {
      SylStatement *oldest = g_queue_peek_tail (&self->recent);

      if (oldest->borrowed)
        return;
      g_queue_pop_tail (&self->recent);
      g_hash_table_remove (self->statements, oldest->sql);
    }
}

/**
 * syl_connection_prepare:
 * @self: a connection
 * @sql: one statement; a literal, since it is the key of a cache
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the statement; give it back with g_autoptr()
 */
SylStatement *
syl_connection_prepare (SylConnection  *self,
                        const char     *sql,
                        GError        **error)
{
  SylStatement *statement;

  assert_thread (self);

  statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL && statement->borrowed)
    return _syl_statement_new (self->handle, sql, FALSE, error);

  if (statement != NULL)
    {
      g_queue_remove (&self->recent, statement);
      g_queue_push_head (&self->recent, statement);
    }
  else
    {
      statement = _syl_statement_new (self->handle, sql, TRUE, error);
      if (statement == NULL)
        return NULL;
      statement->borrowed = TRUE;
      remember (self, statement);
    }

  statement->borrowed = TRUE;
  return statement;
}

/**
 * syl_connection_execute:
 * @self: a connection
 * @sql: one or more statements without parameters
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if all of them ended well
 */
gboolean
syl_connection_execute (SylConnection  *self,
                        const char     *sql,
                        GError        **error)
{
  int result;

  assert_thread (self);

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;

  _syl_sqlite_set_error (self->handle, result, sql, error);
  return FALSE;
}

/**
 * syl_connection_query_int64:
 * @self: a connection
 * @sql: a query without parameters
 * @value: (out): first column of the first row, 0 if there is no row
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it ended well
 */
gboolean
syl_connection_query_int64 (SylConnection  *self,
                            const char     *sql,
                            gint64         *value,
                            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (self, sql, error);
  SylStep step;

  *value = 0;
  if (statement == NULL)
    return FALSE;
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    *value = syl_statement_column_int64 (statement, 0);
  return step != SYL_STEP_ERROR;
}

/**
 * syl_connection_query_text:
 * @self: a connection
 * @sql: a query without parameters
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): first column of the first row, "" if there is none; %NULL
 *   with @error set if it failed
 */
char *
syl_connection_query_text (SylConnection  *self,
                           const char     *sql,
                           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (self, sql, error);
  SylStep step;
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ERROR)
    return NULL;
  if (step == SYL_STEP_ROW)
    text = syl_statement_dup_text (statement, 0);
  return text != NULL ? text : g_strdup ("");
}

/**
 * syl_connection_get_last_insert_id:
 * @self: a connection
 *
 * Returns: the row id of the last row inserted
 */
gint64
syl_connection_get_last_insert_id (SylConnection *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/**
 * syl_connection_get_n_changed:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
int
syl_connection_get_n_changed (SylConnection *self)
{
  return sqlite3_changes (self->handle);
}

/**
 * syl_connection_begin:
 * @self: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Takes the write lock. Jobs don't call this: the store does it around them.
 *
 * Returns: %TRUE if a transaction is open now
 */
gboolean
syl_connection_begin (SylConnection  *self,
                      GError        **error)
{
  return syl_connection_execute (self, "BEGIN IMMEDIATE", error);
}

/**
 * syl_connection_begin_read:
 * @self: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Has what is read from now on be of one moment, that of the first reading, until
 * syl_connection_rollback(). Jobs don't call this either.
 *
 * Returns: %TRUE if a transaction is open now
 */
gboolean
syl_connection_begin_read (SylConnection  *self,
                           GError        **error)
{
  return syl_connection_execute (self, "BEGIN", error);
}

/**
 * syl_connection_commit:
 * @self: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if the edit is on the disk; else nothing of it is
 */
gboolean
syl_connection_commit (SylConnection  *self,
                       GError        **error)
{
  if (syl_connection_execute (self, "COMMIT", error))
    return TRUE;

  syl_connection_rollback (self);
  return FALSE;
}

/**
 * syl_connection_rollback:
 * @self: a connection
 *
 * Undoes the open transaction, if there is one, and forgets its changes.
 */
void
syl_connection_rollback (SylConnection *self)
{
  syl_change_set_free (syl_connection_steal_changes (self));
  if (!sqlite3_get_autocommit (self->handle))
    syl_connection_execute (self, "ROLLBACK", NULL);
}

/**
 * syl_connection_note_change:
 * @self: a connection
 * @kind: what the present transaction changed
 * @pick_id: the pick it changed, or 0 for any
 *
 * Told to the main thread once the transaction is committed.
 */
void
syl_connection_note_change (SylConnection *self,
                            SylChangeKind  kind,
                            gint64         pick_id)
{
  syl_change_set_add (self->changes, kind, pick_id);
}

/**
 * syl_connection_steal_changes:
 * @self: a connection
 *
 * Returns: (transfer full): what was noted since the last call
 */
SylChangeSet *
syl_connection_steal_changes (SylConnection *self)
{
  SylChangeSet *changes = self->changes;

  self->changes = syl_change_set_new ();
  return changes;
}
