/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "model/syl-list-private.h"
#include "model/syl-pick-private.h"
#include "tables/syl-pick-table.h"
#include "model/syl-section-private.h"

typedef struct
{
  GHashTable *picks; /* owned */
  gint64 id;
} PickEntry;

static void
pick_gone_cb (gpointer  data,
              GObject  *where_the_object_was)
{
  PickEntry *entry = data;

  g_hash_table_remove (entry->picks, &entry->id);
  g_hash_table_unref (entry->picks);
  g_free (entry);
}

SylPick *
_syl_library_get_pick (SylLibrary *self,
                       gint64      id)
{
  SylPick *pick = g_hash_table_lookup (self->picks, &id);
  PickEntry *entry;

  if (pick != NULL)
    return g_object_ref (pick);

  pick = _syl_pick_new (id);
  entry = g_new (PickEntry, 1);
  entry->picks = g_hash_table_ref (self->picks);
  entry->id = id;
  g_hash_table_insert (self->picks, g_memdup2 (&id, sizeof id), pick);
  g_object_weak_ref (G_OBJECT (pick), pick_gone_cb, entry);
  return pick;
}

static gpointer
read_facts (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  return syl_pick_table_read_facts (connection, user_data, error);
}

static void
facts_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = syl_store_finish (SYL_STORE (object), result, &error);
  g_autoptr (SylLibrary) self = user_data;

  if (all == NULL)
    {
      g_warning ("Picks could not be read: %s", error->message);
      return;
    }

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      SylPickFacts *facts = g_ptr_array_index (all, i);
      SylPick *pick = g_hash_table_lookup (self->picks, &facts->id);

      if (pick != NULL)
        _syl_pick_take_facts (pick, facts);
      else
        syl_pick_facts_free (facts);
    }
}

/* Reads the facts of the picks in @ids, which it takes over, into those of them that live. */
void
_syl_library_load_facts (SylLibrary *self,
                         GArray     *ids)
{
  syl_store_read_async (self->store, read_facts, ids, (GDestroyNotify) g_array_unref,
                        (GDestroyNotify) g_ptr_array_unref, NULL, facts_read_cb,
                        g_object_ref (self));
}

static gboolean
same_objects (GListModel *model,
              GPtrArray  *facts)
{
  if (g_list_model_get_n_items (model) != facts->len)
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      g_autoptr (SylSection) section = g_list_model_get_item (model, i);
      SylSectionFacts *other = g_ptr_array_index (facts, i);

      if (syl_section_get_id (section) != other->id)
        return FALSE;
    }
  return TRUE;
}

static void
take_sections (SylLibrary *self,
               GPtrArray  *facts)
{
  GListModel *model = G_LIST_MODEL (self->sections);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same = same_objects (model, facts);

  g_ptr_array_set_free_func (facts, NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      if (same)
        {
          g_autoptr (SylSection) section = g_list_model_get_item (model, i);

          _syl_section_take_facts (section, g_ptr_array_index (facts, i));
        }
      else
        g_ptr_array_add (objects, _syl_section_new (g_ptr_array_index (facts, i)));
    }
  if (!same)
    g_list_store_splice (self->sections, 0, g_list_model_get_n_items (model), objects->pdata,
                         objects->len);
}

static gboolean
same_list (SylList      *list,
           SylListFacts *facts)
{
  return list != NULL && syl_list_get_id (list) == facts->id &&
         g_str_equal (syl_list_get_title (list), facts->title);
}

static void
take_lists (SylLibrary *self,
            GPtrArray  *facts,
            gint64      list_id)
{
  GListModel *model = G_LIST_MODEL (self->lists);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);
  SylList *shown = NULL;

  g_ptr_array_set_free_func (facts, NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      g_autoptr (SylList) old = g_list_model_get_item (model, i);
      SylListFacts *other = g_ptr_array_index (facts, i);
      gboolean is_shown = other->id == list_id;

      if (same_list (old, other))
        {
          _syl_list_facts_free (other);
          g_ptr_array_add (objects, g_steal_pointer (&old));
        }
      else
        g_ptr_array_add (objects, _syl_list_new (other));
      if (is_shown)
        shown = g_ptr_array_index (objects, i);
    }
  g_list_store_splice (self->lists, 0, g_list_model_get_n_items (model), objects->pdata,
                       objects->len);
  if (g_set_object (&self->list, shown))
    g_object_notify (G_OBJECT (self), "list");
}

static void
take_count (SylLibrary      *self,
            unsigned int    *field,
            unsigned int     value,
            const char      *property)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify (G_OBJECT (self), property);
}

static void
take_overview (SylLibrary      *self,
               SylListOverview *overview)
{
  g_object_freeze_notify (G_OBJECT (self));
  take_sections (self, overview->sections);
  take_lists (self, overview->lists, overview->list_id);
  take_count (self, &self->n_picks, overview->n_picks, "n-picks");
  take_count (self, &self->n_reading, overview->n_reading, "n-reading");
  take_count (self, &self->n_read, overview->n_read, "n-read");
  take_count (self, &self->n_skipped, overview->n_skipped, "n-skipped");
  take_count (self, &self->n_highlights, overview->n_highlights, "n-highlights");
  g_object_thaw_notify (G_OBJECT (self));
}

static gpointer
read_overview (SylConnection  *connection,
               gpointer        user_data,
               GError        **error)
{
  return syl_list_table_read_overview (connection, user_data, error);
}

static void
overview_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SylLibrary *self = SYL_LIBRARY (g_task_get_source_object (task));
  unsigned int generation = GPOINTER_TO_UINT (g_task_get_task_data (task));
  GError *error = NULL;
  g_autoptr (SylListOverview) overview = syl_store_finish (SYL_STORE (object), result, &error);

  if (overview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  /* Where another one is on its way, this one is better than none: who opens the library waits for it. */
  if (generation > self->overview_taken)
    {
      self->overview_taken = generation;
      take_overview (self, overview);
    }
  g_signal_emit_by_name (self, "changed");
  g_task_return_boolean (task, TRUE);
}

/* Reads the contents again, and tells of it. */
void
_syl_library_refresh_async (SylLibrary          *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, _syl_library_refresh_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (++self->overview_generation), NULL);
  syl_store_read_async (self->store, read_overview, g_strdup (self->list_uri), g_free,
                        (GDestroyNotify) syl_list_overview_free, NULL, overview_read_cb, task);
}

gboolean
_syl_library_refresh_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
refreshed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!_syl_library_refresh_finish (SYL_LIBRARY (object), result, &error))
    g_warning ("The list could not be read: %s", error->message);
}

void
_syl_library_refresh (SylLibrary *self)
{
  _syl_library_refresh_async (self, refreshed_cb, NULL);
}

static GArray *
get_live_ids (SylLibrary *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->picks);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  return ids;
}

static void
refresh_picks (SylLibrary         *self,
               const SylChangeSet *changes)
{
  g_autoptr (GArray) ids = changes->all_picks ? get_live_ids (self)
                                              : g_array_ref (changes->pick_ids);

  if (ids->len > 0)
    _syl_library_load_facts (self, g_steal_pointer (&ids));
  _syl_library_refresh_details (self, changes);
}

void
_syl_library_take_changes (SylLibrary         *self,
                           const SylChangeSet *changes)
{
  if (!syl_store_is_open (self->store))
    return;

  refresh_picks (self, changes);
  if (changes->kinds & SYL_CHANGE_SETTING)
    _syl_library_refresh_meanings (self);
  if (changes->kinds & SYL_CHANGE_READING)
    syl_library_refresh_questions (self);
  _syl_library_refresh (self);
}
