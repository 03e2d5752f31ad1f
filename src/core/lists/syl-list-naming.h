/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-reading-list.h"

G_BEGIN_DECLS

void syl_list_naming_run (SylReadingList *list);

G_END_DECLS
