/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "exchange/syl-highlight-link.h"
#include "exchange/syl-highlight-markdown.h"
#include "text/syl-markdown.h"

#define PAGE "https://example.org/x"

/* Whether a block of that kind and level says just that. */
static gboolean
has_block (GPtrArray            *blocks,
           SylMarkdownBlockKind  kind,
           unsigned int          level,
           const char           *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  for (guint i = 0; i < blocks->len; i++)
    {
      SylMarkdownBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == kind && block->level == level && g_str_equal (block->markup, markup))
        return TRUE;
    }
  return FALSE;
}

static void
assert_block (const char           *markdown,
              SylMarkdownBlockKind  kind,
              unsigned int          level,
              const char           *text)
{
  g_autoptr (GPtrArray) blocks = syl_markdown_parse (markdown);

  if (!has_block (blocks, kind, level, text))
    g_error ("“%s” is not in:\n%s", text, markdown);
}

static char *
export_two (const char *title,
            const char *note,
            const char *quote)
{
  SylHighlightFacts facts = { .source_id = 1, .source_title = (char *) title, .quote = (char *) quote,
                              .note = (char *) note, .uri = (char *) PAGE };
  g_autoptr (GPtrArray) highlights = g_ptr_array_new ();
  g_autoptr (GPtrArray) picks = g_ptr_array_new ();
  SylPickNotes first = { 1, (char *) title, (char *) note, highlights };
  SylPickNotes second = { 2, (char *) "Second", (char *) "The end", highlights };

  g_ptr_array_add (highlights, &facts);
  g_ptr_array_add (picks, &first);
  g_ptr_array_add (picks, &second);
  return syl_list_notes_markdown ("All", picks);
}

static void
test_open_blocks (void)
{
  const char *notes[] = {
    "```", "```\ncode", "````c\ncode\n```", "~~~\ncode\n```", "Text\r\n\r\n  ~~~~~ x\r\n\r\n~~~~", "a\r\r```\rb\r",
    "- ```\n  code", "> ```\n> code", "1. ~~~", "`open", "**open", "[open](", "[a]: <b", "    code",
    "<!-- open", "a\n\n<!--\n\nopen", "<pre>\n\nopen", "   <SCRIPT\n>", "<style>", "<textarea >\n\n</pre",
    "<?php", "<!DOCTYPE", "<![CDATA[\n\n>", "<div>", "<details>\n\nopen", "Text <!-- open", "<pre>\n```",
    "```\n<!--", "\xef\xbb\xbf```", "\xef\xbb\xbf<!--", "# Heading", "Heading\n---", "***", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *markdown = export_two ("First", notes[i], "quoted");

      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 1, "All");
      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 2, "First");
      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 3, "First");
      assert_block (markdown, SYL_MARKDOWN_BLOCK_QUOTE, 1, "quoted");
      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 2, "Second");
      assert_block (markdown, SYL_MARKDOWN_BLOCK_PARAGRAPH, 0, "The end");
    }
}

/* Only what is open is touched. */
static void
test_closed_blocks (void)
{
  const char *notes[] = { "```\ncode\n```", "~~~\n```\n~~~~", "<!-- a\n\n-->", "<pre>\n\n</pre>", "- ```\n  code",
                          "<div>", "    ```", "a ``` b" };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *markdown = syl_highlight_markdown ("q", notes[i], PAGE, NULL);
      g_autofree char *expected = g_strdup_printf ("> q\n\n%s\n\n[link](" PAGE "#:~:text=q)", notes[i]);

      g_assert_cmpstr (markdown, ==, expected);
    }
}

static void
test_quotes (void)
{
  const char *quotes[] = {
    "> a > b", "# a", "a #", "`a` ``b", "```", "~~~", "[a](b) ![c][d]", "[^1]: a", "<b>&amp;</b>", "a*b*_c_ \\d\\",
    "- a", "+ a", "1. a", "1) a", "12345678901. a", "---", "===", "| a | b |", "$a$", "<!--", "日本語の、文。",
    "https://example.org/", "\\",
  };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      g_autofree char *lines = g_strdup_printf ("first\r\n   %s\rlast", quotes[i]);
      g_autofree char *joined = g_strdup_printf ("first %s last", quotes[i]);
      g_autofree char *alone = syl_highlight_markdown (quotes[i], NULL, PAGE, NULL);
      g_autofree char *between = syl_highlight_markdown (lines, NULL, PAGE, NULL);

      assert_block (alone, SYL_MARKDOWN_BLOCK_QUOTE, 1, quotes[i]);
      assert_block (between, SYL_MARKDOWN_BLOCK_QUOTE, 1, joined);
    }
}

