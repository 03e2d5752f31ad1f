/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syl-fold.h"

#include <string.h>

static void
append_folded (GString  *folded,
               gunichar  character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      char bytes[6];
      g_autofree char *part = NULL;

      if (g_unichar_ismark (parts[i]))
        continue;
      part = g_utf8_casefold (bytes, g_unichar_to_utf8 (parts[i], bytes));
      g_string_append (folded, part);
    }
}

static void
append_origins (GArray  *origins,
                GString *folded,
                gsize    origin)
{
  while (origins->len < folded->len)
    g_array_append_val (origins, origin);
}

/**
 * syl_fold_text:
 * @text: a text
 *
 * Makes texts alike that differ by case, accents and ligatures only. Most letters are ASCII ones, which
 * are folded as they stand: whole libraries are searched at every key.
 *
 * Returns: (transfer full): the text to compare; "" for what isn't UTF-8
 */
char *
syl_fold_text (const char *text)
{
  return syl_fold_text_with_origins (text, NULL);
}

/**
 * syl_fold_text_with_origins:
 * @text: a text
 * @origins: (nullable) (element-type gsize): is filled with where the character begins, in bytes of
 *   @text, that each byte of the folded text came from
 *
 * Folds a text so that what is found in it can be shown in the text as it was.
 *
 * Returns: (transfer full): what syl_fold_text() returns
 */
char *
syl_fold_text_with_origins (const char *text,
                            GArray     *origins)
{
  GString *folded;

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("");

  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (folded, g_ascii_tolower (*p));
      else
        append_folded (folded, g_utf8_get_char (p));
      if (origins != NULL)
        append_origins (origins, folded, (gsize) (p - text));
    }
  return g_string_free_and_steal (folded);
}

/**
 * syl_fold_words:
 * @text: what is looked for
 *
 * Returns: (transfer full) (nullable): its words, folded; %NULL where there is none
 */
char **
syl_fold_words (const char *text)
{
  g_autofree char *folded = syl_fold_text (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;

  for (char **part = parts; *part != NULL; part++)
    {
      if (**part != '\0')
        g_strv_builder_add (words, *part);
    }
  found = g_strv_builder_end (words);
  return *found != NULL ? g_steal_pointer (&found) : NULL;
}

/**
 * syl_fold_has_words:
 * @folded: a folded text
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether all of the words are in the text
 */
gboolean
syl_fold_has_words (const char         *folded,
                    const char * const *words)
{
  for (; *words != NULL; words++)
    {
      if (strstr (folded, *words) == NULL)
        return FALSE;
    }
  return TRUE;
}
