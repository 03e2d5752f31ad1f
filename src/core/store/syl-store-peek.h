/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-store.h"

G_BEGIN_DECLS

gpointer syl_store_peek (const char      *path,
                         SylStoreFunc     func,
                         gpointer         user_data,
                         GDestroyNotify   result_destroy,
                         GCancellable    *cancellable,
                         GError         **error);

G_END_DECLS
