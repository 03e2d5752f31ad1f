/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-pencil-test.h"

static gboolean
is_loaded (gpointer model)
{
  gboolean loading;

  g_object_get (model, "loading", &loading, NULL);
  return !loading;
}

static void
load_details (SylPencilTest *self)
{
  GAsyncResult *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  syl_library_load_details_async (self->library, self->pick, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);
  g_assert_true (syl_library_load_details_finish (self->library, result, NULL));
}

void
syl_pencil_test_set_up (SylPencilTest *self,
                        gconstpointer  data)
{
  g_autofree char *list = syl_test_make_list ("https://example.org/list", "2025-01-01", 2, 3);
  g_autofree char *lists = NULL;
  g_autofree char *file = NULL;

  self->folder = syl_test_make_folder ();
  lists = g_build_filename (self->folder, "lists", NULL);
  file = syl_test_write_file (lists, "a.json", list);
  self->library = syl_test_open_library (self->folder, lists);
  self->pick = syl_test_find_pick (self->library, "p1-2");
  load_details (self);
  self->source = g_list_model_get_item (syl_pick_get_sources (self->pick), 0);
  self->highlights = syl_library_list_highlights (self->library, self->pick);
  syl_test_wait_until (is_loaded, self->highlights);
  self->view = syl_fake_view_new (SYL_PENCIL_TEST_URI);
  self->pencil = syl_pencil_new (self->library, SYL_PAGE_VIEW (self->view));
  syl_pencil_set_source (self->pencil, self->source, self->highlights);
}

void
syl_pencil_test_tear_down (SylPencilTest *self,
                           gconstpointer  data)
{
  g_clear_object (&self->pencil);
  g_clear_object (&self->view);
  g_clear_object (&self->highlights);
  g_clear_object (&self->source);
  g_clear_object (&self->pick);
  syl_test_close_library (self->library);
  syl_test_remove_folder (self->folder);
  g_free (self->folder);
}

unsigned int
syl_pencil_test_get_count (SylPencilTest *self,
                           const char    *name)
{
  unsigned int count = 0;

  g_object_get (self->pencil, name, &count, NULL);
  return count;
}

/* Returns: (transfer none): the only highlight */
SylHighlight *
syl_pencil_test_get_highlight (SylPencilTest *self)
{
  g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, 0);

  g_assert_nonnull (highlight);
  return highlight;
}

SylHighlightStatus
syl_pencil_test_get_status (SylPencilTest *self)
{
  return syl_highlight_get_status (syl_pencil_test_get_highlight (self));
}

static gboolean
is_marked (gpointer data)
{
  SylPencilTest *self = data;

  return g_list_model_get_n_items (self->highlights) == 1;
}

gboolean
syl_pencil_test_is_painted (gpointer data)
{
  return syl_fake_view_count_marks (((SylPencilTest *) data)->view) == 1;
}

gboolean
syl_pencil_test_is_lost (gpointer data)
{
  return syl_pencil_test_get_status (data) == SYL_HIGHLIGHT_ORPHANED &&
         syl_pencil_test_get_count (data, "n-orphaned") == 1;
}

gboolean
syl_pencil_test_is_attached (gpointer data)
{
  return syl_pencil_test_get_status (data) == SYL_HIGHLIGHT_ATTACHED &&
         syl_pencil_test_get_count (data, "n-attached") == 1;
}

gboolean
syl_pencil_test_is_looked_for (gpointer data)
{
  return syl_pencil_test_get_count (data, "n-stored") == 1;
}

void
syl_pencil_test_mark (SylPencilTest *self,
                      const char    *words,
                      unsigned int   page)
{
  syl_fake_view_select (self->view, words, page);
  g_assert_true (syl_pencil_has_selection (self->pencil));
  g_assert_true (syl_pencil_mark (self->pencil, 2, FALSE));
  syl_test_wait_until (is_marked, self);
}

/* The page goes, and comes again with other text. */
void
syl_pencil_test_show (SylPencilTest *self,
                      const char    *text)
{
  syl_fake_view_set_text (self->view, NULL);
  syl_fake_view_set_text (self->view, text);
}

/* Whether a label below a widget says that. */
gboolean
syl_pencil_test_shows (GtkWidget  *widget,
                       const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) &&
      g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (syl_pencil_test_shows (child, text))
        return TRUE;
    }
  return FALSE;
}
