/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "../core/syl-highlight-test.h"
#include "notes/syl-highlight-popover.h"
#include "notes/syl-note-keeper.h"

/* More than a note may be long. */
#define TOO_LONG (2 * 1024 * 1024)

/* So many take longer than to read one. */
#define N_WRITES 100

static GtkTextView *
find_text_view (GtkWidget *widget)
{
  GtkTextView *found = GTK_IS_TEXT_VIEW (widget) ? GTK_TEXT_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);
  return found;
}

static GtkTextBuffer *
find_buffer (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (find_text_view (widget));
}

static char *
dup_text (GtkWidget *widget)
{
  char *text = NULL;

  g_object_get (find_buffer (widget), "text", &text, NULL);
  return text;
}

static void
check_text (GtkWidget  *widget,
            const char *text)
{
  g_autofree char *shown = dup_text (widget);

  g_assert_cmpstr (shown, ==, text);
}

static GtkWidget *
open_note (SylHighlightTest *self,
           SylHighlight     *highlight)
{
  return g_object_ref_sink (syl_highlight_popover_new (self->library, highlight));
}

/* As from the keyboard: not where nothing may be written. */
static void
type (GtkWidget  *widget,
      const char *text)
{
  g_signal_emit_by_name (find_text_view (widget), "insert-at-cursor", text);
}

/* Saves what was typed. */
static void
close_note (GtkWidget *popover)
{
  g_object_unref (popover);
}

static SylHighlight *
add_highlight (SylHighlightTest *self)
{
  g_autofree char *uuid = syl_highlight_test_add (self, "A quote", 3);

  syl_highlight_test_wait_for_count (self->model, 1);
  return syl_highlight_test_get (self->model, uuid);
}

/* While a note is on its way into the library, however slow that is, it is what the next one begins with. */
static void
test_opened_again (SylHighlightTest *self,
                   gconstpointer     data)
{
  g_autoptr (SylHighlight) highlight = add_highlight (self);
  GtkWidget *popover = open_note (self, highlight);

  type (popover, "First");
  close_note (popover);
  while (g_strcmp0 (syl_highlight_get_note (highlight), "First") != 0)
    {
      popover = open_note (self, highlight);
      check_text (popover, "First");
      close_note (popover);
      g_main_context_iteration (NULL, TRUE);
    }

  popover = open_note (self, highlight);
  type (popover, ", second");
  close_note (popover);
  popover = open_note (self, highlight);
  type (popover, ", third");
  close_note (popover);
  syl_highlight_test_wait_for_note (highlight, "First, second, third");
}

typedef struct
{
  GtkWidget *popover;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;
  g_autofree char *text = dup_text (shown->popover);

  return g_str_equal (text, shown->text);
}

static void
wait_for_text (GtkWidget  *popover,
               const char *text)
{
  syl_test_wait_until (is_shown, &(Shown) { popover, text });
}

/* Unless the reader writes on it. */
static void
test_changed_elsewhere (SylHighlightTest *self,
                        gconstpointer     data)
{
  g_autoptr (SylHighlight) highlight = add_highlight (self);
  g_autofree char *uuid = g_strdup (syl_highlight_get_uuid (highlight));
  GtkWidget *popover = open_note (self, highlight);

  g_assert_true (syl_highlight_test_set_note (self->library, uuid, "From elsewhere", NULL));
  wait_for_text (popover, "From elsewhere");
  g_assert_true (syl_highlight_test_undo (self->library, NULL));
  wait_for_text (popover, "");

  type (popover, "Mine");
  g_assert_true (syl_highlight_test_set_note (self->library, uuid, "Again from elsewhere", NULL));
  syl_highlight_test_wait_for_note (highlight, "Again from elsewhere");
  check_text (popover, "Mine");
  close_note (popover);
  syl_highlight_test_wait_for_note (highlight, "Mine");
}

/* What could not be saved is there to be made shorter, and tried again. */
static void
test_refused (SylHighlightTest *self,
              gconstpointer     data)
{
  g_autoptr (SylHighlight) highlight = add_highlight (self);
  g_autofree char *text = g_strnfill (TOO_LONG, 'a');
  GtkWidget *popover = open_note (self, highlight);

  g_assert_true (syl_highlight_test_set_note (self->library, syl_highlight_get_uuid (highlight), "Old", NULL));
  wait_for_text (popover, "Old");
  g_object_set (find_buffer (popover), "text", text, NULL);
  close_note (popover);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  popover = open_note (self, highlight);
  check_text (popover, text);
  close_note (popover);
  g_assert_cmpstr (syl_highlight_get_note (highlight), ==, "Old");

  popover = open_note (self, highlight);
  g_object_set (find_buffer (popover), "text", "Shorter", NULL);
  close_note (popover);
  syl_highlight_test_wait_for_note (highlight, "Shorter");
  popover = open_note (self, highlight);
  check_text (popover, "Shorter");
  close_note (popover);
}

static gboolean
is_editable (gpointer view)
{
  return gtk_text_view_get_editable (find_text_view (view));
}

