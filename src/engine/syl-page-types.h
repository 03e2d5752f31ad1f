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

G_END_DECLS
