/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "anchor/syl-anchor-page.h"
#include "syl-page-types.h"

G_BEGIN_DECLS

/**
 * SylPencilPage:
 *
 * A page’s text, prepared for finding quotes in it when that is first needed. Counts references;
 * shared by jobs, one of which works on it at a time.
 */
typedef struct _SylPencilPage SylPencilPage;

SylPencilPage *syl_pencil_page_new   (SylPageText   *text);
SylPencilPage *syl_pencil_page_ref   (SylPencilPage *self);
void           syl_pencil_page_unref (SylPencilPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPencilPage, syl_pencil_page_unref)

/**
 * SylPencilMatch:
 * @uuid: which highlight
 * @selectors: its selectors, JSON
 * @meaning: 0 to 3
 * @known: what became of it when it was last looked for
 * @is_guess: it was made on another page, which this one may be now
 * @status: what became of it
 * @score: how much speaks for the place
 * @position: where it begins, in code points
 * @start: the same in UTF-16 units, as the page counts
 * @end: where it ends, in UTF-16 units
 * @words: (nullable): what stands there now, of one that has moved
 *
 * A highlight that is looked for; the last six are the answer.
 */
typedef struct
{
  char *uuid;
  char *selectors;
  unsigned int meaning;
  SylAnchorStatus known;
  gboolean is_guess;
  SylAnchorStatus status;
  double score;
  unsigned int position;
  unsigned int start;
  unsigned int end;
  char *words;
} SylPencilMatch;

/**
 * SylPencilQuote:
 * @quote: the words
 * @selectors: what finds them again, JSON
 * @page: of a PDF, 0 for none
 * @position: where they begin, in code points
 *
 * What a selection is kept as.
 */
typedef struct
{
  char *quote;
  char *selectors;
  unsigned int page;
  unsigned int position;
} SylPencilQuote;

SylPencilMatch *syl_pencil_match_new    (const char           *uuid,
                                         const char           *selectors,
                                         unsigned int          meaning,
                                         SylAnchorStatus       known);
void            syl_pencil_match_free   (SylPencilMatch       *self);
void            syl_pencil_quote_free   (SylPencilQuote       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPencilQuote, syl_pencil_quote_free)

void            syl_pencil_find_async   (SylPencilPage        *page,
                                         GPtrArray            *matches,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray      *syl_pencil_find_finish  (GAsyncResult         *result,
                                         GError              **error);
void            syl_pencil_quote_async  (SylPencilPage        *page,
                                         unsigned int          start,
                                         unsigned int          end,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void            syl_pencil_quote_words_async (const char          *words,
                                              unsigned int         page,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
SylPencilQuote *syl_pencil_quote_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
