/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notes/syl-marker-bar.h"
#include "page/syl-find-bar.h"
#include "page/syl-page-failure-page.h"
#include "page/syl-reader.h"
#include "page/syl-side-panel.h"
#include "pencil/syl-pencil.h"

G_BEGIN_DECLS

typedef enum
{
  SYL_READER_PROP_LIBRARY = 1,
  SYL_READER_PROP_PICK,
  SYL_READER_PROP_SOURCE,
  SYL_READER_PROP_LOCATION,
  SYL_READER_PROP_CAN_GO_BACK,
  SYL_READER_PROP_CAN_GO_FORWARD,
  SYL_READER_PROP_SHOW_PANEL,
  SYL_READER_PROP_PANEL_VISIBLE,
  SYL_READER_PROP_ALONE,
  SYL_READER_PROP_NARROW,
  SYL_READER_PROP_ZOOM,
  SYL_READER_PROP_CARET_BROWSING,
  SYL_READER_PROP_COUNT_TIME,
  SYL_READER_N_PROPS,
} SylReaderProps;

struct _SylReader
{
  AdwBreakpointBin parent_instance;

  SylLibrary *library;         /* owned, nullable */
  SylPick *pick;               /* owned, nullable */
  SylSource *source;           /* owned, nullable: what the reader asked for */
  SylSource *loaded_source;    /* owned, nullable: what the view was told to load */
  SylPageEngine *engine;       /* owned, nullable: not before it is loaded */
  SylPageView *view;           /* child, nullable: not before a page is opened */
  GCancellable *cancellable;   /* owned: of the engine */
  GCancellable *opening;       /* owned, nullable: of the source that is being opened */
  char *wanted_uri;            /* owned, nullable: address to load once all is there */
  char *wanted_origin;         /* owned, nullable: address that has led there before */
  SylPagePlace *wanted_place;  /* owned, nullable: where in it */
  SylPencil *pencil;           /* owned, nullable: goes with the view */
  GListModel *highlights;      /* owned, nullable: of the pick */
  GtkWidget *note_popover;     /* child of the page, nullable */
  char *note_uuid;             /* owned, nullable: highlight whose note is to be opened once it is there */
  GdkRectangle note_place;     /* where, in the page */
  char *shown_uuid;            /* owned, nullable: highlight to go to once it is painted */
  char *menu_uuid;             /* owned, nullable: highlight that the menu of the page is for */
  double zoom;

  AdwBottomSheet *sheet;
  AdwOverlaySplitView *split_view;
  AdwBin *wide_bin;
  AdwBin *narrow_bin;
  SylSidePanel *panel;
  GtkStack *stack;
  AdwBin *page_bin;
  SylPageFailurePage *failure_page;
  SylFindBar *find_bar;
  GtkProgressBar *progress_bar;
  SylMarkerBar *marker_bar;

  guint loading_engine : 1;
  guint caret_browsing : 1;
  guint count_time : 1;
  guint show_panel : 1;
  guint alone : 1;
  guint narrow : 1;
};

void  _syl_reader_load_engine  (SylLibrary          *library,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);
void  _syl_reader_notify       (SylReader      *self,
                                SylReaderProps  property);
void  _syl_reader_open_at      (SylReader      *self,
                                SylPick        *pick,
                                SylSource      *source,
                                const char     *uri);
void  _syl_reader_create_pencil (SylReader     *self);
void  _syl_reader_connect_menu (SylReader      *self);
void  _syl_reader_set_meaning  (SylReader      *self,
                                const char     *uuid,
                                unsigned int    meaning);
void  _syl_reader_open_note    (SylReader      *self,
                                const char     *uuid);
void  _syl_reader_take_source  (SylReader      *self);
void  _syl_reader_take_pick    (SylReader      *self);
void  _syl_reader_drop_notes   (SylReader      *self);
char *_syl_reader_dup_location (SylReader      *self);

G_END_DECLS
