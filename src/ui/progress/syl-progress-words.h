/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-year.h"
#include "plan/syl-plan-progress.h"

G_BEGIN_DECLS

const char *syl_progress_words_for_state  (SylPlanWeekState       state);
char       *syl_progress_words_dup_day    (const GDate           *day);
char       *syl_progress_words_dup_days   (const GDate           *monday);
SylPick    *syl_progress_words_get_pick   (SylYear               *year,
                                           const SylPlanWeek     *week);
char       *syl_progress_words_dup_week   (SylYear               *year,
                                           const SylPlanProgress *progress,
                                           guint                  index);
char       *syl_progress_words_dup_behind (int                    n_behind);
char       *syl_progress_words_dup_weeks  (const SylPlanProgress *progress);
char       *syl_progress_words_dup_focus  (const SylPlanProgress *progress);
char       *syl_progress_words_dup_pace   (const SylPlanProgress *progress);

G_END_DECLS
