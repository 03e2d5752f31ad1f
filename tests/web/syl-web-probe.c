/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-web-probe.h"

#include <math.h>
#include <webkit/webkit.h>

#define BOUND_SECONDS 40
#define WORLD "syllabus"

/* Of the frame that shows a PDF, which can't be asked from outside. */
static char *frame_report;

static WebKitWebView *
get_web_view (SylWebTest *self)
{
  return WEBKIT_WEB_VIEW (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
}

typedef struct
{
  char *text;
  gboolean answered;
} Answer;

static void
evaluated_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JSCValue) value = webkit_web_view_evaluate_javascript_finish (WEBKIT_WEB_VIEW (object), result, &error);

  if (error != NULL)
    g_test_message ("%s", error->message);
  answer->text = value != NULL ? jsc_value_to_string (value) : g_strdup (error->message);
  answer->answered = TRUE;
}

static char *
evaluate (SylWebTest *self,
          const char *script,
          const char *world)
{
  Answer answer = { NULL, FALSE };

  webkit_web_view_evaluate_javascript (get_web_view (self), script, -1, world, NULL, NULL, evaluated_cb, &answer);
  while (!answer.answered)
    g_main_context_iteration (NULL, TRUE);
  return answer.text;
}

/* Returns: (transfer full): what a script of the page's world answers */
char *
syl_web_probe_evaluate (SylWebTest *self,
                        const char *script)
{
  return evaluate (self, script, NULL);
}

/* The same in the world of the program's own scripts, where no page gets to, but a process of WebKit's that
 * has been taken over. */
