/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-highlight-record.h"

#include <json-glib/json-glib.h>

#include "exchange/syl-highlight-link.h"

/**
 * syl_highlight_record_get_meaning:
 * @facts: a highlight
 *
 * Returns: (transfer none): what it means, in the word that scripts know, whatever readers call it
 */
const char *
syl_highlight_record_get_meaning (const SylHighlightFacts *facts)
{
  static const char *const words[] = { "key-idea", "method", "question", "to-use" };

  return words[MIN (facts->meaning, G_N_ELEMENTS (words) - 1)];
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_time (JsonBuilder *builder,
          const char  *name,
          GDateTime   *time)
{
  g_autofree char *text = g_date_time_format_iso8601 (time);

  add_string (builder, name, text);
}

static void
add_place (JsonBuilder             *builder,
           const SylHighlightFacts *facts)
{
  json_builder_set_member_name (builder, "page");
  if (facts->page > 0)
    json_builder_add_int_value (builder, facts->page);
  else
    json_builder_add_null_value (builder);
  add_string (builder, "status", syl_highlight_status_to_string (facts->status));
  json_builder_set_member_name (builder, "score");
  json_builder_add_double_value (builder, facts->score);
}

/**
 * syl_highlight_record_to_json:
 * @facts: a highlight
 *
 * Returns: (transfer full): it as one JSON object, on one line; the page is null where there are none
 */
char *
syl_highlight_record_to_json (const SylHighlightFacts *facts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *link = syl_highlight_dup_link (facts->uri, facts->quote, facts->selectors);

  json_builder_begin_object (builder);
  add_string (builder, "uuid", facts->uuid);
  add_string (builder, "pick", facts->pick_slug);
  add_string (builder, "source", facts->source_slug);
  add_string (builder, "uri", facts->uri);
  add_string (builder, "quote", facts->quote);
  add_string (builder, "note", facts->note);
  add_string (builder, "meaning", syl_highlight_record_get_meaning (facts));
  add_place (builder, facts);
  add_time (builder, "created", facts->created);
  add_time (builder, "modified", facts->modified);
  add_string (builder, "link", link);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
