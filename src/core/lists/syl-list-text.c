/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-text.h"

#include <string.h>

#define MAX_SLUG_CHARS 128
#define MAX_MADE_SLUG_CHARS 64

static gboolean
is_line_break (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;
}

static void
cut_to (char     *text,
        gsize     max_chars,
        gboolean *cut)
{
  if (strlen (text) <= max_chars || g_utf8_strlen (text, -1) <= (glong) max_chars)
    return;

  *g_utf8_offset_to_pointer (text, (glong) max_chars) = '\0';
  *cut = TRUE;
}

/* Most lines are clean: ASCII is judged by its bytes, anything else is cleaned to be sure. */
static gboolean
is_clean_line (const char *raw)
{
  char before = ' ';

  for (const char *p = raw; *p != '\0'; before = *p, p++)
    {
      if (!g_ascii_isprint (*p) || (*p == ' ' && before == ' '))
        return FALSE;
    }
  return before != ' ';
}

static char *
clean_line (const char *raw)
{
  g_autoptr (GString) text = g_string_sized_new (strlen (raw));
  gboolean gap = FALSE;

  for (const char *p = raw; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ' || is_line_break (c))
        gap = text->len > 0;
      else
        {
          if (gap)
            g_string_append_c (text, ' ');
          g_string_append_len (text, p, g_utf8_next_char (p) - p);
          gap = FALSE;
        }
    }
  return g_strndup (text->str, text->len);
}

/**
 * syl_list_text_take_line:
 * @raw: (transfer full) (nullable): text as the file has it, valid UTF-8
 * @max_chars: how long it may be
 * @cut: (inout): set if it was longer
 *
 * Makes one line of it: breaks, control characters and runs of spaces become single spaces.
 *
 * Returns: (transfer full) (nullable): the line; %NULL if nothing is left
 */
char *
syl_list_text_take_line (char     *raw,
                         gsize     max_chars,
                         gboolean *cut)
{
  g_autofree char *line = raw;

  if (line == NULL || *line == '\0')
    return NULL;
  if (!is_clean_line (line))
    {
      line = clean_line (raw);
      g_free (raw);
    }
  cut_to (line, max_chars, cut);
  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

static gboolean
is_unwanted (const char *p)
{
  return *p != '\n' && *p != '\t' && g_unichar_iscntrl (g_utf8_get_char (p));
}

static void
drop_control (char *text)
{
  char *to = text;

  for (const char *p = text; *p != '\0'; )
    {
      const char *next = g_utf8_next_char (p);

      if (!is_unwanted (p))
        {
          memmove (to, p, (gsize) (next - p));
          to += next - p;
        }
      p = next;
    }
  *to = '\0';
}

/**
 * syl_list_text_take_block:
 * @raw: (transfer full) (nullable): text as the file has it, valid UTF-8
 * @max_chars: how long it may be
 * @cut: (inout): set if it was longer
 *
 * Drops control characters but line feeds and tabs, and white space at the end.
 *
 * Returns: (transfer full): the text, "" if there is none
 */
char *
syl_list_text_take_block (char     *raw,
                          gsize     max_chars,
                          gboolean *cut)
{
  if (raw == NULL)
    return g_strdup ("");

  drop_control (raw);
  cut_to (raw, max_chars, cut);
  return g_strchomp (raw);
}

/**
 * syl_list_text_take_slug:
 * @raw: (transfer full) (nullable): an id as the file has it, valid UTF-8
 *
 * Keeps an id as it is, but for white space and control characters, which become hyphens, and for
 * what is beyond 128 characters.
 *
 * Returns: (transfer full) (nullable): the id; %NULL if nothing is left
 */
char *
syl_list_text_take_slug (char *raw)
{
  gboolean cut = FALSE;
  g_autofree char *line = syl_list_text_take_line (raw, MAX_SLUG_CHARS, &cut);
  g_autoptr (GString) slug = g_string_new (NULL);

  if (line == NULL)
    return NULL;
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (slug, g_unichar_isspace (c) ? '-' : c);
    }
  return g_strndup (slug->str, slug->len);
}

/**
 * syl_list_text_make_slug:
 * @title: a title
 *
 * Makes an id of a title: small letters and digits of any script, joined by hyphens. The same
 * title gives the same id everywhere and for ever.
 *
 * Returns: (transfer full): the id, never empty
 */
char *
syl_list_text_make_slug (const char *title)
{
  g_autofree char *plain = g_utf8_normalize (title, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) slug = g_string_new (NULL);
  unsigned int n_chars = 0;

  for (const char *p = plain; *p != '\0' && n_chars < MAX_MADE_SLUG_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || (!g_unichar_isalnum (c) && slug->len > 0 &&
                                   slug->str[slug->len - 1] == '-'))
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (slug, g_unichar_tolower (c));
      else if (slug->len > 0)
        g_string_append_c (slug, '-');
      n_chars++;
    }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return slug->len > 0 ? g_strndup (slug->str, slug->len) : g_strdup ("untitled");
}
