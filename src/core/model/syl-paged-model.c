/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-paged-model.h"

#include "model/syl-library-private.h"
#include "tables/syl-pick-table.h"

#define PAGE_SIZE 64
/* What is held beyond the rows in use: those a reader is likely to scroll back to. */
#define MAX_PAGES 16

typedef struct
{
  unsigned int number;
  GPtrArray *picks; /* of SylPick, owned */
} Page;

struct _SylPagedModel
{
  GObject parent_instance;

  SylLibrary *library; /* owned */
  SylPickGroup group;
  gint64 list_id; /* 0 until the library has a list */
  gint64 section_id;
  SylPickIds *ids; /* owned */
  GQueue pages;    /* of Page, the last used first */
  guint loading : 1;
  guint reading : 1;
  guint stale : 1; /* changed since the read began */
};

typedef enum
{
  PROP_LOADING = 1,
} SylPagedModelProps;

static GParamSpec *properties[PROP_LOADING + 1];

enum
{
  RUNS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->picks);
  g_free (page);
}

static Page *
load_page (SylPagedModel *self,
           unsigned int   number)
{
  Page *page = g_new0 (Page, 1);
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  unsigned int end = MIN ((number + 1) * PAGE_SIZE, self->ids->ids->len);

  page->number = number;
  page->picks = g_ptr_array_new_with_free_func (g_object_unref);
  for (unsigned int i = number * PAGE_SIZE; i < end; i++)
    {
      gint64 id = g_array_index (self->ids->ids, gint64, i);
      SylPick *pick = _syl_library_get_pick (self->library, id);

      if (!syl_pick_get_loaded (pick))
        g_array_append_val (missing, id);
      g_ptr_array_add (page->picks, pick);
    }

  if (missing->len > 0)
    _syl_library_load_facts (self->library, missing);
  else
    g_array_unref (missing);
  return page;
}

static Page *
get_page (SylPagedModel *self,
          unsigned int   number)
{
  Page *page;

  for (GList *link = self->pages.head; link != NULL; link = link->next)
    {
      page = link->data;
      if (page->number != number)
        continue;
      g_queue_unlink (&self->pages, link);
      g_queue_push_head_link (&self->pages, link);
      return page;
    }

  page = load_page (self, number);
  g_queue_push_head (&self->pages, page);
  if (self->pages.length > MAX_PAGES)
    page_free (g_queue_pop_tail (&self->pages));
  return page;
}

static GType
get_item_type (GListModel *model)
{
  return SYL_TYPE_PICK;
}

static unsigned int
get_n_items (GListModel *model)
{
  return SYL_PAGED_MODEL (model)->ids->ids->len;
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  SylPagedModel *self = SYL_PAGED_MODEL (model);
  Page *page;

  if (position >= self->ids->ids->len)
    return NULL;

  page = get_page (self, position / PAGE_SIZE);
  return g_object_ref (g_ptr_array_index (page->picks, position % PAGE_SIZE));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SylPagedModel, syl_paged_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
set_loaded (SylPagedModel *self)
{
  if (!self->loading)
    return;

  self->loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static unsigned int
count_same_start (GArray *a,
                  GArray *b)
{
  unsigned int n = MIN (a->len, b->len);
  unsigned int i = 0;

  while (i < n && g_array_index (a, gint64, i) == g_array_index (b, gint64, i))
    i++;
  return i;
}

static unsigned int
count_same_end (GArray       *a,
                GArray       *b,
                unsigned int  n_start)
{
  unsigned int n = MIN (a->len, b->len) - n_start;
  unsigned int i = 0;

  while (i < n && g_array_index (a, gint64, a->len - 1 - i) == g_array_index (b, gint64, b->len - 1 - i))
    i++;
  return i;
}

static gboolean
equal_runs (GArray *a,
            GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

/* Rows that stay are not told of: only what lies between the same start and the same end. */
static void
take_ids (SylPagedModel *self,
          SylPickIds    *ids)
{
  g_autoptr (SylPickIds) old = g_steal_pointer (&self->ids);
  unsigned int n_start = count_same_start (old->ids, ids->ids);
  unsigned int n_end = count_same_end (old->ids, ids->ids, n_start);
  unsigned int n_removed = old->ids->len - n_start - n_end;
  unsigned int n_added = ids->ids->len - n_start - n_end;

  self->ids = ids;
  if (n_removed > 0 || n_added > 0)
    {
      g_queue_clear_full (&self->pages, page_free);
      g_list_model_items_changed (G_LIST_MODEL (self), n_start, n_removed, n_added);
    }
  if (n_start + n_end > 0 && !equal_runs (old->runs, ids->runs))
    g_signal_emit (self, signals[RUNS_CHANGED], 0, 0, ids->ids->len);
  set_loaded (self);
}

typedef struct
{
  gint64 list_id;
  gint64 section_id;
  SylPickGroup group;
} Query;

static gpointer
read_ids (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Query *query = user_data;

  return syl_pick_table_read_ids (connection, query->list_id, query->group, query->section_id, error);
}

static void refresh (SylPagedModel *self);

static void
ids_read_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SylPagedModel) self = user_data;
  g_autoptr (GError) error = NULL;
  SylPickIds *ids = syl_store_finish (SYL_STORE (object), result, &error);

  self->reading = FALSE;
  if (ids != NULL)
    take_ids (self, ids);
  else if (!g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CLOSED))
    {
      g_warning ("Picks could not be listed: %s", error->message);
      set_loaded (self);
    }
  if (self->stale)
    refresh (self);
}

