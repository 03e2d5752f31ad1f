/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SYL_N_PASSES:
 *
 * How many passes there are, after S. Keshav, "How to Read a Paper" (2007): a first look, the argument,
 * and reading it as if one wrote it.
 */
#define SYL_N_PASSES 3

/**
 * SylPassState:
 * @SYL_PASS_STATE_OPEN: not begun
 * @SYL_PASS_STATE_BEGUN: begun
 * @SYL_PASS_STATE_FINISHED: done with
 *
 * How far the reader is with a pass.
 */
typedef enum
{
  SYL_PASS_STATE_OPEN,
  SYL_PASS_STATE_BEGUN,
  SYL_PASS_STATE_FINISHED,
} SylPassState;

/**
 * SylQuestion:
 * @SYL_QUESTION_CATEGORY: what kind of paper it is
 * @SYL_QUESTION_CONTEXT: which others it builds on
 * @SYL_QUESTION_CORRECTNESS: whether what it takes for granted seems sound
 * @SYL_QUESTION_CONTRIBUTIONS: what it adds
 * @SYL_QUESTION_CLARITY: whether it is written well
 * @SYL_QUESTION_NEW: what is new
 * @SYL_QUESTION_WHY: why it matters
 * @SYL_QUESTION_AGAINST: against what it is compared
 * @SYL_QUESTION_COST: what it costs
 * @SYL_QUESTION_USE: what the reader will do with it
 * @SYL_N_QUESTIONS: how many there are
 *
 * What the reader is asked: the five Cs of the first pass, and five short questions at the end.
 */
typedef enum
{
  SYL_QUESTION_CATEGORY,
  SYL_QUESTION_CONTEXT,
  SYL_QUESTION_CORRECTNESS,
  SYL_QUESTION_CONTRIBUTIONS,
  SYL_QUESTION_CLARITY,
  SYL_QUESTION_NEW,
  SYL_QUESTION_WHY,
  SYL_QUESTION_AGAINST,
  SYL_QUESTION_COST,
  SYL_QUESTION_USE,
  SYL_N_QUESTIONS,
} SylQuestion;

/**
 * SylMethod:
 * @passes: how far the reader is with each pass
 * @seconds: focused time of each pass, and first that of none of them
 * @answers: what the reader answered, "" where nothing
 *
 * How a pick was read, whole and by value.
 */
typedef struct
{
  SylPassState passes[SYL_N_PASSES];
  guint64 seconds[1 + SYL_N_PASSES];
  char *answers[SYL_N_QUESTIONS];
} SylMethod;

void        syl_method_free             (SylMethod   *self);
const char *syl_question_to_string      (SylQuestion  question);
gboolean    syl_question_from_string    (const char  *string,
                                         SylQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylMethod, syl_method_free)

G_END_DECLS
