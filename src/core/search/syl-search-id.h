/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tables/syl-search-table.h"

G_BEGIN_DECLS

/**
 * SylSearchId:
 * @kind: what it names
 * @key: id of a pick, or uuid of a highlight
 * @source: id of a source within that pick, "" for what is none
 *
 * What the id of a result says.
 */
typedef struct
{
  SylSearchKind kind;
  char *key;
  char *source;
} SylSearchId;

char        *syl_search_id_format (SylSearchKind  kind,
                                   const char    *key,
                                   const char    *source);
SylSearchId *syl_search_id_parse  (const char    *text);
void         syl_search_id_free   (SylSearchId   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylSearchId, syl_search_id_free)

G_END_DECLS
