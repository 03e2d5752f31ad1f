/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/syl-list-record.h"
#include "exchange/syl-pick-record.h"
#include "lists/syl-reading-list.h"

G_BEGIN_DECLS

char *syl_pick_record_to_json (const SylPickRecord  *self);
char *syl_list_record_to_json (const SylListRecord  *self);
char *syl_reading_list_to_json (const SylReadingList *list);
char *syl_problems_to_json     (GPtrArray            *problems);

G_END_DECLS
