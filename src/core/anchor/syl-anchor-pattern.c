/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "anchor/syl-anchor-private.h"

#define MIN_BITS 1.0
#define MAX_BITS 12.0

static char *
normalize (const char *text)
{
  g_autoptr (SylNormalText) normal = NULL;

  if (text == NULL)
    return g_strdup ("");

  normal = syl_normal_text_new (text, strlen (text), NULL);
  return normal != NULL ? g_steal_pointer (&normal->text) : g_strdup ("");
}

/* Selectors that came from elsewhere have no surroundings of ours; their context does then. */
static void
join_text (SylAnchorPattern *self)
{
  const SylAnchorSelector *selector = self->selector;
  g_autofree char *before = selector->before != NULL ? g_strdup (selector->before) : normalize (selector->prefix);
  g_autofree char *quote = normalize (selector->exact);
  g_autofree char *after = selector->after != NULL ? g_strdup (selector->after) : normalize (selector->suffix);
  gboolean own = selector->before != NULL && selector->after != NULL;
  const char *gap = own ? "" : " ";

  self->text = g_strconcat (before, *before != '\0' ? gap : "", quote, gap, after, NULL);
  self->length = strlen (self->text);
  self->quote_start = strlen (before) + (*before != '\0' ? strlen (gap) : 0);
  self->quote_end = self->quote_start + strlen (quote);
}

/* Marks tell less than words that are as frequent: they come and go with typesetting. */
static int
weigh (const SylAnchorPattern *self,
       const SylAnchorPage    *page,
       guint32                 index)
{
  const SylAnchorWord *word = &self->words.array[index];
  gunichar c = g_utf8_get_char (self->text + word->start);
  guint32 n_places;
  double bits;

  syl_anchor_index_look_up (page->singles, word->hash, &n_places);
  bits = CLAMP (log2 ((page->words.length + 2.0) / (n_places + 1.0)), MIN_BITS, MAX_BITS);
  return (int) (bits * SYL_ANCHOR_BIT * (g_unichar_isalnum (c) ? 1.0 : 0.4));
}

/* Reads what @selector knows as a row of words: those of the quote alone, until all are weighed.
 * Returns whether there is a quote in it. */
gboolean
syl_anchor_pattern_init (SylAnchorPattern        *self,
                         const SylAnchorSelector *selector,
                         const SylAnchorPage     *page)
{
  memset (self, 0, sizeof *self);
  self->selector = selector;
  join_text (self);
  if (self->quote_start == self->quote_end)
    return FALSE;

  syl_anchor_words_init (&self->words, self->text + self->quote_start, self->quote_end - self->quote_start);
  self->end = self->words.length;
  for (guint32 i = 0; i < self->words.length; i++)
    {
      self->words.array[i].start += (guint32) self->quote_start;
      self->words.array[i].end += (guint32) self->quote_start;
    }
  self->rival = selector->copies > 1 ? 1 : selector->rival / 100.0;
  syl_anchor_landmarks_find (self, page);
  self->expected = -1;
  if (selector->has_position && selector->text_points > 0)
    self->expected = (double) selector->position.start / (double) selector->text_points * page->words.length;

  return TRUE;
}

/* Takes in the words around the quote, and weighs all: only for what is not found to the letter,
 * since it takes longer than that. */
void
syl_anchor_pattern_weigh (SylAnchorPattern    *self,
                          const SylAnchorPage *page)
{
  syl_anchor_words_clear (&self->words);
  syl_anchor_words_init (&self->words, self->text, self->length);
  self->first = syl_anchor_words_find (&self->words, self->quote_start);
  self->end = syl_anchor_words_find (&self->words, self->quote_end - 1) + 1;
  self->weights = g_new (int, self->words.length);
  for (guint32 i = 0; i < self->words.length; i++)
    self->weights[i] = weigh (self, page, i);
}

void
syl_anchor_pattern_clear (SylAnchorPattern *self)
{
  syl_anchor_words_clear (&self->words);
  g_clear_pointer (&self->weights, g_free);
  g_clear_pointer (&self->text, g_free);
}

/* What the words from @first up to @end tell, in bits. */
double
syl_anchor_pattern_sum (const SylAnchorPattern *self,
                        guint32                 first,
                        guint32                 end)
{
  gint64 sum = 0;

  for (guint32 i = first; i < end; i++)
    sum += self->weights[i];
  return (double) sum / SYL_ANCHOR_BIT;
}
