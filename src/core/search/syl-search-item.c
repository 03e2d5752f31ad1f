/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-item.h"

#include "search/syl-search-id.h"
#include "text/syl-markdown.h"

#define MAX_TITLE_CHARS 120
#define MAX_DESCRIPTION_CHARS 240

/* Of one line, with what white space and control characters there were as single spaces. */
static char *
shorten (const char   *text,
         unsigned int  max_chars)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (NULL);
  unsigned int n_chars = 0;
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          gap = n_chars > 0;
          continue;
        }
      n_chars += gap ? 2 : 1;
      if (n_chars > max_chars)
        {
          g_string_append (line, "…");
          break;
        }
      if (gap)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      gap = FALSE;
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static char *
describe (const SylSearchRow *row)
{
  g_autofree char *plain = syl_markdown_to_plain_text (row->text);
  g_autofree char *all = NULL;

  g_strstrip (plain);
  all = g_strconcat (row->context, plain[0] != '\0' ? " · " : NULL, plain, NULL);
  return shorten (all, MAX_DESCRIPTION_CHARS);
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
  self->title = shorten (row->title, MAX_TITLE_CHARS);
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
