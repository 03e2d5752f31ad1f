/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-marks FOLDER LISTS PAGE N: opens a page, gives it N highlights in a library in FOLDER, and loads it
 * again some times. Prints how long it takes from the text to the painted highlights, and the longest frames and
 * blocks of the page: while its text is read, until they are painted, at rest, and while it is scrolled. */
#include "syl-bench.h"

#include <adwaita.h>
#include <string.h>
#include <webkit/webkit.h>

#include "../core/syl-test.h"
#include "anchor/syl-anchor-page.h"
#include "pencil/syl-pencil.h"
#include "syl-page-engine.h"

#define N_RUNS 5

#define WORLD "syllabus"

/* In the world of the program's scripts: the registry that another one has a hold of shows what was there
 * before. Each stage ends with the longest frame in it, and the longest time in which no timer ran. */
static const char script[] =
  "(() => {"
  "  const say = (text) => window.webkit.messageHandlers.bench.postMessage(text);"
  "  let last = 0, longest = 0, stage = 'reading', n = 0, lastTick = performance.now(), block = 0;"
  "  const tick = () => { const now = performance.now(); block = Math.max(block, now - lastTick); lastTick = now; };"
  "  const next = (name) => {"
  "    say(stage + '-frame-ms ' + longest); say(stage + '-block-ms ' + block);"
  "    stage = name; longest = block = n = 0;"
  "  };"
  "  const count = () => [...CSS.highlights.values()].reduce((sum, all) => sum + all.size, 0);"
  "  const frame = (now) => {"
  "    if (last > 0) longest = Math.max(longest, now - last);"
  "    last = now;"
  "    n++;"
  "    if (stage === 'drawing') next('resting');"
  "    else if (stage === 'painting' && count() === %u) stage = 'drawing';"
  "    else if (stage === 'resting' && n > 60) next('scrolling');"
  "    else if (stage === 'scrolling' && n > 60) next('over');"
  "    if (stage === 'scrolling') scrollBy({ top: 500, behavior: 'instant' });"
  "    requestAnimationFrame(frame);"
  "  };"
  "  globalThis.beginPainting = () => next('painting');"
  "  requestAnimationFrame(frame);"
  "  setInterval(tick, 4);"
  "})();";

typedef struct
{
  SylLibrary *library;
  SylPick *pick;
  SylSource *source;
  GListModel *highlights;
  SylPageEngine *engine;
  SylPageView *view;
  SylPencil *pencil;
  GtkWindow *window;
  unsigned int n_highlights;
  unsigned int version; /* of the text that was known last */
  double text_known;
  gboolean over;
} Bench;

static WebKitWebView *
get_web_view (Bench *self)
{
  return WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
}

static void
text_cb (Bench *self)
{
  g_autoptr (SylPageText) text = syl_page_view_dup_text (self->view);

  if (text == NULL)
    return;
  self->version = text->version;
  self->text_known = syl_bench_get_ms ();
  if (self->pencil != NULL)
    webkit_web_view_evaluate_javascript (get_web_view (self), "beginPainting()", -1, WORLD, NULL, NULL, NULL, NULL);
}

static void
said_cb (WebKitUserContentManager *manager,
         JSCValue                 *value,
         Bench                    *self)
{
  g_autofree char *text = jsc_value_to_string (value);
  const char *figure = strchr (text, ' ');
  g_autofree char *name = g_strndup (text, (size_t) (figure - text));

  syl_bench_report (name, g_ascii_strtod (figure, NULL));
  if (g_str_equal (name, "drawing-frame-ms"))
    syl_bench_report ("painted-ms", syl_bench_get_ms () - self->text_known);
  self->over = g_str_equal (name, "scrolling-block-ms");
}

