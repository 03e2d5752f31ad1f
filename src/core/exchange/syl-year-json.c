/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-year-json.h"

#include <json-glib/json-glib.h>

#include "tables/plan/syl-plan-table.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_week (JsonBuilder       *builder,
          SylYear           *year,
          const SylPlanWeek *week)
{
  SylWeek iso;
  g_autofree char *name = NULL;

  syl_week_init_from_date (&iso, &week->monday);
  name = syl_week_to_string (&iso);
  json_builder_begin_object (builder);
  add_string (builder, "week", name);
  add_string (builder, "pick", week->pick >= 0 ? syl_year_get_slug (year, week->pick) : NULL);
  add_string (builder, "state", syl_plan_week_state_to_string (week->state));
  json_builder_end_object (builder);
}

/**
 * syl_year_to_json:
 * @year: a year
 *
 * Returns: (transfer full): its plan as one JSON object, on one line
 */
char *
syl_year_to_json (SylYear *year)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  const SylPlan *plan = syl_year_get_plan (year);
  const SylPlanInput *input = syl_year_get_input (year);
  char start[16];

  syl_plan_day_to_string (&plan->start, start);
  json_builder_begin_object (builder);
  add_string (builder, "start", start);
  json_builder_set_member_name (builder, "minutes");
  json_builder_add_int_value (builder, input->minutes);
  add_string (builder, "order", syl_plan_order_to_string (input->order));
  json_builder_set_member_name (builder, "chosen");
  json_builder_add_boolean_value (builder, syl_year_get_chosen (year));
  json_builder_set_member_name (builder, "weeks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->weeks->len; i++)
    add_week (builder, year, &g_array_index (plan->weeks, SylPlanWeek, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
