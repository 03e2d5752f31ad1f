/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylAnchorError:
 * @SYL_ANCHOR_ERROR_TOO_LARGE: a page or a quote is larger than is taken in
 * @SYL_ANCHOR_ERROR_INVALID: no valid UTF-8, a range outside of the text, a quote without words, or
 *   selectors that are none
 *
 * Codes of %SYL_ANCHOR_ERROR.
 */
typedef enum
{
  SYL_ANCHOR_ERROR_TOO_LARGE,
  SYL_ANCHOR_ERROR_INVALID,
} SylAnchorError;

#define SYL_ANCHOR_ERROR (syl_anchor_error_quark ())

GQuark syl_anchor_error_quark (void);

G_END_DECLS
