/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "anchor/syl-anchor-private.h"

/* Steps, of a few nanoseconds, that one call may take: what bounds it whatever the texts are. */
#define WORK (48 * 1024 * 1024)
#define WORK_OF_EACH (512 * 1024)
#define MAX_WORK (128 * 1024 * 1024)

/* Of places that are alike, the one nearer to where the quote was gets up to so many bits more. */
#define POSITION_BITS 3.0

/* So many, each landmark by which a place is where it should be. */
#define LANDMARK_BITS 10.0

/* Diagonals that are left out on both sides at first. */
#define NARROWER 96

static gsize
quote_length (const SylAnchorPattern *pattern)
{
  return pattern->quote_end - pattern->quote_start;
}

static double
weigh_position (const SylAnchorPattern *pattern,
                const SylAnchorPage    *page,
                double                  word)
{
  double bits = LANDMARK_BITS * syl_anchor_landmarks_count (pattern, word);

  if (pattern->expected >= 0)
    bits += POSITION_BITS * MAX (0, 1 - fabs (word - pattern->expected) / (page->words.length / 8.0 + 50));
  return bits;
}

/* The quote tells only what was not the same elsewhere: of places that were alike, those around it
 * decide. */
static double
weigh_place (const SylAnchorPlace   *place,
             const SylAnchorPattern *pattern,
             const SylAnchorPage    *page)
{
  double quote = place->quote * syl_anchor_pattern_sum (pattern, pattern->first, pattern->end);

  return place->bits - pattern->rival * quote + weigh_position (pattern, page, place->word);
}

static void
set_match (SylAnchorMatch      *match,
           const SylAnchorPage *page,
           SylAnchorStatus      status,
           double               score,
           gsize                start,
           gsize                end)
{
  match->status = status;
  match->score = CLAMP (score, 0, 1);
  match->range = syl_normal_text_to_original (page->normal, start, end);
}

/* The page is as it was: so is the place, if it says so itself. */
static gboolean
match_unchanged (const SylAnchorSelector *selector,
                 const SylAnchorPage     *page,
                 SylAnchorMatch          *match)
{
  SylByteRange range;

  if (!selector->has_position || selector->text_hash != page->hash ||
      selector->text_points != syl_text_offsets_get_points (page->offsets) ||
      !syl_text_offsets_from_points (page->offsets, selector->position, &range) ||
      strlen (selector->exact) != range.end - range.start ||
      memcmp (page->text + range.start, selector->exact, range.end - range.start) != 0)
    return FALSE;

  *match = (SylAnchorMatch) { SYL_ANCHOR_ATTACHED, 1, range };
  return TRUE;
}

/* A quote that always had copies is told from them by what stands farther off. */
static gboolean
is_where_it_should_be (const SylAnchorPattern *pattern,
                       const SylAnchorPage    *page,
                       gsize                   hit)
{
  return pattern->selector->copies <= 1 ||
         syl_anchor_landmarks_count (pattern, syl_anchor_words_find (&page->words, hit)) > 1;
}

/* The quote with what stood around it. */
static gboolean
match_exact (const SylAnchorPattern *pattern,
             const SylAnchorPage    *page,
             GArray                 *hits,
             SylAnchorMatch         *match)
{
  gsize wanted = pattern->selector->copies > 1 ? 200 : 64, most = 0, second = 0, best = 0;
  gsize all = pattern->length - quote_length (pattern), behind = pattern->length - pattern->quote_end;

  for (guint i = 0; i < hits->len; i++)
    {
      gsize hit = g_array_index (hits, gsize, i);
      gsize before = syl_anchor_common_before (pattern, page, hit);
      gsize after = syl_anchor_common_after (pattern, page, hit);
      gboolean both = before >= MIN (pattern->quote_start, 12) && after >= MIN (behind, 12);
      gsize common = both ? before + after + 1 : 1;

      second = MAX (second, MIN (common, most));
      if (common > most)
        most = common, best = hit;
    }
  if (most <= MIN (wanted, all) || second + 32 > most || !is_where_it_should_be (pattern, page, best))
    return FALSE;

  set_match (match, page, SYL_ANCHOR_ATTACHED, 0.9 + 0.1 * (double) (most - 1) / (double) MAX (all, 1), best,
             best + quote_length (pattern));
  return TRUE;
}

static gboolean
is_covered (GArray *places,
            double  word)
{
  for (guint i = 0; i < places->len; i++)
    if (fabs (g_array_index (places, SylAnchorPlace, i).word - word) < 16)
      return TRUE;
  return FALSE;
}

/* Nothing else could speak for another place as much. */
static gboolean
is_settled (const SylAnchorPattern *pattern,
            const SylAnchorPlace   *place)
{
  return place->quote >= 0.6 && place->before >= 0.5 && place->after >= 0.5 &&
         (pattern->rival < 0.5 || syl_anchor_landmarks_count (pattern, place->word) >= 3);
}

