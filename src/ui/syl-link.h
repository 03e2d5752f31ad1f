/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SylLinkKind:
 * @SYL_LINK_NONE: no link of ours
 * @SYL_LINK_PICK: `syllabus://pick/SLUG`
 * @SYL_LINK_WEEK: `syllabus://week`
 *
 * Where a link leads.
 */
typedef enum
{
  SYL_LINK_NONE,
  SYL_LINK_PICK,
  SYL_LINK_WEEK,
} SylLinkKind;

SylLinkKind syl_link_parse  (const char  *uri,
                             char       **out_slug);
void        syl_link_launch (const char  *uri,
                             GtkWidget   *widget);

G_END_DECLS
