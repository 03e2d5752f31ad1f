/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as Markdown: whatever is in it, a heading that follows is a heading. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "text/syl-markdown-closing.h"
#include "text/syl-markdown.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autofree char *closed = syl_markdown_dup_closed (text);
  g_autofree char *followed = g_strconcat (closed, "\n\n# The end\n", NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  SylMarkdownBlock *last;

  g_assert_true (g_str_has_prefix (closed, text));
  if (strlen (followed) > SYL_MARKDOWN_MAX_BYTES)
    return 0;
  blocks = syl_markdown_parse (followed);
  if (blocks->len >= SYL_MARKDOWN_MAX_BLOCKS)
    return 0;
  g_assert_cmpuint (blocks->len, >, 0);
  last = g_ptr_array_index (blocks, blocks->len - 1);
  g_assert_cmpint (last->kind, ==, SYL_MARKDOWN_BLOCK_HEADING);
  g_assert_cmpstr (last->markup, ==, "The end");
  return 0;
}
