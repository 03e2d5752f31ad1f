/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "agent/syl-agent.h"

G_BEGIN_DECLS

void syl_agent_launch (SylAgent      *agent,
                       const char    *action,
                       GVariant      *parameter,
                       unsigned int   timestamp);

G_END_DECLS
