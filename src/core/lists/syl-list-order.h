/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void syl_list_order_find_steady (const int *positions,
                                 gsize      n_positions,
                                 gboolean  *steady);

G_END_DECLS
