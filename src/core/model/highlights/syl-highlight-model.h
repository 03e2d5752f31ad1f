/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-library.h"
#include "tables/syl-highlight-table.h"

G_BEGIN_DECLS

/**
 * SylHighlightModel:
 *
 * A #GListModel of #SylHighlight, kept true: by syl_library_list_highlights() and
 * syl_library_list_trash().
 *
 * Properties: `loading` (boolean): TRUE until the highlights are there for the first time.
 */
#define SYL_TYPE_HIGHLIGHT_MODEL (syl_highlight_model_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightModel, syl_highlight_model, SYL, HIGHLIGHT_MODEL, GObject)

SylHighlightModel *syl_highlight_model_new (SylLibrary              *library,
                                            const SylHighlightQuery *query);

G_END_DECLS
