/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>

#include "syl-web-probe.h"

static const char *wanted_words;

/* The window is alone on the display, without a frame: what is where in the view is there on the screen. */
static void
set_up (SylWebTest    *self,
        gconstpointer  data)
{
  syl_web_test_set_up (self, data);
  gtk_window_set_decorated (self->window, FALSE);
}

/* What a reader's hands do: words to xdotool, %d for numbers. */
static void
point (const char *format,
       ...)
{
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;
  int status;

  va_start (arguments, format);
  command = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

/* From the left edge of one place to the right edge of another. */
static void
drag (const GdkRectangle *from,
      const GdkRectangle *to)
{
  int y = to->y + to->height / 2;

  /* No faster than a hand. */
  point ("xdotool mousemove %d %d sleep 0.03 mousedown 1 sleep 0.03 mousemove %d %d sleep 0.03 mousemove %d %d "
         "sleep 0.03 mouseup 1",
         from->x + 1, from->y + from->height / 2, to->x + to->width / 2, y, to->x + to->width - 1, y);
}

/* Parts of it may be told before. */
static gboolean
is_selected (SylWebTest *self)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (self->view);

  if (selection != NULL && g_set_str (&self->external, selection->text))
    g_test_message ("Selected: %s", selection->text);
  return selection != NULL && g_str_equal (selection->text, wanted_words);
}

static void
check_selection (SylWebTest *self,
                 const char *words)
{
  wanted_words = words;
  syl_web_test_wait (self, words, is_selected);
}

static void
test_drag (SylWebTest    *self,
           gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle from, to;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &from);
  syl_web_probe_locate (self, "and a", &to);
  drag (&from, &to);
  check_selection (self, "bold word\nand a");
}

static void
test_clicks (SylWebTest    *self,
             gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle area;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &area);
  point ("xdotool mousemove %d %d click --repeat 2 --delay 60 1", area.x + 5, area.y + 5);
  check_selection (self, "bold");
}

/* A key reaches the program after the page: by then it knows of all that was done before. */
typedef struct
{
  SylPageView *view;
  char *words;      /* what was selected as the key was pressed */
  char *mark;       /* which mark was the current one */
  gboolean pressed;
} Press;

static gboolean
pressed_cb (Press *press,
            guint  key)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (press->view);

  if (key != GDK_KEY_h)
    return FALSE;
  press->words = g_strdup (selection != NULL ? selection->text : "");
  g_object_get (press->view, "current-mark", &press->mark, NULL);
  press->pressed = TRUE;
  return TRUE;
}

static void
watch_key (SylWebTest *self,
           Press      *press)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  *press = (Press) { .view = self->view };
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (pressed_cb), press);
  gtk_widget_add_controller (GTK_WIDGET (self->window), controller);
}

/* Keys overtake what the pointer does, so that this has to have reached the page; the page says so sooner
 * than the program would have been told if it were told late. */
static void
expect_event (SylWebTest *self,
              const char *type)
{
  g_autofree char *script = g_strdup_printf ("window.seen = 0; addEventListener('%s', () => { window.seen = 1; })", type);

  g_free (syl_web_probe_evaluate (self, script));
}

static void
press_key (SylWebTest *self,
           Press      *press,
           const char *keys)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  syl_web_probe_wait_for (self, "window.seen", "1");
  point ("xdotool key %s", keys);
  while (!press->pressed)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
press_clear (Press *press)
{
  g_free (press->words);
  g_free (press->mark);
}

static void
test_key_after_drag (SylWebTest    *self,
                     gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle from, to;
  Press press;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &from);
  syl_web_probe_locate (self, "and a", &to);
  watch_key (self, &press);
  expect_event (self, "mouseup");
  drag (&from, &to);
  press_key (self, &press, "h");
  g_assert_cmpstr (press.words, ==, "bold word\nand a");
  press_clear (&press);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (SYL_PAGE_VIEW (object));
  g_autoptr (GError) error = NULL;
  g_autoptr (SylPagePlace) place = syl_page_view_get_place_finish (SYL_PAGE_VIEW (object), result, &error);
  SylWebTest *self = user_data;

  g_assert_no_error (error);
  g_set_str (&self->external, selection != NULL ? selection->text : "");
}

static gboolean
ask_cb (SylWebTest *self,
        guint       key)
{
  if (key == GDK_KEY_h)
    syl_page_view_get_place_async (self->view, NULL, answered_cb, self);
  return key == GDK_KEY_h;
}

