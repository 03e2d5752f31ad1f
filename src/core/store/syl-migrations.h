/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

unsigned int syl_migrations_get_newest (void);
gboolean     syl_migrations_run        (SylConnection  *connection,
                                        const char     *path,
                                        GError        **error);
gboolean     syl_migrations_check      (SylConnection  *connection,
                                        gboolean       *is_newest,
                                        GError        **error);

G_END_DECLS
