/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-words.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
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

static const char *
get_difficulty (unsigned int difficulty)
{
  switch (difficulty)
    {
    case 1:
      return _("easy to read");
    case 2:
      return _("takes some thought");
    case 3:
      return _("demanding");
    default:
      return NULL;
    }
}

/**
 * syl_words_dup_meta:
 * @pick: a pick
 *
 * Returns: (transfer full): what syl_words_dup_facts() says, how hard it is, and what is best read
 *   before, as one line
 */
char *
syl_words_dup_meta (SylPick *pick)
{
  g_autofree char *facts = syl_words_dup_facts (pick);
  g_autoptr (GString) line = g_string_new (facts);
  const char *difficulty = get_difficulty (syl_pick_get_difficulty (pick));
  const char *after = syl_pick_get_after (pick);

  if (difficulty != NULL)
    append_fact (line, difficulty);
  if (after != NULL && *after != '\0')
    {
      /* Translators: %s are titles of other picks */
      g_autofree char *before = g_strdup_printf (_("best after %s"), after);

      append_fact (line, before);
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}

/**
 * syl_words_dup_day:
 * @time: a time
 *
 * Returns: (transfer full): its day where the reader is, for example “3 November 2026”
 */
char *
syl_words_dup_day (GDateTime *time)
{
  g_autoptr (GDateTime) local = syl_local_time_of (time);

  /* Translators: a day, such as “3 November 2026”; see the documentation of strftime */
  return g_date_time_format (local, _("%-d %B %Y"));
}

static void
append_day (GString    *line,
            const char *format,
            GDateTime  *time)
{
  g_autofree char *day = syl_words_dup_day (time);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strjoinv (day, parts);

  append_fact (line, text);
}

/**
 * syl_words_dup_history:
 * @pick: a pick
 *
 * Returns: (transfer full): when it was started and finished, "" if it was not
 */
char *
syl_words_dup_history (SylPick *pick)
{
  g_autoptr (GString) line = g_string_new (NULL);
  GDateTime *started = syl_pick_get_started (pick);
  GDateTime *finished = syl_pick_get_finished (pick);

  if (started != NULL)
    append_day (line, _("Started on %s"), started);
  if (finished != NULL)
    append_day (line, line->len > 0 ? _("finished on %s") : _("Finished on %s"), finished);
  return g_string_free_and_steal (g_steal_pointer (&line));
}

static const struct
{
  const char *kind;
  const char *name;
} kinds[] = {
  { "paper", N_("Paper") },
  { "post", N_("Post") },
  { "book", N_("Book") },
  { "video", N_("Video") },
  { "podcast", N_("Podcast") },
  { "code", N_("Code") },
  { "dataset", N_("Dataset") },
  { "benchmark", N_("Benchmark") },
  { "course", N_("Course") },
  { "thread", N_("Thread") },
};

static int
find_kind (const char *kind)
{
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].kind, kind) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * syl_words_for_kind:
 * @kind: (nullable): kind of a source
 *
 * Returns: its name, in the reader's language
 */
const char *
syl_words_for_kind (const char *kind)
{
  int i = find_kind (kind);

  return i >= 0 ? _(kinds[i].name) : _("Page");
}

/**
 * syl_words_dup_kind_icon:
 * @kind: (nullable): kind of a source
 *
 * Returns: (transfer full): name of its icon
 */
char *
syl_words_dup_kind_icon (const char *kind)
{
  int i = find_kind (kind);

  return i >= 0 ? g_strdup_printf ("syl-kind-%s-symbolic", kinds[i].kind) : g_strdup ("text-html-symbolic");
}
