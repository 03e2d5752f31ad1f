/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-flood.h"
#include "bridge/syl-web-message.h"
#include "bridge/syl-web-text.h"

static void
check_refused (const char *text)
{
  g_autoptr (SylWebMessage) message = syl_web_message_parse (text);

  if (message != NULL)
    g_error ("Was taken: %.200s", text);
}

static SylWebMessage *
parse (const char *text)
{
  SylWebMessage *message = syl_web_message_parse (text);

  if (message == NULL)
    g_error ("Was refused: %.200s", text);
  return message;
}

static void
test_text (void)
{
  g_autoptr (SylWebMessage) part = parse ("{\"v\":1,\"type\":\"text\",\"document\":3,\"first\":true,\"text\":\"a\\n{[b\"}");
  g_autoptr (SylWebMessage) end = parse ("{\"v\":1,\"type\":\"text-end\",\"document\":3,\"length\":5,\"starts\":\"0,2\"}");
  g_autoptr (SylWebMessage) none = parse ("{\"v\":1,\"type\":\"no-text\",\"document\":3,\"large\":true}");

  g_assert_cmpint (part->type, ==, SYL_WEB_MESSAGE_TEXT);
  g_assert_true (part->is_first);
  g_assert_cmpstr (part->text, ==, "a\n{[b");
  g_assert_cmpint (end->type, ==, SYL_WEB_MESSAGE_TEXT_END);
  g_assert_cmpuint (end->length, ==, 5);
  g_assert_cmpstr (end->text, ==, "0,2");
  g_assert_cmpint (none->type, ==, SYL_WEB_MESSAGE_NO_TEXT);
  g_assert_true (none->is_large);
  check_refused ("{\"v\":1,\"type\":\"text\",\"document\":3,\"first\":1,\"text\":\"a\"}");
  check_refused ("{\"v\":1,\"type\":\"text\",\"document\":3,\"first\":true,\"text\":null}");
  check_refused ("{\"v\":1,\"type\":\"text\",\"document\":3,\"first\":true,\"text\":\"a\",\"more\":1}");
  check_refused ("{\"v\":1,\"type\":\"text-end\",\"document\":3,\"length\":-1,\"starts\":\"\"}");
  check_refused ("{\"v\":1,\"type\":\"text-end\",\"document\":3,\"length\":1.5,\"starts\":\"\"}");
}

#define AREA "\"x\":-4,\"y\":5,\"width\":6,\"height\":7}"

static void
test_marks (void)
{
  g_autoptr (SylWebMessage) selection =
    parse ("{\"v\":1,\"type\":\"selection\",\"document\":3,\"version\":2,\"start\":1,\"end\":9," AREA);
  g_autoptr (SylWebMessage) mark = parse ("{\"v\":1,\"type\":\"mark\",\"document\":3,\"version\":2,\"set\":8,\"index\":0," AREA);
  g_autoptr (SylWebMessage) current =
    parse ("{\"v\":1,\"type\":\"current\",\"document\":3,\"version\":2,\"set\":8,\"index\":1}");

  g_assert_cmpuint (selection->version, ==, 2);
  g_assert_cmpuint (selection->end, ==, 9);
  g_assert_cmpint (selection->area.x, ==, -4);
  g_assert_cmpuint (mark->set, ==, 8);
  g_assert_cmpint (mark->area.height, ==, 7);
  g_assert_cmpuint (current->index, ==, 1);
  check_refused ("{\"v\":1,\"type\":\"selection\",\"document\":3,\"version\":2,\"start\":9,\"end\":1," AREA);
  check_refused ("{\"v\":1,\"type\":\"selection\",\"document\":3,\"version\":2,\"start\":-1,\"end\":1," AREA);
  check_refused ("{\"v\":1,\"type\":\"selection\",\"document\":3,\"version\":\"2\",\"start\":0,\"end\":1," AREA);
  check_refused ("{\"v\":1,\"type\":\"mark\",\"document\":3,\"version\":2,\"set\":8,\"index\":\"the-mark\"," AREA);
  check_refused ("{\"v\":1,\"type\":\"mark\",\"document\":3,\"version\":2,\"set\":8,\"index\":0,"
                 "\"x\":1,\"y\":5,\"width\":-6,\"height\":7}");
  check_refused ("{\"v\":1,\"type\":\"mark\",\"document\":3,\"version\":2,\"set\":8,\"index\":0,"
                 "\"x\":1e30,\"y\":5,\"width\":6,\"height\":7}");
  check_refused ("{\"v\":1,\"type\":\"current\",\"document\":3,\"version\":2,\"set\":8,\"index\":[1]}");
}

static void
test_words (void)
{
  g_autoptr (SylWebMessage) words =
    parse ("{\"v\":1,\"type\":\"text-selected\",\"document\":3,\"text\":\"a\\nb\",\"page\":2," AREA);

  g_assert_cmpint (words->type, ==, SYL_WEB_MESSAGE_WORDS);
  g_assert_cmpstr (words->text, ==, "a\nb");
  g_assert_cmpuint (words->page, ==, 2);
  g_assert_cmpint (words->area.width, ==, 6);
  check_refused ("{\"v\":1,\"type\":\"text-selected\",\"document\":3,\"text\":7,\"page\":2," AREA);
  check_refused ("{\"v\":1,\"type\":\"text-selected\",\"document\":3,\"text\":\"a\",\"page\":-2," AREA);
  check_refused ("{\"v\":1,\"type\":\"text-selected\",\"document\":3,\"text\":\"a\",\"page\":2}");
}

