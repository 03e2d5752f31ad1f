/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GDateTime  *syl_local_time_now       (void);
GDateTime  *syl_local_time_of        (GDateTime *moment);
void        syl_local_time_get_day   (GDateTime *moment,
                                      GDate     *day);
void        syl_local_time_get_today (GDate     *today);
const char *syl_local_time_get_file  (void);

G_END_DECLS
