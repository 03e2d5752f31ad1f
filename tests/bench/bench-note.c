/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-note FOLDER LISTS: types into the note on a pick in a library in FOLDER, saves at every letter, and
 * prints for how long that blocked the main loop at most. With SYL_BENCH_MODE=alone nothing is saved. */
#include "syl-bench.h"

#include "../core/syl-test.h"
#include "notes/syl-note-view.h"
#include "notes/syl-notes-panel.h"

#include <adwaita.h>

#define N_LETTERS 200
#define PAUSE_MS 20
#define SETTLE_SECONDS 3

typedef struct
{
  SylNoteView *note; /* unowned */
  GtkTextBuffer *buffer; /* unowned */
  unsigned int n_left;
  double longest_own;
  double last;
  double longest;
  gboolean settled;
} Typing;

static GtkWidget *
find_widget (GtkWidget *parent,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (parent), type))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Runs as often as it can: what lies between two runs is how long the loop was blocked. */
static gboolean
tick_cb (gpointer user_data)
{
  Typing *self = user_data;
  double now = syl_bench_get_ms ();

  self->longest = MAX (self->longest, now - self->last);
  self->last = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
type_cb (gpointer user_data)
{
  Typing *self = user_data;
  double began = syl_bench_get_ms ();

  gtk_text_buffer_insert_at_cursor (self->buffer, self->n_left % 8 == 0 ? " " : "e", 1);
  syl_note_view_flush (self->note);
  self->longest_own = MAX (self->longest_own, syl_bench_get_ms () - began);
  return --self->n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
settled_cb (gpointer user_data)
{
  ((Typing *) user_data)->settled = TRUE;
}

static gboolean
has_settled (gpointer data)
{
  return ((Typing *) data)->settled;
}

static gboolean
is_typed (gpointer data)
{
  return ((Typing *) data)->n_left == 0;
}

static void
type (GtkWidget *panel)
{
  Typing self = { .n_left = N_LETTERS };

  self.note = SYL_NOTE_VIEW (find_widget (panel, SYL_TYPE_NOTE_VIEW));
  self.buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_widget (GTK_WIDGET (self.note), GTK_TYPE_TEXT_VIEW)));
  g_timeout_add_seconds_once (SETTLE_SECONDS, settled_cb, &self);
  syl_test_wait_until (has_settled, &self);

  self.last = syl_bench_get_ms ();
  g_timeout_add (1, tick_cb, &self);
  g_timeout_add (PAUSE_MS, type_cb, &self);
  syl_test_wait_until (is_typed, &self);
  syl_bench_report ("own-ms", self.longest_own);
  syl_bench_report ("longest-block-ms", self.longest);
  g_source_remove_by_user_data (&self);
}

int
main (int   argc,
      char *argv[])
{
  gboolean alone = g_strcmp0 (g_getenv ("SYL_BENCH_MODE"), "alone") == 0;
  SylLibrary *library = syl_test_open_library (argv[1], argv[2]);
  g_autoptr (SylPick) pick = syl_test_find_pick (library, "p0-0");
  GtkWidget *panel;
  GtkWidget *window;
  double began;

  adw_init ();
  panel = g_object_new (SYL_TYPE_NOTES_PANEL, "library", alone ? NULL : library, "pick", pick, NULL);
  window = g_object_ref (gtk_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 800);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_window_present (GTK_WINDOW (window));
  type (panel);

  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
  began = syl_bench_get_ms ();
  syl_test_close_library (library);
  syl_bench_report ("behind-ms", syl_bench_get_ms () - began);
  return 0;
}
