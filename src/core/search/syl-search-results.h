/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tables/syl-search-table.h"

G_BEGIN_DECLS

/**
 * SYL_SEARCH_MAX_HITS:
 *
 * More of a kind are counted, but not kept.
 */
#define SYL_SEARCH_MAX_HITS 50

/**
 * SylSearchHit:
 * @kind: what it is
 * @key: id of the pick, or uuid of the highlight
 * @source: id of the source within that pick, "" for what is none
 * @title: its title or quote: one line of Pango markup, with what was looked for bold
 * @context: title of the section of a pick, of the pick of all else; and of the list, if there are several: one
 *   line
 * @snippet: (nullable): where in a text something was found, as @title is; %NULL where @title says it all
 * @media: what kind of thing a source is, "" for all else
 * @number: state of a pick, meaning of a highlight
 * @extra: whether a pick is beside the list, and has no state
 *
 * What was found, with where and why.
 */
typedef struct
{
  SylSearchKind kind;
  char *key;
  char *source;
  char *title;
  char *context;
  char *snippet;
  char *media;
  unsigned int number;
  gboolean extra;
} SylSearchHit;

/**
 * SylSearchGroup:
 * @hits: (element-type SylSearchHit): the best, at most %SYL_SEARCH_MAX_HITS
 * @n_found: how many there are in all
 *
 * What was found of one kind.
 */
typedef struct
{
  GPtrArray *hits;
  unsigned int n_found;
} SylSearchGroup;

/**
 * SylSearchResults:
 * @groups: one for each #SylSearchKind
 *
 * What was found.
 */
typedef struct
{
  SylSearchGroup groups[SYL_SEARCH_N_KINDS];
} SylSearchResults;

SylSearchResults *syl_search_results_new  (SylConnection     *connection,
                                           const char        *text,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              syl_search_results_free (SylSearchResults  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylSearchResults, syl_search_results_free)

G_END_DECLS
