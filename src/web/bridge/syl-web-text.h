/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-page-types.h"

G_BEGIN_DECLS

/**
 * SYL_WEB_TEXT_MAX_BYTES:
 *
 * A page with more text than this is not one to be marked.
 */
#define SYL_WEB_TEXT_MAX_BYTES (8 * 1024 * 1024)

SylPageText *syl_web_text_new   (unsigned int       version,
                                 const GString     *parts,
                                 unsigned int       length,
                                 const char        *starts,
                                 gboolean           is_pdf);
char        *syl_web_text_slice (const SylPageText *text,
                                 unsigned int       start,
                                 unsigned int       end);

G_END_DECLS
