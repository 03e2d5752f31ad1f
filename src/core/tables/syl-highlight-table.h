/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylHighlightQuery:
 * @list_id: the row of the list they must be of, 0 for any
 * @pick_id: the row of the pick they must be of, 0 for any
 * @trash: those that are deleted, newest first, and not those that stand
 *
 * Which highlights are asked for.
 */
typedef struct
{
  gint64 list_id;
  gint64 pick_id;
  gboolean trash;
} SylHighlightQuery;

GPtrArray         *syl_highlight_table_list          (SylConnection            *connection,
                                                      const SylHighlightQuery  *query,
                                                      GError                  **error);
SylHighlightFacts *syl_highlight_table_find          (SylConnection            *connection,
                                                      const char               *uuid,
                                                      GError                  **error);
gboolean           syl_highlight_table_find_same     (SylConnection            *connection,
                                                      const SylHighlightFacts  *facts,
                                                      char                    **uuid,
                                                      GError                  **error);
gboolean           syl_highlight_table_insert        (SylConnection            *connection,
                                                      const SylHighlightFacts  *facts,
                                                      GError                  **error);
gboolean           syl_highlight_table_update        (SylConnection            *connection,
                                                      const SylHighlightFacts  *facts,
                                                      GError                  **error);
gboolean           syl_highlight_table_set_place     (SylConnection            *connection,
                                                      const SylHighlightFacts  *place,
                                                      GError                  **error);
gboolean           syl_highlight_table_delete        (SylConnection            *connection,
                                                      const char               *uuid,
                                                      GError                  **error);
gboolean           syl_highlight_table_count_expired (SylConnection            *connection,
                                                      gint64                   *n,
                                                      GError                  **error);
gboolean           syl_highlight_table_purge         (SylConnection            *connection,
                                                      GError                  **error);

G_END_DECLS
