/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "progress/syl-focus-chart.h"
#include "progress/syl-ink.h"
#include "progress/syl-pace-chart.h"
#include "progress/syl-progress-picture.h"
#include "progress/syl-week-cell.h"
#include "../core/syl-test-plan.h"

#define WIDTH 400
#define HEIGHT 180
#define N_FRAMES 1000

/* A year of the list that comes along, of which the first ten weeks are over, with an hour each. */
static SylPlanProgress *
create_progress (void)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (SylPlanSession));
  g_autoptr (SylPlan) plan = NULL;
  SylPlanProgress *progress;
  SylTestReader reader;

  syl_test_reader_init (&reader, "2026-11-30");
  syl_test_reader_add_list (&reader);
  for (int i = 0; i < 10; i++)
    {
      SylPlanSession session = { reader.today, i, 3600 };

      syl_test_reader_set (&reader, i, SYL_PICK_STATE_READ);
      g_array_append_val (sessions, session);
      syl_test_reader_go (&reader, 7);
    }
  plan = syl_test_reader_plan (&reader);
  progress = syl_plan_progress_new (plan, &reader.input, (SylPlanSession *) (gpointer) sessions->data, sessions->len,
                                    &reader.today);
  syl_test_reader_clear (&reader);
  return progress;
}

static gboolean
drawn_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  int *n_frames = user_data;

  ++*n_frames;
  return G_SOURCE_CONTINUE;
}

/* A window that has shown the widget. */
static GtkWidget *
show (GtkWidget        *widget,
      GtkTextDirection  direction)
{
  GtkWidget *window = adw_window_new ();
  int n_frames = 0;
  guint id;

  gtk_widget_set_direction (widget, direction);
  gtk_widget_set_size_request (widget, WIDTH, HEIGHT);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  adw_window_set_content (ADW_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  id = gtk_widget_add_tick_callback (widget, drawn_cb, &n_frames, NULL);
  while (n_frames < 3)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (widget, id);
  return window;
}

/* How much of the accent there is in the left and in the right half. */
static void
count_accent (GtkWidget *widget,
              int        counts[2])
{
  g_autoptr (GdkTexture) picture = syl_progress_picture_take (widget);
  int width = gdk_texture_get_width (picture), height = gdk_texture_get_height (picture);
  g_autofree guchar *data = g_malloc ((gsize) width * (gsize) height * 4);
  GdkRGBA accent;

  syl_ink_get_accent (&accent);
  gdk_texture_download (picture, data, (gsize) width * 4);
  for (int i = 0; i < width * height; i++)
    {
      const guchar *pixel = data + i * 4; /* blue, green, red, alpha */

      if (ABS (pixel[2] - accent.red * 255) < 3 && ABS (pixel[1] - accent.green * 255) < 3 &&
          ABS (pixel[0] - accent.blue * 255) < 3 && pixel[3] == 255)
        counts[i % width >= width / 2]++;
    }
}

static void
test_what_is_over_comes_first (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  g_autoptr (SylPlanProgress) progress = create_progress ();

  for (int from_right = 0; from_right < 2; from_right++)
    {
      GtkWidget *chart = g_object_new (type, NULL);
      int counts[2] = { 0, 0 };
      GtkWidget *window;

      syl_chart_set_progress (SYL_CHART (chart), progress);
      window = show (chart, from_right ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      count_accent (chart, counts);
      g_assert_cmpint (counts[from_right], >, 200);
      g_assert_cmpint (counts[!from_right], ==, 0);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_said_in_a_sentence (void)
{
  g_autoptr (SylPlanProgress) progress = create_progress ();
  GtkWidget *focus = g_object_ref_sink (g_object_new (SYL_TYPE_FOCUS_CHART, NULL));
  GtkWidget *pace = g_object_ref_sink (g_object_new (SYL_TYPE_PACE_CHART, NULL));

  syl_chart_set_progress (SYL_CHART (focus), progress);
  syl_chart_set_progress (SYL_CHART (pace), progress);
  gtk_test_accessible_assert_property (focus, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Focused time by week: 10 h in all, at most 1 h in week 1");
  gtk_test_accessible_assert_property (pace, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Picks read: 10, by the plan 10 until the end of this week, 50 in all");
  g_object_unref (focus);
  g_object_unref (pace);
}

/* A frame only puts down what was laid out before. */
static void
test_frames_cost_nothing (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  g_autoptr (SylPlanProgress) progress = create_progress ();
  GtkWidget *chart = g_object_new (type, NULL);
  GtkWidget *window;
  gint64 start;
  double cost;

  syl_chart_set_progress (SYL_CHART (chart), progress);
  window = show (chart, GTK_TEXT_DIR_LTR);
  start = g_get_monotonic_time ();
  for (int i = 0; i < N_FRAMES; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
      g_clear_pointer (&(GskRenderNode *){ gtk_snapshot_free_to_node (snapshot) }, gsk_render_node_unref);
    }
  cost = (double) (g_get_monotonic_time () - start) / N_FRAMES;
  g_test_minimized_result (cost, "%.1f µs a frame", cost);
  g_assert_cmpfloat (cost, <, 1000);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* No two states look the same. */
static void
test_states_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int state = SYL_PLAN_WEEK_PLANNED; state <= SYL_PLAN_WEEK_FREE; state++)
    for (int present = 0; present < 2; present++)
      {
        GtkWidget *cell = syl_week_cell_new (GTK_ACCESSIBLE_ROLE_LIST_ITEM);
        GtkWidget *window;
        g_autoptr (GdkTexture) picture = NULL;
        g_autoptr (GBytes) bytes = NULL;

        syl_week_cell_set_state (SYL_WEEK_CELL (cell), (SylPlanWeekState) state, present);
        window = show (cell, GTK_TEXT_DIR_LTR);
        picture = syl_progress_picture_take (cell);
        bytes = gdk_texture_save_to_png_bytes (picture);
        g_assert_true (g_hash_table_add (seen, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)));
        gtk_window_destroy (GTK_WINDOW (window));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_data_func ("/charts/focus/direction", GSIZE_TO_POINTER (SYL_TYPE_FOCUS_CHART), test_what_is_over_comes_first);
  g_test_add_data_func ("/charts/pace/direction", GSIZE_TO_POINTER (SYL_TYPE_PACE_CHART), test_what_is_over_comes_first);
  g_test_add_func ("/charts/said-in-a-sentence", test_said_in_a_sentence);
  g_test_add_data_func ("/charts/focus/frames", GSIZE_TO_POINTER (SYL_TYPE_FOCUS_CHART), test_frames_cost_nothing);
  g_test_add_data_func ("/charts/pace/frames", GSIZE_TO_POINTER (SYL_TYPE_PACE_CHART), test_frames_cost_nothing);
  g_test_add_func ("/charts/states-differ", test_states_differ);
  return g_test_run ();
}
