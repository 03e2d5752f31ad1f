/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "anchor/syl-anchor-private.h"

/* The nearest landmarks that are at least so many words away. What repeats on a page, such as the
 * text of a licence, is often longer than what is kept of the surroundings. */
static const guint32 distances[] = { 8, 60, 240 };

/* They are not looked for farther away. */
#define FARTHEST 4000

/* By how much of its distance a landmark may have come nearer or gone away. */
#define DRIFT 0.15
#define LEAST_DRIFT 8

static gboolean
is_landmark (const SylAnchorPage *page,
             guint32              index)
{
  guint32 n_places;

  syl_anchor_index_look_up (page->pairs, syl_anchor_words_hash_pair (&page->words, index), &n_places);
  return n_places == 1;
}

static void
append_landmark (GString             *string,
                 const SylAnchorPage *page,
                 guint32              index,
                 guint32              first)
{
  g_string_append_printf (string, "%s%08x:%" G_GINT64_FORMAT, string->len > 0 ? " " : "",
                          syl_anchor_words_hash_pair (&page->words, index), (gint64) index - first);
}

/* Chooses landmarks of a quote, from the word @first up to @end. */
char *
syl_anchor_landmarks_choose (const SylAnchorPage *page,
                             guint32              first,
                             guint32              end)
{
  GString *string = g_string_new (NULL);
  guint32 before = 1, after = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    {
      for (before = MAX (before + 1, distances[i]); before <= MIN (first, FARTHEST); before++)
        if (is_landmark (page, first - before))
          {
            append_landmark (string, page, first - before, first);
            break;
          }
      for (after = MAX (after + 1, distances[i]); after <= FARTHEST && end + after + 1 < page->words.length; after++)
        if (is_landmark (page, end + after))
          {
            append_landmark (string, page, end + after, first);
            break;
          }
    }
  return g_string_free (string, FALSE);
}

/* Finds those landmarks of the selector that the page has, and has only once. */
void
syl_anchor_landmarks_find (SylAnchorPattern    *pattern,
                           const SylAnchorPage *page)
{
  const char *p = pattern->selector->landmarks;

  while (p != NULL && *p != '\0' && pattern->n_landmarks < SYL_ANCHOR_MAX_LANDMARKS)
    {
      char *end;
      guint32 hash = (guint32) g_ascii_strtoull (p, &end, 16), n_places;
      gint64 distance = *end == ':' ? g_ascii_strtoll (end + 1, NULL, 10) : 0;
      const guint64 *places = syl_anchor_index_look_up (page->pairs, hash, &n_places);

      if (n_places == 1 && distance != 0 && ABS (distance) < SYL_ANCHOR_MAX_PAGE_BYTES)
        pattern->landmarks[pattern->n_landmarks++] = (SylAnchorLandmark) {
          (double) (guint32) *places - (double) distance,
          LEAST_DRIFT + DRIFT * fabs ((double) distance),
        };
      p = strchr (p, ' ');
      p = p != NULL ? p + 1 : NULL;
    }
}

/* Of how many landmarks a quote that begins with that word is as far away as it was. */
unsigned int
syl_anchor_landmarks_count (const SylAnchorPattern *pattern,
                            double                  word)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < pattern->n_landmarks; i++)
    n += fabs (pattern->landmarks[i].expected - word) <= pattern->landmarks[i].tolerance;
  return n;
}