static void
add_script (Bench *self)
{
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (get_web_view (self));
  g_autofree char *source = g_strdup_printf (script, self->n_highlights);
  WebKitUserScript *own = webkit_user_script_new_for_world (source, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                                                            WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL,
                                                            NULL);

  webkit_user_content_manager_register_script_message_handler (manager, "bench", WORLD);
  g_signal_connect (manager, "script-message-received::bench", G_CALLBACK (said_cb), self);
  webkit_user_content_manager_add_script (manager, own);
  webkit_user_script_unref (own);
}

static void
engine_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  ((Bench *) user_data)->engine = syl_page_engine_load_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_engine (gpointer data)
{
  return ((Bench *) data)->engine != NULL;
}

static gboolean
has_text (gpointer data)
{
  return ((Bench *) data)->version > 0;
}

static void
open_page (Bench      *self,
           const char *folder,
           const char *uri)
{
  syl_page_engine_load_async (g_getenv ("SYLLABUS_WEB_MODULE"), folder, folder, NULL, engine_cb, self);
  syl_test_wait_until (has_engine, self);
  self->view = g_object_ref_sink (syl_page_engine_create_view (self->engine));
  g_signal_connect_swapped (self->view, "notify::page-text", G_CALLBACK (text_cb), self);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1240, 800);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  syl_page_view_load (self->view, uri, NULL);
  syl_test_wait_until (has_text, self);
}

static gboolean
is_loaded (gpointer model)
{
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);
  return !loading;
}

static void
open_library (Bench      *self,
              const char *folder,
              const char *lists)
{
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  self->library = syl_test_open_library (folder, lists);
  self->pick = syl_test_find_pick (self->library, "p0-0");
  syl_library_load_details_async (self->library, self->pick, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  self->source = g_list_model_get_item (syl_pick_get_sources (self->pick), 0);
  self->highlights = syl_library_list_highlights (self->library, self->pick);
  syl_test_wait_until (is_loaded, self->highlights);
}

static void
add (Bench        *self,
     const char   *quote,
     const char   *selectors,
     unsigned int  number)
{
  SylHighlightDraft draft = { syl_page_view_get_uri (self->view), quote, selectors, 0, number, number % 4, NULL };
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uuid = NULL;

  syl_library_add_highlight_async (self->library, self->source, &draft, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  uuid = syl_library_add_highlight_finish (self->library, result, NULL);
  g_assert_nonnull (uuid);
}

static gboolean
has_all (gpointer data)
{
  Bench *self = data;

  return g_list_model_get_n_items (self->highlights) == self->n_highlights;
}

/* All over the page, from some words to a sentence long. */
static void
add_highlights (Bench *self)
{
  g_autoptr (SylPageText) text = syl_page_view_dup_text (self->view);
  g_autoptr (SylAnchorPage) page = syl_anchor_page_new (text->text, text->length, NULL);

  for (unsigned int i = 0; i < self->n_highlights; i++)
    {
      gsize start = text->length / self->n_highlights * i;
      SylByteRange range = { start, MIN (start + 20 + i % 5 * 40, text->length) };
      g_autoptr (SylAnchorSelector) selector = syl_anchor_page_select (page, range, 0, NULL);
      g_autofree char *selectors = syl_anchor_selector_to_json (selector);

      add (self, selector->exact, selectors, i);
    }
  syl_test_wait_until (has_all, self);
  syl_bench_report ("text-bytes", (double) text->length);
}

static gboolean
is_over (gpointer data)
{
  return ((Bench *) data)->over;
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { .n_highlights = (unsigned int) g_ascii_strtoull (argv[4], NULL, 10) };

  adw_init ();
  open_library (&self, argv[1], argv[2]);
  open_page (&self, argv[1], argv[3]);
  add_highlights (&self);
  add_script (&self);
  self.pencil = syl_pencil_new (self.library, self.view);
  syl_pencil_set_source (self.pencil, self.source, self.highlights);
  for (int i = 0; i < N_RUNS; i++)
    {
      self.over = FALSE;
      syl_page_view_reload (self.view);
      syl_test_wait_until (is_over, &self);
    }
  return 0;
}
