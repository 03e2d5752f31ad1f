/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-paged-model.h"
#include "widgets/syl-sectioned-model.h"

G_BEGIN_DECLS

GtkListItemFactory *syl_pick_headings_new  (void);
SylSectionedModel  *syl_pick_headings_part (SylPagedModel *picks);

G_END_DECLS
