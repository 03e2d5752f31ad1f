/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store.h"

#include "store/syl-store-opening.h"
#include "store/syl-store-watch.h"
#include "store/syl-store-worker.h"

#define N_READERS 2

/*
 *   write_async → writer thread → BEGIN · func · COMMIT ─→ answer ─→ main thread: changed, callback
 *   read_async  → reader threads (read-only handles) ────→ answer ─→ main thread: callback
 *   another program's commit → watch → writer: PRAGMA data_version → main thread: changed
 */
struct _SylStore
{
  GObject parent_instance;

  char *path;
  SylConnectionMode mode;
  int *n_commits;          /* atomic rc box, shared with the threads */
  SylStoreWorker *writer;  /* owned; NULL while closed or read-only */
  SylStoreWorker *readers; /* owned; NULL while closed */
  SylStoreWatch *watch;    /* owned; NULL while closed or read-only */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylStore, syl_store, G_TYPE_OBJECT)

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
commit_cb (SylChangeSet *changes,
           gpointer      user_data)
{
  g_autoptr (SylStore) self = g_weak_ref_get (user_data);
  g_autoptr (SylChangeSet) owned = changes;

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0, owned);
}

static SylStoreWorker *
make_worker (SylStore          *self,
             SylConnectionMode  mode,
             unsigned int       n_threads)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return syl_store_worker_new (self->path, mode, n_threads, g_atomic_rc_box_acquire (self->n_commits), commit_cb, weak,
                               weak_ref_free);
}

static void
syl_store_finalize (GObject *object)
{
  SylStore *self = SYL_STORE (object);

  g_clear_pointer (&self->watch, syl_store_watch_free);
  g_clear_pointer (&self->writer, syl_store_worker_stop);
  g_clear_pointer (&self->readers, syl_store_worker_stop);
  g_atomic_rc_box_release (self->n_commits);
  g_free (self->path);

  G_OBJECT_CLASS (syl_store_parent_class)->finalize (object);
}

static void
syl_store_class_init (SylStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, SYL_TYPE_CHANGE_SET);
}

static void
syl_store_init (SylStore *self)
{
  self->n_commits = g_atomic_rc_box_new0 (int);
}

/**
 * syl_store_new:
 * @path: absolute path of the database
 *
 * Returns: (transfer full): a store that is not open yet
 */
