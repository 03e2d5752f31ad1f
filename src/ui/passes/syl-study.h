/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"
#include "passes/syl-focus-timer.h"

G_BEGIN_DECLS

/**
 * SylStudy:
 *
 * How the pick beside it is read: its passes and answers, kept true by the change feed, and the focused
 * time, which is counted and stored here.
 *
 * Properties: `library` (SylLibrary), `pick` (SylPick), `page` (GtkWidget: what has to be in sight for time
 * to count; not held): all nullable; `count-time` (boolean): whether it is counted.
 *
 * Signals:
 *  - `leave`: the pick is about to change; what was typed for it has to be given now
 *  - `changed`: passes, answers or stored time may be others
 *  - `failed (const char *words)`: something was not stored; what the reader is told
 */
#define SYL_TYPE_STUDY (syl_study_get_type ())
G_DECLARE_FINAL_TYPE (SylStudy, syl_study, SYL, STUDY, GObject)

SylLibrary      *syl_study_get_library (SylStudy     *self);
SylPick         *syl_study_get_pick    (SylStudy     *self);
const SylMethod *syl_study_get_method  (SylStudy     *self);
SylFocusTimer   *syl_study_get_timer   (SylStudy     *self);
unsigned int     syl_study_get_seconds (SylStudy     *self);
gboolean         syl_study_get_editable (SylStudy    *self);

void             syl_study_set_pass    (SylStudy     *self,
                                        unsigned int  number,
                                        SylPassState  state);
void             syl_study_set_answer  (SylStudy     *self,
                                        SylQuestion   question,
                                        const char   *text);

G_END_DECLS
