/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "model/syl-pick-private.h"
#include "tables/syl-progress-table.h"

typedef struct
{
  gint64 pick_id;
  gint64 source_id;
  SylPickState state;
  gboolean flag; /* ticked; or, as an answer, whether the state changed */
  char *uri;
  char *place;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->uri);
  g_free (edit->place);
  g_free (edit);
}

/* The edit lives as long as its task: what it finds out is answered with it. */
static void
write_edit (SylLibrary          *self,
            SylStoreFunc         func,
            Edit                *edit,
            gpointer             source_tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  _syl_library_write (self, func, edit, edit_free, source_tag, cancellable, callback, user_data);
}

static gpointer
set_state (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Edit *edit = user_data;

  if (_syl_library_close_weeks (connection, error))
    syl_progress_table_set_state (connection, edit->pick_id, edit->state, error);
  return NULL;
}

/**
 * syl_library_set_state_async:
 * @self: a library
 * @pick: one of its picks
 * @state: its new state
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_state_async (SylLibrary          *self,
                             SylPick             *pick,
                             SylPickState         state,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->pick_id = syl_pick_get_id (pick);
  edit->state = state;
  write_edit (self, set_state, edit, syl_library_set_state_async, cancellable, callback, user_data);
}

/**
 * syl_library_set_state_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_state_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
toggle_state (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  Edit *edit = user_data;

  if (_syl_library_close_weeks (connection, error))
    syl_progress_table_toggle_state (connection, edit->pick_id, &edit->state, error);
  return NULL;
}

/**
 * syl_library_toggle_state_async:
 * @self: a library
 * @pick: one of its picks
 * @state: the state to go to, or to leave for unread if the pick is in it
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Two of them in a row cancel each other, however fast they come.
 */
void
syl_library_toggle_state_async (SylLibrary          *self,
                                SylPick             *pick,
                                SylPickState         state,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->pick_id = syl_pick_get_id (pick);
  edit->state = state;
  write_edit (self, toggle_state, edit, syl_library_toggle_state_async, cancellable, callback, user_data);
}

/**
 * syl_library_toggle_state_finish:
 * @self: a library
 * @result: what the callback got
 * @out_state: (out) (optional): the state of the pick now
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_toggle_state_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 SylPickState  *out_state,
                                 GError       **error)
{
  Edit *edit = g_task_get_task_data (G_TASK (result));
  gboolean done = _syl_library_finish_write (result, error);

  if (done && out_state != NULL)
    *out_state = edit->state;
  return done;
}

static gpointer
undo_state (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  Edit *edit = user_data;

  if (_syl_library_close_weeks (connection, error))
    syl_progress_table_undo_state (connection, edit->pick_id, error);
  return NULL;
}

/**
 * syl_library_undo_state_async:
 * @self: a library
 * @pick: one of its picks
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Goes back to the state the pick had before the last change of it, with its times.
 */
void
syl_library_undo_state_async (SylLibrary          *self,
                              SylPick             *pick,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->pick_id = syl_pick_get_id (pick);
  write_edit (self, undo_state, edit, syl_library_undo_state_async, cancellable, callback,
              user_data);
}

/**
 * syl_library_undo_state_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_undo_state_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
set_ticked (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  Edit *edit = user_data;

  syl_progress_table_set_ticked (connection, edit->source_id, edit->flag, error);
  return NULL;
}

/**
 * syl_library_set_ticked_async:
 * @self: a library
 * @source: a source
 * @ticked: whether the reader is done with it
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_ticked_async (SylLibrary          *self,
                              SylSource           *source,
                              gboolean             ticked,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->source_id = syl_source_get_id (source);
  edit->flag = ticked;
  write_edit (self, set_ticked, edit, syl_library_set_ticked_async, cancellable, callback,
              user_data);
}

/**
 * syl_library_set_ticked_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_ticked_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
visit (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  Edit *edit = user_data;

  syl_progress_table_visit (connection, edit->pick_id, edit->source_id, &edit->flag, error);
  return NULL;
}

/**
 * syl_library_visit_source_async:
 * @self: a library
 * @pick: a pick
 * @source: one of its sources, which the reader opens
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Notes the visit; a main source takes an unread pick to reading.
 */
void
syl_library_visit_source_async (SylLibrary          *self,
                                SylPick             *pick,
                                SylSource           *source,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->pick_id = syl_pick_get_id (pick);
  edit->source_id = syl_source_get_id (source);
  write_edit (self, visit, edit, syl_library_visit_source_async, cancellable, callback, user_data);
}

/**
 * syl_library_visit_source_finish:
 * @self: a library
 * @result: what the callback got
 * @out_state_changed: (out) (optional): whether the pick is being read by this visit
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_visit_source_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 gboolean      *out_state_changed,
                                 GError       **error)
{
  Edit *edit = g_task_get_task_data (G_TASK (result));
  gboolean done = _syl_library_finish_write (result, error);

  if (out_state_changed != NULL)
    *out_state_changed = done && edit->flag;
  return done;
}

static gpointer
save_place (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  Edit *edit = user_data;

  syl_progress_table_save_place (connection, edit->source_id, edit->uri, edit->place, error);
  return NULL;
}

/**
 * syl_library_save_place_async:
 * @self: a library
 * @source: a source
 * @uri: the address of the page, which may be one that the source led to
 * @place: where the reader is in it, in a form of the caller's; consumed if it is floating
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_save_place_async (SylLibrary          *self,
                              SylSource           *source,
                              const char          *uri,
                              GVariant            *place,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (place);
  Edit *edit = g_new0 (Edit, 1);

  edit->source_id = syl_source_get_id (source);
  edit->uri = g_strdup (uri);
  edit->place = g_variant_print (owned, TRUE);
  write_edit (self, save_place, edit, syl_library_save_place_async, cancellable, callback,
              user_data);
}

/**
 * syl_library_save_place_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_save_place_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}
