/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "year/syl-week-strip.h"
#include "year/syl-year-pane.h"

G_BEGIN_DECLS

struct _SylYearPane
{
  AdwBin parent_instance;

  SylLibrary *library;       /* owned, nullable */
  SylYear *year;             /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the present reading */
  GListStore *weeks;         /* owned; of SylYearWeek */
  unsigned int present;      /* index of the present week; G_MAXUINT if there is none */
  guint shown : 1;           /* the present week was scrolled to */
  guint stale : 1;           /* something changed while it was out of sight */

  AdwWindowTitle *title;
  SylWeekStrip *strip;
  GtkLabel *repair;
  GtkListView *list_view;
};

void _syl_year_pane_install_actions (GtkWidgetClass *widget_class);
void _syl_year_pane_update_actions  (SylYearPane    *self);
void _syl_year_pane_set_pace        (SylYearPane    *self,
                                     unsigned int    minutes,
                                     SylPlanOrder    order);

G_END_DECLS
