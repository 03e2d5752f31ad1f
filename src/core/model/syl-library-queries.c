/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "model/syl-pick-private.h"
#include "tables/syl-pick-table.h"
#include "tables/syl-progress-table.h"

/**
 * syl_library_list_picks:
 * @self: a library
 * @group: which picks of the list that is shown
 * @section_id: the row of a section for %SYL_PICK_GROUP_SECTION, else ignored
 *
 * Returns: (transfer full): the picks, which arrive later and stay true from then on
 */
SylPagedModel *
syl_library_list_picks (SylLibrary   *self,
                        SylPickGroup  group,
                        gint64        section_id)
{
  return _syl_paged_model_new (self, group, section_id);
}

typedef struct
{
  gint64 list_id;
  char *slug;
} FindRequest;

static void
find_request_free (gpointer data)
{
  FindRequest *request = data;

  g_free (request->slug);
  g_free (request);
}

static gpointer
find_pick (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  FindRequest *request = user_data;
  gint64 id = syl_pick_table_find (connection, request->list_id, request->slug, error);
  g_autoptr (GArray) ids = NULL;

  if (id == 0)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, id);
  return syl_pick_table_read_facts (connection, ids, error);
}

/* Of facts that were read for one pick: the pick that has them now. */
static SylPick *
take_one (SylLibrary *self,
          GPtrArray  *all)
{
  SylPickFacts *facts = g_ptr_array_index (all, 0);
  SylPick *pick = _syl_library_get_pick (self, facts->id);

  g_ptr_array_set_free_func (all, NULL);
  _syl_pick_take_facts (pick, facts);
  return pick;
}

/**
 * syl_library_find_pick_async:
 * @self: a library
 * @slug: id of a pick within its list; the list that is shown is looked through first
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
syl_library_find_pick_async (SylLibrary          *self,
                             const char          *slug,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  FindRequest *request = g_new0 (FindRequest, 1);

  request->list_id = _syl_library_get_list_id (self);
  request->slug = g_strdup (slug);
  g_task_set_source_tag (task, syl_library_find_pick_async);
  syl_store_read_async (self->store, find_pick, request, find_request_free,
                        (GDestroyNotify) g_ptr_array_unref, cancellable, _syl_library_forward_cb,
                        task);
}

/**
 * syl_library_find_pick_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_NOT_FOUND if no pick has the id
 *
 * Returns: (transfer full) (nullable): the pick, loaded
 */
SylPick *
syl_library_find_pick_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_autoptr (GPtrArray) all = g_task_propagate_pointer (G_TASK (result), error);

  return all != NULL ? take_one (self, all) : NULL;
}

static gpointer
read_details (SylConnection  *connection,
              gpointer        user_data,
              GError        **error)
{
  return syl_pick_table_read_details (connection, *(gint64 *) user_data, error);
}

static void
details_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SylPickDetails *details = syl_store_finish (SYL_STORE (object), result, &error);

  if (details == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  _syl_pick_take_details (g_task_get_task_data (task), details);
  g_task_return_boolean (task, TRUE);
}

/**
 * syl_library_load_details_async:
 * @self: a library
 * @pick: one of its picks
 * @cancellable: (nullable): stops it
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Reads the pick's commentary and sources, and keeps them true as long as the pick lives.
 */
void
syl_library_load_details_async (SylLibrary          *self,
                                SylPick             *pick,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = syl_pick_get_id (pick);

  g_task_set_source_tag (task, syl_library_load_details_async);
  g_task_set_task_data (task, g_object_ref (pick), g_object_unref);
  syl_store_read_async (self->store, read_details, g_memdup2 (&id, sizeof id), g_free,
                        (GDestroyNotify) syl_pick_details_free, cancellable, details_read_cb, task);
}

/**
 * syl_library_load_details_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if the pick is detailed now
 */
gboolean
syl_library_load_details_finish (SylLibrary    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
details_refreshed_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_load_details_finish (SYL_LIBRARY (object), result, &error))
    g_warning ("A pick could not be read again: %s", error->message);
}

static gboolean
concerns (const SylChangeSet *changes,
          gint64              pick_id)
{
  for (guint i = 0; i < changes->pick_ids->len; i++)
    {
      if (g_array_index (changes->pick_ids, gint64, i) == pick_id)
        return TRUE;
    }
  return changes->all_picks;
}

void
_syl_library_refresh_details (SylLibrary         *self,
                              const SylChangeSet *changes)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->picks);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      SylPick *pick = value;

      if (syl_pick_get_detailed (pick) && concerns (changes, syl_pick_get_id (pick)))
        syl_library_load_details_async (self, pick, NULL, details_refreshed_cb, NULL);
    }
}

typedef struct
{
  char *uri;
  char *place;
} StoredPlace;

static void
stored_place_free (gpointer data)
{
  StoredPlace *stored = data;

  g_free (stored->uri);
  g_free (stored->place);
  g_free (stored);
}

static gpointer
read_place (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  StoredPlace *stored = g_new0 (StoredPlace, 1);

  if (syl_progress_table_load_place (connection, *(gint64 *) user_data, &stored->uri, &stored->place,
                                     error))
    return stored;
  stored_place_free (stored);
  return NULL;
}

/**
 * syl_library_load_place_async:
 * @self: a library
 * @source: a source
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks up where the reader left the source.
 */
void
syl_library_load_place_async (SylLibrary          *self,
                              SylSource           *source,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  gint64 id = syl_source_get_id (source);

  g_task_set_source_tag (task, syl_library_load_place_async);
  syl_store_read_async (self->store, read_place, g_memdup2 (&id, sizeof id), g_free,
                        stored_place_free, cancellable, _syl_library_forward_cb, task);
}

/**
 * syl_library_load_place_finish:
 * @self: a library
 * @result: what the callback got
 * @out_uri: (out) (transfer full) (nullable): the address the place is on
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): what syl_library_save_place_async() was given; %NULL without
 *   an error if there is none
 */
GVariant *
syl_library_load_place_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               char         **out_uri,
                               GError       **error)
{
  StoredPlace *stored = g_task_propagate_pointer (G_TASK (result), error);
  GVariant *place = NULL;

  *out_uri = NULL;
  if (stored == NULL)
    return NULL;
  if (stored->place != NULL)
    place = g_variant_parse (NULL, stored->place, NULL, NULL, NULL);
  *out_uri = g_steal_pointer (&stored->uri);
  stored_place_free (stored);
  return place;
}
