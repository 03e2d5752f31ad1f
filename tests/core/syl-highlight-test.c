/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-highlight-test.h"

/* Makes a call, waits for its answer and returns what it says. */
#define RETURN_ANSWER(call, finish)                                      \
  GAsyncResult *answer = NULL;                                           \
  g_autoptr (GAsyncResult) result = NULL;                                \
                                                                         \
  call;                                                                  \
  result = syl_test_wait (&answer);                                      \
  return finish (library, result, error)
#define READY NULL, syl_test_ready_cb, &answer

static gboolean
is_loaded (gpointer model)
{
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);
  return !loading;
}

void
syl_highlight_test_wait_until_loaded (GListModel *model)
{
  syl_test_wait_until (is_loaded, model);
}

static gboolean
load_details (SylLibrary  *library,
              SylPick     *pick,
              GError     **error)
{
  RETURN_ANSWER (syl_library_load_details_async (library, pick, READY), syl_library_load_details_finish);
}

void
syl_highlight_test_open (SylHighlightTest *self)
{
  self->library = syl_test_open_library (self->folder, self->lists);
  self->pick = syl_test_find_pick (self->library, "p1-2");
  g_assert_true (load_details (self->library, self->pick, NULL));
  self->source = g_list_model_get_item (syl_pick_get_sources (self->pick), 0);
  self->model = syl_library_list_highlights (self->library, self->pick);
  syl_highlight_test_wait_until_loaded (self->model);
}

void
syl_highlight_test_close (SylHighlightTest *self)
{
  g_clear_object (&self->model);
  g_clear_object (&self->source);
  g_clear_object (&self->pick);
  syl_test_close_library (self->library);
}

void
syl_highlight_test_set_up (SylHighlightTest *self,
                           gconstpointer     data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", 2, 3);
  g_autofree char *file = NULL;

  self->folder = syl_test_make_folder ();
  self->lists = g_build_filename (self->folder, "lists", NULL);
  file = syl_test_write_file (self->lists, "a.json", list);
  syl_highlight_test_open (self);
}

void
syl_highlight_test_tear_down (SylHighlightTest *self,
                              gconstpointer     data)
{
  syl_highlight_test_close (self);
  syl_test_remove_folder (self->folder);
  g_free (self->lists);
  g_free (self->folder);
}

void
syl_highlight_test_reopen (SylHighlightTest *self)
{
  syl_highlight_test_close (self);
  syl_highlight_test_open (self);
}

SylHighlightDraft
syl_highlight_test_make_draft (const char   *quote,
                               unsigned int  position)
{
  return (SylHighlightDraft) { "https://example.org/1/2", quote, "{\"exact\":\"x\"}", 0, position, 1, NULL };
}

char *
syl_highlight_test_add (SylHighlightTest *self,
                        const char       *quote,
                        unsigned int      position)
{
  SylHighlightDraft draft = syl_highlight_test_make_draft (quote, position);
  g_autoptr (GError) error = NULL;
  char *uuid = syl_highlight_test_add_draft (self, &draft, &error);

  g_assert_no_error (error);
  return uuid;
}

/* Returns: (transfer full) (nullable): the highlight in the model, as it is now */
SylHighlight *
syl_highlight_test_get (GListModel *model,
                        const char *uuid)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (model, i);

      if (g_str_equal (syl_highlight_get_uuid (highlight), uuid))
        return g_steal_pointer (&highlight);
    }
  return NULL;
}

typedef struct
{
  gpointer object;
  unsigned int n;
  const char *note;
} Wait;

static gboolean
has_count (gpointer data)
{
  Wait *wait = data;

  return g_list_model_get_n_items (wait->object) == wait->n;
}

void
syl_highlight_test_wait_for_count (GListModel   *model,
                                   unsigned int  n)
{
  Wait wait = { .object = model, .n = n };

  syl_test_wait_until (has_count, &wait);
}

static gboolean
has_note (gpointer data)
{
  Wait *wait = data;

  return g_str_equal (syl_highlight_get_note (wait->object), wait->note);
}

void
syl_highlight_test_wait_for_note (SylHighlight *highlight,
                                  const char   *note)
{
  Wait wait = { .object = highlight, .note = note };

  syl_test_wait_until (has_note, &wait);
}

char *
syl_highlight_test_add_draft (SylHighlightTest         *self,
                              const SylHighlightDraft  *draft,
                              GError                  **error)
{
  SylLibrary *library = self->library;

  RETURN_ANSWER (syl_library_add_highlight_async (library, self->source, draft, READY),
                 syl_library_add_highlight_finish);
}

SylHighlight *
syl_highlight_test_find (SylLibrary  *library,
                         const char  *uuid,
                         GError     **error)
{
  RETURN_ANSWER (syl_library_find_highlight_async (library, uuid, READY), syl_library_find_highlight_finish);
}

gboolean
syl_highlight_test_set_meaning (SylLibrary    *library,
                                const char    *uuid,
                                unsigned int   meaning,
                                GError       **error)
{
  RETURN_ANSWER (syl_library_set_highlight_meaning_async (library, uuid, meaning, READY),
                 syl_library_set_highlight_meaning_finish);
}

gboolean
syl_highlight_test_set_note (SylLibrary  *library,
                             const char  *uuid,
                             const char  *note,
                             GError     **error)
{
  RETURN_ANSWER (syl_library_set_highlight_note_async (library, uuid, note, READY),
                 syl_library_set_highlight_note_finish);
}

