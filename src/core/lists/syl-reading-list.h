/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylListSource:
 * @slug: its id within the pick
 * @title: one line
 * @url: an http or https address
 * @kind: (transfer none): one of syl_list_source_kinds()
 * @main: a main source, not a see-also
 * @authors: (nullable): their names
 * @year: 0 if unknown
 * @arxiv: (nullable): arXiv id
 * @doi: (nullable): DOI
 * @code: (nullable): http or https address of the code
 *
 * An address at which a pick is read.
 */
typedef struct
{
  char *slug;
  char *title;
  char *url;
  const char *kind;
  gboolean main;
  GStrv authors;
  unsigned int year;
  char *arxiv;
  char *doi;
  char *code;
} SylListSource;

/**
 * SylListPick:
 * @slug: its id within the list; `extra/SECTION/TITLE` for an extra
 * @title: one line
 * @commentary: Markdown, "" if none
 * @minutes: 0 if unknown
 * @difficulty: 1 to 3, 0 if unknown
 * @after: (nullable): slugs of the picks best read before
 * @sources: (element-type SylListSource)
 * @is_extra: stands beside the plan
 *
 * An entry of a list.
 */
typedef struct
{
  char *slug;
  char *title;
  char *commentary;
  unsigned int minutes;
  unsigned int difficulty;
  GStrv after;
  GPtrArray *sources;
  gboolean is_extra;
} SylListPick;

/**
 * SylListSection:
 * @slug: its id within the list
 * @title: one line
 * @note: Markdown, "" if none
 * @picks: (element-type SylListPick)
 * @extras: (element-type SylListPick)
 *
 * A section of a list.
 */
typedef struct
{
  char *slug;
  char *title;
  char *note;
  GPtrArray *picks;
  GPtrArray *extras;
} SylListSection;

/**
 * SylReadingList:
 * @id: the list's own, for ever
 * @title: one line
 * @description: "" if none
 * @authors: (nullable): the curators' names
 * @homepage: (nullable): http or https address
 * @license: (nullable): one line
 * @updated: (nullable): a day, as 2025-01-05
 * @sections: (element-type SylListSection)
 * @warnings: (element-type utf8): what was left out or mended, one sentence each
 *
 * A reading list as its file has it, checked: slugs are unique and without white space, addresses
 * are http or https, every slug in an `after` exists. May be handed from thread to thread.
 */
typedef struct
{
  char *id;
  char *title;
  char *description;
  GStrv authors;
  char *homepage;
  char *license;
  char *updated;
  GPtrArray *sections;
  GPtrArray *warnings;
  /*< private >*/
  unsigned int n_unsaid;
} SylReadingList;

SylListSource      *syl_list_source_new   (void);
void                syl_list_source_free  (SylListSource  *self);
const char * const *syl_list_source_kinds (void);
const char         *syl_list_source_find_kind (const char *name);

SylListPick        *syl_list_pick_new     (gboolean        is_extra);
void                syl_list_pick_free    (SylListPick    *self);

SylListSection     *syl_list_section_new  (void);
void                syl_list_section_free (SylListSection *self);

SylReadingList     *syl_reading_list_new  (void);
void                syl_reading_list_free (SylReadingList *self);
void                syl_reading_list_warn (SylReadingList *self,
                                           const char     *format,
                                           ...) G_GNUC_PRINTF (2, 3);
void                syl_reading_list_end_warnings (SylReadingList *self);

char               *syl_list_join_names   (GStrv           names);
char               *syl_list_join_slugs   (GStrv           slugs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListSource, syl_list_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListPick, syl_list_pick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListSection, syl_list_section_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylReadingList, syl_reading_list_free)

G_END_DECLS
