/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SylHighlightSections:
 *
 * A model of highlights in the order of their picks, which is a #GtkSectionModel, too: each pick is a
 * section.
 */
#define SYL_TYPE_HIGHLIGHT_SECTIONS (syl_highlight_sections_get_type ())
G_DECLARE_FINAL_TYPE (SylHighlightSections, syl_highlight_sections, SYL, HIGHLIGHT_SECTIONS, GObject)

SylHighlightSections *syl_highlight_sections_new (GListModel *highlights);

G_END_DECLS
