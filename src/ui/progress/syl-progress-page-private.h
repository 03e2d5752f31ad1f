/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "progress/syl-chart.h"
#include "progress/syl-figure.h"
#include "progress/syl-progress-page.h"
#include "progress/syl-week-calendar.h"
#include "progress/syl-week-legend.h"
#include "year/syl-year-loader.h"

G_BEGIN_DECLS

struct _SylProgressPage
{
  AdwBin parent_instance;

  SylLibrary *library;       /* owned, nullable */
  SylYear *year;             /* owned, nullable */
  SylPlanProgress *progress; /* owned, nullable: of @year */
  SylYearLoader *loader;     /* owned */

  gboolean show_time;

  GtkStack *stack;
  GtkWidget *sheet;
  SylFigure *read;
  SylFigure *focus;
  SylFigure *streak;
  SylFigure *pace;
  SylFigure *plan;
  SylFigure *end;
  SylWeekCalendar *calendar;
  SylWeekLegend *legend;
  SylChart *focus_chart;
  SylChart *pace_chart;
  GtkListBox *sections;
};

void _syl_progress_page_install_actions (GtkWidgetClass  *widget_class);
void _syl_progress_page_update_actions  (SylProgressPage *self);

G_END_DECLS
