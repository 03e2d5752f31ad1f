/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "../core/syl-highlight-test.h"
#include "notes/syl-highlight-popover.h"

/* More than a note may be long. */
#define TOO_LONG (2 * 1024 * 1024)

static GtkTextBuffer *
find_buffer (GtkWidget *widget)
{
  GtkTextBuffer *found = NULL;

  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_buffer (child);
  return found;
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

static void
type (GtkWidget  *widget,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (find_buffer (widget), text, -1);
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
#undef ADD

  return g_test_run ();
}
