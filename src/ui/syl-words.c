/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-words.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "store/syl-store-error.h"

/**
 * syl_words_for_state:
 * @state: a reading state
 *
 * Returns: its name, in the reader's language
 */
const char *
syl_words_for_state (SylPickState state)
{
  switch (state)
    {
    case SYL_PICK_STATE_READING:
      return _("Reading");
    case SYL_PICK_STATE_READ:
      return C_("state of a pick", "Read");
    case SYL_PICK_STATE_SKIPPED:
      return _("Skipped");
    case SYL_PICK_STATE_UNREAD:
    default:
      return _("Unread");
    }
}

/**
 * syl_words_for_edit_error:
 * @error: why a change was not saved
 *
 * Returns: what a reader is told, one or two short sentences
 */
const char *
syl_words_for_edit_error (const GError *error)
{
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_FULL))
    return _("There is no space left on the disk. The change was not saved.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_BUSY))
    return _("Another program is using the library. The change was not saved.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_READONLY))
    return _("The library can only be read. The change was not saved.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CORRUPT))
    return _("The library is damaged. The change was not saved.");
  if (g_error_matches (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND))
    return _("This pick is no longer in the list.");

  return _("The change was not saved.");
}

/**
 * syl_words_dup_duration:
 * @minutes: how long something takes
 *
 * Returns: (transfer full): for example “2 h 30 min”
 */
char *
syl_words_dup_duration (unsigned int minutes)
{
  if (minutes < 60)
    /* Translators: a duration of less than an hour, such as “45 min” */
    return g_strdup_printf (_("%u min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: a duration of full hours, such as “2 h” */
    return g_strdup_printf (_("%u h"), minutes / 60);

  /* Translators: a duration, such as “2 h 30 min” */
  return g_strdup_printf (_("%u h %u min"), minutes / 60, minutes % 60);
}

/**
 * syl_words_dup_years:
 * @first: a year, 0 if it is not known
 * @last: the same year or a later one, 0 if it is not known
 *
 * Returns: (transfer full) (nullable): for example “2018–2023”; %NULL if nothing is known
 */
char *
syl_words_dup_years (unsigned int first,
                     unsigned int last)
{
  if (first == 0 && last == 0)
    return NULL;
  if (first == 0 || last == 0 || first == last)
    return g_strdup_printf ("%u", MAX (first, last));

  /* Translators: a span of years, such as “2018–2023” */
  return g_strdup_printf (_("%u–%u"), first, last);
}

static void
append_fact (GString    *facts,
             const char *fact)
{
  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

/**
 * syl_words_dup_facts:
 * @pick: a pick
 *
 * Returns: (transfer full): its years, sources and time as one line, for example
 *   “2018–2023 · 6 sources · 2 h”; what is not known is left out
 */
char *
syl_words_dup_facts (SylPick *pick)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *years = syl_words_dup_years (syl_pick_get_year_first (pick),
                                                syl_pick_get_year_last (pick));
  unsigned int n_sources = syl_pick_get_n_sources (pick);
  unsigned int minutes = syl_pick_get_minutes (pick);

  if (years != NULL)
    append_fact (facts, years);
  if (n_sources > 0)
    {
      g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

      append_fact (facts, sources);
    }
  if (minutes > 0)
    {
      g_autofree char *duration = syl_words_dup_duration (minutes);

      append_fact (facts, duration);
    }

  return g_string_free_and_steal (g_steal_pointer (&facts));
}
