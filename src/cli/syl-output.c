/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-output.h"

#define GAP 2

/* What a list says must not command the terminal. */
static char *
dup_harmless (const char *text)
{
  g_autoptr (GString) harmless = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_iscntrl (character) && character != '\n' && character != '\t')
        character = 0xfffd;
      g_string_append_unichar (harmless, character);
    }
  return g_string_free_and_steal (g_steal_pointer (&harmless));
}

/**
 * syl_output_text:
 * @text: UTF-8 from anywhere
 *
 * Prints it, with control characters other than newlines and tabs replaced, and ends the line.
 */
void
syl_output_text (const char *text)
{
  g_autofree char *harmless = dup_harmless (text);

  g_print ("%s\n", harmless);
}

/**
 * syl_output_row:
 * @rows: (element-type GStrv): rows, of one number of cells
 * @first: the first cell
 * @...: the other cells, then %NULL
 *
 * Adds a row for syl_output_rows().
 */
void
syl_output_row (GPtrArray  *rows,
                const char *first,
                ...)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();
  va_list cells;

  va_start (cells, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (cells, const char *))
    g_strv_builder_take (row, dup_harmless (cell));
  va_end (cells);
  g_ptr_array_add (rows, g_strv_builder_end (row));
}

static int
get_width (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static int
get_column_width (GPtrArray    *rows,
                  unsigned int  column)
{
  int width = 0;

  for (guint i = 0; i < rows->len; i++)
    width = MAX (width, get_width (((GStrv) g_ptr_array_index (rows, i))[column]));
  return width;
}

/**
 * syl_output_rows:
 * @rows: (element-type GStrv): rows, of one number of cells
 *
 * Prints them one a line, with their cells in columns. The last column is as wide as it needs.
 */
void
syl_output_rows (GPtrArray *rows)
{
  unsigned int n_columns = rows->len > 0 ? g_strv_length (g_ptr_array_index (rows, 0)) : 0;
  g_autofree int *widths = g_new0 (int, n_columns + 1);

  for (unsigned int column = 0; column + 1 < n_columns; column++)
    widths[column] = get_column_width (rows, column);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      for (unsigned int column = 0; column + 1 < n_columns; column++)
        g_print ("%s%*s", row[column], widths[column] - get_width (row[column]) + GAP, "");
      g_print ("%s\n", row[n_columns - 1]);
    }
}

/**
 * syl_output_json_array:
 * @objects: (element-type utf8): JSON objects
 *
 * Prints them as one JSON array, an object a line.
 */
void
syl_output_json_array (GPtrArray *objects)
{
  g_print ("[");
  for (guint i = 0; i < objects->len; i++)
    g_print ("%s\n%s", i > 0 ? "," : "", (const char *) g_ptr_array_index (objects, i));
  g_print ("%s]\n", objects->len > 0 ? "\n" : "");
}
