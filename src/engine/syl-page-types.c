/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-page-types.h"

G_DEFINE_BOXED_TYPE (SylPageFailure, syl_page_failure, syl_page_failure_copy, syl_page_failure_free)
G_DEFINE_BOXED_TYPE (SylPagePlace, syl_page_place, syl_page_place_copy, syl_page_place_free)

/**
 * syl_page_failure_new:
 * @kind: why
 * @uri: the address that was to be loaded
 * @http_status: the status for %SYL_PAGE_FAILURE_HTTP, else 0
 * @detail: (nullable): the engine's own words
 *
 * Returns: (transfer full): a failure
 */
SylPageFailure *
syl_page_failure_new (SylPageFailureKind  kind,
                      const char         *uri,
                      unsigned int        http_status,
                      const char         *detail)
{
  SylPageFailure *self = g_new0 (SylPageFailure, 1);

  self->kind = kind;
  self->uri = g_strdup (uri);
  self->http_status = http_status;
  self->detail = g_strdup (detail);
  return self;
}

/**
 * syl_page_failure_copy:
 * @self: a failure
 *
 * Returns: (transfer full): another one like it
 */
SylPageFailure *
syl_page_failure_copy (const SylPageFailure *self)
{
  return syl_page_failure_new (self->kind, self->uri, self->http_status, self->detail);
}

/**
 * syl_page_failure_free:
 * @self: (transfer full): a failure
 */
void
syl_page_failure_free (SylPageFailure *self)
{
  g_free (self->uri);
  g_free (self->detail);
  g_free (self);
}

/**
 * syl_page_place_new:
 * @quote: (nullable): the text at the top of the view
 * @prefix: (nullable): what is before it
 * @fraction: how far down the view is; brought within 0 and 1
 * @page: the page of a PDF, counted from 1; 0 in other documents
 *
 * Returns: (transfer full): a place
 */
SylPagePlace *
syl_page_place_new (const char   *quote,
                    const char   *prefix,
                    double        fraction,
                    unsigned int  page)
{
  SylPagePlace *self = g_new0 (SylPagePlace, 1);

  self->quote = g_strdup (quote != NULL ? quote : "");
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  /* So written that what is not a number becomes 0. */
  self->fraction = fraction > 0 ? MIN (fraction, 1.0) : 0.0;
  self->page = page;
  return self;
}

/**
 * syl_page_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): another one like it
 */
SylPagePlace *
syl_page_place_copy (const SylPagePlace *self)
{
  return syl_page_place_new (self->quote, self->prefix, self->fraction, self->page);
}

/**
 * syl_page_place_free:
 * @self: (transfer full): a place
 */
void
syl_page_place_free (SylPagePlace *self)
{
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self);
}