static void
set_pick_note (SylHighlightTest *self,
               SylPick          *pick,
               const char       *text)
{
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_set_note_async (self->library, pick, text, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_library_set_note_finish (self->library, result, NULL));
}

/* What is typed before the note is there must not take its place. */
static void
test_not_loaded (SylHighlightTest *self,
                 gconstpointer     data)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (SYL_TYPE_NOTE_VIEW, NULL));
  g_autoptr (SylNoteKeeper) keeper = syl_note_keeper_new (SYL_NOTE_VIEW (view));

  set_pick_note (self, self->pick, "Written before");
  syl_note_keeper_set (keeper, self->library, self->pick);
  type (view, "Too early");
  check_text (view, "");
  syl_test_wait_until (is_editable, view);
  check_text (view, "Written before");
  g_clear_object (&keeper);
  g_object_unref (view);
}

/* Back at a pick whose note is still being saved: what is read meanwhile is older. */
static void
test_pick_again (SylHighlightTest *self,
                 gconstpointer     data)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (SYL_TYPE_NOTE_VIEW, NULL));
  g_autoptr (SylNoteKeeper) keeper = syl_note_keeper_new (SYL_NOTE_VIEW (view));
  g_autoptr (SylPick) other = syl_test_find_pick (self->library, "p1-1");

  syl_note_keeper_set (keeper, self->library, self->pick);
  syl_test_wait_until (is_editable, view);
  for (int i = 0; i < N_WRITES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %d", i);

      syl_library_set_note_async (self->library, other, text, NULL, NULL, NULL);
    }
  type (view, "Mine");
  syl_note_keeper_set (keeper, self->library, other);
  syl_note_keeper_set (keeper, self->library, self->pick);
  syl_test_wait_until (is_editable, view);
  check_text (view, "Mine");
  g_clear_object (&keeper);
  g_object_unref (view);
}

static void
let_answers_come (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A text that could not be saved is there again with its pick, and no other pick waits for it. */
static void
test_pick_refused (SylHighlightTest *self,
                   gconstpointer     data)
{
  GtkWidget *view = g_object_ref_sink (g_object_new (SYL_TYPE_NOTE_VIEW, NULL));
  g_autoptr (SylNoteKeeper) keeper = syl_note_keeper_new (SYL_NOTE_VIEW (view));
  g_autoptr (SylPick) other = syl_test_find_pick (self->library, "p1-1");
  g_autofree char *text = g_strnfill (TOO_LONG, 'a');

  set_pick_note (self, self->pick, "Old");
  syl_note_keeper_set (keeper, self->library, self->pick);
  syl_test_wait_until (is_editable, view);
  g_object_set (find_buffer (view), "text", text, NULL);
  syl_note_keeper_set (keeper, self->library, other);
  syl_test_wait_until (is_editable, view);
  check_text (view, "");
  let_answers_come ();

  syl_note_keeper_set (keeper, self->library, self->pick);
  g_assert_true (is_editable (view));
  check_text (view, text);
  g_object_set (find_buffer (view), "text", "Shorter", NULL);
  syl_note_keeper_set (keeper, self->library, other);
  syl_test_wait_until (is_editable, view);
  syl_note_keeper_set (keeper, self->library, self->pick);
  syl_test_wait_until (is_editable, view);
  check_text (view, "Shorter");
  g_clear_object (&keeper);
  g_object_unref (view);
}

/* Nor does it go with the list that the highlight was in. */
static void
test_refused_and_left (SylHighlightTest *self,
                       gconstpointer     data)
{
  SylHighlight *highlight = add_highlight (self);
  g_autofree char *uuid = g_strdup (syl_highlight_get_uuid (highlight));
  g_autofree char *text = g_strnfill (TOO_LONG, 'a');
  GtkWidget *popover = open_note (self, highlight);

  g_object_set (find_buffer (popover), "text", text, NULL);
  close_note (popover);
  let_answers_come ();
  g_object_unref (highlight);
  g_clear_object (&self->model);
  self->model = syl_library_list_highlights (self->library, self->pick);
  syl_highlight_test_wait_for_count (self->model, 1);
  highlight = syl_highlight_test_get (self->model, uuid);
  popover = open_note (self, highlight);
  check_text (popover, text);
  g_object_set (find_buffer (popover), "text", "Shorter", NULL);
  close_note (popover);
  syl_highlight_test_wait_for_note (highlight, "Shorter");
  g_object_unref (highlight);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, SylHighlightTest, NULL, syl_highlight_test_set_up, function, syl_highlight_test_tear_down)
  ADD ("/notes/opened-again", test_opened_again);
  ADD ("/notes/changed-elsewhere", test_changed_elsewhere);
  ADD ("/notes/refused", test_refused);
  ADD ("/notes/not-loaded", test_not_loaded);
  ADD ("/notes/pick-again", test_pick_again);
  ADD ("/notes/pick-refused", test_pick_refused);
  ADD ("/notes/refused-and-left", test_refused_and_left);
#undef ADD

  return g_test_run ();
}
