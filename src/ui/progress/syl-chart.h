/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plan/syl-plan-progress.h"

G_BEGIN_DECLS

/**
 * SylChart:
 *
 * What drawings over the weeks of a year have in common: months along the bottom, a scale at the
 * start, words. All of it is laid out when the size, the year or the font changes, and only put down
 * when it is drawn. It is one picture for those who listen, whose label says it in a sentence.
 */
#define SYL_TYPE_CHART (syl_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (SylChart, syl_chart, SYL, CHART, GtkWidget)

/**
 * SylChartClass:
 * @count_weeks: how many weeks there are to show
 * @dup_label: what it says, in a sentence
 * @lay_out: makes what is drawn, by the functions below
 * @draw: puts it down
 *
 * What a chart is.
 */
struct _SylChartClass
{
  GtkWidgetClass parent_class;

  guint (*count_weeks) (SylChart    *self);
  char *(*dup_label)   (SylChart    *self);
  void  (*lay_out)     (SylChart    *self);
  void  (*draw)        (SylChart    *self,
                        GtkSnapshot *snapshot);
};

/**
 * SylChartScale:
 * @top: the greatest value
 * @step: from one line to the next
 * @dup_text: how a value is written
 *
 * A scale, from 0.
 */
typedef struct
{
  double top;
  double step;
  char *(*dup_text) (double value);
} SylChartScale;

void                   syl_chart_set_progress (SylChart              *self,
                                               SylPlanProgress       *progress);
const SylPlanProgress *syl_chart_get_progress (SylChart              *self);
void                   syl_chart_set_scale    (SylChart              *self,
                                               const SylChartScale   *scale);
void                   syl_chart_add_text     (SylChart              *self,
                                               const char            *text,
                                               float                  x,
                                               float                  y,
                                               float                  xalign,
                                               gboolean               accent);
void                   syl_chart_measure_text (SylChart              *self,
                                               const char            *text,
                                               int                   *width,
                                               int                   *height);
float                  syl_chart_get_x        (SylChart              *self,
                                               double                 week);
float                  syl_chart_get_y        (SylChart              *self,
                                               double                 value);
float                  syl_chart_mirror       (SylChart              *self,
                                               float                  x);
float                  syl_chart_get_end      (SylChart              *self);
double                 syl_chart_find_step    (double                 top,
                                               unsigned int           n_steps,
                                               const double          *steps,
                                               gsize                  n);

G_END_DECLS
