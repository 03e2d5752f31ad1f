/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tables/syl-search-table.h"

G_BEGIN_DECLS

/**
 * SylSearchRank:
 * @SYL_SEARCH_RANK_TITLE_BEGINS: a title that begins with the words
 * @SYL_SEARCH_RANK_TITLE: another title that has them
 * @SYL_SEARCH_RANK_TEXT: a text that has them, with its title
 * @SYL_SEARCH_RANK_HIGHLIGHT: a highlight or its note
 * @SYL_SEARCH_RANK_NONE: not what is looked for
 *
 * How good a row is, best first.
 */
typedef enum
{
  SYL_SEARCH_RANK_TITLE_BEGINS,
  SYL_SEARCH_RANK_TITLE,
  SYL_SEARCH_RANK_TEXT,
  SYL_SEARCH_RANK_HIGHLIGHT,
  SYL_SEARCH_RANK_NONE,
} SylSearchRank;

/**
 * SYL_SEARCH_N_RANKS:
 *
 * How many ranks there are of what is found.
 */
#define SYL_SEARCH_N_RANKS SYL_SEARCH_RANK_NONE

/**
 * SylSearchQuery:
 * @words: all of them have to be there; folded
 * @phrase: the words as a title could begin with them
 *
 * What is looked for.
 */
typedef struct
{
  char **words;
  char *phrase;
} SylSearchQuery;

SylSearchQuery *syl_search_query_new  (const char           *text);
gboolean        syl_search_query_is_in (const SylSearchQuery *self,
                                        const char           *text);
gboolean        syl_search_query_has_word_in (const SylSearchQuery *self,
                                        const char           *text);
SylSearchRank   syl_search_query_rank (const SylSearchQuery *self,
                                       const SylSearchRow   *row);
void            syl_search_query_free (SylSearchQuery       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylSearchQuery, syl_search_query_free)

G_END_DECLS
