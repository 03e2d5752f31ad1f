/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-method.h"

G_BEGIN_DECLS

/**
 * SylAnswerRow:
 *
 * A question and a line for its answer, which is saved while it is written: at a pause in typing, and
 * when it goes out of sight.
 *
 * Signal `save (const char *text)`: the reader has changed the answer
 */
#define SYL_TYPE_ANSWER_ROW (syl_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (SylAnswerRow, syl_answer_row, SYL, ANSWER_ROW, AdwPreferencesRow)

GtkWidget  *syl_answer_row_new          (SylQuestion   question);

SylQuestion syl_answer_row_get_question (SylAnswerRow *self);
const char *syl_answer_row_get_text     (SylAnswerRow *self);
void        syl_answer_row_set_text     (SylAnswerRow *self,
                                         const char   *text);
void        syl_answer_row_take_text    (SylAnswerRow *self,
                                         const char   *text);
void        syl_answer_row_flush        (SylAnswerRow *self);

G_END_DECLS
