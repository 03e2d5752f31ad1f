/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-private.h"

/* Words and pairs that stand at more places say too little about any one of them. */
#define MAX_PLACES 48

/* Diagonals are counted together in buckets of at least so many. */
#define MIN_BUCKET 32
#define MAX_BUCKET 512

/* Words that may have been put in or taken out between the quote and its surroundings. */
#define MARGIN 128

#define N_BANDS_OF_ALL 4
#define N_BANDS_OF_QUOTE 3
#define N_HITS 3

/* What is not above so many bits, and so many times the average, is chance. */
#define MIN_VOTES 8.0f
#define TIMES_AVERAGE 3.0f

typedef struct
{
  const SylAnchorPattern *pattern;
  const SylAnchorPage *page;
  gint64 bucket;      /* diagonals in a bucket */
  gsize n_buckets;
  float *votes;       /* owned */
  float chance;       /* votes that a pair of buckets gets by chance */
} Ballot;

static void
cast (Ballot               *self,
      const SylAnchorIndex *index,
      guint32               hash,
      guint32               row,
      int                   weight)
{
  guint32 n_places;
  const guint64 *places = syl_anchor_index_look_up (index, hash, &n_places);

  for (guint32 i = 0; n_places <= MAX_PLACES && i < n_places; i++)
    {
      gint64 diagonal = (gint64) (guint32) places[i] - row + self->pattern->words.length;

      self->votes[diagonal / self->bucket] += (float) weight / SYL_ANCHOR_BIT;
    }
}

static void
cast_all (Ballot  *self,
          guint32  first,
          guint32  end)
{
  const SylAnchorPattern *pattern = self->pattern;

  for (guint32 i = first; i < end; i++)
    {
      cast (self, self->page->singles, pattern->words.array[i].hash, i, pattern->weights[i]);
      if (i + 1 < end)
        cast (self, self->page->pairs, syl_anchor_words_hash_pair (&pattern->words, i), i,
              pattern->weights[i] + pattern->weights[i + 1]);
    }
}

static void
measure_chance (Ballot *self)
{
  double sum = 0;

  for (gsize i = 0; i < self->n_buckets; i++)
    sum += self->votes[i];
  self->chance = MIN_VOTES + TIMES_AVERAGE * (float) (2 * sum / (double) self->n_buckets);
}

static SylAnchorBand
band_around (gint64 low,
             gint64 high)
{
  return (SylAnchorBand) { low - MARGIN, high + MARGIN };
}

/* Two buckets side by side are taken together, for what was put in or taken out moves what is
 * behind it to other diagonals. */
static gboolean
take_best (Ballot        *self,
           SylAnchorBand *band)
{
  float most = self->chance;
  gsize best = G_MAXSIZE;
  gint64 low;

  for (gsize i = 0; i + 1 < self->n_buckets; i++)
    if (self->votes[i] + self->votes[i + 1] > most)
      {
        most = self->votes[i] + self->votes[i + 1];
        best = i;
      }
  if (best == G_MAXSIZE)
    return FALSE;

  low = (gint64) best * self->bucket - self->pattern->words.length;
  *band = band_around (low, low + 2 * self->bucket);
  for (gsize i = best > 0 ? best - 1 : 0; i < MIN (best + 3, self->n_buckets); i++)
    self->votes[i] = 0;
  return TRUE;
}

static void
elect (const SylAnchorPattern *pattern,
       SylAnchorPage          *page,
       guint32                 first,
       guint32                 end,
       unsigned int            n_bands,
       GArray                 *bands)
{
  Ballot self = { .pattern = pattern, .page = page };
  SylAnchorBand band;

  self.bucket = CLAMP (pattern->words.length / 8, MIN_BUCKET, MAX_BUCKET);
  self.n_buckets = ((gsize) page->words.length + pattern->words.length) / (gsize) self.bucket + 2;
  self.votes = g_new0 (float, self.n_buckets);
  page->work -= (gint64) self.n_buckets + (gint64) (end - first) * 16;
  cast_all (&self, first, end);
  measure_chance (&self);
  while (n_bands-- > 0 && take_best (&self, &band))
    g_array_append_val (bands, band);
  g_free (self.votes);
}

static SylAnchorBand
band_at_offset (const SylAnchorPattern *pattern,
                const SylAnchorPage    *page,
                gsize                   offset)
{
  gint64 diagonal = (gint64) syl_anchor_words_find (&page->words, offset) - pattern->first;

  return band_around (diagonal, diagonal);
}

/* Of many copies, those whose surroundings are most alike are looked at. */
static void
add_best_hits (const SylAnchorPattern *pattern,
               const SylAnchorPage    *page,
               GArray                 *hits,
               GArray                 *bands)
{
  gsize bests[N_HITS] = { 0 }, offsets[N_HITS] = { 0 };

  for (guint i = 0; i < hits->len; i++)
    {
      gsize hit = g_array_index (hits, gsize, i);
      gsize common = syl_anchor_common_before (pattern, page, hit) + syl_anchor_common_after (pattern, page, hit) + 1;

      for (guint n = 0; n < N_HITS; n++)
        if (common > bests[n])
          {
            gsize other = bests[n], other_offset = offsets[n];

            bests[n] = common, offsets[n] = hit;
            common = other, hit = other_offset;
          }
    }
  for (guint n = 0; n < N_HITS && bests[n] > 0; n++)
    {
      SylAnchorBand band = band_at_offset (pattern, page, offsets[n]);

      g_array_append_val (bands, band);
    }
}

/* Where the quote may be with what is around it: on diagonals that much of the pattern lies on. */
GArray *
syl_anchor_find_bands (const SylAnchorPattern *pattern,
                       SylAnchorPage          *page)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (SylAnchorBand));

  elect (pattern, page, 0, pattern->words.length, N_BANDS_OF_ALL, bands);
  return bands;
}

/* Where it may be without that: on diagonals that much of the quote lies on, at exact copies, and
 * where it would be if the page had only grown or shrunk evenly. */
GArray *
syl_anchor_find_more_bands (const SylAnchorPattern *pattern,
                            SylAnchorPage          *page,
                            GArray                 *hits)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (SylAnchorBand));

  elect (pattern, page, pattern->first, pattern->end, N_BANDS_OF_QUOTE, bands);
  add_best_hits (pattern, page, hits, bands);
  if (pattern->expected >= 0)
    {
      gint64 diagonal = (gint64) pattern->expected - pattern->first;
      SylAnchorBand band = band_around (diagonal, diagonal);

      g_array_append_val (bands, band);
    }
  return bands;
}
