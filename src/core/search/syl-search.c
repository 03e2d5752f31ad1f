/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search.h"

#include "search/syl-search-id.h"
#include "search/syl-search-query.h"

typedef struct
{
  SylSearchQuery *query;                 /* owned, nullable */
  GCancellable *cancellable;             /* unowned, nullable */
  GPtrArray *found[SYL_SEARCH_N_RANKS];  /* of SylSearchItem, owned */
} Search;

static void
search_clear (Search *self)
{
  for (int rank = 0; rank < SYL_SEARCH_N_RANKS; rank++)
    g_clear_pointer (&self->found[rank], g_ptr_array_unref);
  g_clear_pointer (&self->query, syl_search_query_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_init (Search       *self,
             const char   *text,
             GCancellable *cancellable)
{
  self->query = syl_search_query_new (text);
  self->cancellable = cancellable;
  for (int rank = 0; rank < SYL_SEARCH_N_RANKS; rank++)
    self->found[rank] = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_search_item_free);
}

static gboolean
visit (const SylSearchRow *row,
       gpointer            user_data)
{
  Search *self = user_data;
  SylSearchRank rank = syl_search_query_rank (self->query, row);

  if (rank != SYL_SEARCH_RANK_NONE && self->found[rank]->len < SYL_SEARCH_MAX_RESULTS)
    g_ptr_array_add (self->found[rank], syl_search_item_new (row));
  return !g_cancellable_is_cancelled (self->cancellable) &&
         self->found[SYL_SEARCH_RANK_HIGHLIGHT]->len < SYL_SEARCH_MAX_RESULTS;
}

static GPtrArray *
take_best (Search *self)
{
  GPtrArray *best = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_search_item_free);

  for (int rank = 0; rank < SYL_SEARCH_N_RANKS; rank++)
    {
      while (self->found[rank]->len > 0 && best->len < SYL_SEARCH_MAX_RESULTS)
        g_ptr_array_add (best, g_ptr_array_steal_index (self->found[rank], 0));
    }
  return best;
}

/**
 * syl_search_run:
 * @connection: a connection
 * @text: words that all have to be there; case and accents don't matter
 * @cancellable: (nullable): stops it
 * @error: return location for a %SYL_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Looks for picks and sources by their titles, picks by their commentary and the note on them, and
 * highlights by their quotes and notes.
 *
 * Returns: (transfer full) (nullable) (element-type SylSearchItem): at most
 *   %SYL_SEARCH_MAX_RESULTS of them: titles that begin so, other titles, texts, highlights
 */
GPtrArray *
syl_search_run (SylConnection  *connection,
                const char     *text,
                GCancellable   *cancellable,
                GError        **error)
{
  const SylSearchKind kinds[] = { SYL_SEARCH_PICK, SYL_SEARCH_SOURCE, SYL_SEARCH_HIGHLIGHT };
  g_auto (Search) search = { 0, };

  search_init (&search, text, cancellable);
  for (gsize i = 0; search.query != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      if (!syl_search_table_visit (connection, kinds[i], visit, &search, error) ||
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  return take_best (&search);
}

static gboolean
keep (const SylSearchRow *row,
      gpointer            user_data)
{
  g_ptr_array_add (user_data, syl_search_item_new (row));
  return FALSE;
}

/**
 * syl_search_look_up:
 * @connection: a connection
 * @ids: (array zero-terminated=1): ids from anywhere
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylSearchItem): those that are there, in the order
 *   of @ids; the rest is passed over
 */
GPtrArray *
syl_search_look_up (SylConnection       *connection,
                    const char * const  *ids,
                    GError             **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_search_item_free);

  for (; *ids != NULL; ids++)
    {
      g_autoptr (SylSearchId) id = syl_search_id_parse (*ids);

      if (id != NULL && !syl_search_table_find (connection, id->kind, id->key, id->source, keep, items, error))
        return NULL;
    }
  return g_steal_pointer (&items);
}
