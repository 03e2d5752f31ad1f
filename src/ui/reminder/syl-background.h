/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylBackgroundStatus:
 * @SYL_BACKGROUND_UNASKED: nobody asked the desktop
 * @SYL_BACKGROUND_GRANTED: the agent may start at login, and stay
 * @SYL_BACKGROUND_REFUSED: the desktop, or the reader in its dialog, said no
 * @SYL_BACKGROUND_UNAVAILABLE: the desktop has no way to do it
 *
 * Whether the weekly reminder may come while no window is open.
 */
typedef enum
{
  SYL_BACKGROUND_UNASKED,
  SYL_BACKGROUND_GRANTED,
  SYL_BACKGROUND_REFUSED,
  SYL_BACKGROUND_UNAVAILABLE,
} SylBackgroundStatus;

void                syl_background_request_async  (GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
SylBackgroundStatus syl_background_request_finish (GAsyncResult        *result,
                                                   GError             **error);
void                syl_background_withdraw_async  (GAsyncReadyCallback  callback,
                                                    gpointer             user_data);
gboolean            syl_background_withdraw_finish (GAsyncResult        *result,
                                                    GError             **error);
void                syl_background_keep_agent     (gboolean             kept);

G_END_DECLS
