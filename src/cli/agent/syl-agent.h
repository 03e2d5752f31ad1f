/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylAgent:
 *
 * The small service beside the window: it owns a name on the session bus, and lives as long as one of
 * its parts has work.
 */
typedef struct _SylAgent SylAgent;

SylAgent        *syl_agent_new            (unsigned int   leave_after);
void             syl_agent_free           (SylAgent      *self);
gboolean         syl_agent_run            (SylAgent      *self,
                                           GError       **error);
GDBusConnection *syl_agent_get_connection (SylAgent      *self);
void             syl_agent_hold           (SylAgent      *self);
void             syl_agent_release        (SylAgent      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylAgent, syl_agent_free)

G_END_DECLS
