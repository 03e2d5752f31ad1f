/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/syl-agent.h"

G_BEGIN_DECLS

/**
 * SylAgentSearch:
 *
 * The part of the agent that GNOME Shell asks what it finds: `org.gnome.Shell.SearchProvider2`.
 */
typedef struct _SylAgentSearch SylAgentSearch;

SylAgentSearch *syl_agent_search_new  (SylAgent        *agent,
                                       GError         **error);
void            syl_agent_search_free (SylAgentSearch  *self);

G_END_DECLS
