/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylSearchKind:
 * @SYL_SEARCH_PICK: a pick
 * @SYL_SEARCH_SOURCE: a source of a pick
 * @SYL_SEARCH_HIGHLIGHT: a highlight that isn't in the trash
 *
 * What can be looked for.
 */
typedef enum
{
  SYL_SEARCH_PICK,
  SYL_SEARCH_SOURCE,
  SYL_SEARCH_HIGHLIGHT,
} SylSearchKind;

/**
 * SYL_SEARCH_N_KINDS:
 *
 * How many kinds there are.
 */
#define SYL_SEARCH_N_KINDS 3

/**
 * SylSearchRow:
 * @kind: what it is
 * @key: id of the pick, or uuid of the highlight
 * @source: id of the source within the pick, "" for what is none
 * @title: title of the pick or source, or quote
 * @context: title of the section of a pick, of the pick of all else
 * @text: Markdown: commentary of a pick, note of a highlight, "" for a source
 * @note: Markdown: the reader's note on a pick, "" for all else
 * @media: what kind of thing a source is, "" for all else
 * @number: state of a pick, meaning of a highlight
 * @extra: whether a pick is beside the list, and has no state
 * @list: title of the list, "" if there is but one
 *
 * What can be found of a row; the texts last for the call.
 */
typedef struct
{
  SylSearchKind kind;
  const char *key;
  const char *source;
  const char *title;
  const char *context;
  const char *text;
  const char *note;
  const char *media;
  unsigned int number;
  gboolean extra;
  const char *list;
} SylSearchRow;

/**
 * SylSearchVisitor:
 * @row: a row
 * @user_data: what was given with the function
 *
 * Returns: whether to go on
 */
typedef gboolean (*SylSearchVisitor) (const SylSearchRow *row,
                                      gpointer            user_data);

gboolean syl_search_table_visit (SylConnection     *connection,
                                 SylSearchKind      kind,
                                 SylSearchVisitor   visitor,
                                 gpointer           user_data,
                                 GError           **error);
gboolean syl_search_table_find  (SylConnection     *connection,
                                 SylSearchKind      kind,
                                 const char        *key,
                                 const char        *source,
                                 SylSearchVisitor   visitor,
                                 gpointer           user_data,
                                 GError           **error);

G_END_DECLS
