/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-highlight-markdown.h"

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

static char *
dup_edge (GPtrArray *words,
          gboolean   last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *word = g_ptr_array_index (words, last ? words->len - 1 : 0);
  glong length = g_utf8_strlen (word, -1);

  if (length > MAX_WORD_CHARS)
    return g_utf8_substring (word, last ? length - MAX_WORD_CHARS : 0, last ? length : MAX_WORD_CHARS);
  if (last)
    append_words (text, words, words->len > EDGE_WORDS ? words->len - EDGE_WORDS : 0, words->len);
  else
    append_words (text, words, 0, MIN (words->len, EDGE_WORDS));
  return g_string_free_and_steal (g_steal_pointer (&text));
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
  start = dup_edge (first, FALSE);
  end = dup_edge (last, TRUE);
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

/* What begins a block when it stands first on a line. */
static gboolean
begins_block (const char *at)
{
  gsize n_digits = strspn (at, "0123456789");

  return strchr ("#+-=>|", at[0]) != NULL || (n_digits > 0 && (at[n_digits] == '.' || at[n_digits] == ')'));
}

/* The text of one line, as text: no character of it means anything in Markdown. */
static void
append_line (GString    *markdown,
             const char *line)
{
  gsize indent = strspn (line, " \t\v\f");
  const char *at = line + indent;

  if (*at != '\0' && begins_block (at))
    {
      gsize n_digits = strspn (at, "0123456789");

      g_string_append_len (markdown, at, (gssize) n_digits);
      at += n_digits;
      g_string_append_printf (markdown, "\\%c", *at++);
    }
  for (; *at != '\0'; at++)
    {
      if (strchr ("\\`*_[]<&~", *at) != NULL)
        g_string_append_c (markdown, '\\');
      g_string_append_c (markdown, *at);
    }
}

static void
append_quote (GString    *markdown,
              const char *quote)
{
  g_autofree char *valid = g_utf8_make_valid (quote, -1);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (valid);

  g_string_replace (text, "\r\n", "\n", 0);
  g_strdelimit (text->str, "\r", '\n');
  lines = g_strsplit (g_strstrip (text->str), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_string_append (markdown, i > 0 ? "\n> " : "> ");
      append_line (markdown, lines[i]);
    }
}

static void
append_note (GString    *markdown,
             const char *note)
{
  g_autofree char *text = g_utf8_make_valid (note, -1);

  g_strchomp (text);
  if (text[0] != '\0')
    g_string_append_printf (markdown, "%s\n\n", text);
}

/**
 * syl_highlight_markdown:
 * @quote: the marked text, shown as it is, whatever stands in it
 * @note: (nullable): what the reader wrote on it, which is Markdown
 * @uri: address of the page
 *
 * Returns: (transfer full): the highlight as Markdown: quote, note and a link to the text
 */
char *
syl_highlight_markdown (const char *quote,
                        const char *note,
                        const char *uri)
{
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autofree char *link = syl_highlight_dup_link (uri, quote);

  append_quote (markdown, quote);
  g_string_append (markdown, "\n\n");
  append_note (markdown, note != NULL ? note : "");
  g_string_append_printf (markdown, "[link](%s)", link);
  return g_string_free_and_steal (g_steal_pointer (&markdown));
}

static void
append_heading (GString      *markdown,
                unsigned int  level,
                const char   *title)
{
  g_autofree char *marks = g_strnfill (level, '#');
  g_autofree char *valid = g_utf8_make_valid (title, -1);

  g_strdelimit (valid, "\r\n", ' ');
  g_string_append_printf (markdown, "%s ", marks);
  append_line (markdown, valid);
  g_string_append (markdown, "\n\n");
}

/* With a heading of that level, and one below it for each source. */
static void
append_pick (GString            *markdown,
             const SylPickNotes *notes,
             unsigned int        level)
{
  gint64 last_source = 0;

  append_heading (markdown, level, notes->title);
  append_note (markdown, notes->note);
  for (guint i = 0; i < notes->highlights->len; i++)
    {
      const SylHighlightFacts *facts = g_ptr_array_index (notes->highlights, i);
      g_autofree char *text = syl_highlight_markdown (facts->quote, facts->note, facts->uri);

      if (facts->source_id != last_source)
        append_heading (markdown, level + 1, facts->source_title);
      last_source = facts->source_id;
      g_string_append_printf (markdown, "%s\n\n", text);
    }
}

/**
 * syl_pick_notes_markdown:
 * @notes: a pick with its free note and its highlights, source by source
 *
 * Returns: (transfer full): all of it as Markdown, with a heading for each source
 */
char *
syl_pick_notes_markdown (const SylPickNotes *notes)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  append_pick (markdown, notes, 1);
  g_string_truncate (markdown, markdown->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&markdown));
}

/**
 * syl_list_notes_markdown:
 * @title: title of a list
 * @picks: (element-type SylPickNotes): picks of it
 *
 * Returns: (transfer full): all of them as Markdown, with a heading for each pick and each source;
 *   "" if there are none
 */
char *
syl_list_notes_markdown (const char *title,
                         GPtrArray  *picks)
{
  g_autoptr (GString) markdown = g_string_new (NULL);

  if (picks->len == 0)
    return g_strdup ("");
  append_heading (markdown, 1, title);
  for (guint i = 0; i < picks->len; i++)
    append_pick (markdown, g_ptr_array_index (picks, i), 2);
  g_string_truncate (markdown, markdown->len - 1);
  return g_string_free_and_steal (g_steal_pointer (&markdown));
}
