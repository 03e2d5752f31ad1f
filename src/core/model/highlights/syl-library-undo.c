/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/syl-highlight-table.h"

/* The page, and what finds it there: two pages may have words that can’t be told from each other. */
static gboolean
have_same_place (const SylHighlightFacts *a,
                 const SylHighlightFacts *b)
{
  return a->source_id == b->source_id && g_str_equal (a->uri, b->uri) &&
         g_str_equal (a->selectors, b->selectors);
}

/* Whether what the reader made is the same: not where it was found last, and not when. */
gboolean
_syl_highlight_facts_match (const SylHighlightFacts *a,
                            const SylHighlightFacts *b)
{
  return have_same_place (a, b) && g_str_equal (a->quote, b->quote) && g_str_equal (a->note, b->note) &&
         a->page == b->page && a->meaning == b->meaning && (a->deleted == NULL) == (b->deleted == NULL);
}

/* Where a highlight was found stays, unless the step is about its place. */
static gboolean
write_facts (SylConnection            *connection,
             const SylHighlightFacts  *present,
             const SylHighlightFacts  *wanted,
             GError                  **error)
{
  SylHighlightFacts facts = *wanted;

  if (have_same_place (present, wanted))
    {
      facts.position = present->position;
      facts.status = present->status;
      facts.score = present->score;
    }
  return syl_highlight_table_update (connection, &facts, error);
}

static gboolean
turn_step (SylConnection           *connection,
           const SylHighlightStep  *step,
           gboolean                 redo,
           GError                 **error)
{
  const SylHighlightFacts *from = redo ? step->before : step->after;
  g_autoptr (SylHighlightFacts) present = syl_highlight_table_find (connection, from->uuid, error);

  if (present == NULL)
    return FALSE;
  if (_syl_highlight_facts_match (present, from))
    return write_facts (connection, present, redo ? step->after : step->before, error);
  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT,
                       "The highlight was changed by another program");
  return FALSE;
}

static gboolean
is_void (const GError *error)
{
  return g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND) ||
         g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT);
}

/* A step that no longer fits is dropped; one that could not be stored may work the next time. */
static gpointer
turn (SylConnection  *connection,
      gpointer        user_data,
      GError        **error)
{
  SylHighlightEdit *edit = user_data;
  g_autoptr (SylHighlightStep) step = syl_highlight_history_pop (edit->history, edit->redo);

  if (step == NULL)
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND,
                           edit->redo ? "There is nothing to do again" : "There is nothing to undo");
      return NULL;
    }
  if (turn_step (connection, step, edit->redo, error))
    {
      edit->serial = step->serial;
      syl_highlight_history_push (edit->history, g_steal_pointer (&step), !edit->redo);
    }
  else if (!is_void (*error))
    syl_highlight_history_push (edit->history, g_steal_pointer (&step), edit->redo);
  return NULL;
}

static void
start_turn (SylLibrary          *self,
            gboolean             redo,
            gpointer             source_tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  SylHighlightEdit *edit = g_new0 (SylHighlightEdit, 1);

  edit->history = syl_highlight_history_ref (self->history);
  edit->is_turn = TRUE;
  edit->redo = redo;
  _syl_library_write_edit (self, turn, edit, source_tag, cancellable, callback, user_data);
}

/**
 * syl_library_undo_edit_async:
 * @self: a library
 * @cancellable: (nullable): stops it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Takes back the last edit of a highlight of this session. Nothing is overwritten that was changed
 * by another program since: then the edit is dropped from the history.
 */
void
syl_library_undo_edit_async (SylLibrary          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  start_turn (self, FALSE, syl_library_undo_edit_async, cancellable, callback, user_data);
}

/**
 * syl_library_undo_edit_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR: %SYL_STORE_ERROR_NOT_FOUND if there was nothing to
 *   undo, %SYL_STORE_ERROR_CONSTRAINT if the highlight was changed by another program
 *
 * Returns: %TRUE if it is undone
 */
gboolean
syl_library_undo_edit_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/**
 * syl_library_redo_edit_async:
 * @self: a library
 * @cancellable: (nullable): stops it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Does again what was undone last.
 */
void
syl_library_redo_edit_async (SylLibrary          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  start_turn (self, TRUE, syl_library_redo_edit_async, cancellable, callback, user_data);
}

/**
 * syl_library_redo_edit_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR as of syl_library_undo_edit_finish()
 *
 * Returns: %TRUE if it is done again
 */
gboolean
syl_library_redo_edit_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

void
_syl_library_update_history (SylLibrary *self)
{
  gboolean can_undo, can_redo;
  gboolean undo_differs, redo_differs;

  syl_highlight_history_look (self->history, &can_undo, &can_redo);
  undo_differs = self->can_undo != can_undo;
  redo_differs = self->can_redo != can_redo;
  self->can_undo = can_undo;
  self->can_redo = can_redo;
  if (undo_differs)
    g_object_notify (G_OBJECT (self), "can-undo");
  if (redo_differs)
    g_object_notify (G_OBJECT (self), "can-redo");
}
