/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"
#include "model/syl-source.h"

G_BEGIN_DECLS

SylSource *_syl_source_new          (SylSourceFacts *facts);
void       _syl_source_set_progress (SylSource      *self,
                                     gboolean        ticked,
                                     const char     *visited);

G_END_DECLS
