/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain rules of others, for comparison: cases as of anchor-cases, and the name of a rule as the
 * argument: “exact”, the nearest exact copy; “context”, prefix, quote and suffix to the letter; “best”,
 * the nearest exact copy, or else the best approximate hit, whatever it is. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "anchor/syl-myers.h"

#define CONTEXT 64

typedef struct
{
  const char *text;
  gsize start;
  gsize end;
  gboolean found;
} Hit;

static gsize
bytes_of (const char *text,
          gint64      points)
{
  return (gsize) (g_utf8_offset_to_pointer (text, (glong) points) - text);
}

/* The copy that is nearest to @hint. */
static Hit
find_exact (const char *text,
            const char *quote,
            gsize       length,
            double      hint)
{
  Hit hit = { .text = text };
  g_autofree char *copy = g_strndup (quote, length);

  for (const char *p = strstr (text, copy); p != NULL; p = strstr (p + 1, copy))
    {
      gsize start = (gsize) (p - text);

      if (!hit.found || fabs ((double) start - hint) < fabs ((double) hit.start - hint))
        hit = (Hit) { text, start, start + length, TRUE };
    }
  return hit;
}

static Hit
find_in_context (const char *before,
                 gsize       start,
                 gsize       end,
                 const char *after,
                 double      hint)
{
  const char *from = before + start, *to = before + end;
  Hit hit;

  for (int i = 0; i < CONTEXT && from > before; i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; i < CONTEXT && *to != '\0'; i++)
    to = g_utf8_next_char (to);
  hit = find_exact (after, from, (gsize) (to - from), hint);
  hit.start += (gsize) (before + start - from);
  hit.end -= (gsize) (to - before) - end;
  return hit;
}

static Hit
find_best (const char *after,
           const char *quote,
           gsize       length,
           double      hint)
{
  Hit hit = find_exact (after, quote, length, hint);
  SylMyersMatch match;

  if (!hit.found && length > 1 &&
      syl_myers_find (quote, length, after, strlen (after), MIN (256, length / 2), &match))
    hit = (Hit) { after, match.start, match.end, TRUE };
  return hit;
}

static void
print_hit (const char *id,
           Hit         hit)
{
  if (hit.found)
    printf ("{\"id\": \"%s\", \"status\": \"attached\", \"start\": %ld, \"end\": %ld}\n", id,
            g_utf8_pointer_to_offset (hit.text, hit.text + hit.start),
            g_utf8_pointer_to_offset (hit.text, hit.text + hit.end));
  else
    printf ("{\"id\": \"%s\", \"status\": \"orphaned\", \"start\": null, \"end\": null}\n", id);
}

static void
run_case (JsonObject *object,
          const char *rule)
{
  const char *before = json_object_get_string_member (object, "before");
  const char *after = json_object_get_string_member (object, "after");
  gsize start = bytes_of (before, json_object_get_int_member (object, "start"));
  gsize end = bytes_of (before, json_object_get_int_member (object, "end"));
  double hint = (double) start / (double) strlen (before) * (double) strlen (after);
  Hit hit;

  if (g_str_equal (rule, "context"))
    hit = find_in_context (before, start, end, after, hint);
  else if (g_str_equal (rule, "exact"))
    hit = find_exact (after, before + start, end - start, hint);
  else
    hit = find_best (after, before + start, end - start, hint);
  print_hit (json_object_get_string_member (object, "id"), hit);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  char *line = NULL;
  size_t allocated = 0;
  ssize_t length;

  while ((length = getline (&line, &allocated, stdin)) >= 0)
    {
      if (argc != 2 || !json_parser_load_from_data (parser, line, length, NULL))
        return 2;
      run_case (json_node_get_object (json_parser_get_root (parser)), argv[1]);
    }
  free (line);
  return 0;
}