static void
test_paragraphs (void)
{
  g_autofree char *markdown = syl_highlight_markdown ("\n one\n\n\n    two \n", NULL, PAGE, NULL);

  g_assert_true (g_str_has_prefix (markdown, "> one\n>\n>\n> two\n\n[link]("));
  assert_block (markdown, SYL_MARKDOWN_BLOCK_QUOTE, 1, "one");
  assert_block (markdown, SYL_MARKDOWN_BLOCK_QUOTE, 1, "two");
}

static void
test_titles (void)
{
  const char *titles[] = { "C #", "# ##", "C#", "`a` <b> & [c]", "1. a", "a\nb", "Ends with \\", "日本語" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *markdown = export_two (titles[i], "", "q");
      g_autofree char *line = g_strdelimit (g_strdup (titles[i]), "\n", ' ');

      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 2, line);
      assert_block (markdown, SYL_MARKDOWN_BLOCK_HEADING, 3, line);
    }
}

static void
assert_link (const char *uri,
             const char *quote,
             const char *expected)
{
  g_autofree char *link = syl_highlight_dup_link (uri, quote, NULL);

  g_assert_cmpstr (link, ==, expected);
}

static void
test_links (void)
{
  assert_link (PAGE, "a-b, c & d", PAGE "#:~:text=a%2Db%2C%20c%20%26%20d");
  assert_link (PAGE "#part", "a", PAGE "#part:~:text=a");
  assert_link (PAGE "#", "a", PAGE "#:~:text=a");
  assert_link (PAGE "#:~:text=old", "a", PAGE "#:~:text=a");
  assert_link (PAGE "#part:~:text=old&text=b", "a", PAGE "#part:~:text=a");
  assert_link ("https://example.org/a(b) c", "a", "https://example.org/a%28b%29%20c#:~:text=a");
  assert_link (PAGE, " \n ", PAGE);
  assert_link (PAGE, "1 2 3 4 5 6 7 8", PAGE "#:~:text=1%202%203%204%205%206%207%208");
  assert_link (PAGE, "1 2 3 4 5 6 7 8 9", PAGE "#:~:text=1%202%203%204,6%207%208%209");
  assert_link (PAGE, "one\ntwo three\n\nfour", PAGE "#:~:text=one,four");
}

/* @parts as they are found in the page, with the signs of the directive between them. */
static void
assert_match (const char *quote,
              const char *selectors,
              const char *parts)
{
  g_autofree char *link = syl_highlight_dup_link (PAGE, quote, selectors);
  g_autofree char *match = g_uri_unescape_string (strstr (link, "text=") + 5, NULL);

  g_assert_cmpstr (match, ==, parts);
}

#define CHINESE "我们提出了一种新的网络结构，它完全基于注意力机制，不使用循环和卷积。"                                     \
                "在两个机器翻译任务上的实验表明，这些模型的质量更好，同时更容易并行化，训练所需的时间也明显减少了很多。"
#define JAPANESE "主要な系列変換モデルは、複雑な再帰型または畳み込みニューラルネットワークに基づいており、"                    \
                 "エンコーダとデコーダを含んでいます。最高性能のモデルはまた、注意機構を通じて両者を結びつけています。"
#define THAI "แบบจำลองการแปลงลำดับที่โดดเด่นนั้นอาศัยโครงข่ายประสาทเทียมแบบเวียนซ้ำ ที่มีตัวเข้ารหัสและตัวถอดรหัส "          \
             "และเชื่อมต่อกันด้วยกลไกความสนใจซึ่งให้ผลลัพธ์ที่ดีที่สุดในงานแปลภาษา"

/* Browsers look for whole words, and only where there is a space or the like is it sure that these end. */
static void
test_links_without_spaces (void)
{
  assert_match ("注意力机制，不使用循环", NULL, "注意力机制，不使用循环");
  assert_match (CHINESE, NULL, "我们提出了一种新的网络结构,训练所需的时间也明显减少了很多。");
  assert_match (JAPANESE, NULL, "主要な系列変換モデルは,注意機構を通じて両者を結びつけています。");
  assert_match (THAI, NULL,
                "แบบจำลองการแปลงลำดับที่โดดเด่นนั้นอาศัยโครงข่ายประสาทเทียมแบบเวียนซ้ำ,"
                "และเชื่อมต่อกันด้วยกลไกความสนใจซึ่งให้ผลลัพธ์ที่ดีที่สุดในงานแปลภาษา");
  assert_match ("该模型使用Transformer的编码器来处理输入序列并且在解码时逐个地生成输出序列中的每一个符号，"
                "这一过程被重复执行直到遇见结束符号或者达到最大的长度2048为止",
                NULL,
                "该模型使用Transformer,这一过程被重复执行直到遇见结束符号或者达到最大的长度2048为止");
  assert_match ("https://example.org/a/long/way/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/"
                "and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/index.html",
                NULL, "https://,index.html");
}