static gboolean
add_place (const SylAnchorPattern *pattern,
           SylAnchorPage          *page,
           SylAnchorBand           band,
           GArray                 *places)
{
  SylAnchorAlignment alignment = { 0 };
  SylAnchorPlace place;

  if (!syl_anchor_align (pattern, page, band, &alignment))
    return FALSE;

  syl_anchor_place_init (&place, pattern, page, &alignment);
  place.bits = weigh_place (&place, pattern, page);
  g_array_append_val (places, place);
  syl_anchor_alignment_clear (&alignment);
  return is_settled (pattern, &place);
}

static int
compare_places (const void *a,
                const void *b)
{
  double a_bits = ((const SylAnchorPlace *) a)->bits, b_bits = ((const SylAnchorPlace *) b)->bits;

  return (a_bits < b_bits) - (a_bits > b_bits);
}

/* Mostly few words were put in or taken out: that takes a third of the time to see. */
static gboolean
add_near_place (const SylAnchorPattern *pattern,
                SylAnchorPage          *page,
                SylAnchorBand           band,
                GArray                 *places)
{
  guint n_places = places->len;

  if (add_place (pattern, page, (SylAnchorBand) { band.low + NARROWER, band.high - NARROWER }, places))
    return TRUE;

  g_array_set_size (places, n_places);
  return FALSE;
}

/* Returns whether one of them is a place that there is no doubt about. */
static gboolean
add_places (const SylAnchorPattern *pattern,
            SylAnchorPage          *page,
            GArray                 *bands,
            gboolean                all,
            GArray                 *places)
{
  for (guint i = 0; i < bands->len; i++)
    {
      SylAnchorBand band = g_array_index (bands, SylAnchorBand, i);

      if (is_covered (places, (double) (band.low + band.high) / 2 + pattern->first))
        continue;
      if (!all && add_near_place (pattern, page, band, places))
        return TRUE;
      if (add_place (pattern, page, band, places) && !all)
        return TRUE;
    }
  return FALSE;
}

/* What became of the quote in each of the places that it may be at, those first for which most
 * speaks. Unless @all are wanted, it ends with one that there is no doubt about. */
