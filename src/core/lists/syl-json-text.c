/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-json-text.h"

#include <string.h>

static gboolean
read_hex (const char *p,
          const char *end,
          gunichar   *unit)
{
  if (end - p < 4)
    return FALSE;

  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return FALSE;
      *unit = *unit << 4 | (gunichar) digit;
    }
  return TRUE;
}

/* Half a pair is no character: it becomes U+FFFD. A NUL would cut strings short: it is a fault. */
static const char *
append_unicode (GString    *text,
                const char *p,
                const char *end)
{
  gunichar unit, low;

  if (!read_hex (p, end, &unit) || unit == 0)
    return NULL;
  p += 4;

  if (unit >= 0xd800 && unit < 0xdc00 && end - p >= 6 && p[0] == '\\' && p[1] == 'u' &&
      read_hex (p + 2, end, &low) && low >= 0xdc00 && low < 0xe000)
    {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      p += 6;
    }
  g_string_append_unichar (text, g_unichar_validate (unit) ? unit : 0xfffd);
  return p;
}

static const char *
append_escape (GString    *text,
               const char *p,
               const char *end)
{
  static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (*p == 'u')
    return append_unicode (text, p + 1, end);

  found = *p != '\0' ? strchr (names, *p) : NULL;
  if (found == NULL)
    return NULL;
  g_string_append_c (text, meanings[found - names]);
  return p + 1;
}

/**
 * syl_json_text_append:
 * @text: gets the decoded text
 * @start: what stands behind the opening quote of a JSON string
 * @end: its closing quote
 *
 * Returns: (nullable): where the first escape is that means nothing, or means NUL; %NULL if all
 *   was well
 */
const char *
syl_json_text_append (GString    *text,
                      const char *start,
                      const char *end)
{
  while (start < end)
    {
      const char *backslash = memchr (start, '\\', (gsize) (end - start));
      const char *next;

      g_string_append_len (text, start, (backslash != NULL ? backslash : end) - start);
      if (backslash == NULL)
        break;
      next = append_escape (text, backslash + 1, end);
      if (next == NULL)
        return backslash;
      start = next;
    }
  return NULL;
}
