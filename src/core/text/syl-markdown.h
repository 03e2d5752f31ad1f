/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SYL_MARKDOWN_MAX_BYTES:
 *
 * What is longer is cut there: commentary comes from lists, and lists are not to be trusted.
 */
#define SYL_MARKDOWN_MAX_BYTES (256 * 1024)

/**
 * SYL_MARKDOWN_MAX_BLOCKS:
 *
 * At most so many blocks come out of one text.
 */
#define SYL_MARKDOWN_MAX_BLOCKS 4096

/**
 * SylMarkdownBlockKind:
 * @SYL_MARKDOWN_BLOCK_PARAGRAPH: running text
 * @SYL_MARKDOWN_BLOCK_HEADING: a heading; `level` is 1 to 6
 * @SYL_MARKDOWN_BLOCK_LIST_ITEM: a paragraph of a list; `level` is how deep the list is, from 1
 * @SYL_MARKDOWN_BLOCK_QUOTE: a paragraph of a quotation; `level` is how deep it is, from 1
 * @SYL_MARKDOWN_BLOCK_CODE: lines of code; `level` is how deep the list around it is, 0 for none
 *
 * What a block is.
 */
typedef enum
{
  SYL_MARKDOWN_BLOCK_PARAGRAPH,
  SYL_MARKDOWN_BLOCK_HEADING,
  SYL_MARKDOWN_BLOCK_LIST_ITEM,
  SYL_MARKDOWN_BLOCK_QUOTE,
  SYL_MARKDOWN_BLOCK_CODE,
} SylMarkdownBlockKind;

/**
 * SYL_MARKDOWN_BULLET:
 *
 * The `ordinal` of an item of a list without numbers.
 */
#define SYL_MARKDOWN_BULLET (-1)

/**
 * SYL_MARKDOWN_CONTINUED:
 *
 * The `ordinal` of a further paragraph of a list item: it has no mark of its own.
 */
#define SYL_MARKDOWN_CONTINUED (-2)

/**
 * SylMarkdownBlock:
 * @kind: what it is
 * @level: see #SylMarkdownBlockKind; 0 where it has no meaning, never above 8
 * @ordinal: number of a list item, or %SYL_MARKDOWN_BULLET or %SYL_MARKDOWN_CONTINUED
 * @markup: text in Pango markup as a #GtkLabel takes it, with links to web addresses only
 *
 * One block of a text, ready to be shown.
 */
typedef struct
{
  SylMarkdownBlockKind kind;
  unsigned int level;
  int ordinal;
  char *markup;
} SylMarkdownBlock;

GPtrArray *syl_markdown_parse         (const char *text);
char      *syl_markdown_to_plain_text (const char *text);

G_END_DECLS