GArray *
syl_anchor_find_places (const SylAnchorPattern *pattern,
                        SylAnchorPage          *page,
                        GArray                 *hits,
                        gboolean                all)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SylAnchorPlace));
  g_autoptr (GArray) bands = syl_anchor_find_bands (pattern, page);

  if (!add_places (pattern, page, bands, all, places))
    {
      g_autoptr (GArray) more = syl_anchor_find_more_bands (pattern, page, hits);

      add_places (pattern, page, more, all, places);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* There, where its surroundings are. The less of the quote is left, the more of these there has to
 * be. */
static gboolean
is_in_place (const SylAnchorPlace *place)
{
  double most = MAX (place->before, place->after), least = MIN (place->before, place->after);

  if (place->quote >= 0.7)
    return most >= 0.5 || (most >= 0.25 && least >= 0.1);
  if (place->spread > 2.5)
    return FALSE;
  if (place->quote >= 0.4)
    return most >= 0.6 || (most >= 0.4 && least >= 0.2);
  return place->quote >= 0.3 && least >= 0.3 && most >= 0.5 && !place->closed;
}

/* Some other part of the text always was as like the quote as this place is, and neither what is on
 * both sides nor what is farther off says that this one is the quote. */
static gboolean
is_rival (const SylAnchorPattern *pattern,
          const SylAnchorPlace   *place)
{
  return pattern->rival >= 0.3 && place->quote <= pattern->rival + 0.1 && MIN (place->before, place->after) < 0.4 &&
         syl_anchor_landmarks_count (pattern, place->word) < 2;
}

/* What stood on both sides of the quote is there, and the quote isn't. */
static gboolean
is_gone (const SylAnchorPlace *place)
{
  return place->quote < 0.5 && place->before >= 0.4 && place->after >= 0.4;
}

/* Elsewhere, and no part of the text that was like the quote before. */
static gboolean
is_moved (const SylAnchorPattern *pattern,
          const SylAnchorPlace   *place,
          GArray                 *hits)
{
  const SylAnchorSelector *selector = pattern->selector;
  double bits = syl_anchor_pattern_sum (pattern, pattern->first, pattern->end);

  if (bits < 24 || quote_length (pattern) < 24)
    return FALSE;
  if (place->same)
    return hits->len == 1 ? selector->copies <= 1 : hits->len >= selector->copies && selector->copies > 0;
  return selector->copies > 0 && bits >= 60 && place->spread < 2 &&
         place->quote >= MAX (0.75, selector->rival / 100.0 + 0.15);
}

/* Another place for which as much speaks. */
static gboolean
is_doubtful (GArray               *places,
             const SylAnchorPlace *best)
{
  for (guint i = 0; i < places->len; i++)
    {
      const SylAnchorPlace *other = &g_array_index (places, SylAnchorPlace, i);

      if (other != best && (other->end <= best->start || other->start >= best->end) &&
          other->bits > best->bits - 12 && other->quote > best->quote - 0.1)
        return TRUE;
    }
  return FALSE;
}

/* The quote was cut out where the seam is, and @place is only like it: as another part of the text was
 * before, where much speaks for the place. */
static gboolean
is_cut_out (const SylAnchorPattern *pattern,
            const SylAnchorPlace   *place,
            double                  seam,
            gboolean                exact)
{
  gboolean strong = place->quote >= 0.8 && place->before >= 0.5 && place->after >= 0.5;

  if (place->same && !exact)
    return FALSE;
  return seam >= 0 && (!strong || (exact && !place->same && pattern->rival >= 0.8)) &&
         syl_anchor_landmarks_count (pattern, seam) >= syl_anchor_landmarks_count (pattern, place->word);
}

static double
score_place (const SylAnchorPlace *place)
{
  return 0.65 * place->quote + 0.3 * (place->before + place->after) / 2;
}

/* Returns whether it is known what became of the quote, be it that it was taken out. */
static gboolean
match_place (const SylAnchorPattern *pattern,
             const SylAnchorPage    *page,
             GArray                 *places,
             GArray                 *hits,
             SylAnchorMatch         *match)
{
  gboolean exact, gone = FALSE;
  double seam = syl_anchor_find_seam (pattern, page, &exact);

  for (guint i = 0; i < places->len; i++)
    {
      const SylAnchorPlace *place = &g_array_index (places, SylAnchorPlace, i);
      gboolean in_place = !gone && is_in_place (place) && !is_rival (pattern, place) &&
                          !is_cut_out (pattern, place, seam, exact);

      if (in_place || is_moved (pattern, place, hits))
        {
          gboolean sure = in_place && place->same && !is_doubtful (places, place);

          set_match (match, page, sure ? SYL_ANCHOR_ATTACHED : SYL_ANCHOR_MOVED, score_place (place), place->start,
                     place->end);
          return TRUE;
        }
      gone = gone || is_gone (place);
    }
  return gone || seam >= 0;
}

static void
match_similar (const SylAnchorPattern *pattern,
               SylAnchorPage          *page,
               SylAnchorMatch         *match)
{
  SylAnchorPlace place;

  if (syl_anchor_find_similar (pattern, page, &place) && MAX (place.before, place.after) >= 0.3)
    set_match (match, page, SYL_ANCHOR_MOVED, score_place (&place), place.start, place.end);
}

static void
match_pattern (SylAnchorPattern *pattern,
               SylAnchorPage    *page,
               SylAnchorMatch   *match)
{
  g_autoptr (GArray) hits = syl_anchor_find_exact (pattern, page);
  g_autoptr (GArray) places = NULL;

  if (match_exact (pattern, page, hits, match))
    return;

  syl_anchor_pattern_weigh (pattern, page);
  places = syl_anchor_find_places (pattern, page, hits, FALSE);
  if (!match_place (pattern, page, places, hits, match))
    match_similar (pattern, page, match);
}

/**
 * syl_anchor_page_match:
 * @self: a page
 * @selectors: (array length=n_selectors): what is kept of highlights
 * @n_selectors: how many
 * @matches: (out caller-allocates) (array length=n_selectors): where each is now
 *
 * Finds highlights again. Those whose text and surroundings are as they were take microseconds,
 * others about a millisecond; all together take no more than seconds whatever the texts are, and
 * what is not found by then counts as orphaned. In the thread that owns @self.
 *
 * The words before, of and behind a quote are aligned with the page (T. F. Smith and M. S.
 * Waterman 1981, O. Gotoh 1982) where they have most in common, and what lies between the
 * surroundings is judged.
 */
void
syl_anchor_page_match (SylAnchorPage                  *self,
                       const SylAnchorSelector *const *selectors,
                       gsize                           n_selectors,
                       SylAnchorMatch                 *matches)
{
  g_return_if_fail (self != NULL);

  self->work = MIN ((gint64) n_selectors * WORK_OF_EACH + WORK, MAX_WORK);
  for (gsize i = 0; i < n_selectors; i++)
    {
      SylAnchorPattern pattern = { 0 };

      matches[i] = (SylAnchorMatch) { .status = SYL_ANCHOR_ORPHANED };
      if (strlen (selectors[i]->exact) > SYL_ANCHOR_MAX_QUOTE_BYTES ||
          match_unchanged (selectors[i], self, &matches[i]))
        continue;
      if (syl_anchor_pattern_init (&pattern, selectors[i], self))
        match_pattern (&pattern, self, &matches[i]);
      syl_anchor_pattern_clear (&pattern);
    }
}
