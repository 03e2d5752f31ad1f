/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylAgentWatch:
 *
 * Tells when somebody wrote to the library, and costs nothing while nobody does. It may not be there yet.
 */
typedef struct _SylAgentWatch SylAgentWatch;

/**
 * SylAgentWatchFunc:
 * @user_data: what was given with the function
 *
 * Called when the library may have changed, some time after the first of several changes.
 */
typedef void (*SylAgentWatchFunc) (gpointer user_data);

SylAgentWatch *syl_agent_watch_new  (const char        *path,
                                     SylAgentWatchFunc  func,
                                     gpointer           user_data);
void           syl_agent_watch_free (SylAgentWatch     *self);

G_END_DECLS
