/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/highlights/syl-highlight-model.h"

#include "model/syl-library-private.h"

struct _SylHighlightModel
{
  GObject parent_instance;

  SylLibrary *library; /* owned */
  SylHighlightQuery query;
  GPtrArray *items;    /* of SylHighlight, owned */
  guint64 generation;  /* of the read under way */
  guint loading : 1;
  guint reading : 1;
  guint stale : 1; /* changed since the read began */
};

typedef enum
{
  PROP_LOADING = 1,
} SylHighlightModelProps;

static GParamSpec *properties[PROP_LOADING + 1];

static GType
get_item_type (GListModel *model)
{
  return SYL_TYPE_HIGHLIGHT;
}

static unsigned int
get_n_items (GListModel *model)
{
  return SYL_HIGHLIGHT_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  GPtrArray *items = SYL_HIGHLIGHT_MODEL (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SylHighlightModel, syl_highlight_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GHashTable *
make_set (GPtrArray *items)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (set, g_ptr_array_index (items, i));
  return set;
}

/* Takes rows out run by run, from the end, so that listeners only hear of what went. */
static void
remove_gone (SylHighlightModel *self,
             GPtrArray         *items)
{
  g_autoptr (GHashTable) kept = make_set (items);

  for (guint end = self->items->len; end > 0;)
    {
      guint start = end;

      while (start > 0 && !g_hash_table_contains (kept, g_ptr_array_index (self->items, start - 1)))
        start--;
      if (start < end)
        {
          g_ptr_array_remove_range (self->items, start, end - start);
          g_list_model_items_changed (G_LIST_MODEL (self), start, end - start, 0);
        }
      end = start > 0 ? start - 1 : 0;
    }
}

static gboolean
is_same (SylHighlightModel *self,
         GPtrArray         *items,
         guint              position)
{
  return position < self->items->len &&
         g_ptr_array_index (self->items, position) == g_ptr_array_index (items, position);
}

/* Puts new rows in run by run, as long as the old ones stand in the same order. */
static guint
insert_new (SylHighlightModel *self,
            GPtrArray         *items)
{
  g_autoptr (GHashTable) old = make_set (self->items);

  for (guint i = 0; i < items->len;)
    {
      guint end = i;

      while (end < items->len && !g_hash_table_contains (old, g_ptr_array_index (items, end)))
        end++;
      for (guint position = i; position < end; position++)
        g_ptr_array_insert (self->items, (int) position, g_object_ref (g_ptr_array_index (items, position)));
      if (end > i)
        g_list_model_items_changed (G_LIST_MODEL (self), i, 0, end - i);
      if (end < items->len && !is_same (self, items, end))
        return end;
      i = end + 1;
    }
  return items->len;
}

static void
take_items (SylHighlightModel *self,
            GPtrArray         *items)
{
  guint start, n_removed;

  remove_gone (self, items);
  start = insert_new (self, items);
  if (start == items->len)
    return;

  /* What is left was moved. */
  n_removed = self->items->len - start;
  g_ptr_array_remove_range (self->items, start, n_removed);
  for (guint i = start; i < items->len; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (items, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, items->len - start);
}

static void
take_facts (SylHighlightModel *self,
            GPtrArray         *all)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      SylHighlightFacts *facts = g_ptr_array_index (all, i);
      SylHighlight *highlight = _syl_library_get_highlight (self->library, facts->id);

      _syl_highlight_take_facts (highlight, facts, self->generation);
      g_ptr_array_add (items, highlight);
    }
  take_items (self, items);
}

static void
set_loaded (SylHighlightModel *self)
{
  if (!self->loading)
    return;

  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static gpointer
read_highlights (SylConnection  *connection,
                 gpointer        user_data,
                 GError        **error)
{
  return syl_highlight_table_list (connection, user_data, error);
}

static void refresh (SylHighlightModel *self);

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SylHighlightModel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = syl_store_finish (SYL_STORE (object), result, &error);

  self->reading = FALSE;
  if (all != NULL)
    take_facts (self, all);
  else if (!g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CLOSED))
    g_warning ("Highlights could not be listed: %s", error->message);
  set_loaded (self);
  if (self->stale)
    refresh (self);
}

static void
refresh (SylHighlightModel *self)
{
  self->stale = self->reading;
  if (self->reading)
    return;

  self->reading = TRUE;
  self->generation = ++self->library->highlights_generation;
  syl_store_read_async (syl_library_get_store (self->library), read_highlights,
                        g_memdup2 (&self->query, sizeof self->query), g_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, g_object_ref (self));
}

static gboolean
concerns (SylHighlightModel  *self,
          const SylChangeSet *changes)
{
  if (self->query.pick_id == 0 || changes->all_picks)
    return TRUE;
  for (guint i = 0; i < changes->pick_ids->len; i++)
    {
      if (g_array_index (changes->pick_ids, gint64, i) == self->query.pick_id)
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (SylHighlightModel  *self,
            const SylChangeSet *changes)
{
  if ((changes->kinds & (SYL_CHANGE_HIGHLIGHT | SYL_CHANGE_LIST)) && concerns (self, changes))
    refresh (self);
}

static void
syl_highlight_model_finalize (GObject *object)
{
  SylHighlightModel *self = SYL_HIGHLIGHT_MODEL (object);

  g_ptr_array_unref (self->items);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_highlight_model_parent_class)->finalize (object);
}

static void
syl_highlight_model_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SylHighlightModel *self = SYL_HIGHLIGHT_MODEL (object);

  switch ((SylHighlightModelProps) property_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    }
}

static void
syl_highlight_model_class_init (SylHighlightModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = syl_highlight_model_finalize;
  object_class->get_property = syl_highlight_model_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_highlight_model_init (SylHighlightModel *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->loading = TRUE;
}

/**
 * syl_highlight_model_new:
 * @library: a library
 * @query: which highlights
 *
 * Returns: (transfer full): them, which arrive later and stay true from then on
 */
SylHighlightModel *
syl_highlight_model_new (SylLibrary              *library,
                         const SylHighlightQuery *query)
{
  SylHighlightModel *self = g_object_new (SYL_TYPE_HIGHLIGHT_MODEL, NULL);

  self->library = g_object_ref (library);
  self->query = *query;
  g_signal_connect_object (syl_library_get_store (library), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * syl_library_list_highlights:
 * @self: a library
 * @pick: (nullable): one of its picks; %NULL for all picks of the list that is shown
 *
 * Returns: (transfer full) (element-type SylHighlight): the highlights that are not deleted, in the
 *   order of picks, sources and pages. Live, with a property `loading`.
 */
GListModel *
syl_library_list_highlights (SylLibrary *self,
                             SylPick    *pick)
{
  SylHighlightQuery query = { 0 };

  if (pick != NULL)
    query.pick_id = syl_pick_get_id (pick);
  else
    query.list_id = _syl_library_get_list_id (self);
  return G_LIST_MODEL (syl_highlight_model_new (self, &query));
}

/**
 * syl_library_list_trash:
 * @self: a library
 *
 * Returns: (transfer full) (element-type SylHighlight): the highlights that were deleted in the last
 *   30 days, newest first. Live, with a property `loading`.
 */
GListModel *
syl_library_list_trash (SylLibrary *self)
{
  SylHighlightQuery query = { .trash = TRUE };

  return G_LIST_MODEL (syl_highlight_model_new (self, &query));
}
