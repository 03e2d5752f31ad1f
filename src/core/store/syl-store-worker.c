/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-worker.h"

typedef struct
{
  char *path; /* owned */
  SylConnectionMode mode;
  int *n_commits;    /* atomic rc box */
  GAsyncQueue *jobs; /* owned; of Job */
  GMainContext *context; /* owned; where answers go */
  SylStoreCommitFunc commit_func;
  gpointer user_data;
  GDestroyNotify user_data_destroy;
} Shared;

struct _SylStoreWorker
{
  Shared *shared; /* owned, with the threads */
  GPtrArray *threads;
};

typedef struct
{
  GTask *task; /* owned; NULL tells a thread to end */
  SylStoreFunc func;
  gpointer data;
  GDestroyNotify data_destroy;
  GDestroyNotify result_destroy;
  gpointer result;
  GError *error;
  SylChangeSet *changes; /* owned, nullable */
  Shared *shared;        /* owned */
} Job;

static void
shared_clear (gpointer data)
{
  Shared *self = data;

  if (self->user_data_destroy != NULL)
    self->user_data_destroy (self->user_data);
  g_free (self->path);
  g_atomic_rc_box_release (self->n_commits);
  g_async_queue_unref (self->jobs);
  g_main_context_unref (self->context);
}

static void
job_free (Job *job)
{
  if (job->data_destroy != NULL)
    job->data_destroy (job->data);
  g_clear_pointer (&job->changes, syl_change_set_free);
  g_clear_object (&job->task);
  g_atomic_rc_box_release_full (job->shared, shared_clear);
  g_free (job);
}

/* On the main thread, where a task and all it refers to may be let go of. */
static gboolean
answer_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->changes != NULL && job->changes->kinds != 0)
    job->shared->commit_func (g_steal_pointer (&job->changes), job->shared->user_data);

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, job->result, job->result_destroy);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
answer (Job *job)
{
  GMainContext *context = job->shared->context;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, answer_cb, job, NULL);
  g_source_attach (source, context);
}

static gboolean
run_in_transaction (Job           *job,
                    SylConnection *connection)
{
  if (syl_connection_is_read_only (connection))
    {
      g_set_error_literal (&job->error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY,
                           "The library can only be read");
      return FALSE;
    }
  if (!syl_connection_begin (connection, &job->error))
    return FALSE;

  /* What it reads is as it will be once it is committed. */
  syl_connection_set_moment (connection, (unsigned int) g_atomic_int_get (job->shared->n_commits) + 1);
  job->result = job->func (connection, job->data, &job->error);
  if (job->error == NULL && syl_connection_commit (connection, &job->error))
    {
      g_atomic_int_inc (job->shared->n_commits);
      return TRUE;
    }

  syl_connection_rollback (connection);
  if (job->result != NULL && job->result_destroy != NULL)
    job->result_destroy (job->result);
  job->result = NULL;
  return FALSE;
}

/* What a job reads with several statements fits together, whatever is written meanwhile. */
static void
run_in_snapshot (Job           *job,
                 SylConnection *connection)
{
  syl_connection_set_moment (connection, (unsigned int) g_atomic_int_get (job->shared->n_commits));
  if (!syl_connection_begin_read (connection, &job->error))
    return;
  job->result = job->func (connection, job->data, &job->error);
  syl_connection_rollback (connection);
}

static void
run (Job           *job,
     SylConnection *connection)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    return;

  syl_connection_set_cancellable (connection, cancellable);
  if (job->shared->mode != SYL_CONNECTION_MODE_READ_WRITE)
    run_in_snapshot (job, connection);
  else if (run_in_transaction (job, connection))
    job->changes = syl_connection_steal_changes (connection);
  syl_connection_set_cancellable (connection, NULL);
}

