/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel  *syl_call_times_new_weekdays (void);
GListModel  *syl_call_times_new_minutes  (unsigned int  minute);
unsigned int syl_call_times_get_minute   (unsigned int  position,
                                          unsigned int  extra);
unsigned int syl_call_times_find_minute  (unsigned int  minute);
char        *syl_call_times_dup_moment   (GDateTime    *moment);

G_END_DECLS
