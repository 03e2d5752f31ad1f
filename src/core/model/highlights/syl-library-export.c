/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "exchange/syl-highlight-markdown.h"
#include "tables/syl-highlight-table.h"
#include "tables/syl-note-table.h"

/* A pick, or a list. */
typedef struct
{
  gint64 id;
  char *title;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_free (export->title);
  g_free (export);
}

static void
start_export (SylLibrary          *self,
              SylStoreFunc         func,
              gint64               id,
              const char          *title,
              gpointer             source_tag,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Export *export = g_new0 (Export, 1);

  export->id = id;
  export->title = g_strdup (title);
  g_task_set_source_tag (task, source_tag);
  syl_store_read_async (self->store, func, export, export_free, g_free, cancellable,
                        _syl_library_forward_cb, task);
}

static gpointer
export_pick (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Export *export = user_data;
  SylHighlightQuery query = { .pick_id = export->id };
  g_autoptr (GPtrArray) highlights = syl_highlight_table_list (connection, &query, error);
  g_autofree char *note = NULL;
  SylPickNotes notes;

  if (highlights == NULL)
    return NULL;
  note = syl_note_table_load (connection, export->id, error);
  if (note == NULL)
    return NULL;
  notes = (SylPickNotes) { export->id, export->title, note, highlights };
  return syl_pick_notes_markdown (&notes);
}

/**
 * syl_library_export_pick_async:
 * @self: a library
 * @pick: one of its picks, loaded
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
syl_library_export_pick_async (SylLibrary          *self,
                               SylPick             *pick,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  start_export (self, export_pick, syl_pick_get_id (pick), syl_pick_get_title (pick),
                syl_library_export_pick_async, cancellable, callback, user_data);
}

/**
 * syl_library_export_pick_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the notes and highlights of the pick, as Markdown
 */
char *
syl_library_export_pick_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A highlight of a pick that was not there a moment ago waits for the next export. */
static void
share_out (GPtrArray *picks,
           GPtrArray *highlights)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < picks->len; i++)
    {
      SylPickNotes *notes = g_ptr_array_index (picks, i);

      g_hash_table_insert (by_id, &notes->pick_id, notes);
    }
  for (guint i = 0; i < highlights->len; i++)
    {
      SylHighlightFacts *facts = g_ptr_array_index (highlights, i);
      SylPickNotes *notes = g_hash_table_lookup (by_id, &facts->pick_id);

      if (notes != NULL)
        g_ptr_array_add (notes->highlights, facts);
    }
}

static gpointer
export_list (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Export *export = user_data;
  SylHighlightQuery query = { .list_id = export->id };
  g_autoptr (GPtrArray) highlights = NULL;
  g_autoptr (GPtrArray) picks = syl_note_table_list (connection, export->id, error);

  if (picks == NULL)
    return NULL;
  highlights = syl_highlight_table_list (connection, &query, error);
  if (highlights == NULL)
    return NULL;
  share_out (picks, highlights);
  return syl_list_notes_markdown (export->title, picks);
}

/**
 * syl_library_export_notes_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes out what the reader wrote and marked on the list that is shown.
 */
void
syl_library_export_notes_async (SylLibrary          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start_export (self, export_list, _syl_library_get_list_id (self),
                self->list != NULL ? syl_list_get_title (self->list) : "",
                syl_library_export_notes_async, cancellable, callback, user_data);
}

/**
 * syl_library_export_notes_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the notes and highlights of all its picks in list order, as
 *   Markdown; "" if there are none
 */
char *
syl_library_export_notes_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
