/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-paged-model.h"

G_BEGIN_DECLS

/**
 * SylPickListModel:
 *
 * What a list view needs of a #SylPagedModel: its runs as the sections of a #GtkSectionModel.
 */
#define SYL_TYPE_PICK_LIST_MODEL (syl_pick_list_model_get_type ())
G_DECLARE_FINAL_TYPE (SylPickListModel, syl_pick_list_model, SYL, PICK_LIST_MODEL, GObject)

SylPickListModel *syl_pick_list_model_new (SylPagedModel *picks);

G_END_DECLS
