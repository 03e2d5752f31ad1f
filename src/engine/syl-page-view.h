/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "syl-page-types.h"

G_BEGIN_DECLS

#define SYL_TYPE_PAGE_VIEW (syl_page_view_get_type ())
G_DECLARE_INTERFACE (SylPageView, syl_page_view, SYL, PAGE_VIEW, GtkWidget)

/**
 * SylPageViewInterface:
 * @load: see syl_page_view_load()
 * @reload: see syl_page_view_reload()
 * @stop: see syl_page_view_stop()
 * @go_back: see syl_page_view_go_back()
 * @go_forward: see syl_page_view_go_forward()
 * @find: see syl_page_view_find()
 * @find_next: see syl_page_view_find_next()
 * @find_previous: see syl_page_view_find_previous()
 * @find_finish: see syl_page_view_find_finish()
 * @get_place_async: see syl_page_view_get_place_async()
 * @get_place_finish: see syl_page_view_get_place_finish()
 * @set_marks: see syl_page_view_set_marks()
 * @show_mark: see syl_page_view_show_mark()
 * @show_place: see syl_page_view_show_place()
 * @clear_selection: see syl_page_view_clear_selection()
 *
 * What a page engine's widget must do. All of it on the main thread.
 *
 * Properties that an implementation overrides:
 *  - `uri` (string, nullable, readable): address of the document that is shown, until another one has
 *     taken its place; where none is, of what is being loaded, or has failed
 *  - `asked-uri` (string, nullable, readable): address by which that document was asked for, from which
 *     servers may have led on to another; %NULL once the document has gone on to other addresses by itself
 *  - `title` (string, nullable, readable)
 *  - `loading` (boolean, readable)
 *  - `progress` (double 0..1, readable)
 *  - `can-go-back`, `can-go-forward` (boolean, readable): within the present source
 *  - `zoom` (double 0.3..3.0, read-write)
 *  - `caret-browsing` (boolean, read-write)
 *  - `failure` (boxed SylPageFailure, nullable, readable): set while nothing can be shown
 *  - `page-text` (boxed SylPageText, nullable, readable): set once the document's text is known, and
 *     anew when it has changed; %NULL while loading, and where there is trouble with it
 *  - `text-trouble` (enum SylPageTextTrouble, readable): why there is no text, once that is known
 *  - `selection` (boxed SylPageSelection, nullable, readable)
 *  - `n-marks` (uint, readable): how many of the marks that were set last the view has taken
 *  - `current-mark` (string, nullable, readable): id of the mark under the pointer or the caret,
 *     whichever moved last
 *
 * Signals:
 *  - `open-externally (const char *uri)`: the page wants to go where this view must not follow
 *     (another scheme, a download that is no PDF); the receiver asks the reader first
 *  - `found (guint matches)`: answer to the last find; 0 when nothing was found
 *  - `place-changed (SylPagePlace *place)`: the reader scrolled and has come to rest
 *  - `mark-activated (const char *id, int x, int y, int width, int height)`: the reader clicked on a
 *     mark, or pressed Enter with the caret in it; where it is in the view
 *  - `populate-menu (GMenu *menu, GActionMap *actions)`: the reader asked for the menu of the page;
 *     items that are put into @menu come first in it, and do what is put into @actions under their
 *     names
 */
struct _SylPageViewInterface
{
  GTypeInterface parent_iface;

  void          (*load)             (SylPageView         *self,
                                     const char          *uri,
                                     const SylPagePlace  *place);
  void          (*reload)           (SylPageView         *self);
  void          (*stop)             (SylPageView         *self);
  void          (*go_back)          (SylPageView         *self);
  void          (*go_forward)       (SylPageView         *self);
  void          (*find)             (SylPageView         *self,
                                     const char          *text);
  void          (*find_next)        (SylPageView         *self);
  void          (*find_previous)    (SylPageView         *self);
  void          (*find_finish)      (SylPageView         *self);
  void          (*get_place_async)  (SylPageView         *self,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
  SylPagePlace *(*get_place_finish) (SylPageView         *self,
                                     GAsyncResult        *result,
                                     GError             **error);
  void          (*set_marks)        (SylPageView         *self,
                                     unsigned int         version,
                                     GPtrArray           *marks);
  void          (*show_mark)        (SylPageView         *self,
                                     const char          *id);
  void          (*show_place)       (SylPageView         *self,
                                     unsigned int         version,
                                     unsigned int         start,
                                     unsigned int         end);
  void          (*clear_selection)  (SylPageView         *self);
};

void          syl_page_view_load             (SylPageView         *self,
                                              const char          *uri,
                                              const SylPagePlace  *place);
void          syl_page_view_reload           (SylPageView         *self);
void          syl_page_view_stop             (SylPageView         *self);
void          syl_page_view_go_back          (SylPageView         *self);
void          syl_page_view_go_forward       (SylPageView         *self);
void          syl_page_view_find             (SylPageView         *self,
                                              const char          *text);
void          syl_page_view_find_next        (SylPageView         *self);
void          syl_page_view_find_previous    (SylPageView         *self);
void          syl_page_view_find_finish      (SylPageView         *self);
void          syl_page_view_get_place_async  (SylPageView         *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
SylPagePlace *syl_page_view_get_place_finish (SylPageView         *self,
                                              GAsyncResult        *result,
                                              GError             **error);

const char           *syl_page_view_get_uri            (SylPageView *self);
gboolean              syl_page_view_get_loading        (SylPageView *self);
double                syl_page_view_get_zoom           (SylPageView *self);
void                  syl_page_view_set_zoom           (SylPageView *self,
                                                        double       zoom);
SylPageFailure       *syl_page_view_dup_failure        (SylPageView *self);
char                 *syl_page_view_dup_asked_uri      (SylPageView *self);
unsigned int          syl_page_view_get_n_marks        (SylPageView *self);

void                  syl_page_view_set_marks          (SylPageView  *self,
                                                        unsigned int  version,
                                                        GPtrArray    *marks);
void                  syl_page_view_show_mark          (SylPageView  *self,
                                                        const char   *id);
void                  syl_page_view_show_place         (SylPageView  *self,
                                                        unsigned int  version,
                                                        unsigned int  start,
                                                        unsigned int  end);
void                  syl_page_view_clear_selection    (SylPageView  *self);
SylPageText          *syl_page_view_dup_text           (SylPageView  *self);
SylPageSelection     *syl_page_view_dup_selection      (SylPageView  *self);
SylPageTextTrouble    syl_page_view_get_text_trouble   (SylPageView  *self);

G_END_DECLS
