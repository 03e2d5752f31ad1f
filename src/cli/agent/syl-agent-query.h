/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "search/syl-search.h"

G_BEGIN_DECLS

void       syl_agent_query_find_async    (const char           *path,
                                          const char           *text,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
void       syl_agent_query_look_up_async (const char           *path,
                                          const char * const   *ids,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *syl_agent_query_finish        (GAsyncResult         *result);

G_END_DECLS
