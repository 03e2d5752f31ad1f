/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-card.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

char      *syl_recall_table_add        (SylConnection  *connection,
                                        gint64          pick_id,
                                        const char     *highlight,
                                        const char     *question,
                                        const char     *answer,
                                        const GDate    *due,
                                        GError        **error);
gboolean   syl_recall_table_keep       (SylConnection  *connection,
                                        gint64          pick_id,
                                        const char     *question,
                                        const char     *answer,
                                        const GDate    *due,
                                        GError        **error);
gboolean   syl_recall_table_set_text   (SylConnection  *connection,
                                        const char     *uuid,
                                        const char     *question,
                                        const char     *answer,
                                        GError        **error);
gboolean   syl_recall_table_set_deleted (SylConnection *connection,
                                        const char     *uuid,
                                        gboolean        deleted,
                                        GError        **error);
gboolean   syl_recall_table_rate       (SylConnection  *connection,
                                        const char     *uuid,
                                        SylFsrsRating   rating,
                                        const GDate    *today,
                                        GError        **error);
gboolean   syl_recall_table_unrate     (SylConnection  *connection,
                                        const SylCard  *before,
                                        GError        **error);
GPtrArray *syl_recall_table_read_all   (SylConnection  *connection,
                                        GError        **error);
SylReview *syl_recall_table_read_review (SylConnection *connection,
                                        const GDate    *today,
                                        GError        **error);

G_END_DECLS
