/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as the JSON of a selector. What is read has to come back from writing and reading
 * it once more, and must do no harm to a page. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static const char page_text[] =
  "It is a truth universally acknowledged, that a single man in possession of a good fortune, must be "
  "in want of a wife. However little known the feelings or views of such a man may be on his first "
  "entering a neighbourhood, this truth is so well fixed in the minds of the surrounding families.";

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (SylAnchorSelector) selector = syl_anchor_selector_from_json ((const char *) data, size, NULL);
  g_autoptr (SylAnchorSelector) again = NULL;
  g_autoptr (SylAnchorPage) page = NULL;
  g_autofree char *json = NULL;
  const SylAnchorSelector *selectors[1];
  SylAnchorMatch match;

  if (selector == NULL)
    return 0;

  json = syl_anchor_selector_to_json (selector);
  again = syl_anchor_selector_from_json (json, strlen (json), NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->exact, ==, selector->exact);
  g_assert_cmpuint (again->position.end, ==, selector->position.end);

  page = syl_anchor_page_new (page_text, strlen (page_text), NULL);
  selectors[0] = selector;
  syl_anchor_page_match (page, selectors, 1, &match);
  g_assert_cmpuint (match.range.end, <=, strlen (page_text));
  return 0;
}
