/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "text/syl-markdown.h"

static void
assert_block (GPtrArray *blocks,
              unsigned int index,
              SylMarkdownBlockKind kind,
              unsigned int level,
              int ordinal,
              const char *markup)
{
  SylMarkdownBlock *block;

  g_assert_cmpuint (index, <, blocks->len);
  block = g_ptr_array_index (blocks, index);
  g_assert_cmpint (block->kind, ==, kind);
  g_assert_cmpuint (block->level, ==, level);
  g_assert_cmpint (block->ordinal, ==, ordinal);
  g_assert_cmpstr (block->markup, ==, markup);
}

static void
assert_markup (const char *text, const char *markup)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse (text);
  g_autofree char *shown = g_strescape (text, NULL);

  g_test_message ("%s", shown);
  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpstr (((SylMarkdownBlock *) g_ptr_array_index (blocks, 0))->markup, ==, markup);
}

static void
test_blocks (void)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse ("# Title\n\nOne\ntwo\n\n> Quoted\n>\n> > Deeper\n\n"
                                                     "```c\nint a < b;\n```\n\n---\n\nEnd  \nof it");

  g_assert_cmpuint (blocks->len, ==, 6);
  assert_block (blocks, 0, SYL_MARKDOWN_BLOCK_HEADING, 1, 0, "Title");
  assert_block (blocks, 1, SYL_MARKDOWN_BLOCK_PARAGRAPH, 0, 0, "One two");
  assert_block (blocks, 2, SYL_MARKDOWN_BLOCK_QUOTE, 1, 0, "Quoted");
  assert_block (blocks, 3, SYL_MARKDOWN_BLOCK_QUOTE, 2, 0, "Deeper");
  assert_block (blocks, 4, SYL_MARKDOWN_BLOCK_CODE, 0, 0, "int a &lt; b;");
  assert_block (blocks, 5, SYL_MARKDOWN_BLOCK_PARAGRAPH, 0, 0, "End\nof it");
}

static void
test_lists (void)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse ("- One\n\n  More of one\n  - Inner\n\n  Rest of one\n- Two\n\n"
                                                     "7. Seven\n8. Eight\n");

  g_assert_cmpuint (blocks->len, ==, 7);
  assert_block (blocks, 0, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, SYL_MARKDOWN_BULLET, "One");
  assert_block (blocks, 1, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, SYL_MARKDOWN_CONTINUED, "More of one");
  assert_block (blocks, 2, SYL_MARKDOWN_BLOCK_LIST_ITEM, 2, SYL_MARKDOWN_BULLET, "Inner");
  assert_block (blocks, 3, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, SYL_MARKDOWN_CONTINUED, "Rest of one");
  assert_block (blocks, 4, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, SYL_MARKDOWN_BULLET, "Two");
  assert_block (blocks, 5, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, 7, "Seven");
  assert_block (blocks, 6, SYL_MARKDOWN_BLOCK_LIST_ITEM, 1, 8, "Eight");
}

static void
test_styles (void)
{
  assert_markup ("*a* **b** `c < d`", "<i>a</i> <b>b</b> <tt>c &lt; d</tt>");
  assert_markup ("**a **b** c**", "<b>a b c</b>");
  assert_markup ("A & B <C>", "A &amp; B &lt;C&gt;");
  assert_markup ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;");
}

static void
test_links (void)
{
  assert_markup ("[x](https://example.org/?a=1&b=2)",
                 "<a href=\"https://example.org/?a=1&amp;b=2\" "
                 "title=\"https://example.org/?a=1&amp;amp;b=2\">x</a>");
  assert_markup ("<https://example.org/>",
                 "<a href=\"https://example.org/\" title=\"https://example.org/\">https://example.org/</a>");
  assert_markup ("[x](javascript:alert(1)) [y](file:///etc/passwd) [z](other.md)", "x y z");
  assert_markup ("[x](https://user@example.org/)", "x");
  assert_markup ("![A **picture**](https://example.org/x.png)", "A <b>picture</b>");
  assert_markup ("[**a ![b *c*](x.png)**](https://example.org/)",
                 "<a href=\"https://example.org/\" title=\"https://example.org/\"><b>a b <i>c</i></b></a>");
}

static void
test_html (void)
{
  assert_markup ("<script>alert (1)</script>", "&lt;script&gt;alert (1)&lt;/script&gt;");
  assert_markup ("a <span onclick='x'>b</span>",
                 "a &lt;span onclick=&apos;x&apos;&gt;b&lt;/span&gt;");
}

static void
test_characters (void)
{
  assert_markup ("a\001b\x7f" "c\xc2\x85" "d", "abcd");
  assert_markup ("a\xff" "b", "a\xef\xbf\xbd" "b");
  assert_markup ("&#1;x", "x");
}

/* Whatever comes in, each block is well-formed markup and the number of blocks is bounded. */
static void
assert_sane (const char *text)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse (text);
  GMarkupParser parser = { NULL };

  g_assert_cmpuint (blocks->len, <=, SYL_MARKDOWN_MAX_BLOCKS);
  for (unsigned int i = 0; i < blocks->len; i++)
    {
      SylMarkdownBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_autofree char *document = g_strconcat ("<m>", block->markup, "</m>", NULL);
      g_autoptr (GError) error = NULL;

      g_markup_parse_context_parse (context, document, -1, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (block->level, <=, 8);
    }
}

static void
test_hostile (void)
{
  static const char *const units[] = {
    "![l", "[", "> ", "- ", "a**b", "*a_ ", "[a](", "1) ", "`", "<!--a", "&", "- a\n", "***", "\xff",
    "[![", "](https://example.org)", "_*", "a\n\n", "\t",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 2 * SYL_MARKDOWN_MAX_BYTES)
        g_string_append (text, units[i]);
      assert_sane (text->str);
    }
}

static void
test_random (void)
{
  static const char alphabet[] = "*_`[]()!<>&-#1. \n\tab\"'\\~:/h";

  for (unsigned int round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      int length = g_test_rand_int_range (1, 200);

      for (int i = 0; i < length; i++)
        if (g_test_rand_int_range (0, 12) == 0)
          g_string_append (text, "](https://example.org)");
        else
          g_string_append_c (text, alphabet[g_test_rand_int_range (0, strlen (alphabet))]);
      assert_sane (text->str);
    }
}

static void
test_plain_text (void)
{
  g_autofree char *plain = syl_markdown_to_plain_text ("# A *b*\n\nc & [d](https://example.org/)\n\n"
                                                       "- e\n  1. f\n\n     g\n");
  g_autofree char *empty = syl_markdown_to_plain_text ("");

  g_assert_cmpstr (plain, ==, "A b\n\nc & d\n• e\n  1. f\n    g");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_cut (void)
{
  g_autofree char *text = g_strnfill (SYL_MARKDOWN_MAX_BYTES + 1000, 'a');
  g_autofree char *plain = syl_markdown_to_plain_text (text);

  g_assert_cmpuint (strlen (plain), ==, SYL_MARKDOWN_MAX_BYTES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/blocks", test_blocks);
  g_test_add_func ("/markdown/lists", test_lists);
  g_test_add_func ("/markdown/styles", test_styles);
  g_test_add_func ("/markdown/links", test_links);
  g_test_add_func ("/markdown/html", test_html);
  g_test_add_func ("/markdown/characters", test_characters);
  g_test_add_func ("/markdown/hostile", test_hostile);
  g_test_add_func ("/markdown/random", test_random);
  g_test_add_func ("/markdown/plain-text", test_plain_text);
  g_test_add_func ("/markdown/cut", test_cut);

  return g_test_run ();
}
