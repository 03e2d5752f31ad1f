/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-fields.h"

#include "lists/syl-list-text.h"
#include "text/syl-uri.h"

#define MAX_NAME_CHARS 256
#define MAX_STRINGS 200

static void
replace (char **field,
         char  *value)
{
  g_free (*field);
  *field = value;
}

/**
 * syl_list_fields_take_line:
 * @self: fields
 * @field: (inout): where the line goes, %NULL if there is none
 * @max_chars: how long it may be
 */
void
syl_list_fields_take_line (SylListFields  *self,
                           char          **field,
                           gsize           max_chars)
{
  char *raw = syl_json_reader_read_string (self->reader);

  replace (field, syl_list_text_take_line (raw, max_chars, &self->cut));
}

/**
 * syl_list_fields_take_block:
 * @self: fields
 * @field: (inout): where the text goes, "" if there is none
 * @max_chars: how long it may be
 */
void
syl_list_fields_take_block (SylListFields  *self,
                            char          **field,
                            gsize           max_chars)
{
  char *raw = syl_json_reader_read_string (self->reader);

  replace (field, syl_list_text_take_block (raw, max_chars, &self->cut));
}

/**
 * syl_list_fields_take_slug:
 * @self: fields
 * @field: (inout): where the id goes, %NULL if there is none
 */
void
syl_list_fields_take_slug (SylListFields  *self,
                           char          **field)
{
  replace (field, syl_list_text_take_slug (syl_json_reader_read_string (self->reader)));
}

/**
 * syl_list_fields_take_address:
 * @self: fields
 * @field: (inout): where the address goes, %NULL if it is none of the web
 */
void
syl_list_fields_take_address (SylListFields  *self,
                              char          **field)
{
  g_autofree char *raw = syl_json_reader_read_string (self->reader);

  if (raw != NULL)
    g_strstrip (raw);
  replace (field, syl_uri_is_web (raw) ? g_steal_pointer (&raw) : NULL);
}

/**
 * syl_list_fields_take_day:
 * @self: fields
 * @field: (inout): where the day goes, as 2025-01-05; %NULL if it is none
 */
void
syl_list_fields_take_day (SylListFields  *self,
                          char          **field)
{
  g_autofree char *raw = syl_json_reader_read_string (self->reader);
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *moment = g_strdup_printf ("%.10sT00:00:00Z", raw != NULL ? raw : "");

  day = g_date_time_new_from_iso8601 (moment, NULL);
  replace (field, day != NULL ? g_date_time_format (day, "%Y-%m-%d") : NULL);
}

/**
 * syl_list_fields_take_number:
 * @self: fields
 * @field: (out): where the number goes, 0 if it is none or not within bounds
 * @max: how large it may be
 */
void
syl_list_fields_take_number (SylListFields *self,
                             unsigned int  *field,
                             unsigned int   max)
{
  double value = 0;

  syl_json_reader_read_number (self->reader, &value);
  *field = value >= 0.5 && value <= max ? (unsigned int) (value + 0.5) : 0;
}

static void
take_strings (SylListFields *self,
              GStrv         *field,
              void         (*take) (SylListFields *self, char **string))
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  unsigned int n_strings = 0;

  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_ARRAY))
    return;
  while (syl_json_reader_next_element (self->reader))
    {
      g_autofree char *string = NULL;

      take (self, &string);
      if (string != NULL && n_strings++ < MAX_STRINGS)
        g_strv_builder_add (strings, string);
    }
  self->cut |= n_strings > MAX_STRINGS;
  g_strfreev (*field);
  *field = n_strings > 0 ? g_strv_builder_end (strings) : NULL;
}

static void
take_name (SylListFields  *self,
           char          **name)
{
  syl_list_fields_take_line (self, name, MAX_NAME_CHARS);
}

/**
 * syl_list_fields_take_names:
 * @self: fields
 * @field: (inout): where the names go, %NULL if there are none
 */
void
syl_list_fields_take_names (SylListFields *self,
                            GStrv         *field)
{
  take_strings (self, field, take_name);
}

/**
 * syl_list_fields_take_slugs:
 * @self: fields
 * @field: (inout): where the ids go, %NULL if there are none
 */
void
syl_list_fields_take_slugs (SylListFields *self,
                            GStrv         *field)
{
  take_strings (self, field, syl_list_fields_take_slug);
}
