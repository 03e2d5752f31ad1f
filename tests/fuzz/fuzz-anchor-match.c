/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as “before|quote|behind|later text”: the quote of the first three is looked for in
 * the last. Whatever comes out has to be a place in the text. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"
#include "anchor/syl-normal-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_normal (const char *text,
              gsize       length)
{
  g_autoptr (SylNormalText) normal = syl_normal_text_new (text, length, NULL);

  SylByteRange last = { 0, 0 };
  gsize next;

  for (gsize i = 0; normal != NULL && i < normal->length; i = next)
    {
      SylByteRange original;

      next = (gsize) (g_utf8_next_char (normal->text + i) - normal->text);
      original = syl_normal_text_to_original (normal, i, next);
      g_assert_cmpuint (original.start, <, original.end);
      g_assert_cmpuint (original.end, <=, length);
      g_assert_true (last.start <= original.start && last.end <= original.end);
      last = original;
    }
}

static void
check_match (const SylAnchorMatch *match,
             const SylAnchorPage  *page,
             const char           *text,
             gsize                 length)
{
  SylUtf16Range utf16;
  SylByteRange back;

  g_assert_cmpfloat (match->score, >=, 0);
  g_assert_cmpfloat (match->score, <=, 1);
  g_assert_true ((match->status == SYL_ANCHOR_ORPHANED) == (match->range.start == match->range.end));
  if (match->status == SYL_ANCHOR_ORPHANED)
    return;

  g_assert_cmpuint (match->range.start, <, match->range.end);
  g_assert_cmpuint (match->range.end, <=, length);
  g_assert_true (g_utf8_validate_len (text + match->range.start, match->range.end - match->range.start, NULL));
  utf16 = syl_text_offsets_to_utf16 (syl_anchor_page_get_offsets (page), match->range);
  g_assert_true (syl_text_offsets_from_utf16 (syl_anchor_page_get_offsets (page), utf16, &back));
  g_assert_true (back.start == match->range.start && back.end == match->range.end);
}

static void
match_in (const SylAnchorSelector *selector,
          const char              *text,
          gsize                    length)
{
  g_autoptr (SylAnchorPage) page = syl_anchor_page_new (text, length, NULL);
  const SylAnchorSelector *selectors[] = { selector };
  SylAnchorMatch match;

  if (page == NULL)
    return;
  syl_anchor_page_match (page, selectors, 1, &match);
  check_match (&match, page, text, length);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) parts = g_strsplit (text, "|", 4);
  g_autofree char *before = NULL;
  g_autoptr (SylAnchorPage) page = NULL;
  g_autoptr (SylAnchorSelector) selector = NULL;
  SylByteRange range;

  check_normal ((const char *) data, size);
  if (g_strv_length (parts) < 4)
    return 0;

  before = g_strconcat (parts[0], parts[1], parts[2], NULL);
  range = (SylByteRange) { strlen (parts[0]), strlen (parts[0]) + strlen (parts[1]) };
  page = syl_anchor_page_new (before, strlen (before), NULL);
  selector = page != NULL ? syl_anchor_page_select (page, range, 0, NULL) : NULL;
  if (selector == NULL)
    return 0;

  match_in (selector, before, strlen (before));
  match_in (selector, parts[3], strlen (parts[3]));
  return 0;
}
