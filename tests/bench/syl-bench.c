/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-bench.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

typedef struct
{
  SylBenchFunc func;
  gpointer user_data;
  GtkWidget *window; /* unowned */
} Frame;

/* The clock that all programs of this machine share. */
double
syl_bench_get_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

/* What this thread has computed: without waiting for the other programs of a busy machine. */
double
syl_bench_get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000.0 + (double) time.tv_nsec / 1e6;
}

/* When the program was about to be started, as told by who started it. */
double
syl_bench_get_start_ms (void)
{
  return g_ascii_strtod (g_getenv ("SYL_BENCH_START_MS"), NULL);
}

void
syl_bench_report (const char *name,
                  double      value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("%s %s\n", name, g_ascii_formatd (buffer, sizeof buffer, "%.3f", value));
  fflush (stdout);
}

/* Proportional set size: what the program itself costs, in MiB. */
void
syl_bench_report_pss (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL);
  line = text != NULL ? strstr (text, "\nPss:") : NULL;
  if (line != NULL)
    syl_bench_report (name, g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024.0);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Frame         *frame)
{
  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, frame);
  frame->func (frame->window, frame->user_data);
  g_free (frame);
}

static void
realize_cb (GtkWidget *window,
            Frame     *frame)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_handlers_disconnect_by_func (window, realize_cb, frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), frame);
}

/* After the next frame of @window, which may not be on the screen yet. */
void
syl_bench_after_frame (GtkWidget    *window,
                       SylBenchFunc  func,
                       gpointer      user_data)
{
  Frame *frame = g_new0 (Frame, 1);

  frame->func = func;
  frame->user_data = user_data;
  frame->window = window;
  if (gtk_widget_get_realized (window))
    realize_cb (window, frame);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realize_cb), frame);
}
