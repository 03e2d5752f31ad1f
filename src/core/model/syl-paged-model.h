/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylPagedModel:
 *
 * A #GListModel of #SylPick over an array of ids: 100,000 rows cost their ids, and only the rows
 * that are looked at are read, a page at a time. Made by syl_library_list_picks().
 *
 * Items come in runs: all picks of one section, then its extras as a run of their own.
 *
 * Properties: `loading` (boolean): TRUE until the ids are there for the first time.
 * Signal `runs-changed (guint position, guint n_items)`: the bounds of runs in that range changed.
 */
#define SYL_TYPE_PAGED_MODEL (syl_paged_model_get_type ())
G_DECLARE_FINAL_TYPE (SylPagedModel, syl_paged_model, SYL, PAGED_MODEL, GObject)

gboolean     syl_paged_model_get_loading   (SylPagedModel *self);
void         syl_paged_model_get_run       (SylPagedModel *self,
                                            unsigned int   position,
                                            unsigned int  *out_start,
                                            unsigned int  *out_end);
unsigned int syl_paged_model_find          (SylPagedModel *self,
                                            gint64         pick_id);

G_END_DECLS
