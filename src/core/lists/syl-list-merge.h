/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-list-changes.h"
#include "lists/syl-reading-list.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

gboolean syl_list_merge         (SylConnection         *connection,
                                 const SylReadingList  *list,
                                 const char            *digest,
                                 SylListChanges        *changes,
                                 GError               **error);
gboolean syl_list_merge_preview (SylConnection         *connection,
                                 const SylReadingList  *list,
                                 SylListChanges        *changes,
                                 GError               **error);

G_END_DECLS
