/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-selector.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "lists/syl-json-reader.h"

/* Enough for a quote of the largest size with every character escaped, and all around it. */
#define MAX_JSON_BYTES (256 * 1024)
#define MAX_DEPTH 4
#define MAX_SELECTORS 16
#define MAX_CONTEXT_BYTES 1024
#define MAX_PAGE 1000000

#define PDF_FRAGMENTS "http://tools.ietf.org/rfc/rfc3778"

/* Members of any selector of the array, before it is known which of them it is. */
typedef struct
{
  char *type;  /* owned, as all strings here */
  char *exact;
  char *prefix;
  char *suffix;
  char *before;
  char *after;
  char *landmarks;
  char *hash;
  char *value;
  double start;
  double end;
  double length;
  double copies;
  double rival;
} Members;

/**
 * syl_anchor_selector_free:
 * @self: (nullable): a selector
 *
 * Frees the selector.
 */
void
syl_anchor_selector_free (SylAnchorSelector *self)
{
  if (self == NULL)
    return;

  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->before);
  g_free (self->after);
  g_free (self->landmarks);
  g_free (self);
}

static void
begin_selector (JsonBuilder *builder,
                const char  *type)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "type");
  json_builder_add_string_value (builder, type);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gsize        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) value);
}

static void
add_surroundings (JsonBuilder             *builder,
                  const SylAnchorSelector *self)
{
  g_autofree char *hash = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->text_hash);

  begin_selector (builder, "SyllabusSurroundings");
  add_string (builder, "before", self->before);
  add_string (builder, "after", self->after);
  add_string (builder, "landmarks", self->landmarks);
  add_number (builder, "length", self->text_points);
  add_string (builder, "hash", hash);
  add_number (builder, "copies", self->copies);
  add_number (builder, "rival", self->rival);
  json_builder_end_object (builder);
}

static void
add_page (JsonBuilder  *builder,
          unsigned int  page)
{
  g_autofree char *value = g_strdup_printf ("page=%u", page);

  begin_selector (builder, "FragmentSelector");
  add_string (builder, "conformsTo", PDF_FRAGMENTS);
  add_string (builder, "value", value);
  json_builder_end_object (builder);
}

/**
 * syl_anchor_selector_to_json:
 * @self: a selector
 *
 * Writes the selector as an array of selectors with the names of the W3C’s Web Annotation Data
 * Model; what is our own stands in one of type “SyllabusSurroundings”. Any thread.
 *
 * Returns: (transfer full): JSON in one line
 */
char *
syl_anchor_selector_to_json (const SylAnchorSelector *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  begin_selector (builder, "TextQuoteSelector");
  add_string (builder, "exact", self->exact);
  add_string (builder, "prefix", self->prefix);
  add_string (builder, "suffix", self->suffix);
  json_builder_end_object (builder);
  if (self->has_position)
    {
      begin_selector (builder, "TextPositionSelector");
      add_number (builder, "start", self->position.start);
      add_number (builder, "end", self->position.end);
      json_builder_end_object (builder);
    }
  if (self->page > 0)
    add_page (builder, self->page);
  if (self->before != NULL || self->after != NULL)
    add_surroundings (builder, self);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
members_clear (Members *self)
{
  g_free (self->type);
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self->before);
  g_free (self->after);
  g_free (self->landmarks);
  g_free (self->hash);
  g_free (self->value);
}

static void
read_member (Members       *self,
             const char    *name,
             SylJsonReader *reader)
{
  struct
  {
    const char *name;
    char **string;
    double *number;
  } table[] = {
    { "type", &self->type, NULL }, { "exact", &self->exact, NULL }, { "prefix", &self->prefix, NULL },
    { "suffix", &self->suffix, NULL }, { "before", &self->before, NULL }, { "after", &self->after, NULL },
    { "landmarks", &self->landmarks, NULL }, { "hash", &self->hash, NULL }, { "value", &self->value, NULL },
    { "start", NULL, &self->start }, { "end", NULL, &self->end }, { "length", NULL, &self->length }, { "copies", NULL, &self->copies },
    { "rival", NULL, &self->rival },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (!g_str_equal (name, table[i].name))
        continue;
      if (table[i].number != NULL)
        {
          syl_json_reader_read_number (reader, table[i].number);
          return;
        }
      g_free (*table[i].string);
      *table[i].string = syl_json_reader_read_string (reader);
      return;
    }
  syl_json_reader_skip (reader);
}

static gsize
whole (double value,
       gsize  most)
{
  return value > 0 ? (gsize) MIN (floor (value), (double) most) : 0;
}

/* Too long a context is no context; the first of several selectors of a kind holds. */
static void
take_text (char **field,
           char **value)
{
  if (*field == NULL && *value != NULL && strlen (*value) <= MAX_CONTEXT_BYTES)
    *field = g_steal_pointer (value);
}

static void
take_position (SylAnchorSelector *selector,
               const Members     *self)
{
  if (selector->has_position ||
      !(self->start >= 0 && self->end > self->start && self->end <= SYL_ANCHOR_MAX_PAGE_BYTES))
    return;

  selector->position = (SylPointRange) { (gsize) self->start, (gsize) self->end };
  selector->has_position = TRUE;
}

