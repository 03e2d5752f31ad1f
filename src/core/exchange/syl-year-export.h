/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

char *syl_year_export_to_json (SylConnection  *connection,
                               gint64          list_id,
                               const GDate    *today,
                               GError        **error);

G_END_DECLS
