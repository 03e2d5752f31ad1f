/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "search/syl-search-item.h"

G_BEGIN_DECLS

/**
 * SYL_SEARCH_MAX_RESULTS:
 *
 * More are never found at once.
 */
#define SYL_SEARCH_MAX_RESULTS 20

GPtrArray *syl_search_run     (SylConnection       *connection,
                               const char          *text,
                               GCancellable        *cancellable,
                               GError             **error);
GPtrArray *syl_search_look_up (SylConnection       *connection,
                               const char * const  *ids,
                               GError             **error);

G_END_DECLS
