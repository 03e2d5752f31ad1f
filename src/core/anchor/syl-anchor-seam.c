/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-private.h"

/* Of so many words on either side so many have to be the same. */
#define N_WORDS 8
#define N_SAME 6

/* A pair of words that stands at more places is not looked at. */
#define MAX_PLACES 1024

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

/* How much speaks for a seam: landmarks first, then the words on both sides. 0, where it is none. */
static unsigned int
weigh_seam (const SylAnchorPattern *pattern,
            const SylAnchorPage    *page,
            guint32                 place)
{
  unsigned int before = count_same (pattern, page, (gint64) pattern->first - 1, place, -1);
  unsigned int after = count_same (pattern, page, pattern->end, (gint64) place + 1, 1);

  if (before < N_SAME || after < N_SAME)
    return 0;
  return syl_anchor_landmarks_count (pattern, (double) place + 1) * (2 * N_WORDS + 1) + before + after;
}

/* Finds where what stood before the quote now stands right before what stood behind it: somebody
 * has cut the quote out there. Of several such seams the one that landmarks speak for.
 *
 * Returns the word of the page behind the seam; below 0, where there is none. @exact: whether every
 * word that was compared is as it was */
double
syl_anchor_find_seam (const SylAnchorPattern *pattern,
                      const SylAnchorPage    *page,
                      gboolean               *exact)
{
  double seam = -1;
  unsigned int most = 0;
  guint32 n_places, hash, first = pattern->first, end = pattern->end;
  const guint64 *places;

  *exact = FALSE;
  if (first < N_SAME || end + N_SAME > pattern->words.length)
    return -1;

  hash = syl_anchor_words_hash_two (&pattern->words, first - 1, end);
  places = syl_anchor_index_look_up (page->pairs, hash, &n_places);
  for (guint32 i = 0; n_places <= MAX_PLACES && i < n_places; i++)
    {
      guint32 place = (guint32) places[i];
      unsigned int n = weigh_seam (pattern, page, place);

      if (n > most)
        {
          most = n;
          seam = (double) place + 1;
          *exact = n % (2 * N_WORDS + 1) == MIN (N_WORDS, first) + MIN (N_WORDS, pattern->words.length - end);
        }
    }
  return seam;
}
