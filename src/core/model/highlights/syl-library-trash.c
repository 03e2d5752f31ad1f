/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/syl-emptied-note-table.h"
#include "tables/syl-highlight-table.h"
#include "tables/syl-note-table.h"

static void
purged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  syl_store_finish (SYL_STORE (object), result, &error);
  if (error != NULL)
    g_info ("The trash is emptied another time: %s", error->message);
}

static gpointer
purge (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  if (syl_highlight_table_purge (connection, error))
    syl_emptied_note_table_purge (connection, error);
  return NULL;
}

static gpointer
count_expired (SylConnection  *connection,
               gpointer        user_data,
               GError        **error)
{
  gint64 n_highlights = 0, n_notes = 0;

  if (syl_highlight_table_count_expired (connection, &n_highlights, error))
    syl_emptied_note_table_count_expired (connection, &n_notes, error);
  return GINT_TO_POINTER (n_highlights + n_notes > 0);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  if (syl_store_finish (SYL_STORE (object), result, NULL) != NULL)
    syl_store_write_async (SYL_STORE (object), purge, NULL, NULL, NULL, NULL, purged_cb, NULL);
}

/* Looks first, so that a library that nobody writes to is not locked by it. */
void
_syl_library_purge_trash (SylLibrary *self)
{
  if (!syl_store_is_read_only (self->store))
    syl_store_read_async (self->store, count_expired, NULL, NULL, NULL, NULL, counted_cb, NULL);
}

static gpointer
remove_highlight (SylConnection  *connection,
                  gpointer        user_data,
                  GError        **error)
{
  syl_highlight_table_delete (connection, user_data, error);
  return NULL;
}

/**
 * syl_library_remove_highlight_async:
 * @self: a library
 * @uuid: a highlight that lies in the trash
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Deletes it for good.
 */
void
syl_library_remove_highlight_async (SylLibrary          *self,
                                    const char          *uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  _syl_library_write (self, remove_highlight, g_strdup (uuid), g_free, syl_library_remove_highlight_async,
                      cancellable, callback, user_data);
}

/**
 * syl_library_remove_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is gone
 */
gboolean
syl_library_remove_highlight_finish (SylLibrary    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gboolean
restore_to_pick (SylConnection              *connection,
                 const SylEmptiedNoteFacts  *facts,
                 GError                    **error)
{
  g_autofree char *text = syl_note_table_dup_with (connection, facts->pick_id, facts->text, error);

  return text != NULL && _syl_highlight_check_note (text, error) &&
         syl_note_table_set (connection, facts->pick_id, text, error);
}

/* An edit of the highlight as others are, to be undone in their order. One that lies in the trash comes back
 * with its note: who wants to read that finds it nowhere else. */
static gboolean
restore_to_highlight (SylConnection              *connection,
                      const SylEmptiedNoteFacts  *facts,
                      SylHighlightEdit           *edit,
                      GError                    **error)
{
  g_autoptr (SylHighlightFacts) before = syl_highlight_table_find (connection, facts->highlight, error);
  g_autoptr (SylHighlightFacts) after = NULL;

  if (before == NULL)
    return FALSE;
  after = syl_highlight_table_find (connection, facts->highlight, error);
  if (after == NULL)
    return FALSE;
  g_free (after->note);
  after->note = syl_emptied_note_dup_with (before->note, facts->text);
  g_clear_pointer (&after->deleted, g_date_time_unref);
  if (_syl_highlight_facts_match (before, after))
    return TRUE;
  if (!_syl_highlight_check_note (after->note, error) || !syl_highlight_table_update (connection, after, error))
    return FALSE;
  edit->serial = syl_highlight_history_add (edit->history, g_steal_pointer (&before), g_steal_pointer (&after));
  return TRUE;
}

static gpointer
restore_note (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  SylHighlightEdit *edit = user_data;
  g_autoptr (SylEmptiedNoteFacts) facts = syl_emptied_note_table_find (connection, edit->wanted->uuid, error);

  if (facts == NULL)
    return NULL;
  if (facts->highlight != NULL ? restore_to_highlight (connection, facts, edit, error)
                               : restore_to_pick (connection, facts, error))
    syl_emptied_note_table_delete (connection, facts->uuid, error);
  return NULL;
}

/**
 * syl_library_restore_note_async:
 * @self: a library
 * @uuid: a note that was emptied
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Takes its text out of the trash. What the note of the pick or the highlight says by now stays, with the text
 * below it. A highlight that lies in the trash comes back with it.
 */
void
syl_library_restore_note_async (SylLibrary          *self,
                                const char          *uuid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  _syl_library_write_edit (self, restore_note, _syl_highlight_edit_new (self->history, uuid),
                           syl_library_restore_note_async, cancellable, callback, user_data);
}

/**
 * syl_library_restore_note_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR: %SYL_STORE_ERROR_NOT_FOUND, and
 *   %SYL_STORE_ERROR_CONSTRAINT where both together are too long, among them
 *
 * Returns: %TRUE if it is back
 */
gboolean
syl_library_restore_note_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
remove_note (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  syl_emptied_note_table_delete (connection, user_data, error);
  return NULL;
}

/**
 * syl_library_remove_note_async:
 * @self: a library
 * @uuid: a note that was emptied
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Deletes it for good.
 */
void
syl_library_remove_note_async (SylLibrary          *self,
                               const char          *uuid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  _syl_library_write (self, remove_note, g_strdup (uuid), g_free, syl_library_remove_note_async, cancellable,
                      callback, user_data);
}

/**
 * syl_library_remove_note_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is gone
 */
gboolean
syl_library_remove_note_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _syl_library_finish_write (result, error);
}
