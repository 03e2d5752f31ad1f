/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "notes/syl-notes-panel.h"
#include "syl-pencil-test.h"

#define OWN SYL_PENCIL_TEST_URI
#define MOVED "https://example.org/moved?from=list"
#define OTHER "https://example.org/1/other"
#define TEXT "Models learn from examples. Examples come from somewhere, and somebody wrote them down."
#define OTHER_TEXT "Please log in to go on with what you wanted to read, or choose another way."
#define QUOTE "Examples come from somewhere"

/* Another document comes: what was asked for, and where that led. */
static void
go (SylPencilTest *self,
    const char    *asked,
    const char    *uri,
    const char    *text)
{
  syl_fake_view_set_text (self->view, NULL);
  syl_fake_view_redirect (self->view, asked, uri);
  syl_fake_view_set_text (self->view, text);
}

/* One highlight on the page of the source. */
static void
mark_own (SylPencilTest *self)
{
  go (self, OWN, OWN, TEXT);
  syl_pencil_test_mark (self, QUOTE, 0);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
}

static SylPencilAnswer
get_answer (SylPencilTest *self)
{
  return syl_pencil_get_answer (self->pencil, syl_highlight_get_uuid (syl_pencil_test_get_highlight (self)));
}

static gboolean
is_given_up (gpointer data)
{
  return get_answer (data) == SYL_PENCIL_NOT_FOUND;
}

/* The program was closed meanwhile. */
static void
begin_anew (SylPencilTest *self)
{
  g_object_unref (self->pencil);
  syl_fake_view_set_text (self->view, NULL);
  self->pencil = syl_pencil_new (self->library, SYL_PAGE_VIEW (self->view));
  syl_pencil_set_source (self->pencil, self->source, self->highlights);
}

static void
assert_summary (SylPencilTest *self,
                const char    *text)
{
  g_autofree char *summary = syl_pencil_dup_summary (self->pencil);

  g_assert_cmpstr (summary, ==, text);
}

static void
test_moved (SylPencilTest *self,
            gconstpointer  data)
{
  g_autofree char *origin = NULL;

  mark_own (self);
  begin_anew (self);
  go (self, OWN, MOVED, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  g_assert_true (syl_pencil_test_is_attached (self));
  g_assert_cmpint (get_answer (self), ==, SYL_PENCIL_SHOWN);
  origin = syl_pencil_dup_origin (self->pencil);
  g_assert_cmpstr (origin, ==, OWN);

  /* The reader was there last, and is brought there at once. */
  begin_anew (self);
  syl_pencil_learn_address (self->pencil, origin, MOVED);
  go (self, MOVED, MOVED, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);

  /* It moves once more. */
  go (self, MOVED, OTHER, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
}

/* Pages that only answer for another one, such as to log in, lose nothing of it. */
static void
test_led_astray (SylPencilTest *self,
                 gconstpointer  data)
{
  mark_own (self);
  go (self, OWN, OTHER, OTHER_TEXT);
  syl_test_wait_until (is_given_up, self);
  g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-orphaned"), ==, 0);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-attached"), ==, 0);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-elsewhere"), ==, 1);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-missing"), ==, 0);
  assert_summary (self, "1 on another page");

  go (self, OWN, OWN, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
}

/* What was asked for is what counts, not what was there before. */
static void
test_other_page (SylPencilTest *self,
                 gconstpointer  data)
{
  mark_own (self);
  go (self, OTHER, OTHER, TEXT);
  g_assert_cmpint (get_answer (self), ==, SYL_PENCIL_UNKNOWN);
  g_assert_false (syl_pencil_test_is_painted (self));
  g_assert_null (syl_pencil_dup_origin (self->pencil));

  go (self, OTHER, MOVED, TEXT);
  g_assert_cmpint (get_answer (self), ==, SYL_PENCIL_UNKNOWN);
  g_assert_false (syl_pencil_test_is_painted (self));
}

/* An address that leads round in circles leads nowhere. */
static void
test_circle (SylPencilTest *self,
             gconstpointer  data)
{
  mark_own (self);
  syl_pencil_learn_address (self->pencil, OWN, MOVED);
  syl_pencil_learn_address (self->pencil, MOVED, OWN);
  go (self, NULL, OTHER, TEXT);
  g_assert_cmpint (get_answer (self), ==, SYL_PENCIL_UNKNOWN);
}

