/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"

/* Long enough that places are apart, and without a sentence twice. */
static const char before_text[] =
  "A reader marks what matters and comes back to it next year. By then the page has often changed: a word "
  "here, a paragraph there, sometimes all of it. What was marked has to be found again, and where it can’t "
  "be found, that has to be said.\n\nThe simplest way is to keep the position. It fails with the first word "
  "that is put in above. Keeping the words themselves does better, as long as nobody touches them. Most pages "
  "repeat themselves, though, and a short quote may stand in many places.\n\nSo the words around the quote "
  "are kept as well. They tell copies apart, and they still stand when the quote itself was rewritten. Where "
  "both sides are there and nothing is between them, somebody took the sentence out. A neighbour that is "
  "similar must not take its place.\n\nThe last paragraph only makes the text longer. It speaks of rivers, of "
  "harbours and of slow trains that cross the border at night, and of letters that arrive too late.";

static SylAnchorPage *
make_page (const char *text)
{
  g_autoptr (GError) error = NULL;
  SylAnchorPage *page = syl_anchor_page_new (text, strlen (text), &error);

  g_assert_no_error (error);
  return page;
}

static SylAnchorSelector *
select_quote (SylAnchorPage *page,
              const char    *text,
              const char    *quote)
{
  g_autoptr (GError) error = NULL;
  const char *found = strstr (text, quote);
  SylByteRange range = { (gsize) (found - text), (gsize) (found - text) + strlen (quote) };
  SylAnchorSelector *selector;

  g_assert_nonnull (found);
  selector = syl_anchor_page_select (page, range, 0, &error);
  g_assert_no_error (error);
  return selector;
}

static SylAnchorMatch
match_in (const SylAnchorSelector *selector,
          const char              *text)
{
  g_autoptr (SylAnchorPage) page = make_page (text);
  const SylAnchorSelector *selectors[] = { selector };
  SylAnchorMatch match;

  syl_anchor_page_match (page, selectors, 1, &match);
  return match;
}

static void
assert_found (const char      *before,
              const char      *quote,
              const char      *after,
              SylAnchorStatus  status,
              const char      *expected)
{
  g_autoptr (SylAnchorPage) page = make_page (before);
  g_autoptr (SylAnchorSelector) selector = select_quote (page, before, quote);
  SylAnchorMatch match = match_in (selector, after);
  g_autofree char *found = g_strndup (after + match.range.start, match.range.end - match.range.start);

  g_test_message ("%s → %s (%d, %.3f)", quote, found, (int) match.status, match.score);
  g_assert_cmpint (match.status, ==, status);
  g_assert_cmpstr (found, ==, expected);
  g_assert_true ((match.score > 0) == (status != SYL_ANCHOR_ORPHANED));
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return g_strjoinv (new, parts);
}

static void
test_unchanged (void)
{
  static const char *const quotes[] = { "marks", "a word here, a paragraph there", "The simplest", "too late.", "A reader", "t" };

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    assert_found (before_text, quotes[i], before_text, SYL_ANCHOR_ATTACHED, quotes[i]);
}

static void
test_typeset (void)
{
  g_autofree char *after = replace (before_text, " ", "\n  ");
  g_autofree char *wrapped = replace (after, "position", "posi-\ntion");
  g_autofree char *joined = replace (wrapped, "first", "ﬁrst");

  assert_found (before_text, "keep the position. It fails with the first", joined, SYL_ANCHOR_ATTACHED,
                "keep\n  the\n  posi-\ntion.\n  It\n  fails\n  with\n  the\n  ﬁrst");
  assert_found (before_text, "where it can’t be found", "x " "where it can't be found, that has to be said.\n\nThe simplest way",
                SYL_ANCHOR_ATTACHED, "where it can't be found");
}

static void
test_edited (void)
{
  g_autofree char *after = replace (before_text, "does better, as long", "works much better, as long");
  g_autofree char *spelled = replace (before_text, "neighbour", "neighbor");
  g_autofree char *first = replace (before_text, "They tell copies apart", "Those tell copies apart");

  assert_found (before_text, "Keeping the words themselves does better", after, SYL_ANCHOR_MOVED,
                "Keeping the words themselves works much better");
  assert_found (before_text, "A neighbour that", spelled, SYL_ANCHOR_MOVED, "A neighbor that");
  assert_found (before_text, "They tell copies", first, SYL_ANCHOR_MOVED, "Those tell copies");
}

