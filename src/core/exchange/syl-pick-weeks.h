/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

GHashTable *syl_pick_weeks_read (SylConnection  *connection,
                                 const GDate    *today,
                                 GError        **error);

G_END_DECLS
