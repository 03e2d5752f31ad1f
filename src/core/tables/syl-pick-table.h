/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"
#include "model/syl-facts.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylPickIds:
 * @ids: (element-type gint64): rows of picks, in the order of the list
 * @runs: (element-type guint): where each run of one section, or of its extras, begins
 *
 * The whole of a list of picks, as little of each as can be.
 */
typedef struct
{
  GArray *ids;
  GArray *runs;
} SylPickIds;

SylPickIds     *syl_pick_ids_new             (void);
void            syl_pick_ids_free            (SylPickIds     *self);
SylPickIds     *syl_pick_table_read_ids      (SylConnection  *connection,
                                              gint64          list_id,
                                              SylPickGroup    group,
                                              gint64          section_id,
                                              GError        **error);
GPtrArray      *syl_pick_table_read_facts    (SylConnection  *connection,
                                              GArray         *ids,
                                              GError        **error);
SylPickDetails *syl_pick_table_read_details  (SylConnection  *connection,
                                              gint64          pick_id,
                                              GError        **error);
gint64          syl_pick_table_find          (SylConnection  *connection,
                                              gint64          list_id,
                                              const char     *slug,
                                              GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickIds, syl_pick_ids_free)

G_END_DECLS
