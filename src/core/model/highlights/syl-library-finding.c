/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "tables/syl-highlight-table.h"

typedef struct
{
  char *uuid;         /* owned */
  guint64 generation; /* of the read */
} FindRequest;

static void
find_request_free (gpointer data)
{
  FindRequest *request = data;

  g_free (request->uuid);
  g_free (request);
}

static gpointer
find_highlight (SylConnection  *connection,
                gpointer        user_data,
                GError        **error)
{
  FindRequest *request = user_data;
  g_autoptr (SylHighlightFacts) facts = syl_highlight_table_find (connection, request->uuid, error);

  if (facts == NULL || facts->deleted == NULL)
    return g_steal_pointer (&facts);
  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "The highlight is in the trash");
  return NULL;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  FindRequest *request = g_task_get_task_data (task);
  SylHighlightFacts *facts;
  SylHighlight *highlight;
  GError *error = NULL;

  facts = syl_store_finish (SYL_STORE (object), result, &error);
  if (facts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  highlight = _syl_library_get_highlight (g_task_get_source_object (task), facts->id);
  _syl_highlight_take_facts (highlight, facts, request->generation);
  g_task_return_pointer (task, highlight, g_object_unref);
}

/**
 * syl_library_find_highlight_async:
 * @self: a library
 * @uuid: id of a highlight, in whichever list
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
syl_library_find_highlight_async (SylLibrary          *self,
                                  const char          *uuid,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  FindRequest *request = g_new0 (FindRequest, 1);

  request->uuid = g_strdup (uuid);
  request->generation = ++self->highlights_generation;
  g_task_set_source_tag (task, syl_library_find_highlight_async);
  g_task_set_task_data (task, request, find_request_free);
  syl_store_read_async (self->store, find_highlight, request, NULL, (GDestroyNotify) syl_highlight_facts_free,
                        cancellable, found_cb, task);
}

/**
 * syl_library_find_highlight_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_NOT_FOUND if there is none, or it
 *   is in the trash
 *
 * Returns: (transfer full) (nullable): the highlight, the same object that models list
 */
SylHighlight *
syl_library_find_highlight_finish (SylLibrary    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
