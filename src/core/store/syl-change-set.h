/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylChangeKind:
 * @SYL_CHANGE_LIST: lists, sections, picks or sources
 * @SYL_CHANGE_PROGRESS: states and ticks
 * @SYL_CHANGE_SETTING: settings of the library
 * @SYL_CHANGE_HIGHLIGHT: highlights and notes
 * @SYL_CHANGE_PLAN: plans of the year
 * @SYL_CHANGE_READING: passes, answers, sessions and cards
 * @SYL_CHANGE_CALL: when the weekly call comes, and which were made
 * @SYL_CHANGE_EVERYTHING: all of these, as after an edit by another program
 *
 * What an edit touched.
 */
typedef enum
{
  SYL_CHANGE_LIST       = 1 << 0,
  SYL_CHANGE_PROGRESS   = 1 << 1,
  SYL_CHANGE_SETTING    = 1 << 2,
  SYL_CHANGE_HIGHLIGHT  = 1 << 3,
  SYL_CHANGE_PLAN       = 1 << 4,
  SYL_CHANGE_READING    = 1 << 5,
  SYL_CHANGE_CALL       = 1 << 6,
  SYL_CHANGE_EVERYTHING = SYL_CHANGE_LIST | SYL_CHANGE_PROGRESS | SYL_CHANGE_SETTING | SYL_CHANGE_HIGHLIGHT |
                          SYL_CHANGE_PLAN | SYL_CHANGE_READING | SYL_CHANGE_CALL,
} SylChangeKind;

/**
 * SylChangeSet:
 * @kinds: a mask of #SylChangeKind
 * @pick_ids: (element-type gint64): picks that changed; no use when @all_picks
 * @all_picks: any pick may have changed
 *
 * What one transaction changed; a boxed type.
 */
typedef struct
{
  unsigned int kinds;
  GArray *pick_ids;
  gboolean all_picks;
} SylChangeSet;

#define SYL_TYPE_CHANGE_SET (syl_change_set_get_type ())

GType         syl_change_set_get_type (void) G_GNUC_CONST;
SylChangeSet *syl_change_set_new      (void);
SylChangeSet *syl_change_set_copy     (const SylChangeSet *self);
void          syl_change_set_free     (SylChangeSet       *self);
void          syl_change_set_add      (SylChangeSet       *self,
                                       SylChangeKind       kind,
                                       gint64              pick_id);
void          syl_change_set_merge    (SylChangeSet       *self,
                                       const SylChangeSet *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylChangeSet, syl_change_set_free)

G_END_DECLS