static char *
make_long (const char *type,
           gsize       n_bytes)
{
  g_autofree char *text = g_strnfill (n_bytes, 'a');

  return g_strdup_printf ("{\"v\":1,\"type\":\"%s\",\"document\":3,\"first\":true,\"text\":\"%s\"}", type, text);
}

static void
test_limits (void)
{
  g_autofree char *long_text = make_long ("text", 200 * 1024);
  g_autofree char *too_long = make_long ("text", SYL_WEB_MESSAGE_MAX_TEXT_BYTES);
  g_autofree char *other = make_long ("found", 20 * 1024);
  g_autoptr (SylWebMessage) message = parse (long_text);

  g_assert_cmpuint (strlen (message->text), ==, 200 * 1024);
  check_refused (too_long);
  check_refused (other);
}

/* Returns: how many of so many are admitted */
static unsigned int
count_admitted (SylWebFlood  *flood,
                gint64        time,
                const char   *text,
                unsigned int  n)
{
  unsigned int n_admitted = 0;

  for (unsigned int i = 0; i < n; i++)
    n_admitted += syl_web_flood_admit (flood, time, text) ? 1 : 0;
  return n_admitted;
}

/* Whatever it is that comes, it counts. */
static void
test_flood (void)
{
  static const char part[] = "{\"v\":1,\"type\":\"text\",\"document\":3,\"first\":true,\"text\":\"a\"}";
  g_autofree char *long_part = make_long ("text", 250 * 1024);
  SylWebFlood flood = { 0 };
  gint64 now = 7 * G_USEC_PER_SEC;

  g_assert_cmpuint (count_admitted (&flood, now, NULL, 20), ==, 20);
  g_assert_cmpuint (count_admitted (&flood, now, "no message", 20), ==, 20);
  g_assert_cmpuint (count_admitted (&flood, now + 1, "{\"v\":1,\"type\":\"next\",\"document\":1}", 20), ==, 10);
  g_assert_cmpuint (count_admitted (&flood, now + 1, part, 1000), ==, 400);
  now += G_USEC_PER_SEC;
  g_assert_cmpuint (count_admitted (&flood, now, "no message", 1000), ==, 50);
  g_assert_cmpuint (count_admitted (&flood, now, long_part, 1000), <=, 16 * 1024 * 1024 / (250 * 1024));
}

static void
check_text (const char  *text,
            unsigned int length,
            const char  *starts,
            gboolean     is_pdf,
            gboolean     is_good)
{
  g_autoptr (GString) parts = g_string_new (text);
  g_autoptr (SylPageText) made = syl_web_text_new (1, parts, length, starts, is_pdf);

  g_assert_cmpint (made != NULL, ==, is_good);
}

/* What a page says of its text has to agree with it. */
static void
test_whole_text (void)
{
  check_text ("", 0, "", FALSE, TRUE);
  check_text ("a\xf0\x9f\x98\x80z", 4, "", FALSE, TRUE);
  check_text ("a\xf0\x9f\x98\x80z", 3, "", FALSE, FALSE);
  check_text ("abcdef", 6, "0,3", TRUE, TRUE);
  check_text ("abcdef", 6, "0,3", FALSE, FALSE);
  check_text ("abcdef", 6, "3,0", TRUE, FALSE);
  check_text ("abcdef", 6, "0,7", TRUE, FALSE);
  check_text ("abcdef", 6, "0,-3", TRUE, FALSE);
  check_text ("abcdef", 6, "0;3", TRUE, FALSE);
  check_text ("abcdef", 6, "99999999999999999999999", TRUE, FALSE);
}

static void
check_slice (SylPageText  *text,
             unsigned int  start,
             unsigned int  end,
             const char   *words)
{
  g_autofree char *slice = syl_web_text_slice (text, start, end);

  g_assert_cmpstr (slice, ==, words);
}

static void
test_slice (void)
{
  g_autoptr (SylPageText) text = syl_page_text_new (1, "a\xf0\x9f\x98\x80\xc3\xa9z", FALSE, NULL, 0);

  check_slice (text, 0, 5, "a\xf0\x9f\x98\x80\xc3\xa9z");
  check_slice (text, 3, 4, "\xc3\xa9");
  check_slice (text, 1, 3, "\xf0\x9f\x98\x80");
  check_slice (text, 2, 3, NULL);
  check_slice (text, 4, 6, NULL);
  check_slice (text, 4, 3, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/message/text", test_text);
  g_test_add_func ("/message/marks", test_marks);
  g_test_add_func ("/message/words", test_words);
  g_test_add_func ("/message/limits", test_limits);
  g_test_add_func ("/message/flood", test_flood);
  g_test_add_func ("/message/whole-text", test_whole_text);
  g_test_add_func ("/message/slice", test_slice);

  return g_test_run ();
}