gboolean
syl_highlight_test_delete (SylLibrary  *library,
                           const char  *uuid,
                           GError     **error)
{
  RETURN_ANSWER (syl_library_delete_highlight_async (library, uuid, READY), syl_library_delete_highlight_finish);
}

gboolean
syl_highlight_test_restore (SylLibrary  *library,
                            const char  *uuid,
                            GError     **error)
{
  RETURN_ANSWER (syl_library_restore_highlight_async (library, uuid, READY),
                 syl_library_restore_highlight_finish);
}

gboolean
syl_highlight_test_remove (SylLibrary  *library,
                           const char  *uuid,
                           GError     **error)
{
  RETURN_ANSWER (syl_library_remove_highlight_async (library, uuid, READY), syl_library_remove_highlight_finish);
}

gboolean
syl_highlight_test_restore_note (SylLibrary  *library,
                                 const char  *uuid,
                                 GError     **error)
{
  RETURN_ANSWER (syl_library_restore_note_async (library, uuid, READY), syl_library_restore_note_finish);
}

gboolean
syl_highlight_test_remove_note (SylLibrary  *library,
                                const char  *uuid,
                                GError     **error)
{
  RETURN_ANSWER (syl_library_remove_note_async (library, uuid, READY), syl_library_remove_note_finish);
}

gboolean
syl_highlight_test_reattach (SylLibrary               *library,
                             const char               *uuid,
                             SylSource                *source,
                             const SylHighlightDraft  *draft,
                             GError                  **error)
{
  RETURN_ANSWER (syl_library_reattach_highlight_async (library, uuid, source, draft, READY),
                 syl_library_reattach_highlight_finish);
}

gboolean
syl_highlight_test_set_places (SylLibrary               *library,
                               const SylHighlightPlace  *places,
                               gsize                     n_places,
                               GError                  **error)
{
  RETURN_ANSWER (syl_library_set_highlight_places_async (library, places, n_places, READY),
                 syl_library_set_highlight_places_finish);
}

gboolean
syl_highlight_test_undo (SylLibrary  *library,
                         GError     **error)
{
  RETURN_ANSWER (syl_library_undo_edit_async (library, READY), syl_library_undo_edit_finish);
}

gboolean
syl_highlight_test_redo (SylLibrary  *library,
                         GError     **error)
{
  RETURN_ANSWER (syl_library_redo_edit_async (library, READY), syl_library_redo_edit_finish);
}

gboolean
syl_highlight_test_set_name (SylLibrary    *library,
                             unsigned int   meaning,
                             const char    *name,
                             GError       **error)
{
  RETURN_ANSWER (syl_library_set_meaning_name_async (library, meaning, name, READY),
                 syl_library_set_meaning_name_finish);
}

gboolean
syl_highlight_test_write (SylLibrary  *library,
                          SylPick     *pick,
                          const char  *note,
                          GError     **error)
{
  RETURN_ANSWER (syl_library_set_note_async (library, pick, note, READY), syl_library_set_note_finish);
}

static char *
load_note (SylLibrary  *library,
           SylPick     *pick,
           GError     **error)
{
  RETURN_ANSWER (syl_library_load_note_async (library, pick, READY), syl_library_load_note_finish);
}

char *
syl_highlight_test_read (SylLibrary *library,
                         SylPick    *pick)
{
  g_autoptr (GError) error = NULL;
  char *text = load_note (library, pick, &error);

  g_assert_no_error (error);
  return text;
}

static char *
export_pick (SylLibrary  *library,
             SylPick     *pick,
             GError     **error)
{
  RETURN_ANSWER (syl_library_export_pick_async (library, pick, READY), syl_library_export_pick_finish);
}

char *
syl_highlight_test_export_pick (SylLibrary *library,
                                SylPick    *pick)
{
  g_autoptr (GError) error = NULL;
  char *text = export_pick (library, pick, &error);

  g_assert_no_error (error);
  return text;
}

static char *
export_all (SylLibrary  *library,
            GError     **error)
{
  RETURN_ANSWER (syl_library_export_notes_async (library, READY), syl_library_export_notes_finish);
}

char *
syl_highlight_test_export_all (SylLibrary *library)
{
  g_autoptr (GError) error = NULL;
  char *text = export_all (library, &error);

  g_assert_no_error (error);
  return text;
}

static gpointer
query (SylConnection  *connection,
       gpointer        user_data,
       GError        **error)
{
  gint64 value;

  return syl_connection_query_int64 (connection, user_data, &value, error) ? g_memdup2 (&value, sizeof value)
                                                                           : NULL;
}

static gpointer
execute (SylConnection  *connection,
         gpointer        user_data,
         GError        **error)
{
  syl_connection_execute (connection, user_data, error);
  return NULL;
}

/* On the connection that writes. */
static gpointer
run (SylLibrary   *library,
     SylStoreFunc  func,
     const char   *sql)
{
  SylStore *store = syl_library_get_store (library);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  gpointer value;

  syl_store_write_async (store, func, (gpointer) sql, NULL, g_free, READY);
  result = syl_test_wait (&answer);
  value = syl_store_finish (store, result, &error);
  g_assert_no_error (error);
  return value;
}

gint64
syl_highlight_test_query (SylLibrary *library,
                          const char *sql)
{
  g_autofree gint64 *value = run (library, query, sql);

  return *value;
}

void
syl_highlight_test_execute (SylLibrary *library,
                            const char *sql)
{
  run (library, execute, sql);
}

/* How many rows have been written by this library since it was opened. */
gint64
syl_highlight_test_count_writes (SylLibrary *library)
{
  return syl_highlight_test_query (library, "SELECT total_changes()");
}
