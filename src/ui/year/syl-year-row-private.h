/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/syl-state-mark.h"
#include "year/syl-year-row.h"

G_BEGIN_DECLS

struct _SylYearRow
{
  AdwBin parent_instance;

  SylYearWeek *week; /* owned, nullable */

  SylStateMark *mark;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *caption;
  GtkMenuButton *menu_button;
  GMenuModel *row_menu;
  SylYearRowMark mark_at; /* where what is dragged would go */
};

void _syl_year_row_install_drag (SylYearRow *self);

G_END_DECLS
