/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <webkit/webkit.h>

#include "syl-bench.h"

#define SETTLE_SECONDS 3
#define BOUND_SECONDS 30

static GtkWidget *
make_view (GtkWidget *window)
{
  g_autoptr (WebKitNetworkSession) session = webkit_network_session_new_ephemeral ();
  GtkWidget *view = g_object_new (WEBKIT_TYPE_WEB_VIEW, "network-session", session, NULL);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  return view;
}

/* SYL_BENCH_MODE=cold: the view is made now, as in a program that starts nothing of WebKit's before. */
static gboolean
click_cb (gpointer user_data)
{
  GtkWidget *view = adw_application_window_get_content (user_data);

  syl_bench_report ("click-ms", syl_bench_get_ms ());
  if (view == NULL)
    view = make_view (user_data);
  webkit_web_view_load_uri (WEBKIT_WEB_VIEW (view), g_getenv ("SYL_BENCH_PAGE"));
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GtkWidget *window,
            gpointer   user_data)
{
  g_timeout_add_seconds (SETTLE_SECONDS, click_cb, window);
}

/* A web view in a window and nothing else; whoever started it ends it. */
static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  if (g_strcmp0 (g_getenv ("SYL_BENCH_MODE"), "cold") != 0)
    make_view (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1240, 800);
  syl_bench_after_frame (window, painted_cb, NULL);
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
