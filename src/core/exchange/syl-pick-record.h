/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick-state.h"
#include "store/syl-connection.h"

G_BEGIN_DECLS

/**
 * SylSourceRecord:
 * @slug: id within the pick
 * @title: its title
 * @url: its address
 * @kind: its kind
 * @main: a main source, not a see-also
 *
 * A source as it leaves the library.
 */
typedef struct
{
  char *slug;
  char *title;
  char *url;
  char *kind;
  gboolean main;
} SylSourceRecord;

/**
 * SylPickRecord:
 * @id: row of the pick
 * @slug: id within the list
 * @list: id of the list
 * @section: slug of the section
 * @section_title: title of the section
 * @number: place in the list, from 1; 0 for an extra or a retired pick
 * @title: its title
 * @commentary: Markdown, "" if none
 * @state: how far the reader is
 * @week: week of the reader's year in which it is due or was finished, 0 if there is none
 * @minutes: 0 if unknown
 * @extra: stands beside the plan
 * @retired: no longer in the list
 * @sources: (element-type SylSourceRecord): main ones first
 *
 * A pick as it leaves the library, whole and by value.
 */
typedef struct
{
  gint64 id;
  char *slug;
  char *list;
  char *section;
  char *section_title;
  unsigned int number;
  char *title;
  char *commentary;
  SylPickState state;
  unsigned int week;
  unsigned int minutes;
  gboolean extra;
  gboolean retired;
  GPtrArray *sources;
} SylPickRecord;

/**
 * SylPickQuery:
 * @list: (nullable): id of the list they must be of
 * @section: (nullable): slug of the section they must be of
 * @slug: (nullable): their id
 * @id: row they must be, 0 for any
 * @state: state they must have, -1 for any
 * @today: the present day
 *
 * Which picks are asked for. Extras, and retired picks that the reader has done nothing with, are
 * found only by their id or row.
 */
typedef struct
{
  char *list;
  char *section;
  char *slug;
  gint64 id;
  int state;
  GDate today;
} SylPickQuery;

void       syl_pick_record_free   (SylPickRecord       *self);
GPtrArray *syl_pick_records_read  (SylConnection       *connection,
                                   const SylPickQuery  *query,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylPickRecord, syl_pick_record_free)

G_END_DECLS
