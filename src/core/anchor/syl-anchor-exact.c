/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "anchor/syl-anchor-private.h"

/* More places of a word, or of a pair of them, than these are not gone through. */
#define MAX_PLACES 2048

static gboolean
stands_at (const SylAnchorPattern *pattern,
           const SylAnchorPage    *page,
           gint64                  start)
{
  gsize length = pattern->quote_end - pattern->quote_start;

  return start >= 0 && (gsize) start + length <= page->normal->length &&
         memcmp (page->normal->text + start, pattern->text + pattern->quote_start, length) == 0;
}

/* The rarest pair of words that lies within the quote; the outermost words may be parts of words. */
static const guint64 *
find_rarest_pair (const SylAnchorPattern *pattern,
                  const SylAnchorPage    *page,
                  guint32                *index,
                  guint32                *n_places)
{
  const guint64 *rarest = NULL;
  guint32 end = pattern->end - 1;

  *n_places = MAX_PLACES + 1;
  for (guint32 i = pattern->first + 1; i + 1 < end && i < pattern->first + 16 && *n_places > 2; i++)
    {
      guint32 hash = syl_anchor_words_hash_pair (&pattern->words, i), n;
      const guint64 *places = syl_anchor_index_look_up (page->pairs, hash, &n);

      if (n < *n_places)
        {
          rarest = places;
          *n_places = n;
          *index = i;
        }
    }
  return rarest;
}

/* The rarest word that lies within the quote. */
static const guint64 *
find_rarest_word (const SylAnchorPattern *pattern,
                  const SylAnchorPage    *page,
                  guint32                *index,
                  guint32                *n_places)
{
  const guint64 *rarest = NULL;

  *n_places = MAX_PLACES + 1;
  for (guint32 i = pattern->first + 1; i + 1 < pattern->end && i < pattern->first + 4; i++)
    {
      guint32 n;
      const guint64 *places = syl_anchor_index_look_up (page->singles, pattern->words.array[i].hash, &n);

      if (n < *n_places)
        {
          rarest = places;
          *n_places = n;
          *index = i;
        }
    }
  return rarest;
}

static void
find_by_word (const SylAnchorPattern *pattern,
              const SylAnchorPage    *page,
              const guint64          *places,
              guint32                 n_places,
              guint32                 index,
              GArray                 *hits)
{
  gsize offset = pattern->words.array[index].start - pattern->quote_start;

  for (guint32 i = 0; i < n_places && hits->len < SYL_ANCHOR_MAX_COPIES; i++)
    {
      gint64 start = (gint64) page->words.array[(guint32) places[i]].start - (gint64) offset;
      gsize hit = (gsize) start;

      if (stands_at (pattern, page, start))
        g_array_append_val (hits, hit);
    }
}

static void
find_by_reading (const SylAnchorPattern *pattern,
                 const SylAnchorPage    *page,
                 GArray                 *hits)
{
  const char *text = page->normal->text, *end = text + page->normal->length, *found = text;
  gsize length = pattern->quote_end - pattern->quote_start;

  while (hits->len < SYL_ANCHOR_MAX_COPIES &&
         (found = memmem (found, (gsize) (end - found), pattern->text + pattern->quote_start, length)) != NULL)
    {
      gsize hit = (gsize) (found - text);

      g_array_append_val (hits, hit);
      found += length;
    }
}

/* Where the normalised quote stands in the page, to the letter: offsets in the normalised text,
 * rising, at most SYL_ANCHOR_MAX_COPIES. */
GArray *
syl_anchor_find_exact (const SylAnchorPattern *pattern,
                       const SylAnchorPage    *page)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint32 index = 0, n_places;
  const guint64 *places = find_rarest_pair (pattern, page, &index, &n_places);

  if (places == NULL)
    places = find_rarest_word (pattern, page, &index, &n_places);
  if (places != NULL)
    find_by_word (pattern, page, places, n_places, index, hits);
  else
    find_by_reading (pattern, page, hits);
  return hits;
}

/* How many bytes before the quote and before @hit are the same. */
gsize
syl_anchor_common_before (const SylAnchorPattern *pattern,
                          const SylAnchorPage    *page,
                          gsize                   hit)
{
  gsize longest = MIN (pattern->quote_start, hit), n = 0;

  while (n < longest && pattern->text[pattern->quote_start - n - 1] == page->normal->text[hit - n - 1])
    n++;
  return n;
}

/* How many bytes behind the quote and behind its copy at @hit are the same. */
gsize
syl_anchor_common_after (const SylAnchorPattern *pattern,
                         const SylAnchorPage    *page,
                         gsize                   hit)
{
  gsize behind = hit + pattern->quote_end - pattern->quote_start, n = 0;
  gsize longest = MIN (pattern->length - pattern->quote_end, page->normal->length - behind);

  while (n < longest && pattern->text[pattern->quote_end + n] == page->normal->text[behind + n])
    n++;
  return n;
}
