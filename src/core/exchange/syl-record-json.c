/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-record-json.h"

#include <json-glib/json-glib.h>

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder  *builder,
            const char   *name,
            unsigned int  value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/* What isn't known is null, so that nobody takes 0 for a number. */
static void
add_known_number (JsonBuilder  *builder,
                  const char   *name,
                  unsigned int  value)
{
  json_builder_set_member_name (builder, name);
  if (value > 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
begin_array (JsonBuilder *builder,
             const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_strings (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *strings)
{
  begin_array (builder, name);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (strings, i));
  json_builder_end_array (builder);
}

static char *
end (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
add_source_record (JsonBuilder           *builder,
                   const SylSourceRecord *source)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", source->slug);
  add_string (builder, "title", source->title);
  add_string (builder, "url", source->url);
  add_string (builder, "kind", source->kind);
  add_string (builder, "role", source->main ? "main" : "see-also");
  json_builder_end_object (builder);
}

/**
 * syl_pick_record_to_json:
 * @self: a record
 *
 * Returns: (transfer full): it as one JSON object, on one line; what there is no number for is null
 */
char *
syl_pick_record_to_json (const SylPickRecord *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "id", self->slug);
  add_string (builder, "list", self->list);
  add_string (builder, "section", self->section);
  add_string (builder, "section_title", self->section_title);
  add_known_number (builder, "position", self->number);
  add_string (builder, "title", self->title);
  add_string (builder, "commentary", self->commentary);
  add_string (builder, "state", syl_pick_state_to_string (self->state));
  add_known_number (builder, "week", self->week);
  add_known_number (builder, "minutes", self->minutes);
  begin_array (builder, "sources");
  for (guint i = 0; i < self->sources->len; i++)
    add_source_record (builder, g_ptr_array_index (self->sources, i));
  json_builder_end_array (builder);
  return end (builder);
}

/**
 * syl_list_record_to_json:
 * @self: a record
 *
 * Returns: (transfer full): it as one JSON object, on one line
 */
char *
syl_list_record_to_json (const SylListRecord *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "id", self->id);
  add_string (builder, "title", self->title);
  add_string (builder, "description", self->description);
  add_number (builder, "picks", self->n_picks);
  add_number (builder, "unread", self->n_picks - self->n_reading - self->n_read - self->n_skipped);
  add_number (builder, "reading", self->n_reading);
  add_number (builder, "read", self->n_read);
  add_number (builder, "skipped", self->n_skipped);
  return end (builder);
}

static void
add_list_source (JsonBuilder         *builder,
                 const SylListSource *source)
{
  json_builder_begin_object (builder);
  add_string (builder, "title", source->title);
  add_string (builder, "url", source->url);
  json_builder_end_object (builder);
}

static void
add_list_pick (JsonBuilder       *builder,
               const SylListPick *pick)
{
  json_builder_begin_object (builder);
  add_string (builder, "title", pick->title);
  add_string (builder, "commentary", pick->commentary);
  begin_array (builder, "sources");
  for (guint i = 0; i < pick->sources->len; i++)
    add_list_source (builder, g_ptr_array_index (pick->sources, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_list_section (JsonBuilder          *builder,
                  const SylListSection *section)
{
  json_builder_begin_object (builder);
  add_string (builder, "title", section->title);
  begin_array (builder, "picks");
  for (guint i = 0; i < section->picks->len; i++)
    add_list_pick (builder, g_ptr_array_index (section->picks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * syl_reading_list_to_json:
 * @list: a list
 *
 * Returns: (transfer full): what of it would be read, with its warnings, as one JSON object
 */
char *
syl_reading_list_to_json (const SylReadingList *list)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "title", list->title);
  begin_array (builder, "sections");
  for (guint i = 0; i < list->sections->len; i++)
    add_list_section (builder, g_ptr_array_index (list->sections, i));
  json_builder_end_array (builder);
  add_strings (builder, "warnings", list->warnings);
  return end (builder);
}

/**
 * syl_problems_to_json:
 * @problems: (element-type utf8): what a check of the library found
 *
 * Returns: (transfer full): it as one JSON object, on one line
 */
char *
syl_problems_to_json (GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_strings (builder, "problems", problems);
  return end (builder);
}
