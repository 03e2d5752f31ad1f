/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-facts.h"

G_BEGIN_DECLS

char *syl_highlight_markdown  (const char         *quote,
                               const char         *note,
                               const char         *uri,
                               const char         *selectors);
char *syl_pick_notes_markdown (const SylPickNotes *notes);
char *syl_list_notes_markdown (const char         *title,
                               GPtrArray          *picks);

G_END_DECLS
