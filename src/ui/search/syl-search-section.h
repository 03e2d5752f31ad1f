/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylSearchSection:
 *
 * What was found of one kind, under a heading; out of sight where that is nothing.
 *
 * Property: `title` (string, construct-only): the heading.
 *
 * Signal `opened (GtkListBoxRow *row)`: a row was activated.
 */
#define SYL_TYPE_SEARCH_SECTION (syl_search_section_get_type ())
G_DECLARE_FINAL_TYPE (SylSearchSection, syl_search_section, SYL, SEARCH_SECTION, GtkBox)

void       syl_search_section_set_group (SylSearchSection     *self,
                                         SylLibrary           *library,
                                         const SylSearchGroup *group,
                                         gboolean              anew);
GtkWidget *syl_search_section_get_first (SylSearchSection     *self);

G_END_DECLS
