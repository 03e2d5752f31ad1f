/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-results.h"

#include "search/syl-search-query.h"
#include "search/syl-search-snippet.h"
#include "text/syl-markdown.h"

#define MAX_TITLE_CHARS 200
#define MAX_CONTEXT_CHARS 120
#define MAX_SNIPPET_CHARS 160

static void
hit_free (gpointer data)
{
  SylSearchHit *self = data;

  g_free (self->key);
  g_free (self->source);
  g_free (self->title);
  g_free (self->context);
  g_free (self->snippet);
  g_free (self->media);
  g_free (self);
}

/* Of commentary, or else of the note, whichever has something of what the title has not. */
static char *
make_snippet (const SylSearchQuery *query,
              const SylSearchRow   *row)
{
  const char *const texts[] = { row->text, row->note };

  if (syl_search_query_is_in (query, row->title))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = syl_markdown_to_plain_text (texts[i]);

      if (syl_search_query_has_word_in (query, plain))
        return syl_search_mark (plain, (const char * const *) query->words, MAX_SNIPPET_CHARS);
    }
  return NULL;
}

/* Where there is more than one list, a hit says of which it is. */
static char *
make_context (const SylSearchRow *row)
{
  g_autofree char *context = g_strjoin (row->list[0] != '\0' ? " · " : "", row->context, row->list, NULL);

  return syl_search_line (context, MAX_CONTEXT_CHARS);
}

static SylSearchHit *
hit_new (const SylSearchQuery *query,
         const SylSearchRow   *row)
{
  SylSearchHit *self = g_new0 (SylSearchHit, 1);

  self->kind = row->kind;
  self->key = g_utf8_make_valid (row->key, -1);
  self->source = g_utf8_make_valid (row->source, -1);
  self->title = syl_search_mark (row->title, (const char * const *) query->words, MAX_TITLE_CHARS);
  self->context = make_context (row);
  self->snippet = make_snippet (query, row);
  self->media = g_utf8_make_valid (row->media, -1);
  self->number = row->number;
  self->extra = row->extra;
  return self;
}

typedef struct
{
  const SylSearchQuery *query;
  GCancellable *cancellable;            /* nullable */
  GPtrArray *found[SYL_SEARCH_N_RANKS]; /* of SylSearchHit */
  unsigned int n_found;
} Search;

static gboolean
visit (const SylSearchRow *row,
       gpointer            user_data)
{
  Search *search = user_data;
  SylSearchRank rank = syl_search_query_rank (search->query, row);

  if (rank != SYL_SEARCH_RANK_NONE)
    {
      search->n_found++;
      if (search->found[rank]->len < SYL_SEARCH_MAX_HITS)
        g_ptr_array_add (search->found[rank], hit_new (search->query, row));
    }
  return !g_cancellable_is_cancelled (search->cancellable);
}

/* Takes the best, and lets go of the rest. */
static void
fill_group (SylSearchGroup *group,
            Search         *search)
{
  group->n_found = search->n_found;
  for (int rank = 0; rank < SYL_SEARCH_N_RANKS; rank++)
    {
      while (search->found[rank]->len > 0 && group->hits->len < SYL_SEARCH_MAX_HITS)
        g_ptr_array_add (group->hits, g_ptr_array_steal_index (search->found[rank], 0));
      g_ptr_array_unref (search->found[rank]);
    }
}

static gboolean
find (SylSearchResults      *self,
      SylSearchKind          kind,
      SylConnection         *connection,
      const SylSearchQuery  *query,
      GCancellable          *cancellable,
      GError               **error)
{
  Search search = { .query = query, .cancellable = cancellable };
  gboolean visited;

  for (int rank = 0; rank < SYL_SEARCH_N_RANKS; rank++)
    search.found[rank] = g_ptr_array_new_with_free_func (hit_free);
  visited = syl_search_table_visit (connection, kind, visit, &search, error);
  fill_group (&self->groups[kind], &search);
  return visited && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * syl_search_results_new:
 * @connection: a connection
 * @text: words that all have to be there; case and accents don't matter
 * @cancellable: (nullable): stops it
 * @error: return location for a %SYL_STORE_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Looks for what syl_search_run() looks for, and keeps kinds apart.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SylSearchResults *
syl_search_results_new (SylConnection  *connection,
                        const char     *text,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (SylSearchQuery) query = syl_search_query_new (text);
  g_autoptr (SylSearchResults) self = g_new0 (SylSearchResults, 1);

  for (int kind = 0; kind < SYL_SEARCH_N_KINDS; kind++)
    self->groups[kind].hits = g_ptr_array_new_with_free_func (hit_free);
  for (int kind = 0; query != NULL && kind < SYL_SEARCH_N_KINDS; kind++)
    {
      if (!find (self, (SylSearchKind) kind, connection, query, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * syl_search_results_free:
 * @self: (transfer full): what was found
 */
void
syl_search_results_free (SylSearchResults *self)
{
  for (int kind = 0; kind < SYL_SEARCH_N_KINDS; kind++)
    g_ptr_array_unref (self->groups[kind].hits);
  g_free (self);
}
