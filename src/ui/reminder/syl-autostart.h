/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     syl_autostart_set_async  (gboolean              enabled,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean syl_autostart_set_finish (GAsyncResult         *result,
                                   GError              **error);
gboolean syl_autostart_is_needed  (void);
const char * const *syl_autostart_get_command (void);

G_END_DECLS
