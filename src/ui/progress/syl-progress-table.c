/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-progress-table.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "progress/syl-progress-words.h"

/* The last one is that of the time. */
#define N_COLUMNS 5

/* How cells are written in a row. */
typedef struct
{
  char *(*escape) (const char *text);
  const char *begin;
  const char *between;
  const char *end;
} Style;

static char *
escape_markdown (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (strchr ("\\|`*_[]<>&", *at) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *at == '\n' ? ' ' : *at);
    }
  return g_string_free_and_steal (escaped);
}

static char *
escape_html (const char *text)
{
  return g_markup_escape_text (text, -1);
}

static const Style markdown = { escape_markdown, "| ", " | ", " |\n" };
static const Style html = { escape_html, "<tr><td>", "</td><td>", "</td></tr>\n" };
static const Style html_head = { escape_html, "<tr><th>", "</th><th>", "</th></tr>\n" };

static void
append_row (GString     *table,
            const Style *style,
            int          n_columns,
            const char  *cells[N_COLUMNS])
{
  g_string_append (table, style->begin);
  for (int i = 0; i < n_columns; i++)
    {
      g_autofree char *text = style->escape (cells[i]);

      if (i > 0)
        g_string_append (table, style->between);
      g_string_append (table, text);
    }
  g_string_append (table, style->end);
}

static void
append_head (GString     *table,
             const Style *style,
             int          n_columns)
{
  const char *cells[N_COLUMNS] = { _("Week"), _("Days"), _("Pick"), _("State"),
                                   /* Translators: head of a column: minutes of focused reading */
                                   _("Focused Minutes") };

  append_row (table, style, n_columns, cells);
}

static char *
dup_days (const GDate *monday)
{
  GDate sunday = *monday;
  g_autofree char *from = syl_progress_words_dup_day (monday);
  g_autofree char *to = NULL;

  g_date_add_days (&sunday, 6);
  to = syl_progress_words_dup_day (&sunday);
  /* Translators: the first and the last day of a week */
  return g_strdup_printf (_("%s – %s"), from, to);
}

static void
append_weeks (GString               *table,
              const Style           *style,
              int                    n_columns,
              SylYear               *year,
              const SylPlanProgress *progress)
{
  for (guint i = 0; i < progress->weeks->len; i++)
    {
      const SylPlanProgressWeek *week = &g_array_index (progress->weeks, SylPlanProgressWeek, i);
      SylPick *pick = syl_progress_words_get_pick (year, &week->week);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *days = dup_days (&week->week.monday);
      g_autofree char *minutes = g_strdup_printf ("%u", (unsigned int) (week->seconds / 60));
      const char *cells[N_COLUMNS] = { number, days, pick != NULL ? syl_pick_get_title (pick) : "",
                                       syl_progress_words_for_state (week->week.state), minutes };

      append_row (table, style, n_columns, cells);
    }
}

/**
 * syl_progress_table_to_markdown:
 * @year: a year
 * @progress: how it went
 * @show_time: whether focused time is among it
 *
 * Returns: (transfer full): its weeks as a table in Markdown
 */
char *
syl_progress_table_to_markdown (SylYear               *year,
                                const SylPlanProgress *progress,
                                gboolean               show_time)
{
  int n_columns = show_time ? N_COLUMNS : N_COLUMNS - 1;
  GString *table = g_string_new (NULL);

  append_head (table, &markdown, n_columns);
  g_string_append (table, show_time ? "| ---: | --- | --- | --- | ---: |\n" : "| ---: | --- | --- | --- |\n");
  append_weeks (table, &markdown, n_columns, year, progress);
  return g_string_free_and_steal (table);
}

/**
 * syl_progress_table_to_html:
 * @year: a year
 * @progress: how it went
 * @show_time: whether focused time is among it
 *
 * Returns: (transfer full): its weeks as a table in HTML, for spreadsheets and documents
 */
char *
syl_progress_table_to_html (SylYear               *year,
                            const SylPlanProgress *progress,
                            gboolean               show_time)
{
  int n_columns = show_time ? N_COLUMNS : N_COLUMNS - 1;
  GString *table = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  append_head (table, &html_head, n_columns);
  append_weeks (table, &html, n_columns, year, progress);
  g_string_append (table, "</table>\n");
  return g_string_free_and_steal (table);
}