static void
refresh (SylPagedModel *self)
{
  Query *query;

  self->stale = self->reading;
  if (self->reading)
    return;
  if (self->list_id == 0)
    self->list_id = _syl_library_get_list_id (self->library);

  self->reading = TRUE;
  query = g_new0 (Query, 1);
  query->list_id = self->list_id;
  query->section_id = self->section_id;
  query->group = self->group;
  syl_store_read_async (syl_library_get_store (self->library), read_ids, query, g_free,
                        (GDestroyNotify) syl_pick_ids_free, NULL, ids_read_cb, g_object_ref (self));
}

static void
syl_paged_model_finalize (GObject *object)
{
  SylPagedModel *self = SYL_PAGED_MODEL (object);

  g_queue_clear_full (&self->pages, page_free);
  g_clear_pointer (&self->ids, syl_pick_ids_free);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_paged_model_parent_class)->finalize (object);
}

static void
syl_paged_model_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SylPagedModel *self = SYL_PAGED_MODEL (object);

  switch ((SylPagedModelProps) property_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    }
}

static void
syl_paged_model_class_init (SylPagedModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = syl_paged_model_finalize;
  object_class->get_property = syl_paged_model_get_property;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[RUNS_CHANGED] = g_signal_new ("runs-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
syl_paged_model_init (SylPagedModel *self)
{
  self->ids = syl_pick_ids_new ();
  self->loading = TRUE;
}

SylPagedModel *
_syl_paged_model_new (SylLibrary   *library,
                      SylPickGroup  group,
                      gint64        section_id)
{
  SylPagedModel *self = g_object_new (SYL_TYPE_PAGED_MODEL, NULL);

  self->library = g_object_ref (library);
  self->group = group;
  self->section_id = section_id;
  self->list_id = _syl_library_get_list_id (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * syl_paged_model_get_loading:
 * @self: a model
 *
 * Returns: whether it is not known yet which picks there are
 */
gboolean
syl_paged_model_get_loading (SylPagedModel *self)
{
  return self->loading;
}

/**
 * syl_paged_model_get_run:
 * @self: a model
 * @position: of an item
 * @out_start: (out): position of the first item of its run
 * @out_end: (out): position after the last one
 */
void
syl_paged_model_get_run (SylPagedModel *self,
                         unsigned int   position,
                         unsigned int  *out_start,
                         unsigned int  *out_end)
{
  GArray *runs = self->ids->runs;
  unsigned int low = 0;
  unsigned int high = runs->len;

  g_return_if_fail (position < self->ids->ids->len);

  while (high - low > 1)
    {
      unsigned int middle = low + (high - low) / 2;

      if (g_array_index (runs, guint, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  *out_start = g_array_index (runs, guint, low);
  *out_end = high < runs->len ? g_array_index (runs, guint, high) : self->ids->ids->len;
}

/**
 * syl_paged_model_find:
 * @self: a model
 * @pick_id: the row of a pick
 *
 * Returns: its position, or %G_MAXUINT if it is not listed
 */
unsigned int
syl_paged_model_find (SylPagedModel *self,
                      gint64         pick_id)
{
  GArray *ids = self->ids->ids;

  for (unsigned int i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == pick_id)
        return i;
    }
  return G_MAXUINT;
}
