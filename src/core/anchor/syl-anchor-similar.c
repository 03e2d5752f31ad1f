/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "anchor/syl-anchor-private.h"
#include "anchor/syl-myers.h"

/* Shorter quotes are like something on any page. */
#define MIN_BYTES 16

/* A match may differ in so much of it, in per cent. */
#define MAX_DIFFERENCE 35

/* So much of what is around is compared. */
#define CONTEXT_BYTES 64

/* Texts that have nothing to do with each other are like each other by a third. */
#define CHANCE 0.35

static double
compare (const char *own,
         gsize       own_length,
         const char *other,
         gsize       other_length)
{
  double distance;

  if (own_length == 0)
    return 0;

  distance = (double) syl_myers_distance (own, own_length, other, other_length);
  return MAX (0, 1 - distance / (double) own_length - CHANCE) / (1 - CHANCE);
}

static void
compare_sides (const SylAnchorPattern *pattern,
               const SylAnchorPage    *page,
               SylAnchorPlace         *place)
{
  gsize before = MIN (pattern->quote_start, CONTEXT_BYTES), page_before = MIN (place->start, before);
  gsize after = MIN (pattern->length - pattern->quote_end, CONTEXT_BYTES);
  gsize page_after = MIN (page->normal->length - place->end, after);

  place->before = compare (pattern->text + pattern->quote_start - before, before,
                           page->normal->text + place->start - page_before, page_before);
  place->after = compare (pattern->text + pattern->quote_end, after, page->normal->text + place->end, page_after);
}

/* A match is one of bytes, and may begin or end within a character. */
static void
take_characters (const SylAnchorPage *page,
                 SylAnchorPlace      *place)
{
  const SylNormalText *normal = page->normal;

  while (place->start > 0 && ((guchar) normal->text[place->start] & 0xc0) == 0x80)
    place->start--;
  while (place->end < normal->length && ((guchar) normal->text[place->end] & 0xc0) == 0x80)
    place->end++;
}

/* Where hardly a word is as it was, as after reading by a machine, letters still are. Returns
 * whether some part of the page is like the quote by its letters. */
gboolean
syl_anchor_find_similar (const SylAnchorPattern *pattern,
                         SylAnchorPage          *page,
                         SylAnchorPlace         *place)
{
  gsize length = pattern->quote_end - pattern->quote_start;
  gint64 cost = (gint64) syl_myers_cost (length, page->normal->length);
  SylMyersMatch match;

  if (length < MIN_BYTES || cost > page->work)
    return FALSE;

  page->work -= cost;
  if (!syl_myers_find (pattern->text + pattern->quote_start, length, page->normal->text, page->normal->length,
                       length * MAX_DIFFERENCE / 100, &match))
    return FALSE;

  memset (place, 0, sizeof *place);
  place->start = match.start;
  place->end = match.end;
  take_characters (page, place);
  place->spread = 1;
  place->quote = 1 - (double) match.distance / (double) length;
  compare_sides (pattern, page, place);
  return TRUE;
}