/* What stands around the quote tells which of the copies it is, however much nearer the other is. */
static void
test_copies (void)
{
  const char *before = "In the north the harvest was good this year. Prices fell sharply. Farmers stored what they could.\n"
                       "In the south there was no rain at all. Prices fell sharply. Nobody could say why that was so.\n";
  g_autofree char *shifted = g_strconcat ("An introduction that was not there, of a dozen words or so. ", before, NULL);
  g_autoptr (SylAnchorPage) page = make_page (before);
  const char *second = strstr (strstr (before, "Prices") + 1, "Prices");
  SylByteRange range = { (gsize) (second - before), (gsize) (second - before) + strlen ("Prices fell sharply") };
  g_autoptr (SylAnchorSelector) selector = syl_anchor_page_select (page, range, 0, NULL);
  SylAnchorMatch match = match_in (selector, shifted);
  g_autofree char *edited = replace (shifted, "no rain at all. Prices fell sharply", "no rain at all. Prices fell quickly");

  g_assert_cmpuint (selector->copies, ==, 2);
  g_assert_cmpint (match.status, ==, SYL_ANCHOR_ATTACHED);
  g_assert_true (g_str_has_prefix (shifted + match.range.end, ". Nobody"));

  match = match_in (selector, edited);
  g_assert_cmpint (match.status, ==, SYL_ANCHOR_MOVED);
  g_assert_true (g_str_has_prefix (edited + match.range.start, "Prices fell quickly"));
}

static void
test_deleted (void)
{
  g_autofree char *after = replace (before_text, "A neighbour that is similar must not take its place.", "");
  g_autofree char *similar = g_strconcat (after, " A neighbour that is similar must not take this place.", NULL);
  g_autofree char *word = replace (before_text, "rivers, ", "");

  assert_found (before_text, "A neighbour that is similar must not take its place.", after, SYL_ANCHOR_ORPHANED, "");
  assert_found (before_text, "A neighbour that is similar must not take its place.", similar, SYL_ANCHOR_ORPHANED, "");
  assert_found (before_text, "rivers,", word, SYL_ANCHOR_ORPHANED, "");
  assert_found (before_text, "slow trains", "Nothing of that page is here any more, only slow and other trains.",
                SYL_ANCHOR_ORPHANED, "");
  assert_found (before_text, "slow trains", "", SYL_ANCHOR_ORPHANED, "");
}

/* One of two copies is gone: the other one is not it. */
static void
test_deleted_copy (void)
{
  const char *before = "The north had a good harvest this year, they said at the office. Prices fell sharply after that. "
                       "Farmers stored what they could in their barns.\nThe south had no rain at all for many weeks. "
                       "Prices fell sharply after that. Nobody could say why it had happened so fast.\n";
  g_autofree char *after = replace (before, "many weeks. Prices fell sharply after that.", "many weeks.");
  g_autoptr (SylAnchorPage) page = make_page (before);
  const char *second = strstr (strstr (before, "Prices") + 1, "Prices");
  SylByteRange range = { (gsize) (second - before), (gsize) (second - before) + strlen ("Prices fell sharply after that.") };
  g_autoptr (SylAnchorSelector) selector = syl_anchor_page_select (page, range, 0, NULL);

  g_assert_cmpint (match_in (selector, after).status, ==, SYL_ANCHOR_ORPHANED);
}

static void
test_moved (void)
{
  const char *quote = "It speaks of rivers, of harbours and of slow trains that cross the border at night";
  g_autofree char *without = replace (before_text, quote, "");
  g_autofree char *after = g_strconcat (quote, ". ", without, NULL);

  assert_found (before_text, quote, after, SYL_ANCHOR_MOVED, quote);
}

/* Read by a machine: hardly a word is as it was. */
static void
test_misread (void)
{
  g_autofree char *after = replace (before_text, "e", "c");
  g_autofree char *worse = replace (after, "a", "o");

  assert_found (before_text, "It fails with the first word that is put in above", worse, SYL_ANCHOR_MOVED,
                "It foils with thc first word thot is put in obovc");
}