char *
syl_web_probe_evaluate_inside (SylWebTest *self,
                               const char *script)
{
  return evaluate (self, script, WORLD);
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
rested_cb (gpointer user_data)
{
  gboolean *rested = user_data;

  *rested = TRUE;
}

static void
rest (unsigned int milliseconds)
{
  gboolean rested = FALSE;

  g_timeout_add_once (milliseconds, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for (SylWebTest *self,
          const char *script,
          const char *world,
          const char *answer)
{
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  g_autofree char *now = evaluate (self, script, world);
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (g_strcmp0 (now, answer) != 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (now);
      now = evaluate (self, script, world);
    }
  g_source_remove (id);
  g_assert_cmpstr (now, ==, answer);
}

void
syl_web_probe_wait_for (SylWebTest *self,
                        const char *script,
                        const char *answer)
{
  wait_for (self, script, NULL, answer);
}

/* A registry of highlights that a world has a hold of does not show what another one puts into it. */
void
syl_web_probe_wait_for_inside (SylWebTest *self,
                               const char *script,
                               const char *answer)
{
  wait_for (self, script, WORLD, answer);
}

/* For what is in the registry of highlights. A world that has a hold of the registry goes on seeing in it what it has
 * seen; only one that never looked sees what is there. Each costs the page's process a lot, so the later the rarer. */
void
syl_web_probe_wait_for_anew (SylWebTest *self,
                             const char *script,
                             const char *answer)
{
  static unsigned int n_worlds;
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  g_autofree char *now = NULL;

  for (unsigned int pause = 40; g_strcmp0 (now, answer) != 0 && g_get_monotonic_time () < end; pause = MIN (2 * pause, 2000))
    {
      g_autofree char *world = g_strdup_printf ("probe-%u", n_worlds++);

      rest (pause);
      g_free (now);
      now = evaluate (self, script, world);
    }
  g_assert_cmpstr (now, ==, answer);
}

void
syl_web_probe_wait_painted (SylWebTest *self,
                            const char *painted)
{
  syl_web_probe_wait_for_anew (self, SYL_WEB_PROBE_PAINTED, painted);
}

static void
reported_cb (WebKitUserContentManager *manager,
             JSCValue                 *value)
{
  g_free (frame_report);
  frame_report = jsc_value_to_string (value);
}

gboolean
syl_web_probe_has_selection (SylWebTest *self)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (self->view);

  return selection != NULL;
}

gboolean
syl_web_probe_has_no_selection (SylWebTest *self)
{
  return !syl_web_probe_has_selection (self);
}

/* Runs in the viewer's own world of every PDF that is loaded from now on. */
void
syl_web_probe_add_viewer_script (SylWebTest *self,
                                 const char *source)
{
  static const char *const viewer[] = { "webkit-pdfjs-viewer://*/*", NULL };
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (get_web_view (self));
  WebKitUserScript *script = webkit_user_script_new (source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                                     WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, viewer, NULL);

  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
}

/* Has every frame tell what is painted in it, and where it is. */
void
syl_web_probe_watch_frames (SylWebTest *self)
{
  static const char source[] =
    "if (location.protocol.startsWith('webkit-pdfjs')) setInterval(() => window.webkit.messageHandlers.probe.postMessage("
    "'page ' + (window.PDFViewerApplication?.page ?? 0) + ' ' + " SYL_WEB_PROBE_PAINTED " + '\\n' +"
    "[...document.querySelectorAll('.textLayer span')].map((span) => [span.textContent, span.getBoundingClientRect()])"
    ".filter(([, { top, bottom }]) => top > 0 && bottom < innerHeight)"
    ".map(([text, { x, y, width, height }]) => text + '\\t' + [x, y, width, height]).join('\\n')), 100);";
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (get_web_view (self));
  WebKitUserScript *script = webkit_user_script_new (source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                                     WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, NULL, NULL);

  g_clear_pointer (&frame_report, g_free);
  webkit_user_content_manager_register_script_message_handler (manager, "probe", NULL);
  g_signal_connect (manager, "script-message-received::probe", G_CALLBACK (reported_cb), NULL);
  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
}

/* Returns: (transfer none): the report with that part in it */
const char *
syl_web_probe_wait_frame (SylWebTest *self,
                          const char *part)
{
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (20, wake_cb, NULL);

  while (frame_report == NULL || strstr (frame_report, part) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("Waited for “%s”, got “%s”", part, frame_report);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (id);
  return frame_report;
}

static void
read_area (const char   *numbers,
           GdkRectangle *area)
{
  double x, y, width, height;

  if (sscanf (numbers, "%lf,%lf,%lf,%lf", &x, &y, &width, &height) != 4)
    g_error ("“%s” is no area", numbers);
  *area = (GdkRectangle) { (int) x, (int) y, (int) ceil (x + width) - (int) x, (int) ceil (y + height) - (int) y };
}

/* Where words are that stand in one node of the page, in the view. */
void
syl_web_probe_locate (SylWebTest   *self,
                      const char   *words,
                      GdkRectangle *area)
{
  g_autofree char *script = g_strdup_printf (
    "(() => { const words = '%s'; const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
    " for (let node = walker.nextNode(); node; node = walker.nextNode()) {"
    "  const at = node.data.indexOf(words); if (at < 0) continue;"
    "  const range = new Range(); range.setStart(node, at); range.setEnd(node, at + words.length);"
    "  const { x, y, width, height } = range.getBoundingClientRect(); return [x, y, width, height].join(); } })()",
    words);
  g_autofree char *numbers = syl_web_probe_evaluate (self, script);

  read_area (numbers, area);
}

/* Where a line of a PDF is, once it is on the screen. */
void
syl_web_probe_locate_in_frame (SylWebTest   *self,
                               const char   *line,
                               GdkRectangle *area)
{
  g_autofree char *part = g_strconcat (line, "\t", NULL);
  const char *report = syl_web_probe_wait_frame (self, part);

  read_area (strstr (report, part) + strlen (part), area);
}

/* Returns: (transfer full): the text, once there is one of that version or later */
SylPageText *
syl_web_probe_wait_text (SylWebTest   *self,
                         unsigned int  version)
{
  gint64 end = g_get_monotonic_time () + BOUND_SECONDS * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (20, wake_cb, NULL);
  SylPageText *text = syl_page_view_dup_text (self->view);

  while (text == NULL || text->version < version)
    {
      if (g_get_monotonic_time () > end)
        g_error ("Waited for text %u, have %u", version, text != NULL ? text->version : 0);
      g_clear_pointer (&text, syl_page_text_unref);
      g_main_context_iteration (NULL, TRUE);
      text = syl_page_view_dup_text (self->view);
    }
  g_source_remove (id);
  return text;
}

/* Returns: the UTF-16 offset of words that are in the text */
unsigned int
syl_web_probe_find (SylPageText *text,
                    const char  *words)
{
  const char *at = strstr (text->text, words);
  glong n_units = 0;
  gunichar2 *units;

  if (at == NULL)
    g_error ("“%s” is not in “%.2000s”", words, text->text);
  units = g_utf8_to_utf16 (text->text, at - text->text, NULL, &n_units, NULL);
  g_free (units);
  return (unsigned int) n_units;
}

/* Marks words that are in the text, and nothing else. */
void
syl_web_probe_mark (SylWebTest   *self,
                    SylPageText  *text,
                    const char   *words,
                    unsigned int  meaning)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_page_mark_free);
  unsigned int start = syl_web_probe_find (text, words);

  g_ptr_array_add (marks, syl_page_mark_new ("the-mark", start, start + (unsigned int) g_utf8_strlen (words, -1),
                                             meaning, FALSE));
  syl_page_view_set_marks (self->view, text->version, marks);
}
