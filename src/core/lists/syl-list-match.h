/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lists/syl-list-changes.h"
#include "lists/syl-reading-list.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylListMatchFlags:
 * @SYL_LIST_MATCH_WRITE: the row differs and has to be written
 * @SYL_LIST_MATCH_RETURNED: the row was retired
 * @SYL_LIST_MATCH_RENAMED: its title differs
 * @SYL_LIST_MATCH_MOVED: its place differs from where its neighbours would have pushed it
 * @SYL_LIST_MATCH_EDITED: something else of it differs, or of its sources
 *
 * How an entry of a list differs from its row.
 */
typedef enum
{
  SYL_LIST_MATCH_WRITE    = 1 << 0,
  SYL_LIST_MATCH_RETURNED = 1 << 1,
  SYL_LIST_MATCH_RENAMED  = 1 << 2,
  SYL_LIST_MATCH_MOVED    = 1 << 3,
  SYL_LIST_MATCH_EDITED   = 1 << 4,
} SylListMatchFlags;

/**
 * SylListRow:
 * @id: the row, 0 if there is none yet
 * @flags: how it differs
 *
 * Row of a section or a source.
 */
typedef struct
{
  gint64 id;
  unsigned int flags;
} SylListRow;

/**
 * SylListPlace:
 * @pick: (transfer none): a pick of the list
 * @row: its row
 * @section: index of its section
 * @position: place in its section; extras follow the picks
 * @number: place among all picks of the list, from 1; 0 for an extra
 * @year_first: of the main sources, 0 if unknown
 * @year_last: of the main sources, 0 if unknown
 * @n_main: how many main sources
 * @first_source: index of its first source among all
 * @old_position: the row's, -1 if it was elsewhere
 *
 * A pick, with what follows from its place in the list.
 */
typedef struct
{
  const SylListPick *pick;
  SylListRow row;
  unsigned int section;
  unsigned int position;
  unsigned int number;
  unsigned int year_first;
  unsigned int year_last;
  unsigned int n_main;
  unsigned int first_source;
  int old_position;
} SylListPlace;

/**
 * SylListMatch:
 * @list: (transfer none): a list
 * @row: the list's row
 * @sections: (element-type SylListRow): of its sections
 * @places: (element-type SylListPlace): its picks and extras, section by section
 * @sources: (element-type SylListRow): of their sources, in the same order
 * @gone_sections: (element-type gint64): rows to retire
 * @gone_picks: (element-type gint64): rows to retire
 * @gone_sources: (element-type gint64): rows to retire
 *
 * A list beside what the library has of it.
 */
typedef struct
{
  const SylReadingList *list;
  SylListRow row;
  GArray *sections;
  GArray *places;
  GArray *sources;
  GArray *gone_sections;
  GArray *gone_picks;
  GArray *gone_sources;
} SylListMatch;

SylListMatch *syl_list_match_new  (SylConnection         *connection,
                                   const SylReadingList  *list,
                                   SylListChanges        *changes,
                                   GError               **error);
void          syl_list_match_free (SylListMatch          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListMatch, syl_list_match_free)

G_END_DECLS
