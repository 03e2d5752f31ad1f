/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SylFigure:
 *
 * A figure that stands for itself.
 *
 * Properties:
 *  - `title` (string): what it is
 *  - `value` (string): the figure
 *  - `caption` (string): what else there is to say
 */
#define SYL_TYPE_FIGURE (syl_figure_get_type ())
G_DECLARE_FINAL_TYPE (SylFigure, syl_figure, SYL, FIGURE, AdwBin)

void syl_figure_set (SylFigure  *self,
                     const char *value,
                     const char *caption);

G_END_DECLS
