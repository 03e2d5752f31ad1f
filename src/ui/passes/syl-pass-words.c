/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-pass-words.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

/**
 * syl_pass_words_get_title:
 * @number: 1 to 3
 *
 * Returns: what the pass is called
 */
const char *
syl_pass_words_get_title (unsigned int number)
{
  switch (number)
    {
    case 1:
      return _("First Pass");
    case 2:
      return _("Second Pass");
    default:
      return _("Third Pass");
    }
}

/**
 * syl_pass_words_get_guide:
 * @number: 1 to 3
 *
 * Returns: what there is to do in the pass, and on further lines what to look at
 */
const char *
syl_pass_words_get_guide (unsigned int number)
{
  switch (number)
    {
    case 1:
      return _("Read the title, the abstract, the introduction, the headings and the conclusion. "
               "Then say in a line each:");
    case 2:
      return _("Read it with care, but leave the details aside.\n"
               "Figures and tables: do they show what the text says?\n"
               "The argument: could you tell it to somebody?\n"
               "References: which of them are worth following?");
    default:
      return _("Re-create it in thought, as if you wrote it yourself.\n"
               "What it takes for granted: would you, too?\n"
               "Each step: how would you have done it?\n"
               "What is left out, and what could come next?");
    }
}

static const char *
get_length (unsigned int number)
{
  switch (number)
    {
    case 1:
      /* Translators: how long the first pass takes */
      return _("5 to 10 minutes");
    case 2:
      /* Translators: how long the second pass takes */
      return _("About an hour");
    default:
      /* Translators: how long the third pass takes */
      return _("Several hours");
    }
}

/**
 * syl_pass_words_dup_time:
 * @seconds: focused time
 *
 * Returns: (transfer full): for example “12 min”
 */
char *
syl_pass_words_dup_time (guint64 seconds)
{
  unsigned int minutes = (unsigned int) MIN (seconds / 60, G_MAXUINT);

  return minutes > 0 ? syl_words_dup_duration (minutes) : g_strdup (_("Less than 1 min"));
}

/**
 * syl_pass_words_dup_state:
 * @number: 1 to 3
 * @state: how far the reader is with that pass
 * @seconds: focused time that it took
 *
 * Returns: (transfer full): state and time, for example “Done · 12 min”
 */
char *
syl_pass_words_dup_state (unsigned int number,
                          SylPassState state,
                          guint64      seconds)
{
  g_autofree char *time = NULL;

  if (state == SYL_PASS_STATE_OPEN)
    return g_strdup (get_length (number));
  if (state == SYL_PASS_STATE_BEGUN)
    return g_strconcat (C_("state of a pass", "Begun"), " · ", get_length (number), NULL);
  if (seconds < 60)
    return g_strdup (C_("state of a pass", "Done"));

  time = syl_pass_words_dup_time (seconds);
  return g_strconcat (C_("state of a pass", "Done"), " · ", time, NULL);
}

/**
 * syl_pass_words_get_question:
 * @question: a question
 *
 * Returns: its name, or the question itself
 */
const char *
syl_pass_words_get_question (SylQuestion question)
{
  static const char *const names[] = {
    N_("Category"), N_("Context"), N_("Correctness"), N_("Contributions"), N_("Clarity"),
    N_("What is new?"), N_("Why does it matter?"), N_("Against what?"), N_("At what cost?"),
    N_("What will you do with it?"),
  };

  g_return_val_if_fail ((size_t) question < G_N_ELEMENTS (names), NULL);

  return _(names[question]);
}

/**
 * syl_pass_words_get_hint:
 * @question: a question
 *
 * Returns: what it asks for, shown where there is no answer yet
 */
const char *
syl_pass_words_get_hint (SylQuestion question)
{
  static const char *const hints[] = {
    N_("What kind of paper is it?"), N_("Which works does it build on?"), N_("Does what it assumes seem sound?"),
    N_("What does it add?"), N_("Is it well written?"),
    N_("The main idea, in your own words"), N_("What it makes possible"), N_("What it is compared with"),
    N_("Data, compute, limits"), N_("Where you could use it"),
  };

  g_return_val_if_fail ((size_t) question < G_N_ELEMENTS (hints), NULL);

  return _(hints[question]);
}

/**
 * syl_pass_words_dup_card:
 * @question: one of the five at the end
 * @title: of the pick
 *
 * Returns: (transfer full): the question as it is asked again later, when the pick isn't at hand
 */
char *
syl_pass_words_dup_card (SylQuestion question,
                         const char *title)
{
  /* Translators: “%s” is the title of a paper */
  static const char *const questions[] = {
    N_("What is new in “%s”?"),
    N_("Why does “%s” matter?"),
    N_("Against what is “%s” compared?"),
    N_("At what cost does “%s” come?"),
    N_("What did you want to do with “%s”?"),
  };
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (question >= SYL_QUESTION_NEW && question <= SYL_QUESTION_USE, NULL);

  parts = g_strsplit (_(questions[question - SYL_QUESTION_NEW]), "%s", 2);
  return g_strjoinv (title, parts);
}
