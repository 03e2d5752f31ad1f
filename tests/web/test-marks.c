/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-probe.h"

#define WORDS \
  "All the ways\nOne bold word\nand a link.\nbut this\nLeft right\nbelow\ndef f():\npass\nEnergy E=m is.\nMore\n" \
  "In the shadow, slotted here.\nA \xf0\x9f\x98\x80 face, then words."

static void
test_text (SylWebTest    *self,
           gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_assert_cmpstr (text->text, ==, WORDS);
  g_assert_cmpuint (text->length, ==, strlen (WORDS));
  g_assert_false (text->is_pdf);
  g_assert_cmpuint (text->page_starts->len, ==, 0);
  g_assert_cmpint (syl_page_view_get_text_trouble (self->view), ==, SYL_PAGE_TEXT_TROUBLE_NONE);
}

static void
check_selection (SylWebTest  *self,
                 SylPageText *text,
                 const char  *words)
{
  g_autoptr (SylPageSelection) selection = NULL;

  syl_web_test_wait (self, words, syl_web_probe_has_selection);
  selection = syl_page_view_dup_selection (self->view);
  g_assert_cmpstr (selection->text, ==, words);
  g_assert_cmpuint (selection->version, ==, text->version);
  g_assert_cmpuint (selection->start, ==, syl_web_probe_find (text, words));
  g_assert_cmpint (selection->width, >, 0);
  g_assert_cmpint (selection->height, >, 0);
  syl_page_view_clear_selection (self->view);
  syl_web_test_wait (self, "nothing to be selected", syl_web_probe_has_no_selection);
}

static void
test_selection (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_free (syl_web_probe_evaluate (self, "const p = document.getElementById('first');"
                                        "getSelection().setBaseAndExtent(p.querySelector('b').firstChild, 2,"
                                        " p.querySelector('a').firstChild, 4)"));
  check_selection (self, text, "ld word\nand a link");
  g_free (syl_web_probe_evaluate (self, "getSelection().setBaseAndExtent(document.getElementById('after').firstChild, 5,"
                                        " document.getElementById('after').firstChild, 10)"));
  check_selection (self, text, "words");
  /* From the end to the beginning, with a paragraph as a whole. */
  g_free (syl_web_probe_evaluate (self, "getSelection().setBaseAndExtent(document.getElementById('math'), 3,"
                                        " document.getElementById('math'), 0)"));
  check_selection (self, text, "Energy E=m is.");
}

static void
test_blank_selection (SylWebTest    *self,
                      gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_free (syl_web_probe_evaluate (self, "getSelection().selectAllChildren(document.getElementById('first'))"));
  syl_web_test_wait (self, "words to be selected", syl_web_probe_has_selection);
  g_free (syl_web_probe_evaluate (self, "getSelection().setBaseAndExtent(document.getElementById('first').firstChild, 3,"
                                        " document.getElementById('first').firstChild, 4)"));
  syl_web_test_wait (self, "a blank to be no selection", syl_web_probe_has_no_selection);
}

static void
test_marks (SylWebTest    *self,
            gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "bold word\nand", 2);
  syl_web_probe_wait_painted (self, "reader-light-3:bold wordand");
  syl_web_probe_mark (self, text, "then words", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:then words");
  syl_web_probe_mark (self, text, "In the shadow, slotted", 1);
  syl_web_probe_wait_painted (self, "reader-light-2:In the shadow,/slotted");
  syl_page_view_set_marks (self->view, text->version + 1, NULL);
  syl_page_view_set_marks (self->view, text->version, NULL);
  syl_web_probe_wait_painted (self, "");
}

