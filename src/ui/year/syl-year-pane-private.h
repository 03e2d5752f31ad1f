/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "year/syl-week-strip.h"
#include "year/syl-year-loader.h"
#include "year/syl-year-pane.h"
#include "year/syl-year-row.h"

G_BEGIN_DECLS

struct _SylYearPane
{
  AdwBin parent_instance;

  SylLibrary *library;       /* owned, nullable */
  SylYear *year;             /* owned, nullable */
  SylYearLoader *loader;     /* owned */
  GListStore *weeks;         /* owned; of SylYearWeek */
  SylPick *moved;            /* owned, nullable: the one moved last, which the focus goes along with */
  SylYearRow *drop_row;      /* owned, nullable: the one that a pick is dragged over */
  double drop_y;             /* where the pointer is above the list */
  guint scroll_tick;         /* while a pick is dragged along the edge of the list, else 0 */
  unsigned int present;      /* index of the present week; G_MAXUINT if there is none */
  guint shown : 1;           /* the present week was scrolled to */
  guint moving : 1;          /* the new week of the pick that was moved is still to be shown */

  AdwWindowTitle *title;
  SylWeekStrip *strip;
  GtkLabel *repair;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
};

void _syl_year_pane_install_actions (GtkWidgetClass      *widget_class);
void _syl_year_pane_update_actions  (SylYearPane         *self);
void _syl_year_pane_set_pace        (SylYearPane         *self,
                                     const unsigned int  *minutes,
                                     const SylPlanOrder  *order);
void _syl_year_pane_move            (SylYearPane         *self,
                                     int                  pick,
                                     int                  before);

void _syl_year_pane_take_weeks      (SylYearPane         *self);
int  _syl_year_pane_find_focus      (SylYearPane         *self);

void _syl_year_pane_install_drop    (SylYearPane         *self);
void _syl_year_pane_end_drop        (SylYearPane         *self);

G_END_DECLS
