/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-pick.h"

#include "model/syl-pick-private.h"
#include "model/syl-source-private.h"

typedef enum
{
  PROP_ID = 1,
  PROP_LOADED,
  PROP_SLUG,
  PROP_TITLE,
  PROP_SECTION_ID,
  PROP_SECTION_NUMBER,
  PROP_SECTION_TITLE,
  PROP_EXTRA,
  PROP_RETIRED,
  PROP_POSITION,
  PROP_MINUTES,
  PROP_DIFFICULTY,
  PROP_YEAR_FIRST,
  PROP_YEAR_LAST,
  PROP_N_SOURCES,
  PROP_N_NOTES,
  PROP_STATE,
  PROP_STARTED,
  PROP_FINISHED,
  PROP_DETAILED,
  PROP_COMMENTARY,
  PROP_AFTER,
  PROP_SOURCES,
} SylPickProps;

static GParamSpec *properties[PROP_SOURCES + 1];

G_DEFINE_FINAL_TYPE (SylPick, syl_pick, G_TYPE_OBJECT)

/**
 * syl_pick_facts_free:
 * @facts: (transfer full): facts, on any thread
 */
void
syl_pick_facts_free (SylPickFacts *facts)
{
  g_free (facts->slug);
  g_free (facts->title);
  g_free (facts->section_title);
  g_clear_pointer (&facts->started, g_date_time_unref);
  g_clear_pointer (&facts->finished, g_date_time_unref);
  g_free (facts);
}

/**
 * syl_pick_details_free:
 * @details: (transfer full): facts, on any thread
 */
void
syl_pick_details_free (SylPickDetails *details)
{
  g_free (details->commentary);
  g_free (details->after);
  g_clear_pointer (&details->sources, g_ptr_array_unref);
  g_free (details);
}

static void
syl_pick_finalize (GObject *object)
{
  SylPick *self = SYL_PICK (object);

  g_clear_pointer (&self->facts, syl_pick_facts_free);
  g_clear_pointer (&self->details, syl_pick_details_free);
  g_clear_object (&self->sources);

  G_OBJECT_CLASS (syl_pick_parent_class)->finalize (object);
}

/* Where it stands in its list. */
static gboolean
get_place (SylPick *self,
           guint    property_id,
           GValue  *value)
{
  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->facts->id);
      return TRUE;
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      return TRUE;
    case PROP_SLUG:
      g_value_set_string (value, self->facts->slug);
      return TRUE;
    case PROP_TITLE:
      g_value_set_string (value, self->facts->title);
      return TRUE;
    case PROP_SECTION_ID:
      g_value_set_int64 (value, self->facts->section_id);
      return TRUE;
    case PROP_SECTION_NUMBER:
      g_value_set_uint (value, self->facts->section_number);
      return TRUE;
    case PROP_SECTION_TITLE:
      g_value_set_string (value, self->facts->section_title);
      return TRUE;
    case PROP_EXTRA:
      g_value_set_boolean (value, self->facts->extra);
      return TRUE;
    case PROP_RETIRED:
      g_value_set_boolean (value, self->facts->retired);
      return TRUE;
    case PROP_POSITION:
      g_value_set_uint (value, self->facts->position);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What there is to read. */