static gboolean
is_answered (SylWebTest *self)
{
  return self->external != NULL;
}

#define BUSY                                                                                              \
  "addEventListener ('mousemove', () => { const end = performance.now () + 150; while (performance.now () < end) ; })"

/* Where a page is busy, the end of a drag waits for it, and a key does not. */
static void
test_key_before_end_of_drag (SylWebTest    *self,
                             gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GtkEventController *controller = gtk_event_controller_key_new ();
  GdkRectangle from, to;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &from);
  syl_web_probe_locate (self, "and a", &to);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (ask_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), controller);
  g_free (syl_web_probe_evaluate (self, BUSY));
  drag (&from, &to);
  point ("xdotool key h");
  syl_web_test_wait (self, "an answer", is_answered);
  g_assert_cmpstr (self->external, ==, "bold word\nand a");
}

static void
test_key_after_keys (SylWebTest    *self,
                     gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle area;
  Press press;

  g_object_set (self->view, "caret-browsing", TRUE, NULL);
  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &area);
  watch_key (self, &press);
  expect_event (self, "mouseup");
  point ("xdotool mousemove %d %d click 1", area.x + 1, area.y + 5);
  press_key (self, &press, "shift+Right shift+Right shift+Right h");
  g_assert_cmpstr (press.words, ==, "bol");
  press_clear (&press);
}

/* And nothing is selected any more, where that was a click before. */
static void
test_key_after_click (SylWebTest    *self,
                      gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle area;
  Press press;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_locate (self, "bold", &area);
  point ("xdotool mousemove %d %d click --repeat 2 --delay 60 1", area.x + 5, area.y + 5);
  check_selection (self, "bold");
  watch_key (self, &press);
  syl_web_probe_locate (self, "All ", &area);
  expect_event (self, "mouseup");
  point ("xdotool mousemove %d %d click 1", area.x + 5, area.y + 5);
  press_key (self, &press, "h");
  g_assert_cmpstr (press.words, ==, "");
  press_clear (&press);
}

static void
test_key_over_mark (SylWebTest    *self,
                    gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle area;
  Press press;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "then words", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:then words");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  watch_key (self, &press);
  syl_web_probe_locate (self, "then words", &area);
  expect_event (self, "mousemove");
  point ("xdotool mousemove %d %d", area.x + 5, area.y + 5);
  press_key (self, &press, "h");
  g_assert_cmpstr (press.mark, ==, "the-mark");
  press_clear (&press);
}

static void
activated_cb (SylWebTest *self,
              const char *id)
{
  g_set_str (&self->external, id);
}

static gboolean
is_activated (SylWebTest *self)
{
  return g_strcmp0 (self->external, "the-mark") == 0;
}

static void
test_click_on_mark (SylWebTest    *self,
                    gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  GdkRectangle area;

  syl_web_test_load (self, "/words", NULL);
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "then words", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:then words");
  g_signal_connect_swapped (self->view, "mark-activated", G_CALLBACK (activated_cb), self);
  syl_web_probe_locate (self, "then words", &area);
  point ("xdotool mousemove %d %d click 1", area.x + 5, area.y + 5);
  syl_web_test_wait (self, "the mark to be clicked on", is_activated);
}

static gboolean
move_a_little_cb (gpointer user_data)
{
  static int x = 300;

  point ("xdotool mousemove %d 300", x++);
  return G_SOURCE_CONTINUE;
}

/* A page that clears our timers is read, painted and looked after all the same, once the reader moves. */
static void
test_timers (SylWebTest    *self,
             gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;
  guint id;

  syl_web_test_load (self, "/stopping", NULL);
  syl_web_test_wait_title (self, "Stopped");
  point ("xdotool mousemove 300 300 mousemove 310 310");
  text = syl_web_probe_wait_text (self, 1);
  syl_web_probe_mark (self, text, "are late", 0);
  syl_web_probe_wait_painted (self, "reader-light-1:are late");
  g_free (syl_web_probe_evaluate (self, "stop(); CSS.highlights.clear()"));
  id = g_timeout_add (200, move_a_little_cb, NULL);
  syl_web_probe_wait_painted (self, "reader-light-1:are late");
  g_source_remove (id);
}

static gboolean
is_selected_within (SylWebTest *self,
                    const char *words,
                    int         seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;

  wanted_words = words;
  while (!is_selected (self))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  return TRUE;
}

/* From one line of a PDF to another; the words are those of the text. Where the viewer has drawn a page
 * anew meanwhile, the reader does it again. */
