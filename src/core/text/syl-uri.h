/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SYL_URI_MAX_BYTES:
 *
 * Longer addresses are refused.
 */
#define SYL_URI_MAX_BYTES 2048

gboolean syl_uri_is_web       (const char *uri);
char    *syl_uri_canonicalize (const char *uri);
char    *syl_uri_dup_domain   (const char *uri);

G_END_DECLS
