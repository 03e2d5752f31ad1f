/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

typedef struct
{
  GHashTable *highlights; /* owned */
  gint64 id;
} Entry;

static void
highlight_gone_cb (gpointer  data,
                   GObject  *where_the_object_was)
{
  Entry *entry = data;

  g_hash_table_remove (entry->highlights, &entry->id);
  g_hash_table_unref (entry->highlights);
  g_free (entry);
}

/* Returns: (transfer full): the one object of that row */
SylHighlight *
_syl_library_get_highlight (SylLibrary *self,
                            gint64      id)
{
  SylHighlight *highlight = g_hash_table_lookup (self->highlights, &id);
  Entry *entry;

  if (highlight != NULL)
    return g_object_ref (highlight);

  highlight = _syl_highlight_new ();
  entry = g_new (Entry, 1);
  entry->highlights = g_hash_table_ref (self->highlights);
  entry->id = id;
  g_hash_table_insert (self->highlights, g_memdup2 (&id, sizeof id), highlight);
  g_object_weak_ref (G_OBJECT (highlight), highlight_gone_cb, entry);
  return highlight;
}

void
_syl_library_write (SylLibrary          *self,
                    SylStoreFunc         func,
                    gpointer             data,
                    GDestroyNotify       data_destroy,
                    gpointer             source_tag,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, data, data_destroy);
  syl_store_write_async (self->store, func, data, NULL, NULL, cancellable, _syl_library_forward_cb, task);
}

/* Returns: (transfer full): an edit of what has that id, which is still to say what it changes */
SylHighlightEdit *
_syl_highlight_edit_new (SylHighlightHistory *history,
                         const char          *uuid)
{
  SylHighlightEdit *edit = g_new0 (SylHighlightEdit, 1);

  edit->history = syl_highlight_history_ref (history);
  edit->wanted = g_new0 (SylHighlightFacts, 1);
  edit->wanted->uuid = g_strdup (uuid);
  return edit;
}

static void
edit_free (gpointer data)
{
  SylHighlightEdit *edit = data;

  syl_highlight_history_unref (edit->history);
  g_clear_pointer (&edit->wanted, syl_highlight_facts_free);
  g_free (edit);
}

/* The history was written before the edit was on the disk: it is put right if that failed. */
static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylHighlightEdit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  char *value = syl_store_finish (SYL_STORE (object), result, &error);

  if (error != NULL && edit->serial != 0 && edit->is_turn)
    syl_highlight_history_turn (edit->history, edit->serial);
  else if (error != NULL && edit->serial != 0)
    syl_highlight_history_forget (edit->history, edit->serial);
  _syl_library_update_history (SYL_LIBRARY (g_task_get_source_object (task)));

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, g_free);
}

void
_syl_library_write_edit (SylLibrary          *self,
                         SylStoreFunc         func,
                         SylHighlightEdit    *edit,
                         gpointer             source_tag,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, edit, edit_free);
  syl_store_write_async (self->store, func, edit, NULL, g_free, cancellable, edited_cb, task);
}

void
_syl_library_refuse (SylLibrary          *self,
                     GError              *error,
                     gpointer             source_tag,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_task_report_error (self, callback, user_data, source_tag, error);
}

gboolean
_syl_library_finish_write (GAsyncResult  *result,
                           GError       **error)
{
  g_autoptr (GError) failure = NULL;

  g_free (g_task_propagate_pointer (G_TASK (result), &failure));
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
