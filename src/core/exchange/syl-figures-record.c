/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-figures-record.h"

#include <json-glib/json-glib.h>

#include "exchange/syl-pick-record.h"
#include "tables/plan/syl-plan-table.h"

static void
section_free (gpointer data)
{
  SylSectionFigures *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/**
 * syl_figures_free:
 * @self: (transfer full): figures
 */
void
syl_figures_free (SylFigures *self)
{
  g_ptr_array_unref (self->sections);
  g_free (self);
}

/* Records come section by section. */
static SylSectionFigures *
get_section (SylFigures          *self,
             const SylPickRecord *record)
{
  SylSectionFigures *last = NULL;

  if (self->sections->len > 0)
    last = g_ptr_array_index (self->sections, self->sections->len - 1);
  if (last != NULL && g_str_equal (last->id, record->section))
    return last;
  last = g_new0 (SylSectionFigures, 1);
  last->id = g_strdup (record->section);
  last->title = g_strdup (record->section_title);
  g_ptr_array_add (self->sections, last);
  return last;
}

static void
count_record (SylFigures          *self,
              const SylPickRecord *record)
{
  SylSectionFigures *section = get_section (self, record);
  unsigned int is_read = record->state == SYL_PICK_STATE_READ;
  unsigned int is_skipped = record->state == SYL_PICK_STATE_SKIPPED;

  section->n_picks++;
  section->n_read += is_read;
  section->n_skipped += is_skipped;
  self->n_picks++;
  self->n_read += is_read;
  self->n_skipped += is_skipped;
}

/**
 * syl_figures_new:
 * @year: the year of a list
 * @records: (element-type SylPickRecord): the picks of the list, in its order; retired ones don't count
 *
 * Returns: (transfer full): how it goes
 */
SylFigures *
syl_figures_new (SylYear   *year,
                 GPtrArray *records)
{
  SylFigures *self = g_new0 (SylFigures, 1);
  const SylPlan *plan = syl_year_get_plan (year);
  const SylPlanSession *sessions;
  gsize n_sessions;

  self->sections = g_ptr_array_new_with_free_func (section_free);
  for (guint i = 0; i < records->len; i++)
    {
      const SylPickRecord *record = g_ptr_array_index (records, i);

      if (!record->retired)
        count_record (self, record);
    }
  sessions = syl_year_get_sessions (year, &n_sessions);
  self->seconds = syl_plan_sum_focus (sessions, n_sessions, -1, NULL, NULL);
  self->streak = syl_plan_count_streak (plan);
  self->has_end = syl_plan_get_end (plan, &self->end);
  self->n_behind = plan->n_behind;
  return self;
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
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_counts (JsonBuilder  *builder,
            unsigned int  n_picks,
            unsigned int  n_read,
            unsigned int  n_skipped)
{
  add_number (builder, "picks", n_picks);
  add_number (builder, "read", n_read);
  add_number (builder, "skipped", n_skipped);
}

static void
add_end (JsonBuilder      *builder,
         const SylFigures *self)
{
  char end[16];

  json_builder_set_member_name (builder, "end");
  if (!self->has_end)
    {
      json_builder_add_null_value (builder);
      return;
    }
  syl_plan_day_to_string (&self->end, end);
  json_builder_add_string_value (builder, end);
}

static void
add_sections (JsonBuilder      *builder,
              const SylFigures *self)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const SylSectionFigures *section = g_ptr_array_index (self->sections, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", section->id);
      add_string (builder, "title", section->title);
      add_counts (builder, section->n_picks, section->n_read, section->n_skipped);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * syl_figures_to_json:
 * @self: figures
 *
 * Returns: (transfer full): them as one JSON object, on one line
 */
char *
syl_figures_to_json (const SylFigures *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_counts (builder, self->n_picks, self->n_read, self->n_skipped);
  add_number (builder, "focused_minutes", (gint64) (self->seconds / 60));
  add_number (builder, "streak", self->streak.present);
  add_number (builder, "longest_streak", self->streak.longest);
  add_end (builder, self);
  json_builder_set_member_name (builder, "on_plan");
  json_builder_add_boolean_value (builder, self->n_behind <= 0);
  add_number (builder, "weeks_behind", self->n_behind);
  add_sections (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
