/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SylListHeading:
 *
 * The child of a #GtkListHeader that takes no room where there is nothing to say.
 *
 * Property: `text` (string, nullable): the heading; without one the header is not shown.
 */
#define SYL_TYPE_LIST_HEADING (syl_list_heading_get_type ())
G_DECLARE_FINAL_TYPE (SylListHeading, syl_list_heading, SYL, LIST_HEADING, GtkWidget)

GtkWidget  *syl_list_heading_new      (void);
const char *syl_list_heading_get_text (SylListHeading *self);
void        syl_list_heading_set_text (SylListHeading *self,
                                       const char     *text);

G_END_DECLS
