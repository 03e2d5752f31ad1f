/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-query.h"

#include <string.h>

#include "text/syl-fold.h"
#include "text/syl-markdown.h"

/* What is longer was not typed to find something. */
#define MAX_QUERY_BYTES 1024

/**
 * syl_search_query_new:
 * @text: words that all have to be there; case and accents don't matter
 *
 * Returns: (transfer full) (nullable): it as a query; %NULL where there is nothing to look for
 */
SylSearchQuery *
syl_search_query_new (const char *text)
{
  char **words = strlen (text) <= MAX_QUERY_BYTES ? syl_fold_words (text) : NULL;
  SylSearchQuery *self;

  if (words == NULL)
    return NULL;
  self = g_new0 (SylSearchQuery, 1);
  self->words = words;
  self->phrase = g_strjoinv (" ", words);
  return self;
}

static gboolean
has_words (const SylSearchQuery *self,
           const char           *folded)
{
  return syl_fold_has_words (folded, (const char * const *) self->words);
}

/**
 * syl_search_query_is_in:
 * @self: a query
 * @text: a text, not folded
 *
 * Returns: whether all of the words are in it
 */
gboolean
syl_search_query_is_in (const SylSearchQuery *self,
                        const char           *text)
{
  g_autofree char *folded = syl_fold_text (text);

  return has_words (self, folded);
}

/**
 * syl_search_query_has_word_in:
 * @self: a query
 * @text: a text, not folded
 *
 * Returns: whether one of the words is in it
 */
gboolean
syl_search_query_has_word_in (const SylSearchQuery *self,
                              const char           *text)
{
  g_autofree char *folded = syl_fold_text (text);

  for (char **word = self->words; *word != NULL; word++)
    {
      if (strstr (folded, *word) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Markdown is folded first as it stands, which costs less than to read it, and rules most out. */
static gboolean
is_in_texts (const SylSearchQuery *self,
             const char           *title,
             const SylSearchRow   *row)
{
  g_autofree char *rough = g_strjoin ("\n", title, row->text, row->note, NULL);
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;
  g_autofree char *plain = NULL;

  if ((row->text[0] == '\0' && row->note[0] == '\0') || !syl_search_query_is_in (self, rough))
    return FALSE;
  text = syl_markdown_to_plain_text (row->text);
  note = syl_markdown_to_plain_text (row->note);
  plain = g_strjoin ("\n", title, text, note, NULL);
  return syl_search_query_is_in (self, plain);
}

/**
 * syl_search_query_rank:
 * @self: a query
 * @row: what could be found
 *
 * Returns: how good it is
 */
SylSearchRank
syl_search_query_rank (const SylSearchQuery *self,
                       const SylSearchRow   *row)
{
  g_autofree char *title = syl_fold_text (row->title);
  gboolean titled = has_words (self, title);

  if (row->kind == SYL_SEARCH_HIGHLIGHT)
    return titled || is_in_texts (self, title, row) ? SYL_SEARCH_RANK_HIGHLIGHT : SYL_SEARCH_RANK_NONE;
  if (titled)
    return g_str_has_prefix (title, self->phrase) ? SYL_SEARCH_RANK_TITLE_BEGINS : SYL_SEARCH_RANK_TITLE;
  return is_in_texts (self, title, row) ? SYL_SEARCH_RANK_TEXT : SYL_SEARCH_RANK_NONE;
}

/**
 * syl_search_query_free:
 * @self: (transfer full): a query
 */
void
syl_search_query_free (SylSearchQuery *self)
{
  g_strfreev (self->words);
  g_free (self->phrase);
  g_free (self);
}
