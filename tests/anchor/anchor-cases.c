/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cases, one a line: {"id", "before", "after", "start", "end"}, a text, its later version, and
 * the code points of a quote in the first. Makes selectors of the quote, finds it in the later text,
 * and writes {"id", "status", "start", "end", "score", "ms"}, one line a case. A line that is no
 * case is told on standard error, and the exit status is 1 then. */
#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "anchor/syl-anchor-page.h"
#include "lists/syl-json-reader.h"

typedef struct
{
  char *id; /* owned; as JSON */
  char *before;
  char *after;
  double start;
  double end;
} Case;

/* The texts of the case before: those of one document often come one after the other. */
typedef struct
{
  char *text;
  SylAnchorPage *page;
} Kept;

static void
case_clear (Case *self)
{
  g_free (self->id);
  g_free (self->before);
  g_free (self->after);
}

/* An id may be a text or a number, and comes back as it was. */
static char *
read_id (SylJsonReader *reader)
{
  if (syl_json_reader_peek (reader) == SYL_JSON_TYPE_STRING)
    {
      g_autofree char *text = syl_json_reader_read_string (reader);
      g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text != NULL ? text : "");

      return json_to_string (node, FALSE);
    }
  else
    {
      double number;
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      if (!syl_json_reader_read_number (reader, &number))
        return NULL;
      return g_strdup (g_ascii_dtostr (digits, sizeof digits, number));
    }
}

static void
read_text (SylJsonReader  *reader,
           char          **text)
{
  g_free (*text);
  *text = syl_json_reader_read_string (reader);
}

static void
read_members (SylJsonReader *reader,
              Case          *self)
{
  const char *name;

  while ((name = syl_json_reader_next_member (reader)) != NULL)
    {
      if (g_str_equal (name, "id"))
        {
          g_free (self->id);
          self->id = read_id (reader);
        }
      else if (g_str_equal (name, "before"))
        read_text (reader, &self->before);
      else if (g_str_equal (name, "after"))
        read_text (reader, &self->after);
      else if (g_str_equal (name, "start"))
        syl_json_reader_read_number (reader, &self->start);
      else if (g_str_equal (name, "end"))
        syl_json_reader_read_number (reader, &self->end);
      else
        syl_json_reader_skip (reader);
    }
}

static gboolean
is_offset (double value)
{
  return value >= 0 && value <= SYL_ANCHOR_MAX_PAGE_BYTES && floor (value) >= value;
}

static const char *
parse_case (const char *line,
            gsize       length,
            Case       *self)
{
  g_autoptr (SylJsonReader) reader = NULL;

  if (!g_utf8_validate_len (line, length, NULL))
    return "is not valid UTF-8";

  self->start = self->end = -1;
  reader = syl_json_reader_new (line, length, 16);
  if (syl_json_reader_enter (reader, SYL_JSON_TYPE_OBJECT))
    read_members (reader, self);
  if (syl_json_reader_get_fault (reader) != SYL_JSON_FAULT_NONE || !syl_json_reader_is_at_end (reader))
    return "is no JSON object, or has a NUL in it";
  if (self->id == NULL)
    return "has no id";
  if (self->before == NULL || self->after == NULL)
    return "lacks one of the texts “before” and “after”";
  if (!is_offset (self->start) || !is_offset (self->end))
    return "lacks one of the offsets “start” and “end”";
  return NULL;
}

static SylAnchorPage *
prepare (Kept   *kept,
         char  **text,
         GError **error)
{
  if (g_strcmp0 (kept->text, *text) != 0)
    {
      g_clear_pointer (&kept->page, syl_anchor_page_free);
      g_free (kept->text);
      kept->text = g_steal_pointer (text);
      kept->page = syl_anchor_page_new (kept->text, strlen (kept->text), error);
      if (kept->page == NULL)
        g_clear_pointer (&kept->text, g_free);
    }
  return kept->page;
}

static void
print_match (const char           *id,
             const SylAnchorMatch *match,
             const SylAnchorPage  *page,
             double                ms)
{
  static const char *const names[] = { "attached", "moved", "orphaned" };
  SylPointRange points = syl_text_offsets_to_points (syl_anchor_page_get_offsets (page), match->range);

  printf ("{\"id\": %s, \"status\": \"%s\", ", id, names[match->status]);
  if (match->status == SYL_ANCHOR_ORPHANED)
    printf ("\"start\": null, \"end\": null, ");
  else
    printf ("\"start\": %zu, \"end\": %zu, ", points.start, points.end);
  printf ("\"score\": %.3f, \"ms\": %.3f}\n", match->score, ms);
}

/* What is kept goes through its stored form, as in the app. */
static SylAnchorSelector *
make_selector (SylAnchorPage  *page,
               const Case     *self,
               GError        **error)
{
  SylPointRange points = { (gsize) self->start, (gsize) self->end };
  SylByteRange range = { 1, 0 };
  g_autoptr (SylAnchorSelector) selector = NULL;
  g_autofree char *json = NULL;

  syl_text_offsets_from_points (syl_anchor_page_get_offsets (page), points, &range);
  selector = syl_anchor_page_select (page, range, 0, error);
  if (selector == NULL)
    return NULL;
  json = syl_anchor_selector_to_json (selector);
  return syl_anchor_selector_from_json (json, strlen (json), error);
}

static gboolean
run_case (Case    *self,
          Kept     kept[2],
          GError **error)
{
  g_autoptr (SylAnchorSelector) selector = NULL;
  const SylAnchorSelector *selectors[1];
  SylAnchorPage *before, *after;
  SylAnchorMatch match;
  gint64 begin;

  before = prepare (&kept[0], &self->before, error);
  selector = before != NULL ? make_selector (before, self, error) : NULL;
  if (selector == NULL)
    return FALSE;

  begin = g_get_monotonic_time ();
  after = prepare (&kept[1], &self->after, error);
  if (after == NULL)
    return FALSE;
  selectors[0] = selector;
  syl_anchor_page_match (after, selectors, 1, &match);
  print_match (self->id, &match, after, (double) (g_get_monotonic_time () - begin) / 1000);
  return TRUE;
}

static gboolean
run_line (const char *line,
          gsize       length,
          Kept        kept[2],
          guint64     number)
{
  g_autoptr (GError) error = NULL;
  Case self = { 0 };
  const char *fault = parse_case (line, length, &self);
  gboolean done = fault == NULL && run_case (&self, kept, &error);

  if (fault != NULL)
    fprintf (stderr, "anchor-cases: line %" G_GUINT64_FORMAT " %s\n", number, fault);
  else if (!done)
    fprintf (stderr, "anchor-cases: line %" G_GUINT64_FORMAT ": %s\n", number, error->message);
  case_clear (&self);
  return done;
}

int
main (void)
{
  Kept kept[2] = { 0 };
  char *line = NULL;
  size_t allocated = 0;
  ssize_t length;
  gboolean ok = TRUE;

  setlocale (LC_NUMERIC, "C");
  for (guint64 number = 1; (length = getline (&line, &allocated, stdin)) >= 0; number++)
    {
      while (length > 0 && g_ascii_isspace (line[length - 1]))
        length--;
      if (length > 0)
        ok = run_line (line, (gsize) length, kept, number) && ok;
      fflush (stdout);
    }
  free (line);
  for (int i = 0; i < 2; i++)
    {
      syl_anchor_page_free (kept[i].page);
      g_free (kept[i].text);
    }
  return ok ? 0 : 1;
}
