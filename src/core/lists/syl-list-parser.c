/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-parser.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lists/syl-json-reader.h"
#include "lists/syl-list-entries.h"
#include "lists/syl-list-naming.h"

#define FORMAT 1
#define MAX_DEPTH 16

G_DEFINE_QUARK (syl-list-error-quark, syl_list_error)

static gboolean
fail (GError       **error,
      SylListError   code,
      const char    *message)
{
  g_set_error_literal (error, SYL_LIST_ERROR, code, message);
  return FALSE;
}

static const char *
skip_white (const char *data,
            gsize       length)
{
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  return length > 0 ? data : NULL;
}

/* Before anything looks at the structure: is this a text that can be read at all? */
static gboolean
check_bytes (const char  *data,
             gsize        length,
             GError     **error)
{
  const char *first;

  if (length > SYL_LIST_PARSER_MAX_BYTES)
    return fail (error, SYL_LIST_ERROR_TOO_LARGE,
                 _("This file is too large: a reading list may have up to 64 MB."));
  first = skip_white (data, length);
  if (first == NULL)
    return fail (error, SYL_LIST_ERROR_NOT_A_LIST, _("This file is empty."));
  if (*first == '<')
    return fail (error, SYL_LIST_ERROR_NOT_A_LIST, _("This is a web page, not a reading list."));
  if (!g_utf8_validate_len (data, length, NULL))
    return fail (error, SYL_LIST_ERROR_INVALID,
                 _("This file is damaged, or it isn’t a text file (it holds bytes that aren’t UTF-8)."));
  return TRUE;
}

typedef struct
{
  gboolean is_object;
  gboolean has_format;
  gboolean has_sections;
  double format;
} Outline;

static void
read_outline (SylJsonReader *reader,
              Outline       *outline)
{
  const char *name;

  outline->is_object = syl_json_reader_peek (reader) == SYL_JSON_TYPE_OBJECT;
  if (!syl_json_reader_enter (reader, SYL_JSON_TYPE_OBJECT))
    return;

  while ((name = syl_json_reader_next_member (reader)) != NULL)
    {
      if (g_str_equal (name, "format"))
        outline->has_format = syl_json_reader_read_number (reader, &outline->format);
      else
        {
          if (g_str_equal (name, "sections"))
            outline->has_sections = syl_json_reader_peek (reader) == SYL_JSON_TYPE_ARRAY;
          syl_json_reader_skip (reader);
        }
    }
}

static gboolean
check_syntax (SylJsonReader  *reader,
              GError        **error)
{
  if (syl_json_reader_get_fault (reader) == SYL_JSON_FAULT_DEPTH)
    return fail (error, SYL_LIST_ERROR_INVALID,
                 _("This file is nested too deeply to be a reading list."));
  if (syl_json_reader_get_fault (reader) == SYL_JSON_FAULT_NONE &&
      syl_json_reader_is_at_end (reader))
    return TRUE;

  g_set_error (error, SYL_LIST_ERROR, SYL_LIST_ERROR_INVALID,
               _("This file isn’t valid JSON: there is a mistake in line %u."),
               syl_json_reader_count_lines (reader));
  return FALSE;
}

/* The whole document is looked through once before anything is made of it: it is read in a fraction
 * of the time that making takes, and the version decides what to make. */
static gboolean
check_document (const char  *data,
                gsize        length,
                GError     **error)
{
  g_autoptr (SylJsonReader) reader = syl_json_reader_new (data, length, MAX_DEPTH);
  Outline outline = { 0 };

  read_outline (reader, &outline);
  if (!check_syntax (reader, error))
    return FALSE;
  if (outline.has_format && outline.format > FORMAT)
    return fail (error, SYL_LIST_ERROR_TOO_NEW,
                 _("This list was made for a newer version of Syllabus."));
  if (!outline.is_object || !outline.has_format || outline.format < FORMAT || !outline.has_sections)
    return fail (error, SYL_LIST_ERROR_NOT_A_LIST, _("This file isn’t a reading list."));
  return TRUE;
}

/* A mark that some programs put before a text; JSON knows none. */
static GBytes *
without_byte_order_mark (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize start = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  return g_bytes_new_from_bytes (bytes, start, length - start);
}

/**
 * syl_list_parser_parse_json:
 * @bytes: a file in the reading-list format
 * @error: return location for a %SYL_LIST_ERROR
 *
 * Makes a list of a file that nobody has to trust. What can be mended or left out without loss of
 * the rest is, and the list's warnings say so. Any thread; takes time in proportion to the size.
 *
 * Returns: (transfer full) (nullable): the list
 */
SylReadingList *
syl_list_parser_parse_json (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (GBytes) text = without_byte_order_mark (bytes);
  g_autoptr (SylJsonReader) reader = NULL;
  g_autoptr (SylReadingList) list = NULL;
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  if (!check_bytes (data, length, error) || !check_document (data, length, error))
    return NULL;

  reader = syl_json_reader_new (data, length, MAX_DEPTH);
  list = syl_list_entries_read (reader, error);
  if (list == NULL)
    return NULL;
  syl_list_naming_run (list);
  syl_reading_list_end_warnings (list);
  return g_steal_pointer (&list);
}
