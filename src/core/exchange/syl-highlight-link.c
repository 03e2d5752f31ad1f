/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-highlight-link.h"

#include <string.h>

/* A longer quote is named by its first and last words, as is one of several blocks: no browser looks
 * for one text across blocks. */
#define MAX_WORDS 8
#define EDGE_WORDS 4
/* Where words aren't parted by spaces, a few characters stand for them. */
#define MAX_WORD_CHARS 24

static void
append_words (GString      *text,
              GPtrArray    *words,
              unsigned int  start,
              unsigned int  end)
{
  for (unsigned int i = start; i < end; i++)
    {
      if (i > start)
        g_string_append_c (text, ' ');
      g_string_append (text, g_ptr_array_index (words, i));
    }
}

/* A "-" would make what comes before it context, in the syntax of text fragments. */
static char *
escape (const char *text)
{
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  g_autoptr (GString) result = g_string_new (escaped);

  g_string_replace (result, "-", "%2D", 0);
  return g_string_free_and_steal (g_steal_pointer (&result));
}

static GPtrArray *
split_words (const char *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line, " \t\v\f", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] != '\0')
        g_ptr_array_add (words, g_steal_pointer (&parts[i]));
      else
        g_free (parts[i]);
    }
  g_clear_pointer (&parts, g_free);
  return words;
}

/* A few characters at one side of a word. */
static char *
dup_word_edge (const char *word,
               glong       n_max,
               gboolean    last)
{
  glong length = g_utf8_strlen (word, -1);
  glong n = MIN (length, n_max);

  return g_utf8_substring (word, last ? length - n : 0, last ? length : n);
}

/* Up to @n_max words at one side, and none behind one that is long. */
static char *
dup_edge (GPtrArray    *words,
          unsigned int  n_max,
          gboolean      last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  unsigned int n = 0;

  while (n < n_max && g_utf8_strlen (g_ptr_array_index (words, last ? words->len - 1 - n : n), -1) <= MAX_WORD_CHARS)
    n++;
  if (n == 0)
    return dup_word_edge (g_ptr_array_index (words, last ? words->len - 1 : 0), MAX_WORD_CHARS, last);
  append_words (text, words, last ? words->len - n : 0, last ? words->len : n);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The end is looked for behind the beginning: in one line they must not overlap. */
static unsigned int
get_n_edge_words (GPtrArray *words,
                  gboolean   alone)
{
  return alone ? CLAMP (words->len / 2, 1, EDGE_WORDS) : MIN (words->len, EDGE_WORDS);
}

static char *
dup_directive (GPtrArray *first,
               GPtrArray *last)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *escaped_start = NULL;
  g_autofree char *escaped_end = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);

  append_words (whole, first, 0, first->len);
  if (first == last && first->len <= MAX_WORDS && whole->len <= MAX_WORDS * MAX_WORD_CHARS)
    return escape (whole->str);
  start = dup_edge (first, get_n_edge_words (first, first == last), FALSE);
  end = dup_edge (last, get_n_edge_words (last, first == last), TRUE);
  escaped_start = escape (start);
  escaped_end = escape (end);
  return g_strconcat (escaped_start, ",", escaped_end, NULL);
}

static GPtrArray *
split_lines (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (valid, "\r\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) words = split_words (parts[i]);

      if (words->len > 0)
        g_ptr_array_add (lines, g_steal_pointer (&words));
    }
  return lines;
}

/**
 * syl_highlight_dup_link:
 * @uri: address of a page
 * @quote: text of it
 *
 * Returns: (transfer full): a link to that text, which a browser scrolls to (a text fragment); fit
 *   to stand in Markdown
 */
char *
syl_highlight_dup_link (const char *uri,
                        const char *quote)
{
  g_autoptr (GPtrArray) lines = split_lines (quote);
  g_autoptr (GString) link = g_string_new (NULL);
  const char *old = strstr (uri, ":~:");
  g_autofree char *page = old != NULL ? g_strndup (uri, (gsize) (old - uri)) : g_strdup (uri);
  g_autofree char *safe = g_uri_escape_string (page, "!#$&'*+,/:;=?@[]%", FALSE);
  g_autofree char *directive = NULL;

  g_string_append (link, safe);
  if (lines->len == 0)
    return g_string_free_and_steal (g_steal_pointer (&link));
  directive = dup_directive (g_ptr_array_index (lines, 0), g_ptr_array_index (lines, lines->len - 1));
  g_string_append_printf (link, "%s:~:text=%s", strchr (safe, '#') != NULL ? "" : "#", directive);
  return g_string_free_and_steal (g_steal_pointer (&link));
}
