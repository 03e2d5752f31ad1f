/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylPageFailureKind:
 * @SYL_PAGE_FAILURE_OFFLINE: there is no network
 * @SYL_PAGE_FAILURE_NOT_FOUND: the host name does not resolve
 * @SYL_PAGE_FAILURE_CONNECTION: the host refused or broke the connection
 * @SYL_PAGE_FAILURE_TIMEOUT: the host did not answer in time
 * @SYL_PAGE_FAILURE_HTTP: the server answered with a status of 400 or above
 * @SYL_PAGE_FAILURE_TLS: the certificate can't be trusted
 * @SYL_PAGE_FAILURE_CRASH: the process that shows the page ended
 * @SYL_PAGE_FAILURE_OTHER: anything else
 *
 * Why a page is not shown.
 */
typedef enum
{
  SYL_PAGE_FAILURE_OFFLINE,
  SYL_PAGE_FAILURE_NOT_FOUND,
  SYL_PAGE_FAILURE_CONNECTION,
  SYL_PAGE_FAILURE_TIMEOUT,
  SYL_PAGE_FAILURE_HTTP,
  SYL_PAGE_FAILURE_TLS,
  SYL_PAGE_FAILURE_CRASH,
  SYL_PAGE_FAILURE_OTHER,
} SylPageFailureKind;

/**
 * SylPageFailure:
 * @kind: why
 * @uri: the address that was to be loaded
 * @http_status: the status for %SYL_PAGE_FAILURE_HTTP, else 0
 * @detail: (nullable): the engine's own words, for the curious
 *
 * What went wrong with a page; a boxed type.
 */
typedef struct
{
  SylPageFailureKind kind;
  char *uri;
  unsigned int http_status;
  char *detail;
} SylPageFailure;

#define SYL_TYPE_PAGE_FAILURE (syl_page_failure_get_type ())

GType           syl_page_failure_get_type (void) G_GNUC_CONST;
SylPageFailure *syl_page_failure_new      (SylPageFailureKind  kind,
                                           const char         *uri,
                                           unsigned int        http_status,
                                           const char         *detail);
SylPageFailure *syl_page_failure_copy     (const SylPageFailure *self);
void            syl_page_failure_free     (SylPageFailure       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPageFailure, syl_page_failure_free)

/**
 * SylPagePlace:
 * @quote: the text at the top of the view, at most 200 characters, "" if there is none
 * @prefix: up to 64 characters before @quote
 * @fraction: how far down the view is, 0 to 1, used where @quote is not found any more
 * @page: the page of a PDF, counted from 1; 0 in other documents
 *
 * Where the reader is in a page, by its text and not by pixels; a boxed type.
 */
typedef struct
{
  char *quote;
  char *prefix;
  double fraction;
  unsigned int page;
} SylPagePlace;

#define SYL_TYPE_PAGE_PLACE (syl_page_place_get_type ())

GType         syl_page_place_get_type (void) G_GNUC_CONST;
SylPagePlace *syl_page_place_new      (const char         *quote,
                                       const char         *prefix,
                                       double              fraction,
                                       unsigned int        page);
SylPagePlace *syl_page_place_copy     (const SylPagePlace *self);
void          syl_page_place_free     (SylPagePlace       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPagePlace, syl_page_place_free)

/**
 * SylPageText:
 * @version: counts up with every new text of any document in a view; never 0
 * @text: UTF-8, what a reader sees in page order; block ends and line breaks are "\n", white space
 *   is otherwise one space at most, and the pages of a PDF are parted by "\n"
 * @length: bytes of @text
 * @is_pdf: whether it is that of a PDF
 * @page_starts: (element-type guint): UTF-16 offset where each page of a PDF begins; empty for others
 *
 * The text of a document; a boxed type, never changed once made, and shared by reference.
 */
typedef struct
{
  unsigned int version;
  char *text;
  gsize length;
  gboolean is_pdf;
  GArray *page_starts;
} SylPageText;

