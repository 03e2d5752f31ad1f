/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "contents/syl-contents-pane.h"
#include "contents/syl-contents-row.h"
#include "contents/syl-week-card.h"
#include "highlights/syl-highlights-pane.h"
#include "highlights/syl-meanings-dialog.h"
#include "highlights/syl-trash-dialog.h"
#include "notes/syl-highlight-popover.h"
#include "notes/syl-highlight-row.h"
#include "notes/syl-marker-bar.h"
#include "notes/syl-note-view.h"
#include "notes/syl-notes-panel.h"
#include "page/syl-find-bar.h"
#include "page/syl-page-failure-page.h"
#include "page/syl-pick-overview.h"
#include "page/syl-pick-pane.h"
#include "page/syl-reader.h"
#include "page/syl-side-panel.h"
#include "page/syl-source-list.h"
#include "page/syl-source-row.h"
#include "page/syl-source-switcher.h"
#include "page/syl-state-button.h"
#include "passes/syl-answer-row.h"
#include "passes/syl-finish-dialog.h"
#include "passes/syl-focus-line.h"
#include "passes/syl-pass-row.h"
#include "passes/syl-passes-panel.h"
#include "picks/syl-pick-row.h"
#include "picks/syl-picks-pane.h"
#include "preferences/syl-preferences.h"
#include "progress/syl-figure.h"
#include "progress/syl-progress-page.h"
#include "review/syl-card-dialog.h"
#include "review/syl-questions-page.h"
#include "review/syl-rating-button.h"
#include "review/syl-review-card.h"
#include "review/syl-review-page.h"
#include "search/syl-search-hit-row.h"
#include "search/syl-search-page.h"
#include "search/syl-search-section.h"
#include "syl-library-failure-page.h"
#include "syl-window.h"
#include "welcome/syl-welcome-dialog.h"
#include "year/syl-year-pane.h"
#include "year/syl-year-row.h"

#define FOLDER "/io/github/syllabus_app/Syllabus/ui/"

/* Templates that take nothing to be made. */
static GType
get_type (const char *class_name)
{
  const GType types[] = {
    SYL_TYPE_CONTENTS_PANE, SYL_TYPE_CONTENTS_ROW, SYL_TYPE_WEEK_CARD, SYL_TYPE_FIND_BAR,
    SYL_TYPE_PAGE_FAILURE_PAGE, SYL_TYPE_PICK_OVERVIEW, SYL_TYPE_PICK_PANE, SYL_TYPE_READER,
    SYL_TYPE_SIDE_PANEL, SYL_TYPE_SOURCE_LIST, SYL_TYPE_SOURCE_ROW, SYL_TYPE_SOURCE_SWITCHER,
    SYL_TYPE_STATE_BUTTON, SYL_TYPE_PICK_ROW, SYL_TYPE_PICKS_PANE, SYL_TYPE_LIBRARY_FAILURE_PAGE,
    SYL_TYPE_HIGHLIGHT_POPOVER, SYL_TYPE_HIGHLIGHT_ROW, SYL_TYPE_MARKER_BAR, SYL_TYPE_NOTE_VIEW,
    SYL_TYPE_NOTES_PANEL, SYL_TYPE_HIGHLIGHTS_PANE, SYL_TYPE_MEANINGS_DIALOG, SYL_TYPE_TRASH_DIALOG,
    SYL_TYPE_YEAR_PANE, SYL_TYPE_YEAR_ROW, SYL_TYPE_FIGURE, SYL_TYPE_PROGRESS_PAGE,
    SYL_TYPE_ANSWER_ROW, SYL_TYPE_FINISH_DIALOG, SYL_TYPE_FOCUS_LINE,
    SYL_TYPE_PASS_ROW, SYL_TYPE_PASSES_PANEL,
    SYL_TYPE_WELCOME_DIALOG, SYL_TYPE_PREFERENCES,
    SYL_TYPE_CARD_DIALOG, SYL_TYPE_QUESTIONS_PAGE, SYL_TYPE_RATING_BUTTON, SYL_TYPE_REVIEW_CARD, SYL_TYPE_REVIEW_PAGE,
    SYL_TYPE_SEARCH_HIT_ROW, SYL_TYPE_SEARCH_PAGE, SYL_TYPE_SEARCH_SECTION,
  };

  for (size_t i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_str_equal (g_type_name (types[i]), class_name))
        return types[i];
    }
  return G_TYPE_INVALID;
}

static char *
read_template (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Returns: (transfer full) (nullable): what stands between @before and @after, from @at on */
static char *
find_between (const char **at,
              const char  *before,
              const char  *after)
{
  const char *start = strstr (*at, before);
  const char *end;

  if (start == NULL)
    return NULL;
  start += strlen (before);
  end = strstr (start, after);
  g_assert_nonnull (end);
  *at = end;
  return g_strndup (start, (size_t) (end - start));
}

static void
test_template (gconstpointer data)
{
  g_autofree char *text = read_template (data);
  const char *at = text;
  g_autofree char *class_name = find_between (&at, "<template class=\"", "\"");
  GtkWidget *widget;

  if (class_name == NULL || g_str_equal (class_name, "SylWindow"))
    {
      g_test_skip ("has a test of its own");
      return;
    }
  g_assert_cmpstr (g_type_name (get_type (class_name)), ==, class_name);

  widget = g_object_ref_sink (g_object_new (get_type (class_name), NULL));
  g_assert_true (GTK_IS_WIDGET (widget));
  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  g_object_unref (widget);
  g_assert_null (widget);
}

static void
test_icons (gconstpointer data)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autofree char *text = read_template (data);
  const char *at = text;
  char *name;

  while ((name = find_between (&at, "<property name=\"icon-name\">", "<")) != NULL)
    {
      if (!gtk_icon_theme_has_icon (theme, name))
        g_test_fail_printf ("There is no icon %s", name);
      g_free (name);
    }
}

static void
close_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *closed = user_data;

  syl_library_close_finish (SYL_LIBRARY (object), result, &error);
  *closed = TRUE;
}

static void
test_window (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("syllabus-ui-XXXXXX", &error);
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.syllabus_app.Test",
                                                                G_APPLICATION_NON_UNIQUE);
  g_autoptr (SylLibrary) library = syl_library_new (folder, NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.syllabus_app.Syllabus");
  SylWindow *window;
  gboolean closed = FALSE;

  g_assert_no_error (error);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  window = syl_window_new (GTK_APPLICATION (application), library, settings);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));

  syl_library_close_async (library, close_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (FOLDER "syl-shortcuts.ui");
  GObject *shortcuts = gtk_builder_get_object (builder, "shortcuts");

  g_assert_true (GTK_IS_WINDOW (shortcuts));
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

static void
add_tests (const char *name)
{
  g_autofree char *template = g_strconcat ("/templates/", name, NULL);
  g_autofree char *icons = g_strconcat ("/icons/", name, NULL);

  g_test_add_data_func_full (template, g_strdup (name), test_template, g_free);
  g_test_add_data_func_full (icons, g_strdup (name), test_icons, g_free);
}

int
main (int   argc,
      char *argv[])
{
  g_auto (GStrv) names = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/io/github/syllabus_app/Syllabus/icons");

  names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert_nonnull (names);
  for (char **name = names; *name != NULL; name++)
    add_tests (*name);
  g_test_add_func ("/window", test_window);
  g_test_add_func ("/shortcuts", test_shortcuts);
  return g_test_run ();
}
