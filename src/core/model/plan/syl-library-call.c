/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/plan/syl-call-table.h"

typedef struct
{
  SylCallTime time;
  GDateTime *now;   /* owned, nullable */
  GDateTime *until; /* owned, nullable */
  gint64 pick_id;
} Request;

static Request *
make_request (GDateTime *now,
              GDateTime *until)
{
  Request *request = g_new0 (Request, 1);

  request->now = now != NULL ? g_date_time_ref (now) : NULL;
  request->until = until != NULL ? g_date_time_ref (until) : NULL;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->now, g_date_time_unref);
  g_clear_pointer (&request->until, g_date_time_unref);
  g_free (request);
}

static gpointer
load_time (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  g_autofree SylCallTime *time = g_new0 (SylCallTime, 1);

  return syl_call_table_read_time (connection, time, error) ? g_steal_pointer (&time) : NULL;
}

/**
 * syl_library_load_call_time_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads when the weekly call is to come.
 */
void
syl_library_load_call_time_async (SylLibrary          *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_load_call_time_async);
  syl_store_read_async (self->store, load_time, NULL, NULL, g_free, cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_load_call_time_finish:
 * @self: a library
 * @result: what the callback got
 * @out_time: (out caller-allocates): when it is to come; the default on an error
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it was read
 */
gboolean
syl_library_load_call_time_finish (SylLibrary    *self,
                                   GAsyncResult  *result,
                                   SylCallTime   *out_time,
                                   GError       **error)
{
  g_autofree SylCallTime *time = g_task_propagate_pointer (G_TASK (result), error);

  *out_time = time != NULL ? *time : SYL_CALL_TIME_DEFAULT;
  return time != NULL;
}

static gpointer
set_time (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Request *request = user_data;

  syl_call_table_set_time (connection, &request->time, request->now, error);
  return NULL;
}

/**
 * syl_library_set_call_time_async:
 * @self: a library
 * @time: when the weekly call is to come
 * @now: the present moment, where the reader is
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * The first call comes at the next such moment. A week that was called already is not called again, and a
 * call that was due before is due still, whatever the time is now.
 */
void
syl_library_set_call_time_async (SylLibrary          *self,
                                 const SylCallTime   *time,
                                 GDateTime           *now,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Request *request;

  if (!syl_call_time_is_valid (time))
    {
      _syl_library_refuse (self, g_error_new_literal (SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT,
                                                      "There is no such time of the week"),
                           syl_library_set_call_time_async, callback, user_data);
      return;
    }
  request = make_request (now, NULL);
  request->time = *time;
  _syl_library_write (self, set_time, request, request_free, syl_library_set_call_time_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_set_call_time_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_CONSTRAINT if there is no such time
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_call_time_finish (SylLibrary    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
find_next (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, request->now, error);

  return book != NULL ? syl_call_book_find_next (book, request->now) : NULL;
}

/**
 * syl_library_find_next_call_async:
 * @self: a library
 * @now: the present moment, where the reader is
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks up when to claim a call. It has to be asked again when the clock or the time zone was changed, and
 * when the library changed.
 */
void
syl_library_find_next_call_async (SylLibrary          *self,
                                  GDateTime           *now,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_find_next_call_async);
  syl_store_read_async (self->store, find_next, make_request (now, NULL), request_free,
                        (GDestroyNotify) g_date_time_unref, cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_find_next_call_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the moment, which is now if a call is due; %NULL without an error if
 *   the reader wants none
 */
GDateTime *
syl_library_find_next_call_finish (SylLibrary    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
settle (SylConnection  *connection,
        gpointer        user_data,
        GError        **error)
{
  Request *request = user_data;

  syl_call_table_settle (connection, request->now, request->pick_id, error);
  return NULL;
}

/**
 * syl_library_settle_call_async:
 * @self: a library
 * @pick: the pick of the call
 * @now: the present moment
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * To be called when the reader has answered the call that is out, or it was withdrawn. One that was
 * postponed comes all the same, and so does one that is about another pick by now.
 */
void
syl_library_settle_call_async (SylLibrary          *self,
                               SylPick             *pick,
                               GDateTime           *now,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Request *request = make_request (now, NULL);

  request->pick_id = syl_pick_get_id (pick);
  _syl_library_write (self, settle, request, request_free, syl_library_settle_call_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_settle_call_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored, or no such call was out
 */
gboolean
syl_library_settle_call_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
postpone (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, request->now, error);
  const SylCallRecord *record = book != NULL ? syl_call_book_find_last (book, request->now) : NULL;

  if (record != NULL)
    syl_call_table_postpone (connection, record, request->now, request->until, error);
  else if (book != NULL)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No call was made");
  return NULL;
}

/**
 * syl_library_postpone_call_async:
 * @self: a library
 * @now: the present moment, where the reader is
 * @until: a later moment, at most a week away
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Has the last call made once more. In the next week it is the call of that week.
 */
void
syl_library_postpone_call_async (SylLibrary          *self,
                                 GDateTime           *now,
                                 GDateTime           *until,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTimeSpan span = g_date_time_difference (until, now);

  if (span <= 0 || span > 7 * G_TIME_SPAN_DAY)
    {
      _syl_library_refuse (self, g_error_new_literal (SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT,
                                                      "A call can’t be put off until then"),
                           syl_library_postpone_call_async, callback, user_data);
      return;
    }
  _syl_library_write (self, postpone, make_request (now, until), request_free, syl_library_postpone_call_async,
                      cancellable, callback, user_data);
}

/**
 * syl_library_postpone_call_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if there was no call in this
 *   week or the one before, %SYL_STORE_ERROR_CONSTRAINT if it can't be put off until then
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_postpone_call_finish (SylLibrary    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return _syl_library_finish_write (result, error);
}