/* Parts of words, and nothing but marks. */
static void
test_parts (void)
{
  g_autofree char *after = g_strconcat ("Some words before. ", before_text, NULL);

  assert_found (before_text, "aragraph the", after, SYL_ANCHOR_ATTACHED, "aragraph the");
  assert_found (before_text, "eeping the words th", after, SYL_ANCHOR_ATTACHED, "eeping the words th");
  assert_found (before_text, ": a", after, SYL_ANCHOR_ATTACHED, ": a");
}

static void
test_foreign (void)
{
  g_autoptr (SylAnchorSelector) selector = g_new0 (SylAnchorSelector, 1);
  SylAnchorMatch match;

  selector->exact = g_strdup ("a short quote may stand in many places");
  selector->prefix = g_strdup ("repeat themselves, though, and ");
  selector->suffix = g_strdup (".\n\nSo the words around");
  match = match_in (selector, before_text);
  g_assert_cmpint (match.status, ==, SYL_ANCHOR_ATTACHED);

  g_clear_pointer (&selector->prefix, g_free);
  g_clear_pointer (&selector->suffix, g_free);
  match = match_in (selector, before_text);
  g_assert_cmpint (match.status, !=, SYL_ANCHOR_ORPHANED);
  g_assert_true (g_str_has_prefix (before_text + match.range.start, "a short quote"));
}

/* A table of which each row is like the next but for its number. */
static char *
make_rows (const char *before,
           unsigned int n_rows,
           unsigned int without,
           unsigned int edited)
{
  GString *text = g_string_new (before);

  for (unsigned int row = 1; row <= n_rows; row++)
    {
      if (row != without)
        g_string_append_printf (text, "Row %u: the model attends to %s of the text.\n", row,
                                row == edited ? "only some of the tokens" : "every earlier token");
    }
  return g_string_free_and_steal (text);
}

static void
test_twins (void)
{
  g_autofree char *rows = make_rows ("A heading of its own.\n", 200, 0, 0);
  g_autofree char *fewer = make_rows ("A preface that was put before it.\n", 200, 75, 0);
  g_autofree char *other = make_rows ("A preface that was put before it.\n", 200, 0, 75);
  const char *quote = "Row 75: the model attends to every earlier token of the text.";

  assert_found (rows, quote, fewer, SYL_ANCHOR_ORPHANED, "");
  assert_found (rows, quote, other, SYL_ANCHOR_MOVED, "Row 75: the model attends to only some of the tokens of the text.");
  assert_found (rows, "Row 74: the model attends to every earlier token of the text.", fewer, SYL_ANCHOR_ATTACHED,
                "Row 74: the model attends to every earlier token of the text.");
}

static void
test_other_scripts (void)
{
  const char *before = "我们提出了一种新的简单网络架构，完全基于注意力机制，不再需要循环和卷积。实验表明，这些模型在质量上更优，同时更易于并行化，"
                       "训练所需的时间也大大减少。";
  const char *after = "前言。我们提出了一种新的简单网络架构，完全基于多头注意力机制，不再需要循环和卷积。实验表明，这些模型在质量上更优，同时更易于并行化，"
                      "训练所需的时间也大大减少。";

  assert_found (before, "完全基于注意力机制", after, SYL_ANCHOR_MOVED, "完全基于多头注意力机制");
  assert_found (before, "更易于并行化", after, SYL_ANCHOR_ATTACHED, "更易于并行化");
}

