/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "anchor/syl-anchor-error.h"
#include "anchor/syl-myers.h"
#include "anchor/syl-normal-text.h"
#include "anchor/syl-text-offsets.h"

static void
assert_normal (const char *text,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylNormalText) normal = syl_normal_text_new (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (normal->text, ==, expected);
  g_assert_cmpuint (normal->length, ==, strlen (expected));
}

static void
test_forms (void)
{
  assert_normal ("", "");
  assert_normal (" \n\t ", "");
  assert_normal ("  Two\r\n\r\n Words\t", "two words");
  assert_normal ("“Quoted” ‘so’ «and» ‹so›", "\"quoted\" 'so' \"and\" 'so'");
  assert_normal ("it’s it's itʼs", "it's it's it's");
  assert_normal ("1914–1918 — 5 − 3 -- 2", "1914-1918 - 5 - 3 - 2");
  assert_normal ("and so on…", "and so on...");
  assert_normal ("ﬁne ﬂow eﬃcient", "fine flow efficient");
  assert_normal ("zero\u200bwidth\u2060 \ufeffmarks\u200d", "zerowidth marks");
  assert_normal ("e\u0301 é É", "é é é");
  assert_normal ("Straße STRASSE", "strasse strasse");
  assert_normal ("İstanbul", "i\u0307stanbul");
  assert_normal ("Ångström Å", "ångström å");
  assert_normal ("x² ½ ﬀ Ⅳ", "x2 1⁄2 ff iv");
  assert_normal ("😀👩\u200d🚀 🇩🇪", "😀👩🚀 🇩🇪");
  assert_normal ("\u1112\u1161\u11ab 한", "한 한");
  assert_normal ("ﾊﾟ か\u3099", "パ が");
  assert_normal ("Большой МОСКВА", "большой москва");
}

static void
test_hyphens (void)
{
  assert_normal ("anchor-\ning", "anchoring");
  assert_normal ("anchor-\r\n  ing", "anchoring");
  assert_normal ("anchor\u2010\ning", "anchoring");
  assert_normal ("anchor\u00ading", "anchoring");
  assert_normal ("anchor\u00ad\ning", "anchoring");
  assert_normal ("well-known well-\nknown", "wellknown wellknown");
  assert_normal ("pre- and post-war", "pre- and postwar");
  assert_normal ("GPT-4 2013-\n2014", "gpt-4 2013- 2014");
  assert_normal ("- item\n- item", "- item - item");
  assert_normal ("end -\nbegin", "end - begin");
}

static void
test_refused (void)
{
  static const struct { const char *text; gsize length; } texts[] = {
    { "a\xff" "b", 3 }, { "a\0b", 3 }, { "\xc3", 1 }, { "\xed\xa0\x80", 3 }, { "\xc0\x80", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (syl_normal_text_new (texts[i].text, texts[i].length, &error));
      g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID);
    }
}

static void
assert_original (const char *text,
                 const char *normal_part,
                 const char *original_part)
{
  g_autoptr (SylNormalText) normal = syl_normal_text_new (text, strlen (text), NULL);
  const char *found = strstr (normal->text, normal_part);
  gsize start = (gsize) (found - normal->text), back_start, back_end;
  SylByteRange range;
  g_autofree char *original = NULL;

  g_assert_nonnull (found);
  range = syl_normal_text_to_original (normal, start, start + strlen (normal_part));
  original = g_strndup (text + range.start, range.end - range.start);
  g_assert_cmpstr (original, ==, original_part);
  syl_normal_text_from_original (normal, range, &back_start, &back_end);
  g_assert_cmpuint (back_start, <=, start);
  g_assert_cmpuint (back_end, >=, start + strlen (normal_part));
}

static void
test_back (void)
{
  assert_original ("The ﬁrst  line", "first line", "ﬁrst  line");
  assert_original ("The ﬁrst", "irst", "ﬁrst");
  assert_original ("an anchor-\ning of it", "anchoring", "anchor-\ning");
  assert_original ("co\u00adop, e\u0301t\u0301e", "coop", "co\u00adop");
  assert_original ("so “it is”… then", "\"it is\"...", "“it is”…");
  assert_original ("a\r\n\r\nb", "a b", "a\r\n\r\nb");
  assert_original ("x e\u0301 y", "é", "e\u0301");
  assert_original ("x İy", "i\u0307y", "İy");
}

