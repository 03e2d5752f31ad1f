/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-id.h"

#include <string.h>

/* An id has at most 128 characters, each of which is escaped at most. */
#define MAX_KEY_BYTES (128 * 4)
#define MAX_PART_BYTES (MAX_KEY_BYTES * 3)

static const char *const prefixes[] = {
  [SYL_SEARCH_PICK] = "pick:",
  [SYL_SEARCH_SOURCE] = "source:",
  [SYL_SEARCH_HIGHLIGHT] = "highlight:",
};

/**
 * syl_search_id_format:
 * @kind: what it names
 * @key: id of a pick, or uuid of a highlight
 * @source: id of a source within that pick, "" for what is none
 *
 * Returns: (transfer full): an id that means the same for ever: `pick:ID`, `source:ID/ID` or
 *   `highlight:UUID`, with what is special in an address escaped
 */
char *
syl_search_id_format (SylSearchKind  kind,
                      const char    *key,
                      const char    *source)
{
  g_autofree char *first = g_uri_escape_string (key, kind == SYL_SEARCH_SOURCE ? NULL : "/", TRUE);
  g_autofree char *second = g_uri_escape_string (source, NULL, TRUE);

  return g_strconcat (prefixes[kind], first, kind == SYL_SEARCH_SOURCE ? "/" : NULL, second, NULL);
}

/* Returns: (transfer full) (nullable): the part of an id, if it is one that we would write */
static char *
unescape (const char *start,
          const char *end)
{
  g_autofree char *part = NULL;

  if (start == end || end - start > MAX_PART_BYTES)
    return NULL;
  part = g_uri_unescape_segment (start, end, NULL);
  if (part == NULL || strlen (part) > MAX_KEY_BYTES || !g_utf8_validate (part, -1, NULL))
    return NULL;
  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)) || g_unichar_isspace (g_utf8_get_char (p)))
        return NULL;
    }
  return g_steal_pointer (&part);
}

static gboolean
parse_parts (SylSearchId *self,
             const char  *parts)
{
  const char *end = parts + strlen (parts);
  const char *slash = self->kind == SYL_SEARCH_SOURCE ? strchr (parts, '/') : end;

  if (slash == NULL)
    return FALSE;
  self->key = unescape (parts, slash);
  self->source = slash != end ? unescape (slash + 1, end) : g_strdup ("");
  return self->key != NULL && self->source != NULL;
}

/**
 * syl_search_id_parse:
 * @text: an id from anywhere, not to be trusted
 *
 * Returns: (transfer full) (nullable): what it says; %NULL for what can't be one of ours
 */
SylSearchId *
syl_search_id_parse (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      g_autoptr (SylSearchId) self = NULL;

      if (!g_str_has_prefix (text, prefixes[i]))
        continue;
      self = g_new0 (SylSearchId, 1);
      self->kind = (SylSearchKind) i;
      return parse_parts (self, text + strlen (prefixes[i])) ? g_steal_pointer (&self) : NULL;
    }
  return NULL;
}

/**
 * syl_search_id_free:
 * @self: (transfer full): an id
 */
void
syl_search_id_free (SylSearchId *self)
{
  g_free (self->key);
  g_free (self->source);
  g_free (self);
}
