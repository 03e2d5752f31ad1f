/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <adwaita.h>

#if SYL_HAS_MALLOC_TRIM
#include <malloc.h>
#endif

#include "syl-bench.h"

#define SETTLE_SECONDS 5

/* As it is, and having given back what it does not need any more, which Syllabus does by itself. */
static gboolean
settled_cb (gpointer user_data)
{
  syl_bench_report_pss ("pss-mib");
#if SYL_HAS_MALLOC_TRIM
  malloc_trim (0);
#endif
  syl_bench_report_pss ("settled-pss-mib");
  g_application_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget *window,
            gpointer   user_data)
{
  syl_bench_report ("first-frame-ms", syl_bench_get_ms () - syl_bench_get_start_ms ());
  syl_bench_report ("first-frame-cpu-ms", syl_bench_get_cpu_ms ());
  g_timeout_add_seconds (SETTLE_SECONDS, settled_cb, user_data);
}

/* The least that a libadwaita program of this size is: a header bar, and nothing below. */
static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  syl_bench_after_frame (window, painted_cb, application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.syllabus_app.Bench", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