/* Random texts of what is hard in texts. */
static char *
make_text (GRand *random)
{
  static const char *const pieces[] = {
    "a", "B", " ", "\n", "-", "–", "\u00ad", "“", "’", "ﬁ", "é", "e", "\u0301", "İ", "ß", "\u200b", "😀", "\r\n", "한",
    "\u1112", "\u1161", "\u11ab", "…", "1", "½", "か", "\u3099", "д", "\t", ".", "\ufe0f", "ǆ", "\u0345", "ΐ",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 60); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static gsize
next_character (const SylNormalText *normal,
                gsize                i)
{
  return (gsize) (g_utf8_next_char (normal->text + i) - normal->text);
}

static void
test_maps (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int run = 0; run < 20000; run++)
    {
      g_autofree char *text = make_text (random);
      gsize length = strlen (text);
      g_autoptr (SylNormalText) normal = syl_normal_text_new (text, length, NULL);
      g_autoptr (SylNormalText) again = syl_normal_text_new (normal->text, normal->length, NULL);

      SylByteRange last = { 0, 0 };

      g_assert_true (g_utf8_validate_len (normal->text, normal->length, NULL));
      g_assert_nonnull (again);
      for (gsize i = 0; i < normal->length; i = next_character (normal, i))
        {
          SylByteRange original = syl_normal_text_to_original (normal, i, next_character (normal, i));

          g_assert_cmpuint (original.start, <, original.end);
          g_assert_cmpuint (original.end, <=, length);
          g_assert_true (g_utf8_validate_len (text + original.start, original.end - original.start, NULL));
          g_assert_cmpuint (last.start, <=, original.start);
          g_assert_cmpuint (last.end, <=, original.end);
          last = original;
        }
    }
}

static void
test_units (void)
{
  const char *text = "a\u00e9\u6587😀b";
  g_autoptr (SylTextOffsets) offsets = syl_text_offsets_new (text, strlen (text));
  SylByteRange bytes;

  g_assert_cmpuint (syl_text_offsets_get_points (offsets), ==, 5);
  g_assert_cmpuint (syl_text_offsets_get_utf16 (offsets), ==, 6);
  g_assert_true (syl_text_offsets_from_points (offsets, (SylPointRange) { 3, 4 }, &bytes));
  g_assert_cmpuint (bytes.start, ==, 6);
  g_assert_cmpuint (bytes.end, ==, 10);
  g_assert_cmpuint (syl_text_offsets_to_utf16 (offsets, bytes).start, ==, 3);
  g_assert_cmpuint (syl_text_offsets_to_utf16 (offsets, bytes).end, ==, 5);
  g_assert_true (syl_text_offsets_from_points (offsets, (SylPointRange) { 5, 5 }, &bytes));
  g_assert_cmpuint (bytes.start, ==, strlen (text));

  /* Half a pair is the whole of it. */
  g_assert_true (syl_text_offsets_from_utf16 (offsets, (SylUtf16Range) { 4, 6 }, &bytes));
  g_assert_cmpuint (bytes.start, ==, 6);
  g_assert_true (syl_text_offsets_from_utf16 (offsets, (SylUtf16Range) { 0, 4 }, &bytes));
  g_assert_cmpuint (bytes.end, ==, 10);

  g_assert_false (syl_text_offsets_from_points (offsets, (SylPointRange) { 0, 6 }, &bytes));
  g_assert_false (syl_text_offsets_from_points (offsets, (SylPointRange) { 2, 1 }, &bytes));
  g_assert_false (syl_text_offsets_from_utf16 (offsets, (SylUtf16Range) { 0, G_MAXSIZE }, &bytes));
}

