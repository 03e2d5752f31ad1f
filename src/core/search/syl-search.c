/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search.h"

#include <string.h>

#include "search/syl-search-id.h"
#include "text/syl-fold.h"
#include "text/syl-markdown.h"

/* What is longer was not typed to find something. */
#define MAX_QUERY_BYTES 1024

/* Best first. */
typedef enum
{
  RANK_TITLE_BEGINS,
  RANK_TITLE,
  RANK_TEXT,
  RANK_HIGHLIGHT,
  N_RANKS,
  RANK_NONE = N_RANKS,
} Rank;

typedef struct
{
  char **words;               /* owned, folded */
  char *phrase;               /* owned: the words as a title could begin with them */
  GCancellable *cancellable;  /* unowned, nullable */
  GPtrArray *found[N_RANKS];  /* of SylSearchItem, owned */
} Search;

static void
search_clear (Search *self)
{
  for (int rank = 0; rank < N_RANKS; rank++)
    g_clear_pointer (&self->found[rank], g_ptr_array_unref);
  g_strfreev (self->words);
  g_free (self->phrase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_init (Search       *self,
             const char   *text,
             GCancellable *cancellable)
{
  self->words = strlen (text) <= MAX_QUERY_BYTES ? syl_fold_words (text) : NULL;
  self->phrase = self->words != NULL ? g_strjoinv (" ", self->words) : NULL;
  self->cancellable = cancellable;
  for (int rank = 0; rank < N_RANKS; rank++)
    self->found[rank] = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_search_item_free);
}

static gboolean
has_words (Search     *self,
           const char *folded)
{
  return syl_fold_has_words (folded, (const char * const *) self->words);
}

/* Markdown is folded first as it stands, which costs less than to read it, and rules most out. */
static gboolean
is_in_text (Search             *self,
            const char         *title,
            const SylSearchRow *row)
{
  g_autofree char *raw = syl_fold_text (row->text);
  g_autofree char *rough = g_strjoin ("\n", title, raw, NULL);
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;

  if (raw[0] == '\0' || !has_words (self, rough))
    return FALSE;
  plain = syl_markdown_to_plain_text (row->text);
  text = syl_fold_text (plain);
  all = g_strjoin ("\n", title, text, NULL);
  return has_words (self, all);
}

static Rank
rank_row (Search             *self,
          const SylSearchRow *row)
{
  g_autofree char *title = syl_fold_text (row->title);
  gboolean titled = has_words (self, title);

  if (row->kind == SYL_SEARCH_HIGHLIGHT)
    return titled || is_in_text (self, title, row) ? RANK_HIGHLIGHT : RANK_NONE;
  if (titled)
    return g_str_has_prefix (title, self->phrase) ? RANK_TITLE_BEGINS : RANK_TITLE;
  return is_in_text (self, title, row) ? RANK_TEXT : RANK_NONE;
}

static gboolean
visit (const SylSearchRow *row,
       gpointer            user_data)
{
  Search *self = user_data;
  Rank rank = rank_row (self, row);

  if (rank != RANK_NONE && self->found[rank]->len < SYL_SEARCH_MAX_RESULTS)
    g_ptr_array_add (self->found[rank], syl_search_item_new (row));
  return !g_cancellable_is_cancelled (self->cancellable) &&
         self->found[RANK_HIGHLIGHT]->len < SYL_SEARCH_MAX_RESULTS;
}

static GPtrArray *
take_best (Search *self)
{
  GPtrArray *best = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_search_item_free);

  for (int rank = 0; rank < N_RANKS; rank++)
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
 * Looks for picks and sources by their titles, picks by their commentary, and highlights by their
 * quotes and notes.
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
  for (gsize i = 0; search.words != NULL && i < G_N_ELEMENTS (kinds); i++)
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
