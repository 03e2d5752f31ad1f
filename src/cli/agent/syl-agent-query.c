/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/syl-agent-query.h"

#include "store/syl-store-peek.h"

typedef struct
{
  char *path; /* owned */
  char *text; /* owned, nullable: what is looked for */
  char **ids; /* owned, nullable: what is looked up */
  GCancellable *cancellable; /* unowned, the task's */
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->path);
  g_free (query->text);
  g_strfreev (query->ids);
  g_free (query);
}

static gpointer
read_items (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  Query *query = user_data;

  if (query->text != NULL)
    return syl_search_run (connection, query->text, query->cancellable, error);
  return syl_search_look_up (connection, (const char * const *) query->ids, error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Query *query = task_data;
  GError *error = NULL;
  GPtrArray *items;

  query->cancellable = cancellable;
  items = syl_store_peek (query->path, read_items, query, (GDestroyNotify) g_ptr_array_unref, cancellable, &error);
  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
start (Query               *query,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, query, query_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * syl_agent_query_find_async:
 * @path: absolute path of the library, which may not be there
 * @text: what is looked for
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks through the library as it is now, in a thread, and leaves no trace in it.
 */
void
syl_agent_query_find_async (const char          *path,
                            const char          *text,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Query *query = g_new0 (Query, 1);

  query->path = g_strdup (path);
  query->text = g_strdup (text);
  start (query, cancellable, callback, user_data);
}

/**
 * syl_agent_query_look_up_async:
 * @path: absolute path of the library, which may not be there
 * @ids: (array zero-terminated=1): ids from anywhere
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks up what ids stand for.
 */
void
syl_agent_query_look_up_async (const char          *path,
                               const char * const  *ids,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Query *query = g_new0 (Query, 1);

  query->path = g_strdup (path);
  query->ids = g_strdupv ((char **) ids);
  start (query, cancellable, callback, user_data);
}

/**
 * syl_agent_query_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type SylSearchItem): what was found; nothing where the query was
 *   cancelled, or the library is missing or can't be read
 */
GPtrArray *
syl_agent_query_finish (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = g_task_propagate_pointer (G_TASK (result), &error);

  if (items != NULL)
    return items;
  g_info ("Nothing is found: %s", error->message);
  return g_ptr_array_new ();
}
