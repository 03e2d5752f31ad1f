/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

char      *syl_note_table_load     (SylConnection  *connection,
                                    gint64          pick_id,
                                    GError        **error);
char      *syl_note_table_dup_with (SylConnection  *connection,
                                    gint64          pick_id,
                                    const char     *text,
                                    GError        **error);
GPtrArray *syl_note_table_list     (SylConnection  *connection,
                                    gint64          list_id,
                                    GError        **error);
gboolean   syl_note_table_set      (SylConnection  *connection,
                                    gint64          pick_id,
                                    const char     *text,
                                    GError        **error);

G_END_DECLS
