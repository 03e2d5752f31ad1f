/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tables/syl-search-table.h"

G_BEGIN_DECLS

/**
 * SylSearchItem:
 * @kind: what it is
 * @id: its id, as of syl_search_id_format()
 * @title: one short line: a title or a quote
 * @description: one line: where it belongs, and what is said of it
 *
 * What was found, in words to be shown as they are.
 */
typedef struct
{
  SylSearchKind kind;
  char *id;
  char *title;
  char *description;
} SylSearchItem;

SylSearchItem *syl_search_item_new  (const SylSearchRow *row);
void           syl_search_item_free (SylSearchItem      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylSearchItem, syl_search_item_free)

G_END_DECLS
