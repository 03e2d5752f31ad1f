/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylAgentLook:
 * @due: whether a call is to be made now
 * @next: (nullable): when one will be; %NULL if none will
 * @stale: a number for the call that is out, if it is about something that is not to be read this week any
 *   more; else 0
 *
 * How things stand with the weekly call.
 */
typedef struct
{
  gboolean due;
  GDateTime *next;
  gint64 stale;
} SylAgentLook;

void          syl_agent_look_async  (const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
SylAgentLook *syl_agent_look_finish (GAsyncResult         *result,
                                     GError              **error);
void          syl_agent_look_free   (SylAgentLook         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylAgentLook, syl_agent_look_free)

G_END_DECLS