/* A page says that it is somewhere else, and stays what it is. */
static void
test_same_document (SylPencilTest *self,
                    gconstpointer  data)
{
  mark_own (self);
  syl_fake_view_redirect (self->view, NULL, OWN "?page=2");
  g_assert_true (syl_pencil_test_is_painted (self));
  g_assert_true (syl_pencil_test_is_attached (self));
  syl_pencil_set_source (self->pencil, self->source, self->highlights);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
  g_assert_true (syl_pencil_test_is_painted (self));

  /* Then it shows what belongs there. */
  syl_pencil_test_show (self, OTHER_TEXT);
  g_assert_cmpint (get_answer (self), ==, SYL_PENCIL_UNKNOWN);
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-attached"), ==, 0);
  g_assert_cmpint (syl_pencil_test_get_status (self), ==, SYL_HIGHLIGHT_ATTACHED);

  /* The way back begins with the address, and what is there is not lost before the text has come. */
  syl_fake_view_redirect (self->view, OWN, OWN);
  syl_test_wait_until (syl_pencil_test_is_attached, self);
  g_assert_false (syl_pencil_test_is_painted (self));
  syl_pencil_test_show (self, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
}

/* The text is there before the address that it belongs to. */
static void
test_late_address (SylPencilTest *self,
                   gconstpointer  data)
{
  mark_own (self);
  go (self, OTHER, OTHER, TEXT);
  g_assert_false (syl_pencil_test_is_painted (self));
  syl_fake_view_redirect (self->view, OTHER, OWN);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
}

static gboolean
has_one_of_two (gpointer data)
{
  return syl_pencil_test_get_count (data, "n-stored") == 2 && syl_pencil_test_get_count (data, "n-attached") == 1;
}

/* The numbers are those of the pick, wherever its highlights are. */
static void
test_summary (SylPencilTest *self,
              gconstpointer  data)
{
  mark_own (self);
  assert_summary (self, NULL);
  go (self, OTHER, OTHER, TEXT);
  assert_summary (self, "1 on another page");
  syl_fake_view_select (self->view, "somebody wrote them down", 0);
  g_assert_true (syl_pencil_mark (self->pencil, 0, FALSE));
  syl_test_wait_until (has_one_of_two, self);
  assert_summary (self, "1 on this page\n1 on another page");
  g_assert_cmpuint (syl_pencil_test_get_count (self, "n-missing"), ==, 0);

  syl_pencil_set_source (self->pencil, NULL, self->highlights);
  assert_summary (self, NULL);
}

static gboolean
has_missing (gpointer data)
{
  return syl_pencil_test_get_count (data, "n-missing") == 1;
}

/* What gets lost on the way from the library into the page is not passed over in silence. */
static void
test_missing (SylPencilTest *self,
              gconstpointer  data)
{
  GtkWidget *panel = g_object_ref_sink (g_object_new (SYL_TYPE_NOTES_PANEL, "library", self->library, "pick", self->pick,
                                                      "highlights", self->highlights, "pencil", self->pencil, NULL));

  mark_own (self);
  g_assert_false (syl_pencil_test_shows (panel, "1 can’t be shown, but is kept"));
  syl_fake_view_drop_marks (self->view, 1);
  go (self, OWN, OWN, TEXT);
  syl_test_wait_until (has_missing, self);
  g_assert_true (syl_pencil_test_shows (panel, "1 on this page\n1 can’t be shown, but is kept"));

  syl_fake_view_drop_marks (self->view, 0);
  go (self, OWN, OWN, TEXT);
  syl_test_wait_until (syl_pencil_test_is_painted, self);
  assert_summary (self, NULL);
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
  ADD ("/pencil-pages/moved", test_moved);
  ADD ("/pencil-pages/led-astray", test_led_astray);
  ADD ("/pencil-pages/other-page", test_other_page);
  ADD ("/pencil-pages/circle", test_circle);
  ADD ("/pencil-pages/same-document", test_same_document);
  ADD ("/pencil-pages/late-address", test_late_address);
  ADD ("/pencil-pages/summary", test_summary);
  ADD ("/pencil-pages/missing", test_missing);
#undef ADD

  return g_test_run ();
}
