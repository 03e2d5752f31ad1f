/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "anchor/syl-anchor-private.h"

/* So many words on either side speak for a place, the nearer ones more than the farther ones. */
#define NEAR_WORDS 24
#define HALF_WAY 6.0

/* A word that is likened by less than this is another word. */
#define SAME_WORD 60

/* Words of the quote may come to stand so far apart, and farther only in longer quotes. */
#define LEAST_GAP 24

/* What stands beyond such a gap is left out if it tells less than this share of the rest. */
#define STRAGGLERS 0.25

static gboolean
is_there (const SylAnchorAlignment *alignment,
          guint32                   index)
{
  return alignment->partners[index] != SYL_ANCHOR_NO_PARTNER && alignment->likeness[index] >= SAME_WORD;
}

static double
measure_quote (const SylAnchorPattern   *pattern,
               const SylAnchorAlignment *alignment,
               guint32                   first,
               guint32                   end)
{
  double there = 0;

  for (guint32 i = first; i < end; i++)
    if (is_there (alignment, i))
      there += pattern->weights[i] * alignment->likeness[i] / 100.0;
  return there / SYL_ANCHOR_BIT / syl_anchor_pattern_sum (pattern, pattern->first, pattern->end);
}

/* @step -1 goes back from the quote, 1 on from it. Below 0: there is nothing on that side. */
static double
measure_side (const SylAnchorPattern   *pattern,
              const SylAnchorAlignment *alignment,
              int                       step)
{
  double there = 0, all = 0;

  for (int n = 0; n < NEAR_WORDS; n++)
    {
      gint64 i = step < 0 ? (gint64) pattern->first - 1 - n : (gint64) pattern->end + n;
      double weight;

      if (i < 0 || i >= pattern->words.length)
        break;
      weight = pattern->weights[i] / (1 + n / HALF_WAY);
      all += weight;
      if (is_there (alignment, (guint32) i))
        there += weight;
    }
  return all > 0 ? there / all : -1;
}

/* How many words of the page stand between the nearest words that are there on either side, less
 * those words of the pattern around the quote that are not. */
static gboolean
is_closed (const SylAnchorPattern   *pattern,
           const SylAnchorAlignment *alignment)
{
  gint64 before = (gint64) pattern->first - 1, after = pattern->end, missing;

  while (before >= 0 && !is_there (alignment, (guint32) before))
    before--;
  while (after < pattern->words.length && !is_there (alignment, (guint32) after))
    after++;
  missing = pattern->first - 1 - before + after - pattern->end;
  if (before < 0 || after >= pattern->words.length || missing > 12)
    return FALSE;

  return (gint64) alignment->partners[after] - alignment->partners[before] - 1 <= missing + 1;
}

/* Where the first or the last word of the quote is only a part of a word, so it is in the page. */
static void
find_ends (SylAnchorPlace           *self,
           const SylAnchorPattern   *pattern,
           const SylAnchorPage      *page,
           const SylAnchorAlignment *alignment,
           guint32                   first,
           guint32                   last)
{
  const SylAnchorWord *words = page->words.array, *own = pattern->words.array;

  self->start = words[alignment->partners[first]].start;
  self->end = words[alignment->partners[last]].end;
  if (alignment->likeness[first] == 100 && own[first].start < pattern->quote_start)
    self->start += pattern->quote_start - own[first].start;
  if (alignment->likeness[last] == 100 && own[last].end > pattern->quote_end)
    self->end -= own[last].end - pattern->quote_end;
  self->word = (double) alignment->partners[first] - (first - pattern->first);
}

/* Nothing of it is left: where it would begin, by the nearest word that is there. */
static double
find_gap (const SylAnchorPattern   *pattern,
          const SylAnchorAlignment *alignment)
{
  gint64 i = (gint64) pattern->first - 1;

  while (i >= 0 && !is_there (alignment, (guint32) i))
    i--;
  if (i >= 0)
    return (double) alignment->partners[i] + pattern->first - (double) i;

  for (i = pattern->end; i < pattern->words.length; i++)
    if (is_there (alignment, (guint32) i))
      return (double) alignment->partners[i] - (double) (i - pattern->end);
  return 0;
}

static double
weigh_there (const SylAnchorPattern   *pattern,
             const SylAnchorAlignment *alignment,
             guint32                   first,
             guint32                   end)
{
  double there = 0;

  for (guint32 i = first; i < end; i++)
    if (is_there (alignment, i))
      there += pattern->weights[i];
  return there;
}

/* A word or two that also stand far from the rest are chance: only the weightier side of a long
 * gap is the quote. */
static void
drop_stragglers (const SylAnchorPattern   *pattern,
                 const SylAnchorAlignment *alignment,
                 guint32                  *first,
                 guint32                  *end)
{
  guint32 longest = MAX (LEAST_GAP, pattern->end - pattern->first), last = *first;

  for (guint32 i = *first + 1; i < *end; i++)
    {
      double before, after;

      if (alignment->partners[i] == SYL_ANCHOR_NO_PARTNER)
        continue;
      if (alignment->partners[i] - alignment->partners[last] > longest)
        {
          before = weigh_there (pattern, alignment, *first, i);
          after = weigh_there (pattern, alignment, i, *end);
          if (before < STRAGGLERS * after)
            *first = i;
          else if (after < STRAGGLERS * before)
            *end = last + 1;
        }
      last = i;
    }
}

static void
find_image (SylAnchorPlace           *self,
            const SylAnchorPattern   *pattern,
            const SylAnchorPage      *page,
            const SylAnchorAlignment *alignment)
{
  gsize length = pattern->quote_end - pattern->quote_start;
  guint32 first = pattern->first, end = pattern->end;

  while (first < pattern->end && alignment->partners[first] == SYL_ANCHOR_NO_PARTNER)
    first++;
  if (first == pattern->end)
    {
      self->word = find_gap (pattern, alignment);
      return;
    }
  while (alignment->partners[end - 1] == SYL_ANCHOR_NO_PARTNER)
    end--;

  drop_stragglers (pattern, alignment, &first, &end);
  find_ends (self, pattern, page, alignment, first, end - 1);
  self->quote = measure_quote (pattern, alignment, first, end);
  self->spread = (double) (self->end - self->start) / (double) length;
  self->same = self->end - self->start == length &&
               memcmp (page->normal->text + self->start, pattern->text + pattern->quote_start, length) == 0;
}

/* Reads from an alignment what became of the quote. */
void
syl_anchor_place_init (SylAnchorPlace           *self,
                       const SylAnchorPattern   *pattern,
                       const SylAnchorPage      *page,
                       const SylAnchorAlignment *alignment)
{
  memset (self, 0, sizeof *self);
  find_image (self, pattern, page, alignment);
  self->before = measure_side (pattern, alignment, -1);
  self->after = measure_side (pattern, alignment, 1);
  /* At an end of the page the other side has to do, and there is nothing to say without either. */
  if (self->before < 0)
    self->before = MAX (self->after, 0);
  if (self->after < 0)
    self->after = self->before;
  self->closed = is_closed (pattern, alignment);
  self->bits = alignment->bits;
}
