/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/plan/syl-reading-table.h"

/* A day of reading without a break. */
#define MAX_SECONDS (24 * 60 * 60)

typedef struct
{
  gint64 pick_id;
  unsigned int pass;
  SylPassState state;
  unsigned int seconds;
  SylQuestion question;
  char *text; /* owned: an answer, or a time */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static Edit *
make_edit (SylPick *pick)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->pick_id = syl_pick_get_id (pick);
  return edit;
}

static GError *
make_refusal (const char *message)
{
  return g_error_new_literal (SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT, message);
}

static gpointer
add_session (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Edit *edit = user_data;

  syl_reading_table_add_session (connection, edit->pick_id, edit->pass, edit->text, edit->seconds, error);
  return NULL;
}

/**
 * syl_library_add_session_async:
 * @self: a library
 * @pick: one of its picks
 * @pass: 1 to 3; 0 where it was none of them
 * @started: when it began
 * @seconds: focused time, more than 0 and at most a day
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Notes a while of focused reading.
 */
void
syl_library_add_session_async (SylLibrary          *self,
                               SylPick             *pick,
                               unsigned int         pass,
                               GDateTime           *started,
                               unsigned int         seconds,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (started);
  Edit *edit;

  if (pass > SYL_N_PASSES || seconds == 0 || seconds > MAX_SECONDS)
    {
      _syl_library_refuse (self, make_refusal ("There is no such session"), syl_library_add_session_async, callback,
                           user_data);
      return;
    }
  edit = make_edit (pick);
  edit->pass = pass;
  edit->seconds = seconds;
  edit->text = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  _syl_library_write (self, add_session, edit, edit_free, syl_library_add_session_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_add_session_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_add_session_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
delete_sessions (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  syl_reading_table_delete_sessions (connection, error);
  return NULL;
}

/**
 * syl_library_delete_sessions_async:
 * @self: a library
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Deletes all focused reading, of all lists, for good. Passes and answers stay.
 */
void
syl_library_delete_sessions_async (SylLibrary          *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  _syl_library_write (self, delete_sessions, NULL, NULL, syl_library_delete_sessions_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_delete_sessions_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if they are gone; then `sessions-deleted` was emitted
 */
gboolean
syl_library_delete_sessions_finish (SylLibrary    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  if (!_syl_library_finish_write (result, error))
    return FALSE;
  g_signal_emit_by_name (self, "sessions-deleted");
  return TRUE;
}

static gpointer
set_pass (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Edit *edit = user_data;

  syl_reading_table_set_pass (connection, edit->pick_id, edit->pass, edit->state, error);
  return NULL;
}

/**
 * syl_library_set_pass_async:
 * @self: a library
 * @pick: one of its picks
 * @number: 1 to 3
 * @state: how far the reader is with that pass
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_pass_async (SylLibrary          *self,
                            SylPick             *pick,
                            unsigned int         number,
                            SylPassState         state,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit;

  if (number < 1 || number > SYL_N_PASSES || (unsigned int) state > SYL_PASS_STATE_FINISHED)
    {
      _syl_library_refuse (self, make_refusal ("There is no such pass"), syl_library_set_pass_async, callback,
                           user_data);
      return;
    }
  edit = make_edit (pick);
  edit->pass = number;
  edit->state = state;
  _syl_library_write (self, set_pass, edit, edit_free, syl_library_set_pass_async, cancellable, callback, user_data);
}

/**
 * syl_library_set_pass_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_pass_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
set_answer (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  Edit *edit = user_data;

  syl_reading_table_set_answer (connection, edit->pick_id, edit->question, edit->text, error);
  return NULL;
}

/**
 * syl_library_set_answer_async:
 * @self: a library
 * @pick: one of its picks
 * @question: a question
 * @text: what the reader answers, "" for nothing; at most 1 MB
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_answer_async (SylLibrary          *self,
                              SylPick             *pick,
                              SylQuestion          question,
                              const char          *text,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GError *error = NULL;
  Edit *edit;

  if (!_syl_highlight_check_note (text, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_answer_async, callback, user_data);
      return;
    }
  edit = make_edit (pick);
  edit->question = question;
  edit->text = g_strdup (text);
  _syl_library_write (self, set_answer, edit, edit_free, syl_library_set_answer_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_set_answer_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_answer_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
load_method (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  return syl_reading_table_read_method (connection, *(gint64 *) user_data, error);
}

/**
 * syl_library_load_method_async:
 * @self: a library
 * @pick: one of its picks
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads passes, answers and focused time of the pick.
 */
void
syl_library_load_method_async (SylLibrary          *self,
                               SylPick             *pick,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = syl_pick_get_id (pick);

  g_task_set_source_tag (task, syl_library_load_method_async);
  syl_store_read_async (self->store, load_method, g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) syl_method_free,
                        cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_load_method_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): how the pick was read
 */
SylMethod *
syl_library_load_method_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
