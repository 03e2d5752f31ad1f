/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-text.h"

#include <string.h>

#define MAX_PAGES 20000

/* Where an offset of scripts, who count in UTF-16, is in UTF-8; %NULL beyond the end and in the middle
 * of a character. */
static const char *
find_offset (const char   *text,
             unsigned int  offset)
{
  while (offset > 0 && *text != '\0')
    {
      unsigned int n_units = (unsigned char) *text >= 0xf0 ? 2 : 1;

      if (n_units > offset)
        return NULL;
      offset -= n_units;
      text = g_utf8_next_char (text);
    }
  return offset == 0 ? text : NULL;
}

static unsigned int
count_units (const char *text)
{
  unsigned int n_units = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n_units += (unsigned char) *text >= 0xf0 ? 2 : 1;
  return n_units;
}

/* "0,120,240": ascending, and within the text. */
static GArray *
parse_starts (const char   *starts,
              unsigned int  length)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  unsigned int last = 0;

  while (*starts != '\0')
    {
      char *end = NULL;
      guint64 number = g_ascii_strtoull (starts, &end, 10);
      unsigned int start;

      if (!g_ascii_isdigit (*starts) || number > length || number < last ||
          numbers->len >= MAX_PAGES || (*end != ',' && *end != '\0'))
        return NULL;
      start = last = (unsigned int) number;
      g_array_append_val (numbers, start);
      starts = *end == ',' ? end + 1 : end;
    }
  return g_steal_pointer (&numbers);
}

/**
 * syl_web_text_new:
 * @version: its number
 * @parts: what a page sent
 * @length: how long that is, as the page says, in UTF-16
 * @starts: where its pages begin, as the page says
 * @is_pdf: whether it is that of a PDF
 *
 * Returns: (transfer full) (nullable): the text, %NULL if what the page says does not agree
 */
SylPageText *
syl_web_text_new (unsigned int   version,
                  const GString *parts,
                  unsigned int   length,
                  const char    *starts,
                  gboolean       is_pdf)
{
  g_autoptr (GArray) numbers = NULL;

  if (parts->len > SYL_WEB_TEXT_MAX_BYTES || count_units (parts->str) != length)
    return NULL;
  numbers = parse_starts (starts, length);
  if (numbers == NULL || (!is_pdf && numbers->len > 0))
    return NULL;
  return syl_page_text_new (version, parts->str, is_pdf, (gpointer) numbers->data,
                            numbers->len);
}

/**
 * syl_web_text_slice:
 * @text: a text
 * @start: UTF-16 offset
 * @end: the offset after the last character
 *
 * Returns: (transfer full) (nullable): that part, %NULL if there is none such
 */
char *
syl_web_text_slice (const SylPageText *text,
                    unsigned int       start,
                    unsigned int       end)
{
  const char *from = start <= end ? find_offset (text->text, start) : NULL;
  const char *to = from != NULL ? find_offset (from, end - start) : NULL;

  return to != NULL ? g_strndup (from, (gsize) (to - from)) : NULL;
}