SylStore *
syl_store_new (const char *path)
{
  SylStore *self = g_object_new (SYL_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * syl_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): where the database is
 */
const char *
syl_store_get_path (SylStore *self)
{
  return self->path;
}

/**
 * syl_store_is_open:
 * @self: a store
 *
 * Returns: whether jobs are taken
 */
gboolean
syl_store_is_open (SylStore *self)
{
  return self->readers != NULL;
}

/**
 * syl_store_is_read_only:
 * @self: an open store
 *
 * Returns: whether every write is refused
 */
gboolean
syl_store_is_read_only (SylStore *self)
{
  return self->readers != NULL && self->writer == NULL;
}

static void
adopt_mode (SylStore          *self,
            SylConnectionMode  mode)
{
  gboolean writable = mode == SYL_CONNECTION_MODE_READ_WRITE;

  self->mode = mode;
  self->readers = make_worker (self, writable ? SYL_CONNECTION_MODE_READ_ONLY : mode, N_READERS);
  if (writable)
    {
      self->writer = make_worker (self, mode, 1);
      self->watch = syl_store_watch_new (self);
    }
}

static void
probe_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  SylConnectionMode *mode = task_data;
  SylStore *self = SYL_STORE (source_object);

  if (syl_store_opening_probe (self->path, mode, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * syl_store_open_async:
 * @self: a store that is closed
 * @cancellable: (nullable): stops waiting, though not the opening
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes, checks or migrates the database in a thread, then starts the threads that answer jobs.
 */
void
syl_store_open_async (SylStore            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (SYL_IS_STORE (self) && self->readers == NULL);

  g_task_set_source_tag (task, syl_store_open_async);
  g_task_set_task_data (task, g_new0 (SylConnectionMode, 1), g_free);
  g_task_run_in_thread (task, probe_in_thread);
}

/**
 * syl_store_open_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * A database that can only be read opens well; see syl_store_is_read_only().
 *
 * Returns: %TRUE if the store is open
 */
gboolean
syl_store_open_finish (SylStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  SylConnectionMode *mode = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  if (self->readers == NULL)
    adopt_mode (self, *mode);
  return TRUE;
}

typedef struct
{
  SylStoreWorker *writer;
  SylStoreWorker *readers;
} Workers;

/* Readers first: the last one to close a database folds its log into it, which only a writer can. */
static void
stop_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Workers *workers = task_data;

  g_clear_pointer (&workers->readers, syl_store_worker_stop);
  g_clear_pointer (&workers->writer, syl_store_worker_stop);
  g_task_return_boolean (task, TRUE);
}

/**
 * syl_store_close_async:
 * @self: a store
 * @cancellable: (nullable): stops waiting, though not the closing
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Takes no more jobs, does those it has, and lets go of the database.
 */
void
syl_store_close_async (SylStore            *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Workers *workers = g_new0 (Workers, 1);

  g_clear_pointer (&self->watch, syl_store_watch_free);
  workers->writer = g_steal_pointer (&self->writer);
  workers->readers = g_steal_pointer (&self->readers);

  g_task_set_source_tag (task, syl_store_close_async);
  g_task_set_task_data (task, workers, g_free);
  g_task_run_in_thread (task, stop_in_thread);
}

/**
 * syl_store_close_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE
 */
gboolean
syl_store_close_finish (SylStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
set_aside_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  char *path = syl_store_opening_set_aside (SYL_STORE (source_object)->path, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * syl_store_set_aside_async:
 * @self: a store that is closed
 * @cancellable: (nullable): stops waiting, though not the moving
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Moves the database to another name, untouched, so that a new one can be made.
 */
void
syl_store_set_aside_async (SylStore            *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (SYL_IS_STORE (self) && self->readers == NULL);

  g_task_set_source_tag (task, syl_store_set_aside_async);
  g_task_run_in_thread (task, set_aside_in_thread);
}

/**
 * syl_store_set_aside_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): where the database is now
 */
char *
syl_store_set_aside_finish (SylStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
push (SylStore       *self,
      SylStoreWorker *worker,
      GTask          *task,
      SylStoreFunc    func,
      gpointer        data,
      GDestroyNotify  data_destroy,
      GDestroyNotify  result_destroy)
{
  if (worker != NULL)
    {
      syl_store_worker_push (worker, task, func, data, data_destroy, result_destroy);
      return;
    }

  g_task_return_new_error (task, SYL_STORE_ERROR,
                           self->readers != NULL ? SYL_STORE_ERROR_READONLY : SYL_STORE_ERROR_CLOSED,
                           self->readers != NULL ? "The library can only be read"
                                                 : "The library is not open");
  g_object_unref (task);
  if (data_destroy != NULL)
    data_destroy (data);
}

/**
 * syl_store_read_async:
 * @self: a store
 * @func: the query
 * @data: for @func
 * @data_destroy: (nullable): frees @data, on the main thread
 * @result_destroy: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): stops the query
 * @callback: called on the main thread, which answers with syl_store_finish()
 * @user_data: for @callback
 *
 * Runs @func on one of the threads that read. All it reads is of one moment. Edits made before may not
 * show yet unless they have been answered.
 */
void
syl_store_read_async (SylStore            *self,
                      SylStoreFunc         func,
                      gpointer             data,
                      GDestroyNotify       data_destroy,
                      GDestroyNotify       result_destroy,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_store_read_async);
  push (self, self->readers, task, func, data, data_destroy, result_destroy);
}

/**
 * syl_store_write_async:
 * @self: a store
 * @func: the edit, all of which becomes true or nothing
 * @data: for @func
 * @data_destroy: (nullable): frees @data, on the main thread
 * @result_destroy: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): undoes the edit while it is not committed
 * @callback: called on the main thread, which answers with syl_store_finish()
 * @user_data: for @callback
 *
 * Runs @func in a transaction on the writer thread, in the order of the calls. When it is answered
 * without an error, the edit is on the disk.
 */
void
syl_store_write_async (SylStore            *self,
                       SylStoreFunc         func,
                       gpointer             data,
                       GDestroyNotify       data_destroy,
                       GDestroyNotify       result_destroy,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_store_write_async);
  push (self, self->writer, task, func, data, data_destroy, result_destroy);
}

/**
 * syl_store_finish:
 * @self: a store
 * @result: what the callback of a read or a write got
 * @error: return location for the function's error, a %SYL_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the function's result
 */
gpointer
syl_store_finish (SylStore      *self,
                  GAsyncResult  *result,
                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
