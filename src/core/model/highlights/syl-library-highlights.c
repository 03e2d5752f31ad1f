/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-highlights.h"

#include "model/syl-library-private.h"
#include "model/syl-source.h"
#include "tables/syl-highlight-table.h"

/* How sure a place is that the reader chose. */
#define SCORE_CHOSEN 1.0

static void
take_draft (SylHighlightFacts       *facts,
            const SylHighlightDraft *draft)
{
  facts->uri = g_strdup (draft->uri);
  facts->quote = g_strdup (draft->quote);
  facts->selectors = g_strdup (draft->selectors);
  facts->page = draft->page;
  facts->position = draft->position;
  facts->meaning = draft->meaning;
  facts->note = g_strdup (draft->note != NULL ? draft->note : "");
  facts->status = SYL_HIGHLIGHT_ATTACHED;
  facts->score = SCORE_CHOSEN;
}

static void
change_note (SylHighlightFacts      *facts,
             const SylHighlightEdit *edit)
{
  g_set_str (&facts->note, edit->wanted->note);
}

/* Nothing is written, and there is nothing to undo, where nothing differs. */
static gpointer
change_highlight (SylConnection  *connection,
                  gpointer        user_data,
                  GError        **error)
{
  SylHighlightEdit *edit = user_data;
  g_autoptr (SylHighlightFacts) before = syl_highlight_table_find (connection, edit->wanted->uuid, error);
  g_autoptr (SylHighlightFacts) after = NULL;

  if (before == NULL)
    return NULL;
  after = syl_highlight_table_find (connection, edit->wanted->uuid, error);
  if (after == NULL)
    return NULL;
  edit->change (after, edit);
  if (_syl_highlight_facts_match (before, after) || !syl_highlight_table_update (connection, after, error))
    return NULL;
  if (edit->change == change_note)
    edit->serial = syl_highlight_history_add_typing (edit->history, g_steal_pointer (&before),
                                                     g_steal_pointer (&after), g_get_monotonic_time ());
  else
    edit->serial = syl_highlight_history_add (edit->history, g_steal_pointer (&before),
                                              g_steal_pointer (&after));
  return NULL;
}

/* Undoing it puts the highlight into the trash, so that nothing is lost by it. */
static gpointer
insert_highlight (SylConnection  *connection,
                  gpointer        user_data,
                  GError        **error)
{
  SylHighlightEdit *edit = user_data;
  g_autoptr (SylHighlightFacts) before = NULL;
  SylHighlightFacts *after;

  if (!syl_highlight_table_insert (connection, edit->wanted, error))
    return NULL;
  before = syl_highlight_table_find (connection, edit->wanted->uuid, error);
  if (before == NULL)
    return NULL;
  after = syl_highlight_table_find (connection, edit->wanted->uuid, error);
  if (after == NULL)
    return NULL;
  before->deleted = g_date_time_ref (before->created);
  edit->serial = syl_highlight_history_add (edit->history, g_steal_pointer (&before), after);
  return g_strdup (edit->wanted->uuid);
}

/* A note that is there already is the reader's last word. */
static void
change_to_draft (SylHighlightFacts      *facts,
                 const SylHighlightEdit *edit)
{
  facts->meaning = edit->wanted->meaning;
  if (facts->note[0] == '\0')
    g_set_str (&facts->note, edit->wanted->note);
}

/* What is marked twice stands once. */
static gpointer
add_highlight (SylConnection  *connection,
               gpointer        user_data,
               GError        **error)
{
  SylHighlightEdit *edit = user_data;
  g_autofree char *standing = NULL;

  if (!syl_highlight_table_find_same (connection, edit->wanted, &standing, error))
    return NULL;
  if (standing == NULL)
    return insert_highlight (connection, edit, error);
  g_set_str (&edit->wanted->uuid, standing);
  change_highlight (connection, edit, error);
  return g_steal_pointer (&standing);
}

/**
 * syl_library_add_highlight_async:
 * @self: a library
 * @source: the source the page belongs to
 * @draft: what was marked; copied
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * What is marked again, at the very same place, is not stored twice: the highlight that stands there
 * gets the meaning of @draft, and its note if it has none.
 */
void
syl_library_add_highlight_async (SylLibrary              *self,
                                 SylSource               *source,
                                 const SylHighlightDraft *draft,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data)
{
  g_autofree char *uuid = NULL;
  SylHighlightEdit *edit;
  GError *error = NULL;

  if (!_syl_highlight_draft_check (draft, &error))
    {
      _syl_library_refuse (self, error, syl_library_add_highlight_async, callback, user_data);
      return;
    }

  uuid = g_uuid_string_random ();
  edit = _syl_highlight_edit_new (self->history, uuid);
  edit->wanted->source_id = syl_source_get_id (source);
  edit->change = change_to_draft;
  take_draft (edit->wanted, draft);
  _syl_library_write_edit (self, add_highlight, edit, syl_library_add_highlight_async, cancellable,
                           callback, user_data);
}

/**
 * syl_library_add_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_CONSTRAINT for a draft that is
 *   refused
 *
 * Returns: (transfer full) (nullable): the uuid of the highlight, which is stored
 */
