/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-page.h"

#include <string.h>

#include "anchor/syl-anchor-private.h"

/* Steps that may be taken to see what else in a text is like a quote. */
#define SELECT_WORK (32 * 1024 * 1024)

/* Not meant to withstand anybody: where it misleads, the quote itself is looked at. */
static guint64
hash_text (const char *text,
           gsize       length)
{
  guint64 value = 14695981039346656037u;

  for (gsize i = 0; i < length; i++)
    value = (value ^ (guchar) text[i]) * 1099511628211u;
  return value != 0 ? value : 1;
}

/**
 * syl_anchor_page_new:
 * @text: the text of a page; it is copied
 * @length: its bytes
 * @error: return location for a #GError
 *
 * Prepares the text of a page: about 35 milliseconds a megabyte. Any thread; what is returned
 * belongs to one thread at a time.
 *
 * Fails with %SYL_ANCHOR_ERROR_TOO_LARGE above %SYL_ANCHOR_MAX_PAGE_BYTES and with
 * %SYL_ANCHOR_ERROR_INVALID when @text is not UTF-8, or has a NUL in it.
 *
 * Returns: (transfer full) (nullable): the page
 */
SylAnchorPage *
syl_anchor_page_new (const char *text,
                     gsize       length,
                     GError    **error)
{
  g_autoptr (SylNormalText) normal = NULL;
  SylAnchorPage *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > SYL_ANCHOR_MAX_PAGE_BYTES)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE,
                           "The text of the page is larger than 8 MB");
      return NULL;
    }
  normal = syl_normal_text_new (text, length, error);
  if (normal == NULL)
    return NULL;

  self = g_new0 (SylAnchorPage, 1);
  self->text = g_strndup (text, length);
  self->length = length;
  self->offsets = syl_text_offsets_new (self->text, length);
  self->normal = g_steal_pointer (&normal);
  syl_anchor_words_init (&self->words, self->normal->text, self->normal->length);
  self->singles = syl_anchor_index_new (&self->words, FALSE);
  self->pairs = syl_anchor_index_new (&self->words, TRUE);
  self->hash = hash_text (self->normal->text, self->normal->length);
  return self;
}

/**
 * syl_anchor_page_free:
 * @self: (nullable): a page
 *
 * Frees the page.
 */
void
syl_anchor_page_free (SylAnchorPage *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  syl_text_offsets_free (self->offsets);
  syl_normal_text_free (self->normal);
  syl_anchor_words_clear (&self->words);
  syl_anchor_index_free (self->singles);
  syl_anchor_index_free (self->pairs);
  g_free (self);
}

/**
 * syl_anchor_page_get_offsets:
 * @self: a page
 *
 * Returns: (transfer none): offsets of its text, to turn ranges from and to what JavaScript and
 *   the W3C’s selectors count in
 */
const SylTextOffsets *
syl_anchor_page_get_offsets (const SylAnchorPage *self)
{
  return self->offsets;
}

static gboolean
is_boundary (const SylAnchorPage *self,
             gsize                offset)
{
  return offset == self->length || (offset < self->length && ((guchar) self->text[offset] & 0xc0) != 0x80);
}

static gboolean
check_range (const SylAnchorPage  *self,
             SylByteRange          range,
             GError              **error)
{
  if (range.start >= range.end || !is_boundary (self, range.start) || !is_boundary (self, range.end))
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID, "The range is not in the text");
      return FALSE;
    }
  if (range.end - range.start > SYL_ANCHOR_MAX_QUOTE_BYTES)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE, "The quote is longer than 32 kB");
      return FALSE;
    }
  return TRUE;
}

static char *
dup_points (const SylAnchorPage *self,
            gsize                start,
            gsize                end)
{
  SylByteRange bytes = { 0, 0 };

  syl_text_offsets_from_points (self->offsets, (SylPointRange) { start, end }, &bytes);
  return g_strndup (self->text + bytes.start, bytes.end - bytes.start);
}

