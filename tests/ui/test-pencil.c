/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "anchor/syl-anchor-error.h"
#include "notes/syl-notes-panel.h"
#include "syl-pencil-test.h"

#define TEXT "Models learn from examples. Examples come from somewhere, and somebody wrote them down."
#define QUOTE "Examples come from somewhere"

/* Long enough for some words to be rare in it. */
static char *
make_long_text (void)
{
  GString *text = g_string_new (TEXT);

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, " Sentence %d says what case %d of table %d costs.", i, i * 37 % 101, i * 13 % 89);
  return g_string_free (text, FALSE);
}

/* Only the words and their page are known, and they are found in the text once there is one. */
static void
test_words (SylPencilTest *self,
            gconstpointer  data)
{
  g_autofree char *text = make_long_text ();

  syl_fake_view_set_trouble (self->view, SYL_PAGE_TEXT_TROUBLE_VIEWER);
  syl_pencil_test_mark (self, QUOTE, 3);
  g_assert_cmpstr (syl_highlight_get_quote (syl_pencil_test_get_highlight (self)), ==, QUOTE);
  g_assert_cmpuint (syl_highlight_get_page (syl_pencil_test_get_highlight (self)), ==, 3);
  g_assert_cmpuint (syl_highlight_get_meaning (syl_pencil_test_get_highlight (self)), ==, 2);
  g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-stored"), ==, 1);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-attached"), ==, 1);

  syl_fake_view_set_trouble (self->view, SYL_PAGE_TEXT_TROUBLE_NONE);
  syl_pencil_test_show (self, text);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-stored"), ==, 1);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-moved"), ==, 1);
}

static void
failed_cb (GError      **place,
           const GError *error)
{
  *place = g_error_copy (error);
}

static gboolean
has_failed (gpointer data)
{
  return *(GError **) data != NULL;
}

static void
test_too_many_words (SylPencilTest *self,
                     gconstpointer  data)
{
  g_autofree char *words = g_strnfill (40000, 'a');
  g_autoptr (GError) error = NULL;

  syl_fake_view_set_trouble (self->view, SYL_PAGE_TEXT_TROUBLE_VIEWER);
  syl_fake_view_select (self->view, words, 1);
  g_signal_connect_swapped (self->pencil, "failed", G_CALLBACK (failed_cb), &error);
  g_assert_true (syl_pencil_mark (self->pencil, 0, FALSE));
  g_assert_no_error (error);
  syl_test_wait_until (has_failed, &error);
  g_assert_error (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE);
}

/* What can't be read says nothing about what is on it. */
static void
test_unread (SylPencilTest *self,
             gconstpointer  data)
{
  syl_fake_view_set_text (self->view, TEXT);
  syl_pencil_test_mark (self, QUOTE, 0);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  for (int i = SYL_PAGE_TEXT_TROUBLE_EMPTY; i <= SYL_PAGE_TEXT_TROUBLE_VIEWER; i++)
    {
      syl_fake_view_set_trouble (self->view, (SylPageTextTrouble) i);
      syl_fake_view_set_text (self->view, NULL);
      g_assert_cmpuint (syl_pencil_test_get_count (self, "n-stored"), ==, 1);
      g_assert_cmpuint (syl_pencil_test_get_count (self, "n-attached"), ==, 1);
      g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);
    }
}

/* Of a page that is still coming nothing is lost. */
static void
test_late (SylPencilTest *self,
           gconstpointer  data)
{
  syl_fake_view_set_text (self->view, TEXT);
  syl_pencil_test_mark (self, QUOTE, 0);
  syl_fake_view_set_loading (self->view, TRUE);
  syl_pencil_test_show (self, "Loading");
  syl_test_wait_until (syl_pencil_test_is_looked_for, self);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-orphaned"), ==, 0);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-attached"), ==, 1);
  g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);

  syl_fake_view_set_loading (self->view, FALSE);
  syl_test_wait_until (syl_pencil_test_is_lost, self);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-stored"), ==, 1);

  syl_pencil_test_show (self, "Loading " TEXT);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
  g_assert_true (syl_pencil_test_is_painted (self));
}

/* Each version sets the clock anew, so that a page which grows step by step loses nothing. */
static void
test_growing (SylPencilTest *self,
              gconstpointer  data)
{
  gint64 end;

  syl_fake_view_set_text (self->view, TEXT);
  syl_pencil_test_mark (self, QUOTE, 0);
  end = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;
  for (int i = 0; g_get_monotonic_time () < end; i++)
    {
      g_autofree char *text = g_strdup_printf ("Loading %d", i);

      syl_pencil_test_show (self, text);
      syl_test_wait_until (syl_pencil_test_is_looked_for, self);
      g_assert_cmpuint (syl_pencil_test_get_count (self, "n-orphaned"), ==, 0);
      g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);
    }
  syl_pencil_test_show (self, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
}

/* Even while it is being looked for, nothing of another source counts. */
static void
test_source_left (SylPencilTest *self,
                  gconstpointer  data)
{
  syl_fake_view_set_text (self->view, TEXT);
  syl_pencil_test_mark (self, QUOTE, 0);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
  g_object_notify (G_OBJECT (syl_pencil_test_get_highlight (self)), "meaning");
  syl_pencil_set_source (self->pencil, NULL, self->highlights);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-stored"), ==, 0);
  g_assert_false (syl_pencil_test_is_painted (self));

  syl_pencil_set_source (self->pencil, self->source, self->highlights);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
}

/* What the pencil answered. */
typedef struct
{
  unsigned int n_marked;
  unsigned int n_failed;
  unsigned int n_notes;
  GdkRectangle place; /* of the last note */
} Answers;

