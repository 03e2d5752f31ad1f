/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"

static const char text[] = "Before it all there was a sentence. 😀 The “quote” stands here, and behind it there are some more words.";

static void
test_round_trip (void)
{
  g_autoptr (SylAnchorPage) page = syl_anchor_page_new (text, strlen (text), NULL);
  const char *found = strstr (text, "The “quote”");
  SylByteRange range = { (gsize) (found - text), (gsize) (found - text) + strlen ("The “quote” stands") };
  g_autoptr (SylAnchorSelector) selector = syl_anchor_page_select (page, range, 12, NULL);
  g_autofree char *json = syl_anchor_selector_to_json (selector);
  g_autoptr (GError) error = NULL;
  g_autoptr (SylAnchorSelector) again = syl_anchor_selector_from_json (json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (again->exact, ==, "The “quote” stands");
  g_assert_cmpstr (again->prefix, ==, "Before it all there was a sentence. 😀 ");
  g_assert_true (g_str_has_prefix (again->suffix, " here, and"));
  g_assert_cmpint (g_utf8_strlen (again->suffix, -1), <=, SYL_ANCHOR_CONTEXT_POINTS);
  g_assert_true (again->has_position);
  g_assert_cmpuint (again->position.start, ==, 38);
  g_assert_cmpuint (again->position.end, ==, 56);
  g_assert_cmpuint (again->page, ==, 12);
  g_assert_cmpstr (again->before, ==, selector->before);
  g_assert_cmpstr (again->after, ==, selector->after);
  g_assert_cmpstr (again->landmarks, ==, selector->landmarks);
  g_assert_cmpuint (again->text_points, ==, (gsize) g_utf8_strlen (text, -1));
  g_assert_cmpuint (again->text_hash, ==, selector->text_hash);
  g_assert_cmpuint (again->copies, ==, 1);
  g_assert_cmpuint (again->rival, ==, selector->rival);
}

/* Every character escaped, and a large quote: still within the bounds of reading. */
static void
test_large (void)
{
  g_autofree char *quote = g_strnfill (SYL_ANCHOR_MAX_QUOTE_BYTES, '\x01');
  SylAnchorSelector selector = { .exact = quote };
  g_autofree char *json = syl_anchor_selector_to_json (&selector);
  g_autoptr (SylAnchorSelector) again = syl_anchor_selector_from_json (json, strlen (json), NULL);

  g_assert_nonnull (again);
  g_assert_cmpstr (again->exact, ==, quote);
}

/* The surroundings are all that is ours, and have a bound. */
static void
test_size (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (SylAnchorPage) page = NULL;
  g_autoptr (SylAnchorSelector) selector = NULL;
  gsize size;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (long_text, "word%d ", i * 7919 % 5000);
  page = syl_anchor_page_new (long_text->str, long_text->len, NULL);
  selector = syl_anchor_page_select (page, (SylByteRange) { 20000, 20040 }, 0, NULL);
  size = strlen (selector->before) + strlen (selector->after) + strlen (selector->landmarks);
  g_assert_cmpuint (size, >, 800);
  g_assert_cmpuint (size, <=, 1024);
}

static void
test_foreign (void)
{
  const char *json = "[{\"type\": \"RangeSelector\", \"startSelector\": {\"type\": \"XPathSelector\", \"value\": \"/p\"}},"
                     " {\"type\": \"TextPositionSelector\", \"start\": 5, \"end\": 9, \"more\": [1, {}]},"
                     " {\"type\": \"TextQuoteSelector\", \"exact\": \"some\", \"suffix\": null}]";
  g_autoptr (SylAnchorSelector) selector = syl_anchor_selector_from_json (json, strlen (json), NULL);

  g_assert_nonnull (selector);
  g_assert_cmpstr (selector->exact, ==, "some");
  g_assert_null (selector->prefix);
  g_assert_null (selector->suffix);
  g_assert_true (selector->has_position);
  g_assert_cmpuint (selector->position.end, ==, 9);
  g_assert_cmpuint (selector->copies, ==, 0);
}

static void
test_hostile (void)
{
  static const char *const wrong[] = {
    "", "null", "{}", "[", "[]", "[{}]", "[[[[[[[[[[]]]]]]]]]]", "[{\"type\": \"TextQuoteSelector\"}]",
    "[{\"type\": \"TextQuoteSelector\", \"exact\": \"\"}]", "[{\"type\": \"TextQuoteSelector\", \"exact\": 7}]",
    "[{\"type\": \"TextQuoteSelector\", \"exact\": \"a\\u0000b\"}]", "[{\"type\": \"TextQuoteSelector\", \"exact\": \"a\"}] x",
    "[{\"type\": \"TextQuoteSelector\", \"exact\": \"\xff\"}]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (syl_anchor_selector_from_json (wrong[i], strlen (wrong[i]), &error));
      g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID);
    }
}