#define SYL_TYPE_PAGE_TEXT (syl_page_text_get_type ())

GType        syl_page_text_get_type (void) G_GNUC_CONST;
SylPageText *syl_page_text_new      (unsigned int        version,
                                     const char         *text,
                                     gboolean            is_pdf,
                                     const unsigned int *page_starts,
                                     gsize               n_pages);
SylPageText *syl_page_text_ref      (SylPageText        *self);
void         syl_page_text_unref    (SylPageText        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPageText, syl_page_text_unref)

/**
 * SylPageTextTrouble:
 * @SYL_PAGE_TEXT_TROUBLE_NONE: the text is there, or to be expected
 * @SYL_PAGE_TEXT_TROUBLE_EMPTY: there is none so far, as in a PDF of scanned pages
 * @SYL_PAGE_TEXT_TROUBLE_TOO_LARGE: there is more of it than can be looked through
 * @SYL_PAGE_TEXT_TROUBLE_VIEWER: what shows the page is not as it was when this was written
 *
 * Why a page has no text. With the last two, what is selected is still told, though not where it is.
 */
typedef enum
{
  SYL_PAGE_TEXT_TROUBLE_NONE,
  SYL_PAGE_TEXT_TROUBLE_EMPTY,
  SYL_PAGE_TEXT_TROUBLE_TOO_LARGE,
  SYL_PAGE_TEXT_TROUBLE_VIEWER,
} SylPageTextTrouble;

#define SYL_TYPE_PAGE_TEXT_TROUBLE (syl_page_text_trouble_get_type ())
GType syl_page_text_trouble_get_type (void) G_GNUC_CONST;

/**
 * SylPageMark:
 * @id: its name, which the page does not get to see
 * @start: UTF-16 offset in the text
 * @end: the offset after its last character
 * @meaning: 0 to 3, which is its colour
 * @moved: whether its place is to be checked by the reader
 *
 * A highlight to be painted; a boxed type.
 */
typedef struct
{
  char *id;
  unsigned int start;
  unsigned int end;
  unsigned int meaning;
  gboolean moved;
} SylPageMark;

#define SYL_TYPE_PAGE_MARK (syl_page_mark_get_type ())

GType        syl_page_mark_get_type (void) G_GNUC_CONST;
SylPageMark *syl_page_mark_new      (const char         *id,
                                     unsigned int        start,
                                     unsigned int        end,
                                     unsigned int        meaning,
                                     gboolean            moved);
SylPageMark *syl_page_mark_copy     (const SylPageMark  *self);
void         syl_page_mark_free     (SylPageMark        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPageMark, syl_page_mark_free)

/**
 * SylPageSelection:
 * @version: the version of the text it is in; 0 where the page has no text, and @start and @end then
 *   say nothing
 * @start: UTF-16 offset in that text
 * @end: the offset after its last character
 * @text: its words, as they are in that text
 * @page: the page of a PDF it begins on, counted from 1, where @version is 0; 0 if that is not known
 * @x: left edge in the view, in the view's own coordinates
 * @y: top edge in the view
 * @width: its width
 * @height: its height
 *
 * What the reader has selected: never empty and never white space alone; a boxed type.
 */
typedef struct
{
  unsigned int version;
  unsigned int start;
  unsigned int end;
  char *text;
  unsigned int page;
  int x;
  int y;
  int width;
  int height;
} SylPageSelection;

#define SYL_TYPE_PAGE_SELECTION (syl_page_selection_get_type ())

GType             syl_page_selection_get_type (void) G_GNUC_CONST;
SylPageSelection *syl_page_selection_new      (unsigned int            version,
                                               unsigned int            start,
                                               unsigned int            end,
                                               const char             *text,
                                               int                     x,
                                               int                     y,
                                               int                     width,
                                               int                     height);
SylPageSelection *syl_page_selection_copy     (const SylPageSelection *self);
void              syl_page_selection_free     (SylPageSelection       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPageSelection, syl_page_selection_free)

G_END_DECLS