char *
syl_library_add_highlight_finish (SylLibrary    *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
change_meaning (SylHighlightFacts      *facts,
                const SylHighlightEdit *edit)
{
  facts->meaning = edit->wanted->meaning;
}

/**
 * syl_library_set_highlight_meaning_async:
 * @self: a library
 * @uuid: a highlight
 * @meaning: its meaning, 0 to 3
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_highlight_meaning_async (SylLibrary          *self,
                                         const char          *uuid,
                                         unsigned int         meaning,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  SylHighlightEdit *edit;
  GError *error = NULL;

  if (!_syl_highlight_check_meaning (meaning, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_highlight_meaning_async, callback, user_data);
      return;
    }

  edit = _syl_highlight_edit_new (self->history, uuid);
  edit->wanted->meaning = meaning;
  edit->change = change_meaning;
  _syl_library_write_edit (self, change_highlight, edit, syl_library_set_highlight_meaning_async,
                           cancellable, callback, user_data);
}

/**
 * syl_library_set_highlight_meaning_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_highlight_meaning_finish (SylLibrary    *self,
                                          GAsyncResult  *result,
                                          GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/**
 * syl_library_set_highlight_note_async:
 * @self: a library
 * @uuid: a highlight
 * @note: Markdown, "" for none
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Notes are saved while they are typed: one save after the other is one edit to be undone, unless a minute
 * lies between them.
 */
void
syl_library_set_highlight_note_async (SylLibrary          *self,
                                      const char          *uuid,
                                      const char          *note,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  SylHighlightEdit *edit;
  GError *error = NULL;

  if (!_syl_highlight_check_note (note, &error))
    {
      _syl_library_refuse (self, error, syl_library_set_highlight_note_async, callback, user_data);
      return;
    }

  edit = _syl_highlight_edit_new (self->history, uuid);
  edit->wanted->note = g_strdup (note);
  edit->change = change_note;
  _syl_library_write_edit (self, change_highlight, edit, syl_library_set_highlight_note_async,
                           cancellable, callback, user_data);
}

/**
 * syl_library_set_highlight_note_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_highlight_note_finish (SylLibrary    *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/* The time only says that it is deleted; the table sets its own. */
static void
change_to_deleted (SylHighlightFacts      *facts,
                   const SylHighlightEdit *edit)
{
  if (facts->deleted == NULL)
    facts->deleted = g_date_time_new_now_utc ();
}

/**
 * syl_library_delete_highlight_async:
 * @self: a library
 * @uuid: a highlight
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Puts the highlight into the trash, where it lies for 30 days.
 */
void
syl_library_delete_highlight_async (SylLibrary          *self,
                                    const char          *uuid,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  SylHighlightEdit *edit = _syl_highlight_edit_new (self->history, uuid);

  edit->change = change_to_deleted;
  _syl_library_write_edit (self, change_highlight, edit, syl_library_delete_highlight_async, cancellable,
                           callback, user_data);
}

/**
 * syl_library_delete_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is in the trash
 */
gboolean
syl_library_delete_highlight_finish (SylLibrary    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static void
change_to_standing (SylHighlightFacts      *facts,
                    const SylHighlightEdit *edit)
{
  g_clear_pointer (&facts->deleted, g_date_time_unref);
}

/**
 * syl_library_restore_highlight_async:
 * @self: a library
 * @uuid: a highlight
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Takes the highlight out of the trash.
 */
void
syl_library_restore_highlight_async (SylLibrary          *self,
                                     const char          *uuid,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  SylHighlightEdit *edit = _syl_highlight_edit_new (self->history, uuid);

  edit->change = change_to_standing;
  _syl_library_write_edit (self, change_highlight, edit, syl_library_restore_highlight_async, cancellable,
                           callback, user_data);
}

/**
 * syl_library_restore_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is back
 */
gboolean
syl_library_restore_highlight_finish (SylLibrary    *self,
                                      GAsyncResult  *result,
                                      GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static void
change_place (SylHighlightFacts      *facts,
              const SylHighlightEdit *edit)
{
  facts->source_id = edit->wanted->source_id;
  g_set_str (&facts->uri, edit->wanted->uri);
  g_set_str (&facts->quote, edit->wanted->quote);
  g_set_str (&facts->selectors, edit->wanted->selectors);
  facts->page = edit->wanted->page;
  facts->position = edit->wanted->position;
  facts->status = edit->wanted->status;
  facts->score = edit->wanted->score;
}

/**
 * syl_library_reattach_highlight_async:
 * @self: a library
 * @uuid: a highlight
 * @source: the source of its pick that the page belongs to
 * @draft: where it shall be; its meaning and note are ignored
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Gives a highlight that lost its text, or whose place is not sure, another one; its meaning and note
 * stay.
 */
void
syl_library_reattach_highlight_async (SylLibrary              *self,
                                      const char              *uuid,
                                      SylSource               *source,
                                      const SylHighlightDraft *draft,
                                      GCancellable            *cancellable,
                                      GAsyncReadyCallback      callback,
                                      gpointer                 user_data)
{
  SylHighlightEdit *edit;
  GError *error = NULL;

  if (!_syl_highlight_draft_check (draft, &error))
    {
      _syl_library_refuse (self, error, syl_library_reattach_highlight_async, callback, user_data);
      return;
    }

  edit = _syl_highlight_edit_new (self->history, uuid);
  edit->wanted->source_id = syl_source_get_id (source);
  take_draft (edit->wanted, draft);
  edit->change = change_place;
  _syl_library_write_edit (self, change_highlight, edit, syl_library_reattach_highlight_async, cancellable,
                           callback, user_data);
}

/**
 * syl_library_reattach_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_reattach_highlight_finish (SylLibrary    *self,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  return _syl_library_finish_write (result, error);
}
