/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-search.h"

#include "model/syl-library-private.h"

typedef struct
{
  char *text;                /* owned */
  GCancellable *cancellable; /* owned, nullable */
} SearchRequest;

static void
search_request_free (gpointer data)
{
  SearchRequest *request = data;

  g_free (request->text);
  g_clear_object (&request->cancellable);
  g_free (request);
}

static gpointer
search (SylConnection  *connection,
        gpointer        user_data,
        GError        **error)
{
  SearchRequest *request = user_data;

  return syl_search_results_new (connection, request->text, request->cancellable, error);
}

/**
 * syl_library_search_async:
 * @self: a library
 * @text: words that all have to be there; case and accents don't matter
 * @cancellable: (nullable): stops it, also while it looks
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks for picks, sources and highlights, in all lists.
 */
void
syl_library_search_async (SylLibrary          *self,
                          const char          *text,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SearchRequest *request = g_new0 (SearchRequest, 1);

  request->text = g_strdup (text);
  g_set_object (&request->cancellable, cancellable);
  g_task_set_source_tag (task, syl_library_search_async);
  syl_store_read_async (self->store, search, request, search_request_free,
                        (GDestroyNotify) syl_search_results_free, cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_search_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was found
 */
SylSearchResults *
syl_library_search_finish (SylLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