/* Whole characters of the normalised text, at most SYL_ANCHOR_SURROUNDINGS_BYTES. */
static void
take_surroundings (const SylAnchorPage *self,
                   SylAnchorSelector   *selector,
                   gsize                start,
                   gsize                end)
{
  const SylNormalText *normal = self->normal;
  gsize from = start - MIN (start, SYL_ANCHOR_SURROUNDINGS_BYTES);
  gsize to = MIN (normal->length, end + SYL_ANCHOR_SURROUNDINGS_BYTES);

  while (from < start && ((guchar) normal->text[from] & 0xc0) == 0x80)
    from++;
  while (to > end && to < normal->length && ((guchar) normal->text[to] & 0xc0) == 0x80)
    to--;
  selector->before = g_strndup (normal->text + from, start - from);
  selector->after = g_strndup (normal->text + end, to - end);
}

static void
measure_rivals (SylAnchorPage     *self,
                SylAnchorSelector *selector,
                gsize              start,
                gsize              end)
{
  SylAnchorPattern pattern;

  self->work = SELECT_WORK;
  if (syl_anchor_pattern_init (&pattern, selector, self))
    {
      g_autoptr (GArray) hits = syl_anchor_find_exact (&pattern, self);
      g_autoptr (GArray) places = NULL;
      double most = 0;

      syl_anchor_pattern_weigh (&pattern, self);
      places = syl_anchor_find_places (&pattern, self, hits, TRUE);
      for (guint i = 0; i < places->len; i++)
        {
          const SylAnchorPlace *place = &g_array_index (places, SylAnchorPlace, i);

          if (place->quote > most && (place->end <= start || place->start >= end))
            most = place->quote;
        }
      selector->copies = MAX (hits->len, 1);
      selector->rival = (unsigned int) (most * 100);
    }
  syl_anchor_pattern_clear (&pattern);
}

/**
 * syl_anchor_page_select:
 * @self: a page
 * @range: a part of its text, in bytes
 * @page: number of the page in a PDF, from 1; 0 for none
 * @error: return location for a #GError
 *
 * Notes of a part of the text what is needed to find it again when the text has changed. In the
 * thread that owns @self.
 *
 * Fails with %SYL_ANCHOR_ERROR_INVALID when @range is not in the text, cuts a character or has
 * nothing but white space in it, and with %SYL_ANCHOR_ERROR_TOO_LARGE above
 * %SYL_ANCHOR_MAX_QUOTE_BYTES.
 *
 * Returns: (transfer full) (nullable): the selector
 */
SylAnchorSelector *
syl_anchor_page_select (SylAnchorPage  *self,
                        SylByteRange    range,
                        unsigned int    page,
                        GError        **error)
{
  SylAnchorSelector *selector;
  SylPointRange points;
  gsize start, end, n_points = syl_text_offsets_get_points (self->offsets);

  if (!check_range (self, range, error))
    return NULL;
  syl_normal_text_from_original (self->normal, range, &start, &end);
  if (start == end)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID, "There are no words in the range");
      return NULL;
    }

  selector = g_new0 (SylAnchorSelector, 1);
  points = syl_text_offsets_to_points (self->offsets, range);
  selector->exact = g_strndup (self->text + range.start, range.end - range.start);
  selector->prefix = dup_points (self, points.start - MIN (points.start, SYL_ANCHOR_CONTEXT_POINTS), points.start);
  selector->suffix = dup_points (self, points.end, MIN (points.end + SYL_ANCHOR_CONTEXT_POINTS, n_points));
  selector->position = points;
  selector->has_position = TRUE;
  selector->page = page;
  selector->text_points = n_points;
  selector->text_hash = self->hash;
  take_surroundings (self, selector, start, end);
  selector->landmarks = syl_anchor_landmarks_choose (self, syl_anchor_words_find (&self->words, start),
                                                     syl_anchor_words_find (&self->words, end - 1) + 1);
  measure_rivals (self, selector, start, end);
  return selector;
}