/* Marks that are to be checked are painted in a colour of their own. */
static void
check_pale (SylWebTest *self,
            const char *path,
            const char *words,
            const char *tone)
{
  g_autoptr (SylPageText) text = NULL;
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_page_mark_free);
  unsigned int start;

  syl_web_test_load (self, path, NULL);
  text = syl_web_probe_wait_text (self, 1);
  start = syl_web_probe_find (text, words);
  for (unsigned int i = 0; i < 4; i++)
    {
      g_autofree char *painted = g_strdup_printf ("reader-%s-%u-pale:%s", tone, i + 1, words);
      g_autofree char *colors = g_strdup_printf (
        "(() => { const look = (name) => getComputedStyle(document.body, `::highlight(reader-%s-%u${name})`)"
        ".backgroundColor; return look('') !== look('-pale') && look('-pale').startsWith('rgb('); })()", tone, i + 1);

      g_ptr_array_set_size (marks, 0);
      g_ptr_array_add (marks, syl_page_mark_new ("pale", start, start + (unsigned int) strlen (words), i, TRUE));
      syl_page_view_set_marks (self->view, text->version, marks);
      syl_web_probe_wait_painted (self, painted);
      syl_web_probe_wait_for (self, colors, "true");
    }
}

static void
test_pale (SylWebTest    *self,
           gconstpointer  data)
{
  check_pale (self, "/words", "then words", "light");
  check_pale (self, "/dark", "Paragraph 3 is about evaluation", "dark");
}

/* As many words of five digits as are wanted, one after the other or every other one. */
static GPtrArray *
make_many (SylPageText  *text,
           unsigned int  n_marks,
           unsigned int  step,
           unsigned int  meaning)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_page_mark_free);
  unsigned int first = syl_web_probe_find (text, "40000");

  for (unsigned int i = 0; i < n_marks; i++)
    {
      unsigned int start = first + i * step * 6;

      g_ptr_array_add (marks, syl_page_mark_new ("one", start, start + 5, (i + meaning) % 4, FALSE));
    }
  return marks;
}

/* How many are painted, the last of them, and whether there are others than are wanted. */
static void
check_many (SylWebTest   *self,
            SylPageText  *text,
            unsigned int  n_marks,
            unsigned int  step,
            unsigned int  meaning)
{
  g_autoptr (GPtrArray) marks = make_many (text, n_marks, step, meaning);
  g_autofree char *script = g_strdup_printf (
    "(() => { const words = [...CSS.highlights].flatMap(([name, all]) => [...all].map((range) =>"
    "  [Number(range.startContainer.data.slice(range.startOffset, range.endOffset)), Number(name.at(-1)) - 1]));"
    " const good = words.filter(([n, meaning]) => n >= 40000 && (n - 40000) %% %u === 0 &&"
    "  ((n - 40000) / %u + %u) %% 4 === meaning);"
    " return words.length + ' ' + good.length + ' ' + Math.max(...words.map(([n]) => n)); })()", step, step, meaning);
  g_autofree char *wanted = g_strdup_printf ("%u %u %u", n_marks, n_marks, 40000 + (n_marks - 1) * step);

  syl_page_view_set_marks (self->view, text->version, marks);
  syl_web_probe_wait_for_inside (self, script, wanted);
}

static void
test_many (SylWebTest    *self,
           gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/huge-nodes", NULL);
  text = syl_web_probe_wait_text (self, 1);
  check_many (self, text, 1200, 1, 0);
  check_many (self, text, 600, 2, 0);
  check_many (self, text, 600, 2, 1);
  check_many (self, text, 2000, 3, 0);
  syl_page_view_set_marks (self->view, text->version, NULL);
  syl_web_probe_wait_for_inside (self, "CSS.highlights.size", "0");
}

static void
test_dark_page (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/dark", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "Paragraph 3 is about evaluation", 0);
  syl_web_probe_wait_painted (self, "reader-dark-1:Paragraph 3 is about evaluation");
}

static void
test_show (SylWebTest    *self,
           gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  unsigned int start;

  syl_web_test_load (self, "/post", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "Paragraph 90 is", 0);
  syl_page_view_show_mark (self->view, "no such mark");
  syl_page_view_show_mark (self->view, "the-mark");
  syl_web_probe_wait_for (self, "(() => { const { top } = document.getElementById('p90').getBoundingClientRect();"
                                " return top > 0 && top < innerHeight })()",
                          "true");
  syl_web_probe_wait_for_anew (self, "CSS.highlights.has('reader-flash-light')", "true");
  syl_web_probe_wait_painted (self, "reader-light-1:Paragraph 90 is");

  start = (unsigned int) g_utf8_pointer_to_offset (text->text, strstr (text->text, "Paragraph 40 is"));
  syl_page_view_show_place (self->view, text->version, start, start + 12);
  syl_web_probe_wait_for (self, "(() => { const { top } = document.getElementById('p40').getBoundingClientRect();"
                                " return top > 0 && top < innerHeight })()",
                          "true");
  syl_web_probe_wait_for_anew (self, "CSS.highlights.has('reader-flash-light')", "true");
  syl_web_probe_wait_painted (self, "reader-light-1:Paragraph 90 is");
}