/* Signs of the directive are none in the text. */
static void
test_link_signs (void)
{
  assert_link (PAGE, "词语,词-语&词、，－＆", PAGE "#:~:text=%E8%AF%8D%E8%AF%AD%2C%E8%AF%8D%2D%E8%AF%AD%26%E8%AF%8D%E3%80%81"
                                                  "%EF%BC%8C%EF%BC%8D%EF%BC%86");
  assert_link (PAGE, "1,5 - a&b 3 4 5 6 7 8 - x,y", PAGE "#:~:text=1%2C5%20%2D%20a%26b%203,7%208%20%2D%20x%2Cy");
  assert_link (PAGE, "50% a=b #c +d", PAGE "#:~:text=50%25%20a%3Db%20%23c%20%2Bd");
}

static char *
make_selectors (const char *prefix,
                const char *exact,
                const char *suffix)
{
  return g_strdup_printf ("[{\"type\":\"TextQuoteSelector\",\"prefix\":\"%s\",\"exact\":\"%s\",\"suffix\":\"%s\"}]",
                          prefix, exact, suffix);
}

static void
assert_context (const char *prefix,
                const char *quote,
                const char *suffix,
                const char *parts)
{
  g_autofree char *selectors = make_selectors (prefix, quote, suffix);

  assert_match (quote, selectors, parts);
}

/* Words that the reader marked a part of are made whole by what stands around it. */
static void
test_links_of_parts (void)
{
  g_autofree char *other = make_selectors ("x", "another", "y");

  assert_context ("in the ", "whole words", " of a text", "whole words");
  assert_context ("in the who", "le wor", "ds of a text", "who-,le wor,-ds");
  assert_context ("is 3.", "14", "15, or", "3.-,14,-15");
  assert_context ("是一种新的结构，它完全", "基于注意力", "机制，不使用", "它完全-,基于注意力,-机制");
  assert_context ("，", "注意力机制", "。", "注意力机制");
  assert_context ("ประโยคก่อน ด้วย", "กลไก", "ความสนใจ ต่อไป", "ด้วย-,กลไก,-ความสนใจ");
  /* Nothing is known of what comes before, or behind. */
  assert_context ("它完全", "基于注意力", "机制", "基于注意力");
  assert_context ("", "基于注意力", "", "基于注意力");
  assert_match ("art", other, "art");
  assert_match ("art", "[]", "art");
  assert_match ("art", "no JSON", "art");
}

static char *
repeat (const char *text,
        gsize       n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* What @link says of its text, unescaped: one part, or its beginning and its end. */
static char **
dup_parts (const char *quote)
{
  g_autofree char *link = syl_highlight_dup_link (PAGE, quote, NULL);
  char **parts = g_strsplit (strstr (link, "text=") + 5, ",", -1);

  g_assert_cmpuint (strlen (link), <, 1500);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_uri_unescape_string (parts[i], NULL);

      g_free (parts[i]);
      parts[i] = part;
    }
  return parts;
}

/* The end is looked for behind the beginning, so that they must not overlap. */
static void
assert_edges (const char *quote)
{
  g_auto (GStrv) parts = dup_parts (quote);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_true (g_utf8_validate (parts[0], -1, NULL));
  g_assert_true (g_utf8_validate (parts[1], -1, NULL));
  g_assert_true (g_str_has_prefix (quote, parts[0]));
  g_assert_true (g_str_has_suffix (quote, parts[1]));
  g_assert_cmpuint (strlen (parts[0]) + strlen (parts[1]), <, strlen (quote));
}

static void
test_long_quotes (void)
{
  const char *long_words[] = { "a", "日本語の文章", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (long_words); i++)
    {
      g_autofree char *word = repeat (long_words[i], 100);
      g_autofree char *huge = repeat (long_words[i], 5000);
      g_autofree char *spaced = g_strdup_printf ("%s x x x x x %s", word, word);
      g_autofree char *hidden = g_strdup_printf ("x %s x", huge);
      g_autofree char *five = g_strjoin (" ", word, word, word, word, word, NULL);
      g_autofree char *lines = g_strdup_printf ("x %s\n%s x", huge, huge);

      assert_edges (huge);
      assert_edges (spaced);
      assert_edges (hidden);
      assert_edges (five);
      assert_edges (lines);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/highlight-markdown/open-blocks", test_open_blocks);
  g_test_add_func ("/highlight-markdown/closed-blocks", test_closed_blocks);
  g_test_add_func ("/highlight-markdown/quotes", test_quotes);
  g_test_add_func ("/highlight-markdown/paragraphs", test_paragraphs);
  g_test_add_func ("/highlight-markdown/titles", test_titles);
  g_test_add_func ("/highlight-markdown/links", test_links);
  g_test_add_func ("/highlight-markdown/links-without-spaces", test_links_without_spaces);
  g_test_add_func ("/highlight-markdown/link-signs", test_link_signs);
  g_test_add_func ("/highlight-markdown/links-of-parts", test_links_of_parts);
  g_test_add_func ("/highlight-markdown/long-quotes", test_long_quotes);

  return g_test_run ();
}
