/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylListOverview:
 * @lists: (element-type SylListFacts): all lists, in order
 * @list_id: the one that is shown; 0 if there is none
 * @sections: (element-type SylSectionFacts): its sections, in order
 * @n_picks: how many picks it has, without extras and retired ones
 * @n_reading: how many of them are being read
 * @n_read: how many are read
 * @n_skipped: how many are skipped
 * @n_highlights: how many highlights it has, with those on extras and retired picks
 *
 * What the contents of the window show.
 */
typedef struct
{
  GPtrArray *lists;
  gint64 list_id;
  GPtrArray *sections;
  unsigned int n_picks;
  unsigned int n_reading;
  unsigned int n_read;
  unsigned int n_skipped;
  unsigned int n_highlights;
} SylListOverview;

SylListOverview *syl_list_table_read_overview (SylConnection    *connection,
                                               const char       *list_uri,
                                               GError          **error);
void             syl_list_overview_free       (SylListOverview  *self);
gboolean         syl_list_table_has_digest    (SylConnection    *connection,
                                               const char       *digest,
                                               gboolean         *has,
                                               GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListOverview, syl_list_overview_free)

G_END_DECLS
