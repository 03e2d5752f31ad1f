/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-store.h"

G_BEGIN_DECLS

/**
 * SylStoreWatch:
 *
 * Notices what other programs commit, and makes the store emit `changed` for it.
 */
typedef struct _SylStoreWatch SylStoreWatch;

SylStoreWatch *syl_store_watch_new  (SylStore      *store);
void           syl_store_watch_free (SylStoreWatch *self);

G_END_DECLS
