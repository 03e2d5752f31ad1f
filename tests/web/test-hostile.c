/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-probe.h"

static gboolean
is_too_large (SylWebTest *self)
{
  return syl_page_view_get_text_trouble (self->view) == SYL_PAGE_TEXT_TROUBLE_TOO_LARGE;
}

/* The view is alive, and knows the next page. */
static void
check_alive (SylWebTest *self)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/abs", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_assert_nonnull (strstr (text->text, "Few-Shot Learners"));
  g_assert_cmpint (syl_page_view_get_text_trouble (self->view), ==, SYL_PAGE_TEXT_TROUBLE_NONE);
}

static void
test_clearing (SylWebTest    *self,
               gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/clearing", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "marked", 0);
  for (int i = 0; i < 3; i++)
    {
      syl_web_probe_wait_painted (self, "reader-light-1:marked");
      g_free (syl_web_probe_evaluate (self, "CSS.highlights.clear()"));
    }
  syl_web_probe_wait_painted (self, "reader-light-1:marked");
  g_free (syl_web_probe_evaluate (self, "[...CSS.highlights.values()].forEach((all) => all.clear())"));
  syl_web_probe_wait_painted (self, "reader-light-1:marked");
}

/* No matter which world keeps the registry, and with it what it saw there. */
static void
test_clearing_kept (SylWebTest    *self,
                    gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_free (syl_web_probe_evaluate (self, "window.kept = CSS.highlights; 0"));
  g_free (syl_web_probe_evaluate_inside (self, "globalThis.kept = CSS.highlights; 0"));
  syl_web_probe_mark (self, text, "then words", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:then words");
  g_free (syl_web_probe_evaluate (self, "kept.clear()"));
  syl_web_probe_wait_painted (self, "reader-light-1:then words");
}

static void
test_clobbering (SylWebTest    *self,
                 gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/clobbering", NULL);
  syl_web_test_wait_title (self, "Clobbered");
  text = syl_web_probe_wait_text (self, 1);
  g_assert_nonnull (strstr (text->text, "Form body.\nForm documentElement."));
  g_assert_true (g_str_has_suffix (text->text, "Words to be read."));
  syl_web_probe_mark (self, text, "to be read", 0);
  syl_web_probe_wait_for_anew (self, "CSS.highlights.size", "1");
  check_alive (self);
}

static void
test_too_much_text (SylWebTest    *self,
                    gconstpointer  data)
{
  syl_web_test_load (self, "/huge-text", NULL);
  syl_web_test_wait (self, "it to be too much", is_too_large);
  check_alive (self);
}

static void
test_depth (SylWebTest    *self,
            gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/huge-deep", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_assert_true (g_str_has_suffix (text->text, "At the bottom."));
  check_alive (self);
}

static void
test_nodes (SylWebTest    *self,
            gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  syl_web_test_load (self, "/huge-nodes", NULL);
  text = syl_web_probe_wait_text (self, 1);
  g_assert_true (g_str_has_suffix (text->text, " 49998 49999"));
  syl_web_probe_mark (self, text, "49000 49001", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:49000 49001");
  check_alive (self);
}

static void
activated_cb (gboolean *activated)
{
  *activated = TRUE;
}

/* What a page makes up is no click of the reader's, and no message. */
static void
test_forged (SylWebTest    *self,
             gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  gboolean activated = FALSE;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "All the ways", 0);
  syl_web_probe_wait_for_anew (self, "CSS.highlights.size", "1");
  g_signal_connect_swapped (self->view, "mark-activated", G_CALLBACK (activated_cb), &activated);
  g_free (syl_web_probe_evaluate (self, "const at = document.querySelector('h1').getBoundingClientRect();"
                                        "const where = { bubbles: true, clientX: at.x + 9, clientY: at.y + 9 };"
                                        "for (const type of ['pointermove', 'pointerdown', 'click'])"
                                        " document.querySelector('h1').dispatchEvent(new MouseEvent(type, where));"
                                        "document.querySelector('h1').click()"));
  syl_web_probe_wait_for (self, "typeof window.webkit?.messageHandlers?.syllabus", "undefined");
  /* What the page says comes in its order: with this, all that it said before is there. */
  g_free (syl_web_probe_evaluate (self, "getSelection().selectAllChildren(document.getElementById('first'))"));
  syl_web_test_wait (self, "words to be selected", syl_web_probe_has_selection);
  g_assert_false (activated);
}

/* Says so in the title once all are answered, with how many were refused. */
static void
flood (SylWebTest *self,
       const char *message,
       const char *title)
{
  g_autofree char *script = g_strdup_printf (
    "let refused = 0; const all = [];"
    "for (let n = 0; n < 500; n++) {"
    "  const message = %s;"
    "  all.push(window.webkit.messageHandlers.syllabus.postMessage(message).catch(() => refused++));"
    "}"
    "Promise.all(all).then(() => { document.title = 'refused ' + refused; });",
    message);

  g_free (syl_web_probe_evaluate_inside (self, script));
  syl_web_test_wait_title (self, title);
}

static void
test_flood (SylWebTest    *self,
            gconstpointer  data)
{
  syl_web_test_load (self, "/abs", NULL);
  flood (self, "n < 5 ? 'x'.repeat(5e7) : 'no message ' + n", "refused 500");
  check_alive (self);
  flood (self, "n % 2 ? 7 : { v: 1, n }", "refused 500");
  check_alive (self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function) \
  g_test_add (path, SylWebTest, NULL, syl_web_test_set_up, function, syl_web_test_tear_down)
  ADD ("/hostile/clearing", test_clearing);
  ADD ("/hostile/clearing-kept", test_clearing_kept);
  ADD ("/hostile/clobbering", test_clobbering);
  ADD ("/hostile/too-much-text", test_too_much_text);
  ADD ("/hostile/depth", test_depth);
  ADD ("/hostile/nodes", test_nodes);
  ADD ("/hostile/flood", test_flood);
  ADD ("/hostile/forged", test_forged);
#undef ADD

  return g_test_run ();
}
