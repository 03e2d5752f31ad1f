/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "../core/syl-highlight-test.h"
#include "notes/syl-notes-panel.h"
#include "pencil/syl-pencil.h"
#include "syl-fake-view.h"

#define TEXT "Models learn from examples. Examples come from somewhere, and somebody wrote them down."
#define QUOTE "Examples come from somewhere"
#define WORDS_BEFORE "After “…Models learn from examples.”"
#define EDITED "Models learn from examples. Examples come from elsewhere, and somebody wrote them down."
#define WORDS_NOW "Examples come from elsewhere"

/* A panel beside a view with the main source of a pick, real but for the page. */
typedef struct
{
  SylHighlightTest base;
  SylFakeView *view;
  SylPencil *pencil;
  GtkWidget *panel;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  syl_highlight_test_set_up (&self->base, data);
  self->view = syl_fake_view_new (syl_source_get_uri (self->base.source));
  self->pencil = syl_pencil_new (self->base.library, SYL_PAGE_VIEW (self->view));
  syl_pencil_set_source (self->pencil, self->base.source, self->base.model);
  self->panel = g_object_ref_sink (g_object_new (SYL_TYPE_NOTES_PANEL, "library", self->base.library, "pick",
                                                 self->base.pick, "highlights", self->base.model, "pencil",
                                                 self->pencil, NULL));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->panel);
  g_clear_object (&self->pencil);
  g_clear_object (&self->view);
  syl_highlight_test_tear_down (&self->base, data);
}

/* Another page comes, or the same one with another text. */
static void
open_page (Fixture    *self,
           SylSource  *source,
           const char *text)
{
  syl_fake_view_set_text (self->view, NULL);
  syl_pencil_set_source (self->pencil, source, self->base.model);
  syl_fake_view_set_uri (self->view, syl_source_get_uri (source));
  syl_fake_view_set_text (self->view, text);
}

/* Returns: (transfer full): the only highlight, of some words of the page */
static SylHighlight *
mark (Fixture    *self,
      const char *words)
{
  syl_fake_view_select (self->view, words, 0);
  g_assert_true (syl_pencil_mark (self->pencil, 2, FALSE));
  syl_highlight_test_wait_for_count (self->base.model, 1);
  return g_list_model_get_item (self->base.model, 0);
}

static unsigned int
get_count (Fixture    *self,
           const char *name)
{
  unsigned int count = 0;

  g_object_get (self->pencil, name, &count, NULL);
  return count;
}

static gboolean
is_painted (gpointer data)
{
  return syl_fake_view_count_marks (((Fixture *) data)->view) == 1;
}

static gboolean
is_in_place (gpointer data)
{
  return get_count (data, "n-attached") == 1 && get_count (data, "n-stored") == 1;
}

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, text))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  GtkWidget *panel;
  const char *text;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;

  return shows (shown->panel, shown->text);
}

static void
wait_for_text (Fixture    *self,
               const char *text)
{
  syl_test_wait_until (is_shown, &(Shown) { self->panel, text });
}

static gboolean
is_elsewhere (gpointer data)
{
  return get_count (data, "n-elsewhere") == 1 && get_count (data, "n-stored") == 1;
}

/* What is lost from one page can be moved to another, which it belongs to from then on; and the panel says
 * of what is on another page where that is. */
static void
test_moved_to_another_source (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (SylSource) other = g_list_model_get_item (syl_pick_get_sources (self->base.pick), 1);
  g_autoptr (SylHighlight) highlight = NULL;

  syl_fake_view_set_text (self->view, TEXT);
  highlight = mark (self, QUOTE);
  wait_for_text (self, "Question");
  open_page (self, self->base.source, "Gone");
  wait_for_text (self, "No Longer on the Page");
  g_assert_true (shows (self->panel, "Question"));
  g_assert_true (shows (self->panel, WORDS_BEFORE));

  open_page (self, other, "Another page says other things.");
  wait_for_text (self, "No Longer on Other Pages");
  g_assert_false (shows (self->panel, "No Longer on the Page"));
  g_assert_true (shows (self->panel, "Question · Paper"));
  g_assert_true (shows (self->panel, WORDS_BEFORE));
  g_assert_true (shows (self->panel, QUOTE));
  syl_test_wait_until (is_elsewhere, self);

  syl_fake_view_select (self->view, "says other things", 0);
  g_assert_true (syl_pencil_reattach (self->pencil, syl_highlight_get_uuid (highlight)));
  syl_test_wait_until (is_painted, self);
  syl_test_wait_until (is_in_place, self);
  g_assert_cmpint (syl_highlight_get_source_id (highlight), ==, syl_source_get_id (other));
  wait_for_text (self, "Question");
  g_assert_false (shows (self->panel, "No Longer on Other Pages"));
  g_assert_false (shows (self->panel, WORDS_BEFORE));
  open_page (self, self->base.source, TEXT);
  wait_for_text (self, "Question · Post");
}