static void
check_drag_in_pdf (SylWebTest *self,
                   const char *from,
                   const char *to,
                   const char *words)
{
  GdkRectangle start, end;

  /* Once both have been seen, the view has come to where they are. */
  syl_web_probe_locate_in_frame (self, from, &start);
  syl_web_probe_locate_in_frame (self, to, &end);
  for (int i = 0; i < 5; i++)
    {
      syl_web_probe_locate_in_frame (self, from, &start);
      drag (&start, &end);
      if (is_selected_within (self, words, 5))
        break;
      syl_web_probe_locate_in_frame (self, to, &end);
    }
  check_selection (self, words);
  syl_page_view_clear_selection (self->view);
  syl_web_test_wait (self, "nothing to be selected", syl_web_probe_has_no_selection);
}

static SylPageText *
load_pdf (SylWebTest *self,
          const char *path)
{
  syl_web_test_load (self, "/words", NULL);
  syl_web_probe_watch_frames (self);
  syl_web_test_load (self, path, NULL);
  return syl_web_probe_wait_text (self, 1);
}

#define LINE "the model attends to every earlier token of the text."

static void
test_pdf_lines (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPageText) text = load_pdf (self, "/paper.pdf");

  check_drag_in_pdf (self, "Page 1 line 2: " LINE, "Page 1 line 2: " LINE, "Page 1 line 2: " LINE);
  check_drag_in_pdf (self, "Page 1 line 2: " LINE, "Page 1 line 4: " LINE,
                     "Page 1 line 2: " LINE "\nPage 1 line 3: " LINE "\nPage 1 line 4: " LINE);
}

static void
test_pdf_pages (SylWebTest    *self,
                gconstpointer  data)
{
  g_autoptr (SylPageText) text = NULL;

  /* Before the pages are laid out, which would scroll them later. */
  syl_page_view_set_zoom (self->view, 0.6);
  text = load_pdf (self, "/paper.pdf");
  syl_web_probe_mark (self, text, "Page 2 line 3: the model", 0);
  syl_page_view_show_mark (self->view, "the-mark");
  check_drag_in_pdf (self, "Page 1 line 31: " LINE, "Page 2 line 1: " LINE,
                     "Page 1 line 31: " LINE "\nPage 1 line 32: " LINE
                     "\nAttention over Long Sequences, page 2\nPage 2 line 1: " LINE);
}

/* The last line of the first column, and half of the second. */
static char *
make_column_words (void)
{
  GString *words = g_string_new ("Page 1 left line 30 is short.");

  for (int i = 1; i <= 15; i++)
    g_string_append_printf (words, "\nPage 1 right line %d is short.", i);
  return g_string_free (words, FALSE);
}

static void
test_pdf_columns (SylWebTest    *self,
                  gconstpointer  data)
{
  g_autofree char *all_from_left = make_column_words ();
  g_autoptr (SylPageText) text = NULL;

  syl_page_view_set_zoom (self->view, 0.6);
  text = load_pdf (self, "/columns.pdf");

  check_drag_in_pdf (self, "Page 1 left line 2 is short.", "Page 1 left line 3 is short.",
                     "Page 1 left line 2 is short.\nPage 1 left line 3 is short.");
  check_drag_in_pdf (self, "Page 1 right line 2 is short.", "Page 1 right line 3 is short.",
                     "Page 1 right line 2 is short.\nPage 1 right line 3 is short.");
  check_drag_in_pdf (self, "Page 1 left line 30 is short.", "Page 1 right line 15 is short.", all_from_left);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define ADD(path, function) g_test_add (path, SylWebTest, NULL, set_up, function, syl_web_test_tear_down)
  ADD ("/pointing/drag", test_drag);
  ADD ("/pointing/clicks", test_clicks);
  ADD ("/pointing/key-after-drag", test_key_after_drag);
  ADD ("/pointing/key-before-end-of-drag", test_key_before_end_of_drag);
  ADD ("/pointing/key-after-keys", test_key_after_keys);
  ADD ("/pointing/key-after-click", test_key_after_click);
  ADD ("/pointing/key-over-mark", test_key_over_mark);
  ADD ("/pointing/click-on-mark", test_click_on_mark);
  ADD ("/pointing/timers", test_timers);
  ADD ("/pointing/pdf-lines", test_pdf_lines);
  ADD ("/pointing/pdf-pages", test_pdf_pages);
  ADD ("/pointing/pdf-columns", test_pdf_columns);
#undef ADD

  return g_test_run ();
}