static void
assert_refused (SylAnchorPage *page,
                gsize          start,
                gsize          end,
                int            code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (syl_anchor_page_select (page, (SylByteRange) { start, end }, 0, &error));
  g_assert_error (error, SYL_ANCHOR_ERROR, code);
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("é  \n ");
  g_autoptr (SylAnchorPage) page = NULL;
  g_autoptr (SylAnchorPage) large = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (text, "word ");
  page = make_page (text->str);
  assert_refused (page, 1, 4, SYL_ANCHOR_ERROR_INVALID);
  assert_refused (page, 2, 5, SYL_ANCHOR_ERROR_INVALID);
  assert_refused (page, 3, 3, SYL_ANCHOR_ERROR_INVALID);
  assert_refused (page, 9, 8, SYL_ANCHOR_ERROR_INVALID);
  assert_refused (page, 0, text->len + 1, SYL_ANCHOR_ERROR_INVALID);
  assert_refused (page, 0, SYL_ANCHOR_MAX_QUOTE_BYTES + 1, SYL_ANCHOR_ERROR_TOO_LARGE);

  while (text->len <= SYL_ANCHOR_MAX_PAGE_BYTES)
    g_string_append (text, "and so on, and so on ");
  large = syl_anchor_page_new (text->str, text->len, &error);
  g_assert_null (large);
  g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE);
}

static char *
repeat (const char *piece,
        gsize       length)
{
  GString *text = g_string_new (NULL);

  while (text->len + strlen (piece) <= length)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* The largest of everything, all the same: the time has a bound. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "a", "a ", "ab ,", "é,", "的" };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *text = repeat (pieces[i], SYL_ANCHOR_MAX_PAGE_BYTES - 8);
      g_autofree char *quote = repeat (pieces[i], SYL_ANCHOR_MAX_QUOTE_BYTES);
      g_autofree char *other = g_strconcat (quote, "zzz", NULL);
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (SylAnchorPage) page = make_page (text);
      SylAnchorSelector selector = { .exact = quote, .prefix = (char *) "b b b b", .suffix = (char *) "c c c c" };
      SylAnchorSelector unlike = { .exact = other + 3, .prefix = quote, .suffix = quote };
      const SylAnchorSelector *selectors[] = { &selector, &unlike, &selector };
      SylAnchorMatch matches[3];

      other[SYL_ANCHOR_MAX_QUOTE_BYTES - 8] = ';';
      if (!g_utf8_validate (other + 3, -1, NULL))
        unlike.exact = quote;
      syl_anchor_page_match (page, selectors, G_N_ELEMENTS (selectors), matches);
      g_test_message ("%s: %.1f s", pieces[i], (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 30 * G_USEC_PER_SEC);
    }
}

static void
test_batch (void)
{
  static const char *const quotes[] = { "marks what matters", "slow trains", "Keeping the words", "the first word" };
  g_autoptr (SylAnchorPage) page = make_page (before_text);
  g_autofree char *after = g_strconcat ("More. ", before_text, NULL);
  g_autoptr (SylAnchorPage) later = make_page (after);
  SylAnchorSelector *selectors[G_N_ELEMENTS (quotes)];
  SylAnchorMatch matches[G_N_ELEMENTS (quotes)];

  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    selectors[i] = select_quote (page, before_text, quotes[i]);
  syl_anchor_page_match (later, (const SylAnchorSelector *const *) selectors, G_N_ELEMENTS (quotes), matches);
  for (gsize i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_assert_cmpint (matches[i].status, ==, SYL_ANCHOR_ATTACHED);
      g_assert_true (g_str_has_prefix (after + matches[i].range.start, quotes[i]));
      syl_anchor_selector_free (selectors[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor-match/unchanged", test_unchanged);
  g_test_add_func ("/anchor-match/typeset", test_typeset);
  g_test_add_func ("/anchor-match/edited", test_edited);
  g_test_add_func ("/anchor-match/copies", test_copies);
  g_test_add_func ("/anchor-match/deleted", test_deleted);
  g_test_add_func ("/anchor-match/deleted-copy", test_deleted_copy);
  g_test_add_func ("/anchor-match/moved", test_moved);
  g_test_add_func ("/anchor-match/misread", test_misread);
  g_test_add_func ("/anchor-match/parts", test_parts);
  g_test_add_func ("/anchor-match/foreign", test_foreign);
  g_test_add_func ("/anchor-match/twins", test_twins);
  g_test_add_func ("/anchor-match/other-scripts", test_other_scripts);
  g_test_add_func ("/anchor-match/bounds", test_bounds);
  g_test_add_func ("/anchor-match/hostile", test_hostile);
  g_test_add_func ("/anchor-match/batch", test_batch);

  return g_test_run ();
}
