/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notes/syl-note-view.h"
#include "notes/syl-notes-panel.h"

G_BEGIN_DECLS

struct _SylNotesPanel
{
  AdwBin parent_instance;

  SylLibrary *library;            /* owned, nullable */
  SylPick *pick;                  /* owned, nullable */
  GListModel *highlights;         /* owned, nullable */
  SylPencil *pencil;              /* owned, nullable */
  GtkFilterListModel *found;      /* owned: those on the page, of the meanings that are chosen */
  GtkFilterListModel *lost;       /* owned: those that are not on it any more */
  GtkCustomFilter *found_filter;  /* owned */
  GtkCustomFilter *lost_filter;   /* owned */
  GCancellable *loading;          /* owned, nullable: of the note */
  unsigned int meanings;          /* mask of those chosen; 0 for all */

  SylNoteView *note_view;
  GtkBox *filters;
  GtkLabel *counts;
  GtkLabel *hint;
  GtkListBox *found_box;
  GtkListBox *lost_box;
  GtkWidget *tray;
};

void _syl_notes_panel_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
