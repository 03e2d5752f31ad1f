/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge/syl-web-bridge.h"
#include "syl-web-history.h"
#include "syl-web-view.h"

G_BEGIN_DECLS

/**
 * SylWebViewState:
 * @SYL_WEB_VIEW_EMPTY: nothing was asked for yet
 * @SYL_WEB_VIEW_WAITING: a page was asked for, and nothing of it is there
 * @SYL_WEB_VIEW_ARRIVING: a page is shown, and not all of it is there
 * @SYL_WEB_VIEW_DONE: a page is shown
 * @SYL_WEB_VIEW_FAILED: nothing can be shown
 *
 * How far a page is.
 */
typedef enum
{
  SYL_WEB_VIEW_EMPTY,
  SYL_WEB_VIEW_WAITING,
  SYL_WEB_VIEW_ARRIVING,
  SYL_WEB_VIEW_DONE,
  SYL_WEB_VIEW_FAILED,
} SylWebViewState;

typedef enum
{
  SYL_WEB_VIEW_PROP_URI = 1,
  SYL_WEB_VIEW_PROP_ASKED_URI,
  SYL_WEB_VIEW_PROP_TITLE,
  SYL_WEB_VIEW_PROP_LOADING,
  SYL_WEB_VIEW_PROP_PROGRESS,
  SYL_WEB_VIEW_PROP_CAN_GO_BACK,
  SYL_WEB_VIEW_PROP_CAN_GO_FORWARD,
  SYL_WEB_VIEW_PROP_ZOOM,
  SYL_WEB_VIEW_PROP_CARET_BROWSING,
  SYL_WEB_VIEW_PROP_FAILURE,
  SYL_WEB_VIEW_PROP_PAGE_TEXT,
  SYL_WEB_VIEW_PROP_SELECTION,
  SYL_WEB_VIEW_PROP_TEXT_TROUBLE,
  SYL_WEB_VIEW_PROP_N_MARKS,
  SYL_WEB_VIEW_PROP_CURRENT_MARK,
  SYL_WEB_VIEW_PROP_LOAD_TIMEOUT,
  SYL_WEB_VIEW_PROP_UPGRADE_LOCAL,
  SYL_WEB_VIEW_N_PROPS,
} SylWebViewProp;

struct _SylWebView
{
  GtkWidget parent_instance;

  SylWebEngine *engine;
  SylWebBridge *bridge;     /* nullable; made with the first page, as the next three */
  SylWebHistory *history;   /* nullable */
  WebKitSettings *settings; /* nullable */
  WebKitWebView *web_view;  /* nullable; child */

  SylWebViewState state;
  gboolean is_new_source; /* nothing of the source that was loaded last has been shown */
  gboolean is_dead;       /* WebKit's process for the page has ended */
  gboolean is_blanking;   /* on its way to show nothing */
  gboolean has_blanked;   /* shows nothing, though its end was not told yet */
  gboolean is_cancelled;  /* by WebKit, of its own accord */
  unsigned int n_retries;
  gboolean is_pdf;
  gboolean is_going;      /* back or forward, as asked for by the program */
  gboolean is_ready;      /* the page's scripts listen */
  char *uri;              /* nullable; as told last */
  char *page_uri;         /* nullable; of the page that came last */
  char *asked_uri;        /* nullable; as told last */
  char *landed_uri;       /* nullable; of that page, and what it calls the same place since */
  WebKitBackForwardListItem *landed_item; /* nullable; of that place */
  char *title;            /* nullable; as told last */
  gboolean flags[3];      /* loading, back, forward; as told last */
  char *plain_uri;        /* nullable; to fall back to while https is tried */
  char *awaited_uri;      /* nullable; asked for last by the program */
  char *next_uri;         /* nullable; to be loaded once the view is blank */
  SylPageFailure *failure; /* nullable */
  guint watchdog_id;
  guint ended_id;
  unsigned int load_timeout; /* milliseconds */
  gboolean upgrade_local;

  double zoom;
  gboolean caret_browsing;

  char *sought; /* nullable; what is looked for */

  SylPagePlace *wanted_place; /* nullable; to go to once the scripts listen */
  SylPagePlace *known_place;  /* nullable; where the reader was last */
  GQueue place_tasks;         /* of GTask, waiting for an answer */
  unsigned int last_request;
  gint64 released;            /* when the pointer was lifted last, in milliseconds of the clock */

  SylPageText *text;           /* nullable */
  SylPageSelection *selection; /* nullable */
  GPtrArray *marks;            /* nullable; of SylPageMark, in the order the scripts know them by */
  char *current_mark;          /* nullable */
  SylPageTextTrouble trouble;
};

void _syl_web_view_notify            (SylWebView           *self,
                                      SylWebViewProp        prop);
void _syl_web_view_update            (SylWebView           *self);
void _syl_web_view_apply_zoom        (SylWebView           *self);

void _syl_web_view_connect_loading   (SylWebView           *self);
void _syl_web_view_load              (SylPageView          *view,
                                      const char           *uri,
                                      const SylPagePlace   *place);
void _syl_web_view_reload            (SylPageView          *view);
void _syl_web_view_stop              (SylPageView          *view);
void _syl_web_view_go_back           (SylPageView          *view);
void _syl_web_view_go_forward        (SylPageView          *view);
void _syl_web_view_land              (SylWebView           *self);
void _syl_web_view_follow            (SylWebView           *self);
const char *_syl_web_view_find_asked_uri (SylWebView       *self);
void _syl_web_view_answered          (SylWebView           *self);
void _syl_web_view_clear_failure     (SylWebView           *self);
void _syl_web_view_abandon           (SylWebView           *self,
                                      const char           *detail);
void _syl_web_view_fail              (SylWebView           *self,
                                      SylPageFailure       *failure);

void _syl_web_view_connect_policy    (SylWebView           *self);
gboolean _syl_web_view_context_menu_cb (SylWebView         *self,
                                        WebKitContextMenu  *menu);

void _syl_web_view_connect_find      (SylWebView           *self);
void _syl_web_view_find              (SylPageView          *view,
                                      const char           *text);
void _syl_web_view_find_next         (SylPageView          *view);
void _syl_web_view_find_previous     (SylPageView          *view);
void _syl_web_view_find_finish       (SylPageView          *view);

void          _syl_web_view_connect_place    (SylWebView           *self);
void          _syl_web_view_forget_place     (SylWebView           *self);
void          _syl_web_view_get_place_async  (SylPageView          *view,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
SylPagePlace *_syl_web_view_get_place_finish (SylPageView          *view,
                                              GAsyncResult         *result,
                                              GError              **error);

void _syl_web_view_connect_marks     (SylWebView           *self);
void _syl_web_view_forget_text       (SylWebView           *self);
void _syl_web_view_set_marks         (SylPageView          *view,
                                      unsigned int          version,
                                      GPtrArray            *marks);
void _syl_web_view_show_mark         (SylPageView          *view,
                                      const char           *id);
void _syl_web_view_show_place        (SylPageView          *view,
                                      unsigned int          version,
                                      unsigned int          start,
                                      unsigned int          end);
void _syl_web_view_clear_selection   (SylPageView          *view);

G_END_DECLS
