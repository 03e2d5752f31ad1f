/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/syl-agent.h"

G_BEGIN_DECLS

/**
 * SylAgentStay:
 *
 * The part of the agent that the window tells to stay, once the desktop has granted it: what starts at
 * login doesn't run before the next one.
 */
typedef struct _SylAgentStay SylAgentStay;

SylAgentStay *syl_agent_stay_new  (SylAgent      *agent,
                                   GError       **error);
void          syl_agent_stay_free (SylAgentStay  *self);

G_END_DECLS