/* Long enough for some words to be rare in it. */
static char *
make_long_text (const char *beginning)
{
  GString *text = g_string_new (beginning);

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, " Sentence %d says what case %d of table %d costs.", i, i * 37 % 101, i * 13 % 89);
  return g_string_free (text, FALSE);
}

static gboolean
is_to_be_checked (gpointer data)
{
  Fixture *self = data;

  return get_count (self, "n-moved") == 1 && shows (self->panel, "Now: “" WORDS_NOW "”") &&
         shows (self->panel, "Check the place: the page has changed");
}

static gboolean
is_kept (gpointer data)
{
  Fixture *self = data;

  return is_in_place (self) && is_painted (self) && shows (self->panel, WORDS_NOW) &&
         !shows (self->panel, "Check the place: the page has changed");
}

/* A place that is not sure shows what it says now, and is sure once the reader keeps it. */
static void
test_kept_place (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *text = make_long_text (TEXT);
  g_autofree char *edited = make_long_text (EDITED);
  g_autoptr (SylSource) other = g_list_model_get_item (syl_pick_get_sources (self->base.pick), 1);
  g_autoptr (SylHighlight) highlight = NULL;

  syl_fake_view_set_text (self->view, text);
  highlight = mark (self, QUOTE);
  syl_test_wait_until (is_in_place, self);
  g_assert_null (syl_pencil_get_words_now (self->pencil, highlight));
  g_assert_false (syl_pencil_keep_place (self->pencil, highlight));

  open_page (self, self->base.source, edited);
  syl_test_wait_until (is_to_be_checked, self);
  g_assert_true (syl_pencil_keep_place (self->pencil, highlight));
  syl_test_wait_until (is_kept, self);
  g_assert_cmpint (syl_highlight_get_status (highlight), ==, SYL_HIGHLIGHT_ATTACHED);
  g_assert_cmpuint (syl_highlight_get_meaning (highlight), ==, 2);

  g_assert_true (syl_highlight_test_undo (self->base.library, NULL));
  syl_test_wait_until (is_to_be_checked, self);
  g_assert_cmpstr (syl_highlight_get_quote (highlight), ==, QUOTE);
  syl_pencil_set_source (self->pencil, other, self->base.model);
  g_assert_false (syl_pencil_keep_place (self->pencil, highlight));
}

/* Where what is lost was: behind the words before it, if these are there once. */
static void
test_last_place (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (SylHighlight) highlight = NULL;
  g_autofree char *found = NULL;
  g_autofree char *none = NULL;

  syl_fake_view_set_text (self->view, TEXT);
  highlight = mark (self, QUOTE);
  open_page (self, self->base.source, "😀 Models learn from examples. Nothing else.");
  syl_pencil_show_last_place (self->pencil, highlight);
  found = syl_fake_view_dup_shown (self->view);
  g_assert_cmpstr (found, ==, "Models learn from examples.");

  open_page (self, self->base.source, "Models learn from examples. Models learn from examples.");
  syl_pencil_show_last_place (self->pencil, highlight);
  none = syl_fake_view_dup_shown (self->view);
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/notes-panel/moved-to-another-source", test_moved_to_another_source);
  ADD ("/notes-panel/kept-place", test_kept_place);
  ADD ("/notes-panel/last-place", test_last_place);
#undef ADD

  return g_test_run ();
}
