/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page/syl-pick-overview.h"
#include "page/syl-pick-pane.h"
#include "page/syl-reader.h"

G_BEGIN_DECLS

struct _SylPickPane
{
  AdwBin parent_instance;

  SylLibrary *library;        /* owned, nullable */
  SylPick *pick;              /* owned, nullable */
  GSignalGroup *pick_signals; /* owned */
  GCancellable *cancellable;  /* owned: of the details that are on their way */
  GCancellable *preloading;   /* owned, nullable */
  SylPageEngine *engine;      /* owned, nullable: until the reader takes it */
  double zoom;
  SylHighlight *wanted_highlight; /* owned, nullable: to go to once the details are there */
  GtkStack *stack;
  SylPickOverview *overview; /* child, nullable */
  SylReader *reader;         /* child, nullable */
  guint alone : 1;
  guint show_panel : 1;
  guint caret_browsing : 1;
  guint count_time : 1;
  guint start_when_detailed : 1;
};

void _syl_pick_pane_install_actions (GtkWidgetClass *widget_class);
void _syl_pick_pane_update_actions  (SylPickPane    *self);

void _syl_pick_pane_open            (SylPickPane    *self,
                                     SylSource      *source);
void _syl_pick_pane_start_reading   (SylPickPane    *self);
void _syl_pick_pane_show_overview   (SylPickPane    *self);

G_END_DECLS
