/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called after a frame of a window was painted. */
typedef void (*SylBenchFunc) (GtkWidget *window,
                              gpointer   user_data);

double syl_bench_get_ms       (void);
double syl_bench_get_start_ms (void);
double syl_bench_get_cpu_ms   (void);
void   syl_bench_report       (const char   *name,
                               double        value);
void   syl_bench_report_pss   (const char   *name);
void   syl_bench_after_frame  (GtkWidget    *window,
                               SylBenchFunc  func,
                               gpointer      user_data);

G_END_DECLS
