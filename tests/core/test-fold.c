/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "text/syl-fold.h"

static void
test_alike (void)
{
  const char *alike[][2] = {
    { "Attention Is All You Need", "attention is all you need" },
    { "Élan vital", "elan vital" },
    { "e\314\201", "\303\251" },
    { "ﬁne-tuning", "fine-tuning" },
    { "STRASSE", "straße" },
    { "ＡＢＣ", "abc" },
    { "ΣΊΣΥΦΟΣ", "σίσυφοσ" },
    { "\355\225\234", "\341\204\222\341\205\241\341\206\253" },
    { "x² ½", "x2 1⁄2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_autofree char *a = syl_fold_text (alike[i][0]);
      g_autofree char *b = syl_fold_text (alike[i][1]);

      g_assert_cmpstr (a, ==, b);
    }
}

/* What it does to a whole text at once, by GLib's word. */
static char *
fold_slowly (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_ismark (g_utf8_get_char (p)))
        g_string_append_unichar (bare, g_utf8_get_char (p));
    }
  return g_utf8_casefold (bare->str, -1);
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "a";
      g_autofree char *folded = NULL;
      g_autofree char *expected = NULL;

      if (!g_unichar_validate (c))
        continue;
      text[1 + g_unichar_to_utf8 (c, text + 1)] = '\0';
      folded = syl_fold_text (text);
      expected = fold_slowly (text);
      if (!g_str_equal (folded, expected))
        g_error ("U+%04X became “%s”, not “%s”", c, folded, expected);
    }
}

static void
test_not_a_text (void)
{
  g_autofree char *folded = syl_fold_text ("caf\351");

  g_assert_cmpstr (folded, ==, "");
}

static void
test_origins (void)
{
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *folded = syl_fold_text_with_origins ("Éa ﬁ\314\201x", origins);
  const gsize expected[] = { 0, 2, 3, 4, 4, 9 };

  g_assert_cmpstr (folded, ==, "ea fix");
  g_assert_cmpmem (origins->data, origins->len * sizeof (gsize), expected, sizeof expected);
}

static void
test_words (void)
{
  g_auto (GStrv) words = syl_fold_words ("  Few-Shot\tLÉARNERS\n");
  g_auto (GStrv) none = syl_fold_words (" \n\t");

  g_assert_null (none);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
  g_assert_cmpstr (words[0], ==, "few-shot");
  g_assert_cmpstr (words[1], ==, "learners");
  g_assert_true (syl_fold_has_words ("language models are few-shot learners", (const char * const *) words));
  g_assert_false (syl_fold_has_words ("language models are few-shot", (const char * const *) words));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/alike", test_alike);
  g_test_add_func ("/fold/every-character", test_every_character);
  g_test_add_func ("/fold/not-a-text", test_not_a_text);
  g_test_add_func ("/fold/origins", test_origins);
  g_test_add_func ("/fold/words", test_words);

  return g_test_run ();
}
