/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-highlight-link.h"

#include <string.h>

#include "anchor/syl-anchor-selector.h"
#include "text/syl-word-bounds.h"

/* A longer quote is named by its first and last words, as is one of several blocks: no browser looks
 * for one text across blocks. */
#define MAX_WORDS 8
#define EDGE_WORDS 4
#define MAX_WORD_CHARS 24
/* Browsers look for whole words only. Where these aren't parted by spaces, a browser may part them
 * anywhere but where it is sure, which is looked for among so many characters and bytes; without such a
 * place the quote stands as a whole, unless it is longer. */
#define MIN_EDGE_CHARS 8
#define MAX_EDGE_BYTES 240
#define MAX_WHOLE_BYTES 480
/* So much of the text around a quote can make a word whole of which it has a part. */
#define MAX_CONTEXT_BYTES 96

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

/* A few characters at one side of a word, wherever that is. */
static char *
dup_cut_edge (const char *word,
              glong       n_max,
              gboolean    last)
{
  glong length = g_utf8_strlen (word, -1);
  glong n = MIN (length, n_max);

  return g_utf8_substring (word, last ? length - n : 0, last ? length : n);
}

/* Returns: (nullable): so much of one side of a word as a browser takes for whole words */
static char *
dup_sure_edge (const char *word,
               gsize       room,
               gboolean    last)
{
  const char *end = word + strlen (word);
  const char *at = last ? end : word;

  for (glong n = 1; last ? at > word : at < end; n++)
    {
      at = last ? g_utf8_prev_char (at) : g_utf8_next_char (at);
      if ((gsize) (last ? end - at : at - word) > room)
        return NULL;
      if (n >= MIN_EDGE_CHARS && syl_word_bounds_is_sure (word, at))
        return last ? g_strdup (at) : g_strndup (word, (gsize) (at - word));
    }
  return NULL;
}

