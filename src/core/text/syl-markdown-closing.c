/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syl-markdown-closing.h"

#include <cmark.h>
#include <string.h>

#define BYTE_ORDER_MARK "\357\273\277"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)

/* HTML that empty lines don't end; what begins alike stands later. */
static const struct
{
  const char *begin;
  const char *end;
} html_blocks[] = {
  { "<!--", "-->" },
  { "<![CDATA[", "]]>" },
  { "<!", ">" },
  { "<?", "?>" },
  { "<pre", "</pre>" },
  { "<script", "</script>" },
  { "<style", "</style>" },
  { "<textarea", "</textarea>" },
};

static const char *
find_line (const char *text,
           int         line)
{
  for (; line > 1; line--)
    {
      text += strcspn (text, "\r\n");
      text += g_str_has_prefix (text, "\r\n") ? 2 : *text != '\0';
    }
  return text;
}

/* What ends a code block is as long as what begins it. */
static char *
dup_fence (const char *text,
           cmark_node *block)
{
  const char *fence = find_line (text, cmark_node_get_start_line (block));

  fence += strspn (fence, " " BYTE_ORDER_MARK);
  return g_strnfill (strspn (fence, *fence == '~' ? "~" : "`"), *fence);
}

static char *
dup_html_end (cmark_node *block)
{
  const char *html = cmark_node_get_literal (block);

  html += strspn (html, " ");
  for (guint i = 0; i < G_N_ELEMENTS (html_blocks); i++)
    {
      if (g_ascii_strncasecmp (html, html_blocks[i].begin, strlen (html_blocks[i].begin)) == 0)
        return g_strdup (html_blocks[i].end);
    }
  return g_strdup ("");
}

/**
 * syl_markdown_dup_closed:
 * @text: CommonMark
 *
 * A code block, or a comment or another block of HTML, may be left open, and goes on to the end
 * then. May be called from any thread.
 *
 * Returns: (transfer full): @text, with an end for such a block, so that other text can follow after
 *   an empty line
 */
char *
syl_markdown_dup_closed (const char *text)
{
  /* The last line is a paragraph of its own unless something swallows it. */
  g_autofree char *probe = g_strconcat (text, "\n\nx", NULL);
  g_autoptr (cmark_node) document = cmark_parse_document (probe, strlen (probe), CMARK_OPT_DEFAULT);
  cmark_node *last = cmark_node_last_child (document);
  g_autofree char *end = NULL;

  if (cmark_node_get_type (last) == CMARK_NODE_CODE_BLOCK)
    end = dup_fence (text, last);
  else if (cmark_node_get_type (last) == CMARK_NODE_HTML_BLOCK)
    end = dup_html_end (last);
  return end != NULL ? g_strconcat (text, "\n", end, NULL) : g_strdup (text);
}