static void
take_surroundings (SylAnchorSelector *selector,
                   Members           *self)
{
  take_text (&selector->before, &self->before);
  take_text (&selector->after, &self->after);
  take_text (&selector->landmarks, &self->landmarks);
  selector->text_points = whole (self->length, SYL_ANCHOR_MAX_PAGE_BYTES);
  selector->text_hash = self->hash != NULL ? g_ascii_strtoull (self->hash, NULL, 16) : 0;
  selector->copies = (unsigned int) whole (self->copies, SYL_ANCHOR_MAX_COPIES);
  selector->rival = (unsigned int) whole (self->rival, 100);
}

static void
take_page (SylAnchorSelector *selector,
           const Members     *self)
{
  guint64 page;

  if (self->value != NULL && g_str_has_prefix (self->value, "page=") &&
      g_ascii_string_to_unsigned (self->value + strlen ("page="), 10, 1, MAX_PAGE, &page, NULL))
    selector->page = (unsigned int) page;
}

static void
read_selector (SylAnchorSelector *selector,
               SylJsonReader     *reader)
{
  Members members = { .start = -1, .end = -1 };
  const char *name;

  if (!syl_json_reader_enter (reader, SYL_JSON_TYPE_OBJECT))
    return;
  while ((name = syl_json_reader_next_member (reader)) != NULL)
    read_member (&members, name, reader);

  if (g_strcmp0 (members.type, "TextQuoteSelector") == 0 && selector->exact == NULL)
    {
      selector->exact = g_steal_pointer (&members.exact);
      take_text (&selector->prefix, &members.prefix);
      take_text (&selector->suffix, &members.suffix);
    }
  else if (g_strcmp0 (members.type, "TextPositionSelector") == 0)
    {
      take_position (selector, &members);
    }
  else if (g_strcmp0 (members.type, "SyllabusSurroundings") == 0)
    {
      take_surroundings (selector, &members);
    }
  else if (g_strcmp0 (members.type, "FragmentSelector") == 0)
    {
      take_page (selector, &members);
    }
  members_clear (&members);
}

static gboolean
read_selectors (SylAnchorSelector *selector,
                SylJsonReader     *reader)
{
  if (syl_json_reader_enter (reader, SYL_JSON_TYPE_ARRAY))
    for (int n = 0; syl_json_reader_next_element (reader); n++)
      {
        if (n < MAX_SELECTORS)
          read_selector (selector, reader);
        else
          syl_json_reader_skip (reader);
      }
  return syl_json_reader_get_fault (reader) == SYL_JSON_FAULT_NONE && syl_json_reader_is_at_end (reader);
}

/**
 * syl_anchor_selector_from_json:
 * @json: any bytes
 * @length: how many
 * @error: return location for a #GError
 *
 * Reads what syl_anchor_selector_to_json() wrote, or selectors of another program. What is not
 * known is passed over, and so is a context that is too long. Any thread.
 *
 * Fails with %SYL_ANCHOR_ERROR_TOO_LARGE for too much JSON or a quote above
 * %SYL_ANCHOR_MAX_QUOTE_BYTES, and with %SYL_ANCHOR_ERROR_INVALID where @json is no array of
 * selectors, or has no quote in it.
 *
 * Returns: (transfer full) (nullable): the selector
 */
SylAnchorSelector *
syl_anchor_selector_from_json (const char  *json,
                               gsize        length,
                               GError     **error)
{
  g_autoptr (SylAnchorSelector) selector = g_new0 (SylAnchorSelector, 1);
  g_autoptr (SylJsonReader) reader = NULL;

  if (length > MAX_JSON_BYTES)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE, "The selectors are too large");
      return NULL;
    }
  if (g_utf8_validate_len (json, length, NULL))
    reader = syl_json_reader_new (json, length, MAX_DEPTH);
  if (reader == NULL || !read_selectors (selector, reader) || selector->exact == NULL || *selector->exact == '\0')
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID, "These are no selectors of a quote");
      return NULL;
    }
  if (strlen (selector->exact) > SYL_ANCHOR_MAX_QUOTE_BYTES)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE, "The quote is longer than 32 kB");
      return NULL;
    }
  return g_steal_pointer (&selector);
}

/* Returns: (transfer none): the end of @text, at most so many characters, from a whole word on if there is one */
static const char *
find_last_words (const char *text,
                 gsize       n_points)
{
  glong length = g_utf8_strlen (text, -1);
  const char *cut, *space;

  if (length <= (glong) n_points)
    return text;

  cut = g_utf8_offset_to_pointer (text, length - (glong) n_points - 1);
  space = strchr (cut, ' ');
  return space != NULL && space[1] != '\0' ? space + 1 : g_utf8_next_char (cut);
}

/**
 * syl_anchor_selector_dup_words_before:
 * @self: a selector
 * @n_points: how many code points of them are enough
 *
 * By which a reader knows where a quote was that is gone.
 *
 * Returns: (transfer full) (nullable): the words that stood right before it, on one line and beginning with
 *   a whole one; %NULL if there are none
 */
char *
syl_anchor_selector_dup_words_before (const SylAnchorSelector *self,
                                      gsize                    n_points)
{
  g_auto (GStrv) words = g_strsplit_set (self->prefix != NULL ? self->prefix : "", " \n\t\r", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0')
        g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);
    }
  return line->len > 0 ? g_strdup (find_last_words (line->str, n_points)) : NULL;
}