static gboolean
get_extent (SylPick *self,
            guint    property_id,
            GValue  *value)
{
  switch (property_id)
    {
    case PROP_MINUTES:
      g_value_set_uint (value, self->facts->minutes);
      return TRUE;
    case PROP_DIFFICULTY:
      g_value_set_uint (value, self->facts->difficulty);
      return TRUE;
    case PROP_YEAR_FIRST:
      g_value_set_uint (value, self->facts->year_first);
      return TRUE;
    case PROP_YEAR_LAST:
      g_value_set_uint (value, self->facts->year_last);
      return TRUE;
    case PROP_N_SOURCES:
      g_value_set_uint (value, self->facts->n_sources);
      return TRUE;
    case PROP_DETAILED:
      g_value_set_boolean (value, self->details != NULL);
      return TRUE;
    case PROP_COMMENTARY:
      g_value_set_string (value, self->details != NULL ? self->details->commentary : NULL);
      return TRUE;
    case PROP_AFTER:
      g_value_set_string (value, self->details != NULL ? self->details->after : NULL);
      return TRUE;
    case PROP_SOURCES:
      g_value_set_object (value, self->sources);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What the reader made of it. */
static gboolean
get_reading (SylPick *self,
             guint    property_id,
             GValue  *value)
{
  switch (property_id)
    {
    case PROP_N_NOTES:
      g_value_set_uint (value, self->facts->n_notes);
      return TRUE;
    case PROP_STATE:
      g_value_set_enum (value, self->facts->state);
      return TRUE;
    case PROP_STARTED:
      g_value_set_boxed (value, self->facts->started);
      return TRUE;
    case PROP_FINISHED:
      g_value_set_boxed (value, self->facts->finished);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
syl_pick_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  SylPick *self = SYL_PICK (object);

  if (!get_place (self, property_id, value) && !get_extent (self, property_id, value) &&
      !get_reading (self, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
add (SylPickProps  id,
     GParamSpec   *pspec)
{
  properties[id] = pspec;
}

static void
syl_pick_class_init (SylPickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syl_pick_finalize;
  object_class->get_property = syl_pick_get_property;

  add (PROP_ID, g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
  add (PROP_LOADED, g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags));
  add (PROP_SLUG, g_param_spec_string ("slug", NULL, NULL, NULL, flags));
  add (PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
  add (PROP_SECTION_ID, g_param_spec_int64 ("section-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
  add (PROP_SECTION_NUMBER, g_param_spec_uint ("section-number", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_SECTION_TITLE, g_param_spec_string ("section-title", NULL, NULL, NULL, flags));
  add (PROP_EXTRA, g_param_spec_boolean ("extra", NULL, NULL, FALSE, flags));
  add (PROP_RETIRED, g_param_spec_boolean ("retired", NULL, NULL, FALSE, flags));
  add (PROP_POSITION, g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_MINUTES, g_param_spec_uint ("minutes", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_DIFFICULTY, g_param_spec_uint ("difficulty", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_YEAR_FIRST, g_param_spec_uint ("year-first", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_YEAR_LAST, g_param_spec_uint ("year-last", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_N_SOURCES, g_param_spec_uint ("n-sources", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_N_NOTES, g_param_spec_uint ("n-notes", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_STATE, g_param_spec_enum ("state", NULL, NULL, SYL_TYPE_PICK_STATE, 0, flags));
  add (PROP_STARTED, g_param_spec_boxed ("started", NULL, NULL, G_TYPE_DATE_TIME, flags));
  add (PROP_FINISHED, g_param_spec_boxed ("finished", NULL, NULL, G_TYPE_DATE_TIME, flags));
  add (PROP_DETAILED, g_param_spec_boolean ("detailed", NULL, NULL, FALSE, flags));
  add (PROP_COMMENTARY, g_param_spec_string ("commentary", NULL, NULL, NULL, flags));
  add (PROP_AFTER, g_param_spec_string ("after", NULL, NULL, NULL, flags));
  add (PROP_SOURCES, g_param_spec_object ("sources", NULL, NULL, G_TYPE_LIST_MODEL, flags));
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_pick_init (SylPick *self)
{
  self->facts = g_new0 (SylPickFacts, 1);
  self->sources = g_list_store_new (SYL_TYPE_SOURCE);
}

SylPick *
_syl_pick_new (gint64 id)
{
  SylPick *self = g_object_new (SYL_TYPE_PICK, NULL);

  self->facts->id = id;
  return self;
}

static void
get_values (SylPick *self,
            GValue  *values)
{
  for (SylPickProps id = PROP_ID; id < PROP_DETAILED; id++)
    {
      g_value_init (&values[id], G_PARAM_SPEC_VALUE_TYPE (properties[id]));
      syl_pick_get_property (G_OBJECT (self), id, &values[id], properties[id]);
    }
}

static void
notify_differences (SylPick *self,
                    GValue  *before,
                    GValue  *after)
{
  for (SylPickProps id = PROP_ID; id < PROP_DETAILED; id++)
    {
      if (g_param_values_cmp (properties[id], &before[id], &after[id]) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
      g_value_unset (&before[id]);
      g_value_unset (&after[id]);
    }
}

/* Takes over @facts, and notifies of what is different now. They may be older than what is known. */
void
_syl_pick_take_facts (SylPick      *self,
                      SylPickFacts *facts)
{
  GValue before[PROP_DETAILED] = { G_VALUE_INIT, };
  GValue after[PROP_DETAILED] = { G_VALUE_INIT, };

  if (facts->moment < self->facts->moment)
    {
      syl_pick_facts_free (facts);
      return;
    }
  get_values (self, before);
  syl_pick_facts_free (self->facts);
  self->facts = facts;
  self->loaded = TRUE;
  get_values (self, after);

  g_object_freeze_notify (G_OBJECT (self));
  notify_differences (self, before, after);
  g_object_thaw_notify (G_OBJECT (self));
}

/* The same sources as before only get their progress, so that rows of them stay where they are. */
static gboolean
update_sources (SylPick   *self,
                GPtrArray *sources)
{
  GListModel *model = G_LIST_MODEL (self->sources);

  if (g_list_model_get_n_items (model) != sources->len)
    return FALSE;
  for (guint i = 0; i < sources->len; i++)
    {
      g_autoptr (SylSource) source = g_list_model_get_item (model, i);
      SylSourceFacts *facts = g_ptr_array_index (sources, i);

      if (syl_source_get_id (source) != facts->id ||
          !g_str_equal (syl_source_get_title (source), facts->title) ||
          !g_str_equal (syl_source_get_uri (source), facts->uri))
        return FALSE;
      _syl_source_set_progress (source, facts->ticked, facts->visited);
    }
  return TRUE;
}

static void
replace_sources (SylPick   *self,
                 GPtrArray *sources)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (sources, NULL);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (objects, _syl_source_new (g_ptr_array_index (sources, i)));
  g_list_store_splice (self->sources, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sources)),
                       objects->pdata, objects->len);
}

/* Takes over @details, which may be older than what is known. */
void
_syl_pick_take_details (SylPick        *self,
                        SylPickDetails *details)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (SylPickDetails) old = NULL;

  if (self->details != NULL && details->moment < self->details->moment)
    {
      syl_pick_details_free (details);
      return;
    }
  sources = g_steal_pointer (&details->sources);
  old = g_steal_pointer (&self->details);
  self->details = details;
  if (!update_sources (self, sources))
    replace_sources (self, sources);

  g_object_freeze_notify (G_OBJECT (self));
  if (old == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILED]);
  if (old == NULL || g_strcmp0 (old->commentary, details->commentary) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMMENTARY]);
  if (old == NULL || g_strcmp0 (old->after, details->after) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AFTER]);
  g_object_thaw_notify (G_OBJECT (self));
}