static void
test_odd_numbers (void)
{
  static const char *const positions[] = { "-1, \"end\": 4", "4, \"end\": 4", "1e300, \"end\": 2e300", "0, \"end\": 1e9", "\"0\", \"end\": []" };

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      g_autofree char *json = g_strdup_printf (
        "[{\"type\": \"TextQuoteSelector\", \"exact\": \"a\"}, {\"type\": \"TextPositionSelector\", \"start\": %s},"
        " {\"type\": \"SyllabusSurroundings\", \"copies\": 1e99, \"rival\": -5, \"length\": 1e99, \"hash\": \"zz\"}]",
        positions[i]);
      g_autoptr (SylAnchorSelector) selector = syl_anchor_selector_from_json (json, strlen (json), NULL);

      g_assert_nonnull (selector);
      g_assert_false (selector->has_position);
      g_assert_cmpuint (selector->copies, ==, SYL_ANCHOR_MAX_COPIES);
      g_assert_cmpuint (selector->rival, ==, 0);
      g_assert_cmpuint (selector->text_hash, ==, 0);
    }
}

static void
test_too_large (void)
{
  g_autofree char *quote = g_strnfill (SYL_ANCHOR_MAX_QUOTE_BYTES + 1, 'a');
  g_autofree char *json = g_strdup_printf ("[{\"type\": \"TextQuoteSelector\", \"exact\": \"%s\"}]", quote);
  g_autofree char *more = g_strnfill (1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (syl_anchor_selector_from_json (json, strlen (json), &error));
  g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (syl_anchor_selector_from_json (more, strlen (more), &error));
  g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE);
}

static void
assert_words_before (const char *prefix,
                     const char *expected)
{
  SylAnchorSelector selector = { .exact = (char *) "x", .prefix = (char *) prefix };
  g_autofree char *words = syl_anchor_selector_dup_words_before (&selector, 20);

  g_assert_cmpstr (words, ==, expected);
}

/* The last ones, on one line, and not a part of one unless there is nothing else. */
static void
test_words_before (void)
{
  assert_words_before (NULL, NULL);
  assert_words_before ("", NULL);
  assert_words_before (" \n ", NULL);
  assert_words_before ("Short.\n\n ", "Short.");
  assert_words_before ("twenty of them, sure", "twenty of them, sure");
  assert_words_before ("and twenty of them, sure", "twenty of them, sure");
  assert_words_before ("ninety-nine of them,\n for sure", "of them, for sure");
  assert_words_before ("1234567890123456789012345", "67890123456789012345");
  assert_words_before ("ééééééééééééééééééééé", "éééééééééééééééééééé");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor-selector/round-trip", test_round_trip);
  g_test_add_func ("/anchor-selector/large", test_large);
  g_test_add_func ("/anchor-selector/size", test_size);
  g_test_add_func ("/anchor-selector/foreign", test_foreign);
  g_test_add_func ("/anchor-selector/hostile", test_hostile);
  g_test_add_func ("/anchor-selector/odd-numbers", test_odd_numbers);
  g_test_add_func ("/anchor-selector/too-large", test_too_large);
  g_test_add_func ("/anchor-selector/words-before", test_words_before);

  return g_test_run ();
}
