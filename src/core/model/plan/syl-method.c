/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-method.h"

/* Stored in the database. */
static const char *const names[SYL_N_QUESTIONS] = {
  "category", "context", "correctness", "contributions", "clarity", "new", "why", "against", "cost", "use",
};

/**
 * syl_method_free:
 * @self: (transfer full): how a pick was read
 */
void
syl_method_free (SylMethod *self)
{
  for (int i = 0; i < SYL_N_QUESTIONS; i++)
    g_free (self->answers[i]);
  g_free (self);
}

/**
 * syl_question_to_string:
 * @question: a question
 *
 * Returns: (transfer none): its stable name, never translated
 */
const char *
syl_question_to_string (SylQuestion question)
{
  g_return_val_if_fail ((unsigned int) question < SYL_N_QUESTIONS, NULL);

  return names[question];
}

/**
 * syl_question_from_string:
 * @string: (nullable): a stable name, such as "category"
 * @question: (out): its question; left alone if there is none
 *
 * Returns: whether @string names a question
 */
gboolean
syl_question_from_string (const char  *string,
                          SylQuestion *question)
{
  for (unsigned int i = 0; i < SYL_N_QUESTIONS; i++)
    {
      if (g_strcmp0 (string, names[i]) != 0)
        continue;
      *question = (SylQuestion) i;
      return TRUE;
    }
  return FALSE;
}
