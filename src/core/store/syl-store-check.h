/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

GPtrArray *syl_store_check_run (SylConnection  *connection,
                                GError        **error);

G_END_DECLS
