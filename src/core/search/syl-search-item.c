/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-item.h"

#include "search/syl-search-id.h"
#include "search/syl-search-snippet.h"
#include "text/syl-markdown.h"

#define MAX_TITLE_CHARS 120
#define MAX_DESCRIPTION_CHARS 240

static char *
describe (const SylSearchRow *row)
{
  g_autofree char *plain = syl_markdown_to_plain_text (row->text);
  g_autofree char *all = NULL;

  g_strstrip (plain);
  all = g_strconcat (row->context, plain[0] != '\0' ? " · " : NULL, plain, NULL);
  return syl_search_line (all, MAX_DESCRIPTION_CHARS);
}

/**
 * syl_search_item_new:
 * @row: what was found
 *
 * Returns: (transfer full): it, in words
 */
SylSearchItem *
syl_search_item_new (const SylSearchRow *row)
{
  SylSearchItem *self = g_new0 (SylSearchItem, 1);

  self->kind = row->kind;
  self->id = syl_search_id_format (row->kind, row->key, row->source);
  self->title = syl_search_line (row->title, MAX_TITLE_CHARS);
  self->description = describe (row);
  return self;
}

/**
 * syl_search_item_free:
 * @self: (transfer full): what was found
 */
void
syl_search_item_free (SylSearchItem *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}
