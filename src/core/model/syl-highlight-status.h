/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylHighlightStatus:
 * @SYL_HIGHLIGHT_ATTACHED: stands where it was made
 * @SYL_HIGHLIGHT_MOVED: found again, but the text around or in it was edited
 * @SYL_HIGHLIGHT_ORPHANED: the text is gone; only its quote is left
 *
 * What became of a highlight in the page as it is now.
 */
typedef enum
{
  SYL_HIGHLIGHT_ATTACHED,
  SYL_HIGHLIGHT_MOVED,
  SYL_HIGHLIGHT_ORPHANED,
} SylHighlightStatus;

#define SYL_TYPE_HIGHLIGHT_STATUS (syl_highlight_status_get_type ())

GType       syl_highlight_status_get_type  (void) G_GNUC_CONST;
const char *syl_highlight_status_to_string (SylHighlightStatus status);

G_END_DECLS