static void
marked_cb (Answers            *answers,
           const char         *uuid,
           const GdkRectangle *place)
{
  answers->n_marked++;
  if (place == NULL)
    return;
  answers->n_notes++;
  answers->place = *place;
}

static void
not_marked_cb (Answers *answers)
{
  answers->n_failed++;
}

static gboolean
has_two (gpointer data)
{
  Answers *answers = data;

  return answers->n_marked + answers->n_failed == 2;
}

/* Marks words, and others before the first are stored; a note is wanted on one of them. */
static void
mark_both (SylPencilTest *self,
           const char    *first,
           const char    *second,
           gboolean       first_with_note,
           Answers       *answers)
{
  *answers = (Answers) { 0, };
  g_signal_connect_swapped (self->pencil, "marked", G_CALLBACK (marked_cb), answers);
  g_signal_connect_swapped (self->pencil, "failed", G_CALLBACK (not_marked_cb), answers);
  syl_fake_view_select (self->view, first, 1);
  g_assert_true (syl_pencil_mark (self->pencil, 0, first_with_note));
  syl_fake_view_select (self->view, second, 1);
  g_assert_true (syl_pencil_mark (self->pencil, 0, !first_with_note));
}

/* A note is for the highlight that it was asked for with, whatever else is marked meanwhile. */
static void
test_with_note (SylPencilTest *self,
                gconstpointer  data)
{
  Answers answers;

  syl_fake_view_set_text (self->view, TEXT);
  mark_both (self, "Models", QUOTE, FALSE, &answers);
  syl_test_wait_until (has_two, &answers);
  g_assert_cmpuint (answers.n_notes, ==, 1);
  g_assert_cmpint (answers.place.x, ==, strstr (TEXT, QUOTE) - TEXT);
}

static void
test_with_note_after_failure (SylPencilTest *self,
                              gconstpointer  data)
{
  g_autofree char *words = g_strnfill (40000, 'a');
  Answers answers;

  syl_fake_view_set_trouble (self->view, SYL_PAGE_TEXT_TROUBLE_VIEWER);
  mark_both (self, words, QUOTE, FALSE, &answers);
  syl_test_wait_until (has_two, &answers);
  g_assert_cmpuint (answers.n_failed, ==, 1);
  g_assert_cmpuint (answers.n_notes, ==, 1);
}

/* What is marked is kept, but its note belongs to a page that is not there any more. */
static void
test_with_note_left (SylPencilTest *self,
                     gconstpointer  data)
{
  Answers answers;

  syl_fake_view_set_text (self->view, TEXT);
  mark_both (self, QUOTE, "Models", TRUE, &answers);
  syl_pencil_set_source (self->pencil, NULL, self->highlights);
  syl_test_wait_until (has_two, &answers);
  g_assert_cmpuint (answers.n_marked, ==, 2);
  g_assert_cmpuint (answers.n_notes, ==, 0);

  g_signal_handlers_disconnect_by_data (self->pencil, &answers);
  syl_pencil_set_source (self->pencil, self->source, self->highlights);
  mark_both (self, "learn", "somebody", TRUE, &answers);
  syl_fake_view_set_uri (self->view, "https://example.org/elsewhere");
  syl_test_wait_until (has_two, &answers);
  g_assert_cmpuint (answers.n_marked, ==, 2);
  g_assert_cmpuint (answers.n_notes, ==, 0);
}

static void
test_hints (SylPencilTest *self,
            gconstpointer  data)
{
  static const char *const hints[] = {
    [SYL_PAGE_TEXT_TROUBLE_EMPTY] = "This page has no text to highlight.",
    [SYL_PAGE_TEXT_TROUBLE_TOO_LARGE] = "This page is too long to show highlights. Quotes are kept.",
    [SYL_PAGE_TEXT_TROUBLE_VIEWER] = "This viewer can’t show highlights. Quote and page number are kept.",
  };
  GtkWidget *panel = g_object_ref_sink (g_object_new (SYL_TYPE_NOTES_PANEL, "library", self->library, "pick", self->pick,
                                                      "highlights", self->highlights, "pencil", self->pencil, NULL));

  syl_fake_view_set_trouble (self->view, SYL_PAGE_TEXT_TROUBLE_VIEWER);
  syl_pencil_test_mark (self, QUOTE, 3);
  for (int i = SYL_PAGE_TEXT_TROUBLE_EMPTY; i <= SYL_PAGE_TEXT_TROUBLE_VIEWER; i++)
    {
      syl_fake_view_set_trouble (self->view, (SylPageTextTrouble) i);
      if (!syl_pencil_test_shows (panel, hints[i]))
        g_error ("The panel does not say: %s", hints[i]);
      g_assert_true (syl_pencil_test_shows (panel, QUOTE));
    }
  g_object_unref (panel);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add (path, SylPencilTest, NULL, syl_pencil_test_set_up, function, syl_pencil_test_tear_down)
  ADD ("/pencil/words", test_words);
  ADD ("/pencil/too-many-words", test_too_many_words);
  ADD ("/pencil/unread", test_unread);
  ADD ("/pencil/late", test_late);
  ADD ("/pencil/growing", test_growing);
  ADD ("/pencil/source-left", test_source_left);
  ADD ("/pencil/with-note", test_with_note);
  ADD ("/pencil/with-note-after-failure", test_with_note_after_failure);
  ADD ("/pencil/with-note-left", test_with_note_left);
  ADD ("/pencil/hints", test_hints);
#undef ADD

  return g_test_run ();
}
