/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "contents/syl-contents-pane.h"
#include "page/syl-pick-pane.h"
#include "picks/syl-picks-pane.h"
#include "syl-library-failure-page.h"
#include "syl-window.h"

G_BEGIN_DECLS

/* Where the window goes as soon as the library is open. */
typedef enum
{
  SYL_DESTINATION_SAVED,    /* where the reader left, else this week */
  SYL_DESTINATION_PICK,
  SYL_DESTINATION_WEEK,
  SYL_DESTINATION_CONTINUE, /* where the reader left, and read on */
  SYL_DESTINATION_HIGHLIGHT,
  SYL_DESTINATION_HIGHLIGHT_ID, /* one that has to be looked up first */
} SylDestination;

struct _SylWindow
{
  AdwApplicationWindow parent_instance;

  SylLibrary *library;            /* owned */
  GSettings *settings;            /* owned */
  GCancellable *cancellable;      /* owned: of all that must not outlive the window */
  GSignalGroup *pick_signals;     /* owned: of the pick that is shown */
  AdwToast *state_toast;          /* owned, nullable: the last edit that can be undone */
  GWeakRef plan_toast;            /* of AdwToast: the last edit of the plan */
  SylLibraryFailurePage *failure; /* child, nullable */
  GFile *waiting_list;            /* owned, nullable: opened before the library */
  GCancellable *going;            /* owned, nullable: of what is looked up on the way to the destination */
  char *destination_id;           /* owned, nullable: of a pick, or of a highlight that is looked up */
  char *destination_source;       /* owned, nullable: of the pick, to be opened if it is not the first */
  SylHighlight *destination_highlight; /* owned, nullable: for SYL_DESTINATION_HIGHLIGHT */
  SylDestination destination;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwNavigationSplitView *outer_view;
  GtkStack *whole_stack; /* the inner view, and pages that take all the room beside the contents */
  AdwNavigationSplitView *inner_view;
  AdwNavigationPage *picks_page;
  GtkStack *middle_stack;
  GtkWidget *highlights_pane; /* child, nullable */
  GtkWidget *year_pane;       /* child, nullable */
  GtkWidget *review_page;     /* child, nullable */
  GtkWidget *progress_page;   /* child, nullable */
  GtkWidget *search_page;     /* child, nullable */
  GWeakRef search_focus;      /* of GtkWidget: what had the focus before */
  SylPick *found_pick;        /* owned, nullable: opened out of the search, and back leads there */
  char *waiting_words;        /* owned, nullable: looked for before the library is open */
  SylContentsPane *contents_pane;
  SylPicksPane *picks_pane;
  SylPickPane *pick_pane;

  guint opened : 1;       /* the library is */
  guint painted : 1;      /* the first frame is */
  guint ready : 1;        /* both, and the panes show the library */
  guint read_at_once : 1; /* open the page of the destination, too */
  guint narrow : 1;       /* for one pane beside the contents */
  guint search_from_contents : 1; /* the contents took all the room before */
  guint roomy : 1;        /* for the contents beside a page and its panel */
};

void     _syl_window_install_actions (GtkWidgetClass *widget_class);
void     _syl_window_update_actions  (SylWindow      *self);

SylPick *_syl_window_get_pick        (SylWindow      *self);
void     _syl_window_go              (SylWindow      *self);
void     _syl_window_pick_changed    (SylWindow      *self);

void     _syl_window_open_waiting_list (SylWindow *self);

void     _syl_window_show_group      (SylWindow      *self);
void     _syl_window_step            (SylWindow      *self,
                                      gboolean        down);
gboolean _syl_window_shows_picks     (SylWindow      *self);
gboolean _syl_window_focus_whole     (SylWindow      *self);
void     _syl_window_focus_middle    (SylWindow      *self);
void     _syl_window_init_search     (SylWindow      *self);
void     _syl_window_finalize_search (SylWindow      *self);
void     _syl_window_install_search_actions (GtkWidgetClass *widget_class);
void     _syl_window_update_search_actions (SylWindow *self);
void     _syl_window_open_waiting_search (SylWindow  *self);
gboolean _syl_window_is_searching    (SylWindow      *self);
gboolean _syl_window_leave_search    (SylWindow      *self);
void     _syl_window_set_found_pick  (SylWindow      *self,
                                      SylPick        *pick);
void     _syl_window_ensure_review   (SylWindow      *self);
void     _syl_window_install_review_actions (GtkWidgetClass *widget_class);
void     _syl_window_delete_highlight (SylWindow     *self,
                                      const char     *uuid);

void     _syl_window_set_state       (SylWindow      *self,
                                      SylPickState    state);
void     _syl_window_toggle_read     (SylWindow      *self);
void     _syl_window_toggle_skipped  (SylWindow      *self);
void     _syl_window_undo_state      (SylWindow      *self);
void     _syl_window_undo_edit       (SylWindow      *self);
void     _syl_window_redo_edit       (SylWindow      *self);
void     _syl_window_offer_edit_undo (SylWindow      *self,
                                      const char     *title);
void     _syl_window_offer_plan_undo (SylWindow      *self,
                                      const char     *title);
void     _syl_window_undo_plan       (SylWindow      *self);
void     _syl_window_skip_pick       (SylWindow      *self,
                                      SylPick        *pick);

G_END_DECLS