/* Returns: (nullable): up to @n_max words at one side, and none behind one that is long */
static char *
dup_edge (GPtrArray    *words,
          unsigned int  n_max,
          gsize         room,
          gboolean      last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  unsigned int n = 0;

  while (n < n_max && g_utf8_strlen (g_ptr_array_index (words, last ? words->len - 1 - n : n), -1) <= MAX_WORD_CHARS)
    n++;
  if (n == 0)
    return dup_sure_edge (g_ptr_array_index (words, last ? words->len - 1 : 0), room, last);
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
dup_range (GPtrArray *first,
           GPtrArray *last)
{
  gboolean alone = first == last;
  gsize half = alone && first->len == 1 ? strlen (g_ptr_array_index (first, 0)) / 2 : MAX_EDGE_BYTES;
  gsize room = MIN (half, MAX_EDGE_BYTES);
  g_autofree char *start = dup_edge (first, get_n_edge_words (first, alone), room, FALSE);
  g_autofree char *end = dup_edge (last, get_n_edge_words (last, alone), room, TRUE);
  g_autofree char *escaped_start = NULL;
  g_autofree char *escaped_end = NULL;
  g_autoptr (GString) whole = g_string_new (NULL);

  append_words (whole, first, 0, first->len);
  if (alone && (start == NULL || end == NULL) && whole->len <= MAX_WHOLE_BYTES)
    return escape (whole->str);
  if (start == NULL)
    start = dup_cut_edge (g_ptr_array_index (first, 0), MAX_WORD_CHARS, FALSE);
  if (end == NULL)
    end = dup_cut_edge (g_ptr_array_index (last, last->len - 1), MAX_WORD_CHARS, TRUE);
  escaped_start = escape (start);
  escaped_end = escape (end);
  return g_strconcat (escaped_start, ",", escaped_end, NULL);
}

static char *
dup_match (GPtrArray *first,
           GPtrArray *last)
{
  g_autoptr (GString) whole = g_string_new (NULL);

  append_words (whole, first, 0, first->len);
  if (first == last && first->len <= MAX_WORDS && whole->len <= MAX_WORDS * MAX_WORD_CHARS)
    return escape (whole->str);
  return dup_range (first, last);
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

/* Returns: (nullable): what comes before the place in the text, from where a word surely begins, unless that
 * is there; the beginning of the text is none, as it goes on before it */
static char *
dup_context_before (const char *text,
                    const char *place)
{
  const char *at = place;

  while (at > text && !syl_word_bounds_is_sure (text, at))
    at = g_utf8_prev_char (at);
  return at > text && at < place && place - at <= MAX_CONTEXT_BYTES ? g_strndup (at, (gsize) (place - at)) : NULL;
}

/* The same behind it. */
static char *
dup_context_behind (const char *text,
                    const char *place)
{
  const char *at = place;

  while (*at != '\0' && !syl_word_bounds_is_sure (text, at))
    at = g_utf8_next_char (at);
  return *at != '\0' && at > place && at - place <= MAX_CONTEXT_BYTES ? g_strndup (place, (gsize) (at - place)) : NULL;
}

/* With what makes the words at both ends whole: a part of a word is not looked for. */
static void
append_directive (GString                 *link,
                  const char              *match,
                  const SylAnchorSelector *selector)
{
  const char *prefix = selector != NULL && selector->prefix != NULL ? selector->prefix : "";
  const char *suffix = selector != NULL && selector->suffix != NULL ? selector->suffix : "";
  const char *exact = selector != NULL ? selector->exact : "";
  g_autofree char *text = g_strconcat (prefix, exact, suffix, NULL);
  const char *start = text + strlen (prefix);
  g_autofree char *before = dup_context_before (text, start);
  g_autofree char *behind = dup_context_behind (text, start + strlen (exact));
  g_autofree char *escaped_before = escape (before != NULL ? before : "");
  g_autofree char *escaped_behind = escape (behind != NULL ? behind : "");

  g_string_append_printf (link, "text=%s%s%s%s%s", escaped_before, before != NULL ? "-," : "", match,
                          behind != NULL ? ",-" : "", escaped_behind);
}

/* Returns: (transfer full) (nullable): what is known of the text around that quote */
static SylAnchorSelector *
read_selector (const char *selectors,
               const char *quote)
{
  g_autoptr (SylAnchorSelector) selector =
      selectors != NULL ? syl_anchor_selector_from_json (selectors, strlen (selectors), NULL) : NULL;

  return selector != NULL && g_str_equal (selector->exact, quote) ? g_steal_pointer (&selector) : NULL;
}

/**
 * syl_highlight_dup_link:
 * @uri: address of a page
 * @quote: text of it
 * @selectors: (nullable): JSON by which the quote is found again
 *
 * Returns: (transfer full): a link to that text, which a browser scrolls to (a text fragment); fit
 *   to stand in Markdown
 */
char *
syl_highlight_dup_link (const char *uri,
                        const char *quote,
                        const char *selectors)
{
  g_autoptr (GPtrArray) lines = split_lines (quote);
  g_autoptr (GString) link = g_string_new (NULL);
  g_autoptr (SylAnchorSelector) selector = read_selector (selectors, quote);
  const char *old = strstr (uri, ":~:");
  g_autofree char *page = old != NULL ? g_strndup (uri, (gsize) (old - uri)) : g_strdup (uri);
  g_autofree char *safe = g_uri_escape_string (page, "!#$&'*+,/:;=?@[]%", FALSE);
  g_autofree char *match = NULL;

  g_string_append (link, safe);
  if (lines->len == 0)
    return g_string_free_and_steal (g_steal_pointer (&link));
  match = dup_match (g_ptr_array_index (lines, 0), g_ptr_array_index (lines, lines->len - 1));
  g_string_append (link, strchr (safe, '#') != NULL ? ":~:" : "#:~:");
  append_directive (link, match, selector);
  return g_string_free_and_steal (g_steal_pointer (&link));
}
