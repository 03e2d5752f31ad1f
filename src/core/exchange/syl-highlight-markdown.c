/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-highlight-markdown.h"

#include <string.h>

#include "exchange/syl-highlight-link.h"
#include "text/syl-markdown-closing.h"

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
      g_string_append (markdown, i > 0 ? "\n>" : ">");
      if (g_strchomp (lines[i])[0] != '\0')
        g_string_append_c (markdown, ' ');
      append_line (markdown, lines[i]);
    }
}

static void
append_note (GString    *markdown,
             const char *note)
{
  g_autofree char *text = g_utf8_make_valid (note, -1);

  g_autofree char *closed = syl_markdown_dup_closed (g_strchomp (text));

  if (closed[0] != '\0')
    g_string_append_printf (markdown, "%s\n\n", closed);
}

/**
 * syl_highlight_markdown:
 * @quote: the marked text, shown as it is, whatever stands in it
 * @note: (nullable): what the reader wrote on it, which is Markdown
 * @uri: address of the page
 * @selectors: (nullable): JSON by which the quote is found again
 *
 * Returns: (transfer full): the highlight as Markdown: quote, note and a link to the text
 */
char *
syl_highlight_markdown (const char *quote,
                        const char *note,
                        const char *uri,
                        const char *selectors)
{
  g_autoptr (GString) markdown = g_string_new (NULL);
  g_autofree char *link = syl_highlight_dup_link (uri, quote, selectors);

  append_quote (markdown, quote);
  g_string_append (markdown, "\n\n");
  append_note (markdown, note != NULL ? note : "");
  g_string_append_printf (markdown, "[link](%s)", link);
  return g_string_free_and_steal (g_steal_pointer (&markdown));
}

/* What stands apart at the end of a heading would be taken for a mark of it. */
static void
escape_end (GString *markdown)
{
  gsize start = markdown->len;

  while (start > 0 && markdown->str[start - 1] == '#')
    start--;
  if (start > 0 && start < markdown->len && markdown->str[start - 1] == ' ')
    g_string_insert_c (markdown, (gssize) markdown->len - 1, '\\');
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
  escape_end (markdown);
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
      g_autofree char *text = syl_highlight_markdown (facts->quote, facts->note, facts->uri, facts->selectors);

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
