/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-store-check.h"

#include <glib/gi18n.h>

#define MAX_FINDINGS 20

/* The first day of a call's week, and whether a moment can be in that week at some place on earth. */
#define MONDAY \
  "date(substr(week, 1, 4) || '-01-04', 'weekday 0', '-6 days', '+' || (7 * (substr(week, 7) - 1)) || ' days')"
#define IS_IN_WEEK(moment) \
  "unixepoch(" moment ") BETWEEN unixepoch(" MONDAY ", '-14 hours') AND unixepoch(" MONDAY ", '+7 days', '+12 hours')"

/* What has to be true beyond what SQLite can see by itself: each query finds what is not. */
static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { "SELECT 1 FROM pick JOIN section USING (section_id) WHERE pick.list_id <> section.list_id",
    N_ ("A pick stands in a section of another list.") },
  { "SELECT 1 FROM pick JOIN section USING (section_id) WHERE section.retired AND NOT pick.retired",
    N_ ("A pick stands in a section that is no longer in its list.") },
  { "SELECT 1 FROM pick WHERE NOT extra AND NOT retired GROUP BY list_id "
    "HAVING min(number) <> 1 OR max(number) <> count(*) OR count(DISTINCT number) <> count(*)",
    N_ ("The picks of a list are not numbered one after the other.") },
  { "SELECT 1 FROM pick WHERE NOT retired AND n_sources <> "
    "(SELECT count(*) FROM source WHERE source.pick_id = pick.pick_id AND main AND NOT retired)",
    N_ ("A pick has another number of sources than it says.") },
  { "SELECT 1 FROM source WHERE url NOT LIKE 'http://%' AND url NOT LIKE 'https://%'",
    N_ ("A source has no web address.") },
  { "SELECT 1 FROM progress WHERE (state = 2) <> (finished IS NOT NULL)",
    N_ ("A pick is read without a time, or has the time without being read.") },
  { "SELECT 1 FROM progress WHERE datetime(modified) IS NULL "
    "OR (started IS NOT NULL AND datetime(started) IS NULL) "
    "OR (finished IS NOT NULL AND datetime(finished) IS NULL)",
    N_ ("The time of a pick can’t be read.") },
  { "SELECT 1 FROM call WHERE length(week) <> 8 OR strftime('%G-W%V', " MONDAY ") IS NOT week",
    N_ ("A weekly reminder is of no week of the calendar.") },
  { "SELECT 1 FROM call WHERE datetime(modified) IS NULL OR (called IS NOT NULL AND datetime(called) IS NULL) "
    "OR (postponed IS NOT NULL AND datetime(postponed) IS NULL) OR (settled IS NOT NULL AND datetime(settled) IS NULL)",
    N_ ("The time of a weekly reminder can’t be read.") },
  /* No clock had to be right for that: week and moment were read from the same one. Where it was set back
   * meanwhile, a reminder may well have been answered before it came. */
  { "SELECT 1 FROM call WHERE NOT (" IS_IN_WEEK ("called") ") OR NOT (" IS_IN_WEEK ("postponed") ")",
    N_ ("A weekly reminder came in another week than its own.") },
  { "SELECT 1 FROM call WHERE settled IS NOT NULL AND (called IS NULL OR postponed IS NOT NULL)",
    N_ ("A weekly reminder that is still to come is answered.") },
  { "SELECT 1 FROM call WHERE pick_id IS NULL AND called IS NOT NULL AND settled IS NULL",
    N_ ("A weekly reminder is of no pick.") },
  { "SELECT 1 FROM setting WHERE key = 'call' AND NOT iif(json_valid(value), "
    "coalesce(value ->> 'enabled' IN (0, 1) AND value ->> 'weekday' BETWEEN 1 AND 7 "
    "AND value ->> 'minute' BETWEEN 0 AND 1439, 0) "
    "AND (value ->> 'set' IS NULL OR datetime(value ->> 'set') IS NOT NULL), 0)",
    N_ ("The time of the weekly reminder can’t be read.") },
};

static gboolean
check_rules (SylConnection  *connection,
             GPtrArray      *problems,
             GError        **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (SylStatement) statement = syl_connection_prepare (connection, rules[i].sql, error);
      SylStep step;

      if (statement == NULL)
        return FALSE;
      step = syl_statement_step (statement, error);
      if (step == SYL_STEP_ERROR)
        return FALSE;
      if (step == SYL_STEP_ROW)
        g_ptr_array_add (problems, g_strdup (_(rules[i].sentence)));
    }
  return TRUE;
}

static gboolean
check_integrity (SylConnection  *connection,
                 GPtrArray      *problems,
                 GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "PRAGMA integrity_check(" G_STRINGIFY (MAX_FINDINGS) ")", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      g_autofree char *finding = syl_statement_dup_text (statement, 0);

      if (!g_str_equal (finding, "ok"))
        g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s."),
                                                    g_strdelimit (finding, "\n", ' ')));
    }
  return step == SYL_STEP_DONE;
}

static gboolean
check_references (SylConnection  *connection,
                  GPtrArray      *problems,
                  GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check() GROUP BY 1, 2", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    g_ptr_array_add (problems,
                     g_strdup_printf (_("The table “%s” names entries that the table “%s” lacks."),
                                      syl_statement_column_text (statement, 0),
                                      syl_statement_column_text (statement, 1)));
  return step == SYL_STEP_DONE;
}

/**
 * syl_store_check_run:
 * @connection: a connection
 * @error: return location for a %SYL_STORE_ERROR, if the check itself could not be made
 *
 * Looks whether the database is sound, from its pages up to what the tables say of each other. A
 * store thread; takes time in proportion to the size.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, one sentence each; empty
 *   if nothing is
 */
GPtrArray *
syl_store_check_run (SylConnection  *connection,
                     GError        **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  if (!check_integrity (connection, problems, error))
    return NULL;
  if (problems->len == 0 && (!check_references (connection, problems, error) ||
                             !check_rules (connection, problems, error)))
    return NULL;
  return g_steal_pointer (&problems);
}
