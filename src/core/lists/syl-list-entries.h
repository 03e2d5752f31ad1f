/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-json-reader.h"
#include "lists/syl-reading-list.h"

G_BEGIN_DECLS

SylReadingList *syl_list_entries_read (SylJsonReader  *reader,
                                       GError        **error);

G_END_DECLS