static gpointer
thread_main (gpointer data)
{
  Shared *shared = data;
  g_autoptr (SylConnection) connection = NULL;

  for (Job *job = g_async_queue_pop (shared->jobs); ; job = g_async_queue_pop (shared->jobs))
    {
      gboolean last = job->task == NULL;

      if (last)
        job_free (job);
      else
        {
          if (connection == NULL)
            connection = syl_connection_open (shared->path, shared->mode, &job->error);
          if (connection != NULL)
            run (job, connection);
          answer (job);
        }
      if (last)
        break;
    }

  g_clear_pointer (&connection, syl_connection_close);
  g_atomic_rc_box_release_full (shared, shared_clear);
  return NULL;
}

static Job *
job_new (Shared *shared)
{
  Job *job = g_new0 (Job, 1);

  job->shared = g_atomic_rc_box_acquire (shared);
  return job;
}

/**
 * syl_store_worker_new:
 * @path: absolute path of the database
 * @mode: how the threads open it; a job that writes is a transaction, one that reads sees one state
 * @n_threads: how many threads; 1 for a writer
 * @n_commits: (transfer full): atomic rc box, which the writer and the readers of a store share
 * @commit_func: told of changes
 * @user_data: for @commit_func
 * @user_data_destroy: (nullable): frees @user_data
 *
 * Answers go to the thread-default main context of the caller. A connection is opened with the
 * first job, and if that fails, that job is answered with the error.
 *
 * Returns: (transfer full): the worker
 */
SylStoreWorker *
syl_store_worker_new (const char         *path,
                      SylConnectionMode   mode,
                      unsigned int        n_threads,
                      int                *n_commits,
                      SylStoreCommitFunc  commit_func,
                      gpointer            user_data,
                      GDestroyNotify      user_data_destroy)
{
  SylStoreWorker *self = g_new0 (SylStoreWorker, 1);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->path = g_strdup (path);
  self->shared->mode = mode;
  self->shared->n_commits = n_commits;
  self->shared->jobs = g_async_queue_new ();
  self->shared->context = g_main_context_ref_thread_default ();
  self->shared->commit_func = commit_func;
  self->shared->user_data = user_data;
  self->shared->user_data_destroy = user_data_destroy;

  self->threads = g_ptr_array_new ();
  for (unsigned int i = 0; i < n_threads; i++)
    g_ptr_array_add (self->threads,
                     g_thread_new (mode == SYL_CONNECTION_MODE_READ_WRITE ? "syl-writer" : "syl-reader",
                                   thread_main, g_atomic_rc_box_acquire (self->shared)));
  return self;
}

/**
 * syl_store_worker_push:
 * @self: a worker
 * @task: (transfer full): what is answered, on the main thread
 * @func: the work
 * @data: for @func
 * @data_destroy: (nullable): frees @data, on the main thread
 * @result_destroy: (nullable): frees the result where nobody takes it
 */
void
syl_store_worker_push (SylStoreWorker *self,
                       GTask          *task,
                       SylStoreFunc    func,
                       gpointer        data,
                       GDestroyNotify  data_destroy,
                       GDestroyNotify  result_destroy)
{
  Job *job = job_new (self->shared);

  job->task = task;
  job->func = func;
  job->data = data;
  job->data_destroy = data_destroy;
  job->result_destroy = result_destroy;
  g_async_queue_push (self->shared->jobs, job);
}

/**
 * syl_store_worker_stop:
 * @self: (transfer full): a worker
 *
 * Waits until the jobs pushed before are done and the connections are closed. Blocks for that
 * time, so it is called where the program ends or from a thread of its own.
 */
void
syl_store_worker_stop (SylStoreWorker *self)
{
  for (guint i = 0; i < self->threads->len; i++)
    g_async_queue_push (self->shared->jobs, job_new (self->shared));
  for (guint i = 0; i < self->threads->len; i++)
    g_thread_join (g_ptr_array_index (self->threads, i));

  g_ptr_array_unref (self->threads);
  g_atomic_rc_box_release_full (self->shared, shared_clear);
  g_free (self);
}
