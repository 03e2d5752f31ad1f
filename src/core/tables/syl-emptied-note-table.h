/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

GPtrArray           *syl_emptied_note_table_list          (SylConnection  *connection,
                                                           GError        **error);
SylEmptiedNoteFacts *syl_emptied_note_table_find          (SylConnection  *connection,
                                                           const char     *uuid,
                                                           GError        **error);
gboolean             syl_emptied_note_table_keep          (SylConnection  *connection,
                                                           gint64          pick_id,
                                                           const char     *text,
                                                           GError        **error);
gboolean             syl_emptied_note_table_drop_said     (SylConnection  *connection,
                                                           gint64          pick_id,
                                                           const char     *text,
                                                           GError        **error);
gboolean             syl_emptied_note_table_delete        (SylConnection  *connection,
                                                           const char     *uuid,
                                                           GError        **error);
gboolean             syl_emptied_note_table_count_expired (SylConnection  *connection,
                                                           gint64         *n,
                                                           GError        **error);
gboolean             syl_emptied_note_table_purge         (SylConnection  *connection,
                                                           GError        **error);

G_END_DECLS
