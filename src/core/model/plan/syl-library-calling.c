/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-call-private.h"

#include "call/syl-local-time.h"
#include "model/syl-pick-private.h"
#include "tables/plan/syl-call-table.h"
#include "tables/plan/syl-plan-table.h"
#include "tables/syl-pick-table.h"

/**
 * syl_call_free:
 * @self: (transfer full): a call
 */
void
syl_call_free (SylCall *self)
{
  g_object_unref (self->pick);
  g_free (self);
}

typedef struct
{
  gint64 list_id;
  GDateTime *now; /* owned */
} Request;

static Request *
make_request (SylLibrary *self,
              GDateTime  *now)
{
  Request *request = g_new0 (Request, 1);

  request->list_id = _syl_library_get_list_id (self);
  request->now = g_date_time_ref (now);
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_date_time_unref (request->now);
  g_free (request);
}

/* What is said of a pick, as it goes from a store thread to the main one. */
typedef struct
{
  GPtrArray *picks; /* of SylPickFacts, owned; one */
  unsigned int week;
  gboolean late;
  gboolean current;
} Said;

static void
said_free (gpointer data)
{
  Said *said = data;

  g_ptr_array_unref (said->picks);
  g_free (said);
}

static Said *
say (SylConnection       *connection,
     const SylPlanFacts  *facts,
     gint64               pick_id,
     const GDate         *today,
     GError             **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) picks = NULL;
  Said *said;

  g_array_append_val (ids, pick_id);
  picks = syl_pick_table_read_facts (connection, ids, error);
  if (picks == NULL || picks->len == 0)
    return NULL;
  said = g_new0 (Said, 1);
  said->picks = g_steal_pointer (&picks);
  said->week = syl_plan_count_weeks (&facts->input.start, today);
  said->current = TRUE;
  return said;
}

static SylCall *
take (SylLibrary *self,
      Said       *said)
{
  SylCall *call;

  if (said == NULL)
    return NULL;
  call = g_new0 (SylCall, 1);
  call->pick = _syl_library_take_pick (self, said->picks);
  call->week = said->week;
  call->late = said->late;
  call->current = said->current;
  said_free (said);
  return call;
}

/* An answer that was stored is given, whatever happens meanwhile: nobody else would get it. */
static void
write_call (SylLibrary          *self,
            SylStoreFunc         func,
            GDateTime           *now,
            gpointer             source_tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  if (g_task_return_error_if_cancelled (task))
    return;
  g_task_set_check_cancellable (task, FALSE);
  syl_store_write_async (self->store, func, make_request (self, now), request_free, said_free, NULL,
                         _syl_library_forward_cb, g_steal_pointer (&task));
}

static gpointer
claim (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, request->now, error);
  g_autoptr (SylPlanFacts) facts = NULL;
  g_autoptr (GDateTime) since = NULL;
  gint64 pick_id;
  SylWeek week;
  GDate today;
  Said *said;

  if (book == NULL || !syl_call_book_is_due (book, request->now, &since))
    return NULL;
  syl_local_time_get_day (request->now, &today);
  syl_call_get_week (request->now, &week);
  facts = syl_plan_table_read (connection, request->list_id, &today, error);
  if (facts == NULL)
    return NULL;
  pick_id = syl_plan_facts_find_due (facts, &today);
  if (!syl_call_table_call (connection, &week, request->now, pick_id, error) || pick_id == 0)
    return NULL;
  said = say (connection, facts, pick_id, &today, error);
  if (said != NULL)
    said->late = g_date_time_difference (request->now, since) > G_TIME_SPAN_HOUR;
  return said;
}

/**
 * syl_library_claim_call_async:
 * @self: a library
 * @now: the present moment, where the reader is
 * @cancellable: (nullable): stops it before it has begun, and not any more then
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Claims the call of this week, if it is due. However many programs ask, one of them gets it, and has to
 * make it. A week without a pick to be read is noted as one that has nothing to say.
 */
void
syl_library_claim_call_async (SylLibrary          *self,
                              GDateTime           *now,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  write_call (self, claim, now, syl_library_claim_call_async, cancellable, callback, user_data);
}

/**
 * syl_library_claim_call_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, with which nothing is claimed
 *
 * Returns: (transfer full) (nullable): the call that is to be made; %NULL without an error if there is none
 */
SylCall *
syl_library_claim_call_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return take (self, g_task_propagate_pointer (G_TASK (result), error));
}

static gpointer
find (SylConnection  *connection,
      gpointer        user_data,
      GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, request->now, error);
  const SylCallRecord *record = book != NULL ? syl_call_book_find_out (book, request->now) : NULL;
  g_autoptr (SylPlanFacts) facts = NULL;
  SylWeek week;
  GDate today;
  Said *said;

  syl_call_get_week (request->now, &week);
  if (record == NULL || record->week.year != week.year || record->week.number != week.number)
    return NULL;
  syl_local_time_get_day (request->now, &today);
  facts = syl_plan_table_read (connection, request->list_id, &today, error);
  said = facts != NULL ? say (connection, facts, record->pick_id, &today, error) : NULL;
  if (said != NULL)
    said->current = syl_plan_facts_find_due (facts, &today) == record->pick_id;
  return said;
}

/**
 * syl_library_find_call_async:
 * @self: a library
 * @now: the present moment, where the reader is
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks up the call of this week that was made and is still out.
 */
void
syl_library_find_call_async (SylLibrary          *self,
                             GDateTime           *now,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_find_call_async);
  syl_store_read_async (self->store, find, make_request (self, now), request_free, said_free, cancellable,
                        _syl_library_forward_cb, task);
}

/**
 * syl_library_find_call_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the call, which is never late, and whose pick may be read or in another
 *   week by now; %NULL without an error if none is out
 */
SylCall *
syl_library_find_call_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return take (self, g_task_propagate_pointer (G_TASK (result), error));
}

static gpointer
call_another (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylPlanFacts) facts = NULL;
  gint64 pick_id = 0;
  SylWeek week;
  GDate today;

  syl_local_time_get_day (request->now, &today);
  syl_call_get_week (request->now, &week);
  facts = syl_plan_table_read (connection, request->list_id, &today, error);
  if (facts == NULL || !_syl_plan_take_another (connection, request->list_id, facts, &today, &pick_id, error) ||
      pick_id == 0 || !syl_call_table_call (connection, &week, request->now, pick_id, error))
    return NULL;
  return say (connection, facts, pick_id, &today, error);
}

/**
 * syl_library_call_another_async:
 * @self: a library
 * @now: the present moment, where the reader is
 * @cancellable: (nullable): stops it before it has begun, and not any more then
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Changes the pick of this week for the next planned one that is shorter, or else the next one that can
 * come before it, and has the call be about that one. syl_library_undo_plan_async() changes it back.
 */
void
syl_library_call_another_async (SylLibrary          *self,
                                GDateTime           *now,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  write_call (self, call_another, now, syl_library_call_another_async, cancellable, callback, user_data);
}

/**
 * syl_library_call_another_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the call as it is now, which is out; %NULL without an error if there
 *   is no other pick, and nothing has changed
 */
SylCall *
syl_library_call_another_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return take (self, g_task_propagate_pointer (G_TASK (result), error));
}
