/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-method.h"

G_BEGIN_DECLS

const char *syl_pass_words_get_title    (unsigned int  number);
const char *syl_pass_words_get_guide    (unsigned int  number);
char       *syl_pass_words_dup_state    (unsigned int  number,
                                         SylPassState  state,
                                         guint64       seconds);
const char *syl_pass_words_get_question (SylQuestion   question);
const char *syl_pass_words_get_hint     (SylQuestion   question);
char       *syl_pass_words_dup_card     (SylQuestion   question,
                                         const char   *title);
char       *syl_pass_words_dup_time     (guint64       seconds);

G_END_DECLS
