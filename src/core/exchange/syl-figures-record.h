/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-year.h"

G_BEGIN_DECLS

/**
 * SylSectionFigures:
 * @id: slug of the section
 * @title: its title
 * @n_picks: how many picks it has
 * @n_read: how many are read
 * @n_skipped: how many are skipped
 *
 * How far the reader is in a section.
 */
typedef struct
{
  char *id;
  char *title;
  unsigned int n_picks;
  unsigned int n_read;
  unsigned int n_skipped;
} SylSectionFigures;

/**
 * SylFigures:
 * @n_picks: how many picks the list has
 * @n_read: how many are read
 * @n_skipped: how many are skipped
 * @seconds: focused reading
 * @streak: week streaks
 * @has_end: whether a pick has a week
 * @end: Monday of the week of the last pick
 * @n_behind: as #SylPlan.n_behind
 * @sections: (element-type SylSectionFigures): sections in the order of the list
 *
 * How a year goes, whole and by value.
 */
typedef struct
{
  unsigned int n_picks;
  unsigned int n_read;
  unsigned int n_skipped;
  guint64 seconds;
  SylPlanStreak streak;
  gboolean has_end;
  GDate end;
  int n_behind;
  GPtrArray *sections;
} SylFigures;

SylFigures *syl_figures_new     (SylYear          *year,
                                 GPtrArray        *records);
void        syl_figures_free    (SylFigures       *self);
char       *syl_figures_to_json (const SylFigures *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylFigures, syl_figures_free)

G_END_DECLS