static void
test_changes (SylWebTest    *self,
              gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  g_autoptr (SylPageText) later = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_free (syl_web_probe_evaluate (self, "const p = document.createElement('p'); p.textContent = 'Come late.';"
                                        "document.body.prepend(p)"));
  later = syl_web_probe_wait_text (self, text->version + 1);
  g_assert_true (g_str_has_prefix (later->text, "Come late.\nAll the ways"));
  syl_web_probe_mark (self, text, "All the ways", 0);
  g_assert_cmpuint (syl_page_view_get_n_marks (self->view), ==, 0);
  syl_web_probe_mark (self, later, "Come late", 0);
  g_assert_cmpuint (syl_page_view_get_n_marks (self->view), ==, 1);
  syl_web_probe_wait_painted (self, "reader-light-1:Come late");
}

/* The same words in other nodes: no new text, and painted again. */
static void
test_replaced (SylWebTest    *self,
               gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  g_autoptr (SylPageText) later = NULL;

  syl_web_test_load (self, "/replacing", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "stay the same", 3);
  syl_web_probe_wait_painted (self, "reader-light-4:stay the same");
  syl_web_test_wait_title (self, "Replaced");
  syl_web_probe_wait_painted (self, "reader-light-4:stay the same");
  syl_web_probe_wait_for_anew (self, "[...CSS.highlights.values()].every((all) => [...all].every((range) =>"
                                " range.startContainer.isConnected))",
                               "true");
  later = syl_page_view_dup_text (self->view);
  g_assert_cmpuint (later->version, ==, text->version);
}

static void
test_pdf (SylWebTest    *self,
          gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  unsigned int start;

  syl_web_test_load (self, "/words", NULL);
  syl_web_probe_watch_frames (self);
  syl_web_test_load (self, "/paper.pdf", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_assert_true (text->is_pdf);
  g_assert_cmpint (syl_page_view_get_text_trouble (self->view), ==, SYL_PAGE_TEXT_TROUBLE_NONE);
  g_assert_cmpuint (text->page_starts->len, ==, 6);
  start = syl_web_probe_find (text, "Attention over Long Sequences, page 5");
  g_assert_cmpuint (g_array_index (text->page_starts, unsigned int, 4), ==, start);

  syl_web_probe_mark (self, text, "line 2: the model attends to every earlier token of the text.\nPage 1 line 3", 0);
  syl_web_probe_wait_frame (self, "reader-light-1:line 2: the model attends to every earlier token of the text."
                                  "Page 1 line 3");
  syl_web_probe_mark (self, text, "Page 5 line 7: the model", 1);
  syl_page_view_show_mark (self->view, "the-mark");
  syl_web_probe_wait_frame (self, "page 5 ");
  syl_web_probe_wait_frame (self, "reader-light-2:Page 5 line 7: the model");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function) \
  g_test_add (path, SylWebTest, NULL, syl_web_test_set_up, function, syl_web_test_tear_down)
  ADD ("/marks/text", test_text);
  ADD ("/marks/selection", test_selection);
  ADD ("/marks/blank-selection", test_blank_selection);
  ADD ("/marks/painted", test_marks);
  ADD ("/marks/pale", test_pale);
  ADD ("/marks/many", test_many);
  ADD ("/marks/dark-page", test_dark_page);
  ADD ("/marks/show", test_show);
  ADD ("/marks/changes", test_changes);
  ADD ("/marks/replaced", test_replaced);
  ADD ("/marks/pdf", test_pdf);
#undef ADD

  return g_test_run ();
}
