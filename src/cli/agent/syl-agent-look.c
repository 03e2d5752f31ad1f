/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "agent/syl-agent-look.h"

#include "call/syl-local-time.h"
#include "store/syl-store-peek.h"
#include "tables/plan/syl-call-table.h"
#include "tables/plan/syl-plan-table.h"

/**
 * syl_agent_look_free:
 * @self: (transfer full): a look
 */
void
syl_agent_look_free (SylAgentLook *self)
{
  g_clear_pointer (&self->next, g_date_time_unref);
  g_free (self);
}

static gboolean
find_pick (SylConnection  *connection,
           gint64          pick_id,
           gint64         *list_id,
           SylPickState   *state,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT list_id, coalesce(state, 0) FROM pick LEFT JOIN progress USING (pick_id) WHERE pick_id = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  if (syl_statement_step (statement, error) != SYL_STEP_ROW)
    return FALSE;
  *list_id = syl_statement_column_int64 (statement, 0);
  *state = (SylPickState) syl_statement_column_int64 (statement, 1);
  return TRUE;
}

/* A call of last week says nothing false as long as its pick isn't read. */
static gboolean
is_stale (SylConnection        *connection,
          const SylCallRecord  *record,
          GDateTime            *now,
          GError              **error)
{
  g_autoptr (SylPlanFacts) facts = NULL;
  SylPickState state = SYL_PICK_STATE_UNREAD;
  gint64 list_id = 0;
  SylWeek week;
  GDate today;

  if (!find_pick (connection, record->pick_id, &list_id, &state, error))
    return FALSE;
  if (state == SYL_PICK_STATE_READ || state == SYL_PICK_STATE_SKIPPED)
    return TRUE;
  syl_call_get_week (now, &week);
  if (week.year != record->week.year || week.number != record->week.number)
    return FALSE;
  syl_local_time_get_day (now, &today);
  facts = syl_plan_table_read (connection, list_id, &today, error);
  return facts != NULL && syl_plan_facts_find_due (facts, &today) != record->pick_id;
}

static gpointer
look (SylConnection  *connection,
      gpointer        user_data,
      GError        **error)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, now, error);
  g_autoptr (SylAgentLook) self = NULL;
  g_autoptr (GError) failure = NULL;
  const SylCallRecord *out;

  if (book == NULL)
    return NULL;
  self = g_new0 (SylAgentLook, 1);
  self->due = syl_call_book_is_due (book, now, NULL);
  self->next = syl_call_book_find_next (book, now);
  out = syl_call_book_find_out (book, now);
  if (out != NULL && is_stale (connection, out, now, &failure))
    self->stale = out->order;
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  SylAgentLook *self = syl_store_peek (task_data, look, NULL, (GDestroyNotify) syl_agent_look_free, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, (GDestroyNotify) syl_agent_look_free);
  else
    g_task_return_error (task, error);
}

/**
 * syl_agent_look_async:
 * @path: absolute path of the library, which may not be there
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks into the library as it is now, in a thread, and leaves no trace in it.
 */
void
syl_agent_look_async (const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_agent_look_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * syl_agent_look_finish:
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_BUSY if it is to be tried again
 *
 * Returns: (transfer full) (nullable): how things stand
 */
SylAgentLook *
syl_agent_look_finish (GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
