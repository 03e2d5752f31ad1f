/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylYearPane:
 *
 * The plan of the year, week by week, and what can be done about it.
 *
 * Properties:
 *  - `library` (SylLibrary): set when it is made
 *  - `order` ("sections" or "mixed"), `minutes` (string: a number, a week; "0" for as much as it
 *    takes): the pace of the plan; setting them is an edit
 *
 * Signals:
 *  - `activated (SylPick *pick)`: the reader wants to see a pick
 *  - `skip (SylPick *pick)`: the reader leaves it out
 *
 * Actions: `year.read`, `year.move-earlier`, `year.move-later`, `year.swap`, `year.skip` (s: slug of a
 * pick), `year.shift`, `year.pause`, `year.resume`, `year.begin-anew`, `year.order`, `year.minutes`.
 */
#define SYL_TYPE_YEAR_PANE (syl_year_pane_get_type ())
G_DECLARE_FINAL_TYPE (SylYearPane, syl_year_pane, SYL, YEAR_PANE, AdwBin)

GtkWidget *syl_year_pane_new  (SylLibrary  *library);
gboolean   syl_year_pane_step (SylYearPane *self,
                               gboolean     later);

G_END_DECLS
