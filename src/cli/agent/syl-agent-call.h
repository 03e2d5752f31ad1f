/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/syl-agent.h"

G_BEGIN_DECLS

/**
 * SylAgentCall:
 *
 * The part of the agent that keeps the time of the weekly call. It starts the program when one is due;
 * whether and what it says is the program's, which claims the call first.
 */
typedef struct _SylAgentCall SylAgentCall;

SylAgentCall *syl_agent_call_new  (SylAgent     *agent);
void          syl_agent_call_free (SylAgentCall *self);

G_END_DECLS
