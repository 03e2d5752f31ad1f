/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-private.h"

/* Of so many words on either side so many have to be the same. */
#define N_WORDS 8
#define N_SAME 6

/* A pair of words that stands at more places is not looked at. */
#define MAX_PLACES 64

/* How many of the words before @own and before @other, or from there on, are the same. */
static unsigned int
count_same (const SylAnchorPattern *pattern,
            const SylAnchorPage    *page,
            gint64                  own,
            gint64                  other,
            int                     step)
{
  unsigned int n = 0;

  for (int i = 0; i < N_WORDS; i++, own += step, other += step)
    {
      if (own < 0 || other < 0 || own >= pattern->words.length || other >= page->words.length)
        break;
      n += pattern->words.array[own].hash == page->words.array[other].hash;
    }
  return n;
}

/* Finds where what stood before the quote now stands right before what stood behind it: somebody
 * has cut the quote out there. Of several such seams the one that landmarks speak for.
 *
 * Returns the word of the page behind the seam; below 0, where there is none */
double
syl_anchor_find_seam (const SylAnchorPattern *pattern,
                      const SylAnchorPage    *page)
{
  double seam = -1;
  unsigned int most = 0;
  guint32 n_places, hash, first = pattern->first, end = pattern->end;
  const guint64 *places;

  if (first < N_SAME || end + N_SAME > pattern->words.length)
    return -1;

  hash = syl_anchor_words_hash_two (&pattern->words, first - 1, end);
  places = syl_anchor_index_look_up (page->pairs, hash, &n_places);
  for (guint32 i = 0; n_places <= MAX_PLACES && i < n_places; i++)
    {
      guint32 place = (guint32) places[i];
      unsigned int n = syl_anchor_landmarks_count (pattern, (double) place + 1) + 1;

      if (n > most && count_same (pattern, page, (gint64) first - 1, place, -1) >= N_SAME &&
          count_same (pattern, page, end, (gint64) place + 1, 1) >= N_SAME)
        {
          most = n;
          seam = (double) place + 1;
        }
    }
  return seam;
}
