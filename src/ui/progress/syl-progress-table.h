/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-year.h"
#include "plan/syl-plan-progress.h"

G_BEGIN_DECLS

char *syl_progress_table_to_markdown (SylYear               *year,
                                      const SylPlanProgress *progress,
                                      gboolean               show_time);
char *syl_progress_table_to_html     (SylYear               *year,
                                      const SylPlanProgress *progress,
                                      gboolean               show_time);

G_END_DECLS