/* Against counting one by one, in texts longer than the distance between two marks. */
static void
test_long_units (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int run = 0; run < 50; run++)
    {
      GString *string = g_string_new (NULL);
      g_autofree char *text = NULL;
      g_autoptr (SylTextOffsets) offsets = NULL;
      gsize points = 0, utf16 = 0;

      for (int n = 0; n < run; n++)
        {
          g_autofree char *piece = make_text (random);

          g_string_append (string, piece);
        }
      text = g_string_free (string, FALSE);
      offsets = syl_text_offsets_new (text, strlen (text));
      for (const char *p = text;; p = g_utf8_next_char (p))
        {
          SylByteRange here = { (gsize) (p - text), (gsize) (p - text) }, back;

          g_assert_cmpuint (syl_text_offsets_to_points (offsets, here).start, ==, points);
          g_assert_cmpuint (syl_text_offsets_to_utf16 (offsets, here).start, ==, utf16);
          g_assert_true (syl_text_offsets_from_points (offsets, (SylPointRange) { points, points }, &back));
          g_assert_cmpuint (back.start, ==, here.start);
          g_assert_true (syl_text_offsets_from_utf16 (offsets, (SylUtf16Range) { utf16, utf16 }, &back));
          g_assert_cmpuint (back.end, ==, here.start);
          if (*p == '\0')
            break;
          points++;
          utf16 += g_utf8_get_char (p) > 0xffff ? 2 : 1;
        }
    }
}

/* Edit distances by the book: the whole of @a against parts of @b that end at each place; with @anywhere
 * those may begin anywhere. */
static void
fill_distances (const char *a,
                gsize       n_a,
                const char *b,
                gsize       n_b,
                gboolean    anywhere,
                gsize      *last)
{
  g_autofree gsize *row = g_new0 (gsize, n_a + 1);

  for (gsize i = 0; i <= n_a; i++)
    row[i] = i;
  last[0] = n_a;
  for (gsize j = 1; j <= n_b; j++)
    {
      gsize diagonal = row[0];

      row[0] = anywhere ? 0 : j;
      for (gsize i = 1; i <= n_a; i++)
        {
          gsize value = MIN (MIN (row[i], row[i - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));

          diagonal = row[i];
          row[i] = value;
        }
      last[j] = row[n_a];
    }
}

static char *
make_letters (GRand *random,
              int    longest)
{
  int length = g_rand_int_range (random, 1, longest + 1);
  char *text = g_malloc0 ((gsize) length + 1);

  for (int i = 0; i < length; i++)
    text[i] = (char) ('a' + g_rand_int_range (random, 0, 3));
  return text;
}

static void
test_myers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int run = 0; run < 3000; run++)
    {
      g_autofree char *a = make_letters (random, run % 3 == 0 ? 200 : 20), *b = make_letters (random, 300);
      gsize n_a = strlen (a), n_b = strlen (b), least = n_a, most = (gsize) g_rand_int_range (random, 0, (gint32) n_a);
      g_autofree gsize *last = g_new (gsize, n_b + 1), *inner = g_new (gsize, n_b + 1);
      SylMyersMatch match = { 0 };
      gboolean found;

      fill_distances (a, n_a, b, n_b, FALSE, last);
      g_assert_cmpuint (syl_myers_distance (a, n_a, b, n_b), ==, last[n_b]);

      fill_distances (a, n_a, b, n_b, TRUE, last);
      for (gsize j = 1; j <= n_b; j++)
        least = MIN (least, last[j]);
      found = syl_myers_find (a, n_a, b, n_b, most, &match);
      g_assert_cmpint (found, ==, least <= most);
      if (!found)
        continue;
      g_assert_cmpuint (match.distance, ==, least);
      g_assert_cmpuint (last[match.end], ==, least);
      fill_distances (a, n_a, b + match.start, match.end - match.start, FALSE, inner);
      g_assert_cmpuint (inner[match.end - match.start], ==, least);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor-text/forms", test_forms);
  g_test_add_func ("/anchor-text/hyphens", test_hyphens);
  g_test_add_func ("/anchor-text/refused", test_refused);
  g_test_add_func ("/anchor-text/back", test_back);
  g_test_add_func ("/anchor-text/maps", test_maps);
  g_test_add_func ("/anchor-text/units", test_units);
  g_test_add_func ("/anchor-text/long-units", test_long_units);
  g_test_add_func ("/anchor-text/myers", test_myers);

  return g_test_run ();
}
