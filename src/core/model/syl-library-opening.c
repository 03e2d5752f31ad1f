/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

/*
 *   open: store opens → lists that come along are taken in → contents are read → answer
 */

static void
closed_after_failure_cb (GObject      *object,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *reason = g_task_get_task_data (task);

  syl_store_close_finish (SYL_STORE (object), result, NULL);
  g_task_return_error (task, g_error_copy (reason));
}

/* A library that does not open whole is closed again, so that its file can be set aside. */
static void
give_up (GTask  *task,
         GError *reason)
{
  SylLibrary *self = SYL_LIBRARY (g_task_get_source_object (task));

  g_task_set_task_data (task, reason, (GDestroyNotify) g_error_free);
  syl_store_close_async (self->store, NULL, closed_after_failure_cb, g_object_ref (task));
}

static void
overview_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!_syl_library_refresh_finish (SYL_LIBRARY (object), result, &error))
    give_up (task, error);
  else
    {
      _syl_library_refresh_meanings (SYL_LIBRARY (object));
      syl_library_refresh_questions (SYL_LIBRARY (object));
      _syl_library_purge_trash (SYL_LIBRARY (object));
      _syl_library_close_weeks_later (SYL_LIBRARY (object));
      g_task_return_boolean (task, TRUE);
    }
}

static void
intake_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylLibrary *self = SYL_LIBRARY (object);
  GError *error = NULL;

  if (!_syl_library_intake_finish (self, result, &error))
    give_up (task, error);
  else
    _syl_library_refresh_async (self, overview_cb, g_object_ref (task));
}

static void
store_open_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylLibrary *self = SYL_LIBRARY (g_task_get_source_object (task));
  GError *error = NULL;

  if (!syl_store_open_finish (SYL_STORE (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_object_notify (G_OBJECT (self), "read-only");
  if (syl_store_is_read_only (self->store))
    _syl_library_refresh_async (self, overview_cb, g_object_ref (task));
  else
    _syl_library_intake_async (self, g_task_get_cancellable (task), intake_cb, g_object_ref (task));
}

/* Whoever asked meanwhile gets the same answer. */
static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  SylLibrary *self = SYL_LIBRARY (object);
  g_autoptr (GPtrArray) openers = g_steal_pointer (&self->openers);
  g_autoptr (GError) error = NULL;

  self->is_open = g_task_propagate_boolean (G_TASK (result), &error);
  for (guint i = 0; i < openers->len; i++)
    {
      GTask *opener = g_ptr_array_index (openers, i);

      if (error != NULL)
        g_task_return_error (opener, g_error_copy (error));
      else
        g_task_return_boolean (opener, TRUE);
    }
}

static void
begin_opening (SylLibrary *self)
{
  GTask *task;

  self->is_open = FALSE;
  self->openers = g_ptr_array_new_with_free_func (g_object_unref);
  g_set_object (&self->opening, NULL);
  self->opening = g_cancellable_new ();
  task = g_task_new (self, self->opening, opened_cb, NULL);
  g_task_set_source_tag (task, begin_opening);
  syl_store_open_async (self->store, self->opening, store_open_cb, task);
}

/**
 * syl_library_open_async:
 * @self: a library; one that is open already is answered at once
 * @cancellable: (nullable): has it answered as cancelled, once it has opened for others
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens the database, or makes it with the lists that come with the program, and reads the
 * contents.
 */
void
syl_library_open_async (SylLibrary          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_open_async);
  if (syl_library_get_open (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (self->openers == NULL)
    begin_opening (self);
  g_ptr_array_add (self->openers, g_steal_pointer (&task));
}

/**
 * syl_library_open_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; then the file is as it was
 *
 * A library that can only be read opens well; see syl_library_get_read_only().
 *
 * Returns: %TRUE if the library is open
 */
gboolean
syl_library_open_finish (SylLibrary    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
set_aside_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *path = syl_store_set_aside_finish (SYL_STORE (object), result, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
closed_to_set_aside_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  GTask *task = user_data;
  SylStore *store = SYL_STORE (object);

  syl_store_close_finish (store, result, NULL);
  syl_store_set_aside_async (store, NULL, set_aside_cb, task);
}

/**
 * syl_library_set_aside_async:
 * @self: a library, open or not
 * @cancellable: (nullable): stops waiting, though not the moving
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Closes the library and gives its file another name, untouched. Opened again, it is a new one.
 */
void
syl_library_set_aside_async (SylLibrary          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_set_aside_async);
  syl_store_close_async (self->store, NULL, closed_to_set_aside_cb, task);
}

/**
 * syl_library_set_aside_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): where the file is now
 */
char *
syl_library_set_aside_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (syl_store_close_finish (SYL_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * syl_library_close_async:
 * @self: a library
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Stores what was edited before, and lets go of the database.
 */
void
syl_library_close_async (SylLibrary          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, syl_library_close_async);
  g_cancellable_cancel (self->opening);
  syl_store_close_async (self->store, NULL, closed_cb, task);
}

/**
 * syl_library_close_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if it is closed
 */
gboolean
syl_library_close_finish (SylLibrary    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
