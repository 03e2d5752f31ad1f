/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"

G_BEGIN_DECLS

const char *syl_highlight_record_get_meaning (const SylHighlightFacts *facts);
char       *syl_highlight_record_to_json     (const SylHighlightFacts *facts);

G_END_DECLS
