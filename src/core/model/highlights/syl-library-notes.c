/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/syl-highlight-table.h"
#include "tables/syl-note-table.h"

static gpointer
load_note (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  return syl_note_table_load (connection, *(gint64 *) user_data, error);
}

/**
 * syl_library_load_note_async:
 * @self: a library
 * @pick: one of its picks
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
syl_library_load_note_async (SylLibrary          *self,
                             SylPick             *pick,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = syl_pick_get_id (pick);

  g_task_set_source_tag (task, syl_library_load_note_async);
  syl_store_read_async (self->store, load_note, g_memdup2 (&id, sizeof id), g_free, g_free, cancellable,
                        _syl_library_forward_cb, task);
}

/**
 * syl_library_load_note_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the free note of the pick, "" if there is none
 */
char *
syl_library_load_note_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  gint64 pick_id;
  char *text;
} NoteEdit;

static void
note_edit_free (gpointer data)
{
  NoteEdit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static gpointer
set_note (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  NoteEdit *edit = user_data;

  syl_note_table_set (connection, edit->pick_id, edit->text, error);
  return NULL;
}

/**
 * syl_library_set_note_async:
 * @self: a library
 * @pick: one of its picks
 * @text: Markdown, "" for none
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_note_async (SylLibrary          *self,
                            SylPick             *pick,
                            const char          *text,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  NoteEdit *edit;
  GError *error = NULL;

  if (!_syl_highlight_check_note (text, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_note_async, callback, user_data);
      return;
    }

  edit = g_new0 (NoteEdit, 1);
  edit->pick_id = syl_pick_get_id (pick);
  edit->text = g_strdup (text);
  _syl_library_write (self, set_note, edit, note_edit_free, syl_library_set_note_async, cancellable,
                      callback, user_data);
}

/**
 * syl_library_set_note_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_note_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
set_places (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  GPtrArray *places = user_data;

  for (guint i = 0; i < places->len; i++)
    {
      if (!syl_highlight_table_set_place (connection, g_ptr_array_index (places, i), error))
        break;
    }
  return NULL;
}

static gboolean
check_places (const SylHighlightPlace  *places,
              gsize                     n_places,
              GError                  **error)
{
  for (gsize i = 0; i < n_places; i++)
    {
      if ((unsigned int) places[i].status <= SYL_HIGHLIGHT_ORPHANED && places[i].score >= 0 && places[i].score <= 1)
        continue;
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT,
                           "There is no such place of a highlight");
      return FALSE;
    }
  return TRUE;
}

/**
 * syl_library_set_highlight_places_async:
 * @self: a library
 * @places: (array length=n_places): where highlights were found in a page; copied
 * @n_places: how many
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Stores them in one transaction, and nothing where nothing differs. It is no edit of the reader's,
 * and so can't be undone.
 */
void
syl_library_set_highlight_places_async (SylLibrary              *self,
                                        const SylHighlightPlace *places,
                                        gsize                    n_places,
                                        GCancellable            *cancellable,
                                        GAsyncReadyCallback      callback,
                                        gpointer                 user_data)
{
  GPtrArray *all;
  GError *error = NULL;

  if (!check_places (places, n_places, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_highlight_places_async, callback, user_data);
      return;
    }

  all = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_highlight_facts_free);
  for (gsize i = 0; i < n_places; i++)
    {
      SylHighlightFacts *place = g_new0 (SylHighlightFacts, 1);

      place->uuid = g_strdup (places[i].uuid);
      place->status = places[i].status;
      place->score = places[i].score;
      place->position = places[i].position;
      g_ptr_array_add (all, place);
    }
  _syl_library_write (self, set_places, all, (GDestroyNotify) g_ptr_array_unref,
                      syl_library_set_highlight_places_async, cancellable, callback, user_data);
}

/**
 * syl_library_set_highlight_places_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if they are stored
 */
gboolean
syl_library_set_highlight_places_finish (SylLibrary    *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  return _syl_library_finish_write (result, error);
}
