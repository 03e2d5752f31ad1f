/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syl-markdown.h"

#include <cmark.h>
#include <string.h>

#include "text/syl-uri.h"

#define MAX_LEVEL 8

/* One walk over the document; @bold and so on count how often a style is open, so that however
 * deep it is nested each tag stands once in the markup. */
typedef struct
{
  GPtrArray *blocks; /* owned */
  GString *text;     /* owned; of the block being read */
  gboolean plain;
  unsigned int lists;
  unsigned int quotes;
  unsigned int bold;
  unsigned int italic;
  gboolean linked;
  gboolean item_begun;
} Walk;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_node, cmark_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cmark_iter, cmark_iter_free)

static void
block_free (gpointer data)
{
  SylMarkdownBlock *block = data;

  g_free (block->markup);
  g_free (block);
}

static void
append_text (Walk *self, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\t' || c == '\n' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean, c);
    }

  escaped = g_markup_escape_text (clean->str, clean->len);
  g_string_append (self->text, self->plain ? clean->str : escaped);
}

static void
append_tag (Walk *self, const char *tag)
{
  if (!self->plain)
    g_string_append (self->text, tag);
}

static void
toggle_style (Walk *self, unsigned int *count, gboolean entering, const char *open, const char *close)
{
  if (entering && (*count)++ == 0)
    append_tag (self, open);
  else if (!entering && --(*count) == 0)
    append_tag (self, close);
}

/* A label shows the title of a link as its tooltip, and reads that as markup once more. */
static void
open_link (Walk *self, const char *uri)
{
  g_autofree char *href = NULL;
  g_autofree char *title = NULL;

  if (self->plain || uri == NULL || !syl_uri_is_web (uri))
    return;

  href = g_markup_escape_text (uri, -1);
  title = g_markup_escape_text (href, -1);
  g_string_append_printf (self->text, "<a href=\"%s\" title=\"%s\">", href, title);
  self->linked = TRUE;
}

static void
close_link (Walk *self)
{
  if (self->linked)
    append_tag (self, "</a>");
  self->linked = FALSE;
}

static void
walk_inline (Walk *self, cmark_node *node, gboolean entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      append_text (self, cmark_node_get_literal (node));
      break;
    case CMARK_NODE_CODE:
      append_tag (self, "<tt>");
      append_text (self, cmark_node_get_literal (node));
      append_tag (self, "</tt>");
      break;
    case CMARK_NODE_SOFTBREAK:
      append_text (self, " ");
      break;
    case CMARK_NODE_LINEBREAK:
      append_text (self, "\n");
      break;
    case CMARK_NODE_EMPH:
      toggle_style (self, &self->italic, entering, "<i>", "</i>");
      break;
    case CMARK_NODE_STRONG:
      toggle_style (self, &self->bold, entering, "<b>", "</b>");
      break;
    case CMARK_NODE_LINK:
      if (entering)
        open_link (self, cmark_node_get_url (node));
      else
        close_link (self);
      break;
    default:
      break;
    }
}

static int
item_ordinal (Walk *self, cmark_node *item)
{
  cmark_node *list = cmark_node_parent (item);
  int ordinal;

  if (self->item_begun)
    return SYL_MARKDOWN_CONTINUED;
  if (cmark_node_get_list_type (list) != CMARK_ORDERED_LIST)
    return SYL_MARKDOWN_BULLET;

  ordinal = cmark_node_get_list_start (list);
  for (cmark_node *node = cmark_node_previous (item); node != NULL; node = cmark_node_previous (node))
    ordinal++;

  return ordinal;
}

static cmark_node *
find_item (cmark_node *node)
{
  while (node != NULL && cmark_node_get_type (node) != CMARK_NODE_ITEM)
    node = cmark_node_parent (node);

  return node;
}

static void
classify (Walk *self, cmark_node *node, SylMarkdownBlock *block)
{
  cmark_node_type type = cmark_node_get_type (node);
  cmark_node *item = self->lists > 0 ? find_item (node) : NULL;

  if (type == CMARK_NODE_HEADING)
    {
      block->kind = SYL_MARKDOWN_BLOCK_HEADING;
      block->level = CLAMP (cmark_node_get_heading_level (node), 1, 6);
    }
  else if (type == CMARK_NODE_CODE_BLOCK)
    {
      block->kind = SYL_MARKDOWN_BLOCK_CODE;
      block->level = MIN (self->lists, MAX_LEVEL);
    }
  else if (item != NULL)
    {
      block->kind = SYL_MARKDOWN_BLOCK_LIST_ITEM;
      block->level = MIN (self->lists, MAX_LEVEL);
      block->ordinal = item_ordinal (self, item);
      self->item_begun = TRUE;
    }
  else if (self->quotes > 0)
    {
      block->kind = SYL_MARKDOWN_BLOCK_QUOTE;
      block->level = MIN (self->quotes, MAX_LEVEL);
    }
}

