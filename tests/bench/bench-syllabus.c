/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-application.h"
#include "syl-bench.h"

#define SETTLE_SECONDS 5
#define POLL_MS 10
#define N_CLICKS 40
#define N_FRAMES 600
#define SCROLL_PIXELS 900

/* What SYL_BENCH_MODE asks for, in the program's own window:
 *   start       first frame, and memory when all is quiet
 *   commentary  from a change of the pick to its commentary
 *   scroll      frames while the list of picks runs by
 *   page        opens the main source, and stays until it is ended */
typedef struct
{
  GtkWidget *window;
  GtkWidget *commentary; /* unowned */
  double clicked;
  unsigned int n_left;
  double frame_began;
  double frame_began_cpu;
  double worst_own;
  double worst_own_cpu;
  double worst_all;
} Bench;

static GtkWidget *
find_widget (GtkWidget  *parent,
             const char *type_name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (parent), type_name) && gtk_widget_get_mapped (parent))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type_name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
quit (void)
{
  g_application_quit (g_application_get_default ());
}

static gboolean
settled_cb (gpointer user_data)
{
  syl_bench_report_pss ("pss-mib");
  quit ();
  return G_SOURCE_REMOVE;
}

static void click_next (Bench *self);

static void
commentary_painted_cb (GtkWidget *window,
                       gpointer   user_data)
{
  Bench *self = user_data;

  syl_bench_report ("painted-ms", syl_bench_get_ms () - self->clicked);
  click_next (self);
}

/* The text of the pick that is there from the start may come late. */
static void
text_cb (Bench *self)
{
  if (self->clicked <= 0.0)
    return;

  syl_bench_report ("commentary-ms", syl_bench_get_ms () - self->clicked);
  syl_bench_after_frame (self->window, commentary_painted_cb, self);
}

static gboolean
click_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->clicked = syl_bench_get_ms ();
  gtk_widget_activate_action (self->window, "win.next-pick", NULL);
  return G_SOURCE_REMOVE;
}

/* Some time apart, as a reader would, and not in step with the frames. */
static void
click_next (Bench *self)
{
  if (self->n_left-- == 0)
    quit ();
  else
    g_timeout_add (101, click_cb, self);
}

static gboolean
wait_for_commentary_cb (gpointer user_data)
{
  Bench *self = user_data;

  self->commentary = find_widget (self->window, "SylMarkdownView");
  if (self->commentary == NULL)
    return G_SOURCE_CONTINUE;

  self->n_left = N_CLICKS;
  g_signal_connect_swapped (self->commentary, "notify::text", G_CALLBACK (text_cb), self);
  click_next (self);
  return G_SOURCE_REMOVE;
}

static void
before_paint_cb (Bench *self)
{
  self->frame_began = syl_bench_get_ms ();
  self->frame_began_cpu = syl_bench_get_cpu_ms ();
}

/* Up to here a frame is our own: rows are bound and placed. Then GTK draws them, and the driver, which
 * is a program here, compiles its shaders in the first frame of a kind. */
static void
layout_cb (Bench *self)
{
  self->worst_own = MAX (self->worst_own, syl_bench_get_ms () - self->frame_began);
  self->worst_own_cpu = MAX (self->worst_own_cpu, syl_bench_get_cpu_ms () - self->frame_began_cpu);
}

static void
after_paint_cb (Bench *self)
{
  self->worst_all = MAX (self->worst_all, syl_bench_get_ms () - self->frame_began);
}

static gboolean
scroll_cb (GtkWidget     *list,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Bench *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_PIXELS);
  if (self->n_left-- > 0)
    return G_SOURCE_CONTINUE;

  syl_bench_report ("scrolled-to", gtk_adjustment_get_value (adjustment) / gtk_adjustment_get_upper (adjustment));
  syl_bench_report ("worst-own-ms", self->worst_own);
  syl_bench_report ("worst-own-cpu-ms", self->worst_own_cpu);
  syl_bench_report ("worst-frame-ms", self->worst_all);
  quit ();
  return G_SOURCE_REMOVE;
}

/* Once the window has come to rest, as it has when a reader begins to scroll. */
static gboolean
begin_scrolling_cb (gpointer user_data)
{
  Bench *self = user_data;
  GtkWidget *list = find_widget (find_widget (self->window, "SylPicksPane"), "GtkListView");
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  self->n_left = N_FRAMES;
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (layout_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  gtk_widget_add_tick_callback (list, scroll_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
wait_for_list_cb (gpointer user_data)
{
  Bench *self = user_data;
  GtkWidget *pane = find_widget (self->window, "SylPicksPane");
  GtkWidget *list = pane != NULL ? find_widget (pane, "GtkListView") : NULL;

  if (list == NULL || gtk_adjustment_get_upper (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list))) < 10000.0)
    return G_SOURCE_CONTINUE;

  g_timeout_add_seconds (SETTLE_SECONDS, begin_scrolling_cb, self);
  return G_SOURCE_REMOVE;
}

static gboolean
open_page_cb (gpointer user_data)
{
  Bench *self = user_data;
  GtkWidget *pane = find_widget (self->window, "SylPickPane");

  syl_bench_report ("click-ms", syl_bench_get_ms ());
  gtk_widget_activate_action (pane, "page.start-reading", NULL);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget *window,
            gpointer   user_data)
{
  const char *mode = g_getenv ("SYL_BENCH_MODE");

  if (g_str_equal (mode, "start"))
    {
      syl_bench_report ("first-frame-ms", syl_bench_get_ms () - syl_bench_get_start_ms ());
      syl_bench_report ("first-frame-cpu-ms", syl_bench_get_cpu_ms ());
      g_timeout_add_seconds (SETTLE_SECONDS, settled_cb, user_data);
    }
  else if (g_str_equal (mode, "commentary"))
    g_timeout_add (POLL_MS, wait_for_commentary_cb, user_data);
  else if (g_str_equal (mode, "scroll"))
    g_timeout_add (POLL_MS, wait_for_list_cb, user_data);
  else
    g_timeout_add_seconds (SETTLE_SECONDS, open_page_cb, user_data);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Bench          *self)
{
  self->window = GTK_WIDGET (window);
  syl_bench_after_frame (self->window, painted_cb, self);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (SylApplication) application = syl_application_new ();
  Bench bench = { 0, };

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &bench);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
