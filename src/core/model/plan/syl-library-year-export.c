/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "call/syl-local-time.h"
#include "exchange/syl-year-export.h"

typedef struct
{
  gint64 list_id;
  GDate today;
} Request;

static gpointer
export_year (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Request *request = user_data;

  return syl_year_export_to_json (connection, request->list_id, &request->today, error);
}

/**
 * syl_library_export_year_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes out the reader's year with the list that is shown: plan, reading, answers and cards.
 */
void
syl_library_export_year_async (SylLibrary          *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->list_id = _syl_library_get_list_id (self);
  syl_local_time_get_today (&request->today);
  g_task_set_source_tag (task, syl_library_export_year_async);
  syl_store_read_async (self->store, export_year, request, g_free, g_free, cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_export_year_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the year, as JSON
 */
char *
syl_library_export_year_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
