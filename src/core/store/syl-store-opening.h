/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

gboolean syl_store_opening_probe     (const char         *path,
                                      SylConnectionMode  *mode,
                                      GError            **error);
char    *syl_store_opening_set_aside (const char         *path,
                                      GError            **error);

G_END_DECLS