static void
finish_block (Walk *self, cmark_node *node)
{
  SylMarkdownBlock *block;

  while (self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  if (self->text->len == 0 || self->blocks->len >= SYL_MARKDOWN_MAX_BLOCKS)
    {
      g_string_truncate (self->text, 0);
      return;
    }

  block = g_new0 (SylMarkdownBlock, 1);
  classify (self, node, block);
  block->markup = g_strndup (self->text->str, self->text->len);
  g_ptr_array_add (self->blocks, block);
  g_string_truncate (self->text, 0);
}

static void
walk_container (Walk *self, cmark_node_type type, gboolean entering)
{
  int step = entering ? 1 : -1;

  if (type == CMARK_NODE_LIST)
    self->lists += step;
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    self->quotes += step;
  /* After an inner list its outer item goes on. */
  else if (type == CMARK_NODE_ITEM)
    self->item_begun = !entering;
}

static void
walk_node (Walk *self, cmark_node *node, gboolean entering)
{
  cmark_node_type type = cmark_node_get_type (node);

  switch ((int) type)
    {
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_BLOCK_QUOTE:
      walk_container (self, type, entering);
      break;
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      append_text (self, cmark_node_get_literal (node));
      finish_block (self, node);
      break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (!entering)
        finish_block (self, node);
      break;
    default:
      walk_inline (self, node, entering);
      break;
    }
}

static GPtrArray *
walk (const char *text, gboolean plain)
{
  gsize length = strnlen (text, SYL_MARKDOWN_MAX_BYTES);
  g_autoptr (cmark_node) document = NULL;
  g_autoptr (cmark_iter) iter = NULL;
  g_autoptr (GString) buffer = g_string_new (NULL);
  Walk self = { .text = buffer, .plain = plain };
  cmark_event_type event;

  self.blocks = g_ptr_array_new_with_free_func (block_free);
  document = cmark_parse_document (text, length, CMARK_OPT_VALIDATE_UTF8);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    walk_node (&self, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);

  return self.blocks;
}

/**
 * syl_markdown_parse:
 * @text: CommonMark, from whatever source
 *
 * Reads @text as a flat list of blocks. Raw HTML is shown as the text it is written as, images as
 * their descriptions, links that don't lead to the web as their texts. May be called from any
 * thread.
 *
 * Returns: (transfer full) (element-type SylMarkdownBlock): the blocks; empty for an empty text
 */
GPtrArray *
syl_markdown_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return walk (text, FALSE);
}

static void
append_plain (GString *string, const SylMarkdownBlock *block)
{
  if (string->len > 0)
    g_string_append (string, block->kind == SYL_MARKDOWN_BLOCK_LIST_ITEM ? "\n" : "\n\n");
  if (block->kind == SYL_MARKDOWN_BLOCK_LIST_ITEM)
    {
      for (unsigned int i = 1; i < block->level; i++)
        g_string_append (string, "  ");
      if (block->ordinal >= 0)
        g_string_append_printf (string, "%d. ", block->ordinal);
      else
        g_string_append (string, block->ordinal == SYL_MARKDOWN_BULLET ? "• " : "  ");
    }
  g_string_append (string, block->markup);
}

/**
 * syl_markdown_to_plain_text:
 * @text: CommonMark, from whatever source
 *
 * Drops all marks, for searching and for the command line. May be called from any thread.
 *
 * Returns: (transfer full): the words, blocks apart by an empty line, items of a list by a new line
 */
char *
syl_markdown_to_plain_text (const char *text)
{
  g_autoptr (GPtrArray) blocks = NULL;
  GString *string;

  g_return_val_if_fail (text != NULL, NULL);

  blocks = walk (text, TRUE);
  string = g_string_new (NULL);
  for (unsigned int i = 0; i < blocks->len; i++)
    append_plain (string, g_ptr_array_index (blocks, i));

  return g_string_free (string, FALSE);
}
