/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "search/syl-search-results.h"

G_BEGIN_DECLS

typedef struct _SylLibrary SylLibrary;

void              syl_library_search_async  (SylLibrary          *self,
                                             const char          *text,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
SylSearchResults *syl_library_search_finish (SylLibrary          *self,
                                             GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
