/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search/syl-search-snippet.h"

#include <string.h>

#include "text/syl-fold.h"

/* Where not all of a text is shown: the part of what is, that stands before what was found. */
#define LEAD_PARTS 4

/**
 * syl_search_line:
 * @text: any text
 * @max_chars: how long it may become, without the dots that say that something is missing
 *
 * Returns: (transfer full): it as one line, with what white space and control characters there were as
 *   single spaces
 */
char *
syl_search_line (const char   *text,
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

static void
mark (char       *marks,
      const char *line,
      GArray     *origins,
      gsize       start,
      gsize       end)
{
  gsize first = g_array_index (origins, gsize, start);
  const char *last = line + g_array_index (origins, gsize, end - 1);
  const char *after = end < origins->len ? line + g_array_index (origins, gsize, end) : line + strlen (line);

  /* Where half of what a ligature stands for was found, all of it is marked. */
  after = MAX (after, g_utf8_next_char (last));
  memset (marks + first, TRUE, (gsize) (after - line) - first);
}

/* Returns: (transfer full): for each byte of @line whether it is part of one of the words */
static char *
find_marks (const char         *line,
            const char * const *words)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *folded = syl_fold_text_with_origins (line, origins);
  char *marks = g_malloc0 (strlen (line) + 1);

  for (; *words != NULL; words++)
    {
      gsize length = strlen (*words);

      for (const char *p = folded; (p = strstr (p, *words)) != NULL; p += length)
        mark (marks, line, origins, (gsize) (p - folded), (gsize) (p - folded) + length);
    }
  return marks;
}

/* Returns: where to begin, so that what is marked first is in sight and no room is left at the end: at a
 * word, if one begins there */
static const char *
find_start (const char   *line,
            const char   *marks,
            unsigned int  max_chars)
{
  const char *found = memchr (marks, TRUE, strlen (line));
  const char *first = found != NULL ? line + (found - marks) : line;
  glong lead = MAX (g_utf8_pointer_to_offset (line, first) - (glong) (max_chars / LEAD_PARTS), 0);
  glong room = g_utf8_strlen (line, -1) - (glong) max_chars;
  const char *start = g_utf8_offset_to_pointer (line, MIN (lead, room));

  for (const char *p = start; start > line && p < first; p = g_utf8_next_char (p))
    {
      if (*p == ' ')
        return p + 1;
    }
  return start;
}

/* Returns: where to end: behind a word, where that leaves out little */
static const char *
find_end (const char   *start,
          unsigned int  max_chars)
{
  const char *end = g_utf8_offset_to_pointer (start, MIN (g_utf8_strlen (start, -1), (glong) max_chars));
  glong n_chars = g_utf8_pointer_to_offset (start, end);
  const char *least = g_utf8_offset_to_pointer (start, n_chars - n_chars / LEAD_PARTS);
  const char *space = *end != '\0' && *end != ' ' ? g_strrstr_len (least, end - least, " ") : NULL;

  return space != NULL ? space : end;
}

static void
append (GString    *markup,
        const char *start,
        const char *end,
        gboolean    marked)
{
  g_autofree char *escaped = g_markup_escape_text (start, end - start);

  g_string_append_printf (markup, marked ? "<b>%s</b>" : "%s", escaped);
}

static char *
make_markup (const char   *line,
             const char   *marks,
             const char   *start,
             unsigned int  max_chars)
{
  g_autoptr (GString) markup = g_string_new (start > line ? "…" : NULL);
  const char *end = find_end (start, max_chars);

  while (start < end)
    {
      const char *run = start;
      gboolean marked = marks[start - line];

      /* All bytes of a character have the same mark. */
      while (run < end && marks[run - line] == marked)
        run++;
      append (markup, start, run, marked);
      start = run;
    }
  if (*end != '\0')
    g_string_append (markup, "…");
  return g_string_free_and_steal (g_steal_pointer (&markup));
}

/**
 * syl_search_mark:
 * @text: any text
 * @words: (array zero-terminated=1): folded words
 * @max_chars: how much of it is shown
 *
 * Returns: (transfer full): the text as one line of Pango markup, with those of the words bold that are
 *   in it; where it is long, the part in which they begin
 */
char *
syl_search_mark (const char         *text,
                 const char * const *words,
                 unsigned int        max_chars)
{
  g_autofree char *line = syl_search_line (text, G_MAXUINT);
  g_autofree char *marks = find_marks (line, words);
  gboolean is_long = g_utf8_strlen (line, -1) > (glong) max_chars;

  return make_markup (line, marks, is_long ? find_start (line, marks, max_chars) : line, max_chars);
}
