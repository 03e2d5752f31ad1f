/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-highlight.h"

#include "model/highlights/syl-highlight-private.h"

struct _SylHighlight
{
  GObject parent_instance;

  SylHighlightFacts *facts; /* owned */
  guint64 generation;       /* of the read that the facts come from */
};

typedef enum
{
  PROP_UUID = 1,
  PROP_PICK_ID,
  PROP_SOURCE_ID,
  PROP_PICK_SLUG,
  PROP_PICK_TITLE,
  PROP_SOURCE_TITLE,
  PROP_URI,
  PROP_QUOTE,
  PROP_NOTE,
  PROP_MEANING,
  PROP_PAGE,
  PROP_POSITION,
  PROP_STATUS,
  PROP_SCORE,
  PROP_SELECTORS,
  PROP_CREATED,
  PROP_MODIFIED,
  PROP_DELETED,
} SylHighlightProps;

static GParamSpec *properties[PROP_DELETED + 1];

G_DEFINE_FINAL_TYPE (SylHighlight, syl_highlight, G_TYPE_OBJECT)

/**
 * syl_highlight_facts_free:
 * @facts: (transfer full): facts, on any thread
 */
void
syl_highlight_facts_free (SylHighlightFacts *facts)
{
  g_free (facts->uuid);
  g_free (facts->pick_slug);
  g_free (facts->pick_title);
  g_free (facts->source_slug);
  g_free (facts->source_title);
  g_free (facts->uri);
  g_free (facts->quote);
  g_free (facts->selectors);
  g_free (facts->note);
  g_clear_pointer (&facts->created, g_date_time_unref);
  g_clear_pointer (&facts->modified, g_date_time_unref);
  g_clear_pointer (&facts->deleted, g_date_time_unref);
  g_free (facts);
}

/**
 * syl_pick_notes_free:
 * @notes: (transfer full): notes of a pick
 */
void
syl_pick_notes_free (SylPickNotes *notes)
{
  g_free (notes->title);
  g_free (notes->note);
  g_ptr_array_unref (notes->highlights);
  g_free (notes);
}

static void
syl_highlight_finalize (GObject *object)
{
  syl_highlight_facts_free (SYL_HIGHLIGHT (object)->facts);

  G_OBJECT_CLASS (syl_highlight_parent_class)->finalize (object);
}

/* Where it stands. */
static gboolean
get_place (SylHighlight *self,
           guint         property_id,
           GValue       *value)
{
  switch (property_id)
    {
    case PROP_UUID:
      g_value_set_string (value, self->facts->uuid);
      return TRUE;
    case PROP_PICK_ID:
      g_value_set_int64 (value, self->facts->pick_id);
      return TRUE;
    case PROP_SOURCE_ID:
      g_value_set_int64 (value, self->facts->source_id);
      return TRUE;
    case PROP_PICK_SLUG:
      g_value_set_string (value, self->facts->pick_slug);
      return TRUE;
    case PROP_PICK_TITLE:
      g_value_set_string (value, self->facts->pick_title);
      return TRUE;
    case PROP_SOURCE_TITLE:
      g_value_set_string (value, self->facts->source_title);
      return TRUE;
    case PROP_URI:
      g_value_set_string (value, self->facts->uri);
      return TRUE;
    case PROP_PAGE:
      g_value_set_uint (value, self->facts->page);
      return TRUE;
    case PROP_POSITION:
      g_value_set_uint (value, self->facts->position);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What it says, how surely it was found again, and when all that was. */
static gboolean
get_content (SylHighlight *self,
             guint         property_id,
             GValue       *value)
{
  switch (property_id)
    {
    case PROP_QUOTE:
      g_value_set_string (value, self->facts->quote);
      return TRUE;
    case PROP_NOTE:
      g_value_set_string (value, self->facts->note);
      return TRUE;
    case PROP_MEANING:
      g_value_set_uint (value, self->facts->meaning);
      return TRUE;
    case PROP_STATUS:
      g_value_set_enum (value, self->facts->status);
      return TRUE;
    case PROP_SCORE:
      g_value_set_double (value, self->facts->score);
      return TRUE;
    case PROP_SELECTORS:
      g_value_set_string (value, self->facts->selectors);
      return TRUE;
    case PROP_CREATED:
      g_value_set_boxed (value, self->facts->created);
      return TRUE;
    case PROP_MODIFIED:
      g_value_set_boxed (value, self->facts->modified);
      return TRUE;
    case PROP_DELETED:
      g_value_set_boxed (value, self->facts->deleted);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
syl_highlight_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SylHighlight *self = SYL_HIGHLIGHT (object);

  if (!get_place (self, property_id, value) && !get_content (self, property_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
add (SylHighlightProps  id,
     GParamSpec        *pspec)
{
  properties[id] = pspec;
}

static void
syl_highlight_class_init (SylHighlightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syl_highlight_finalize;
  object_class->get_property = syl_highlight_get_property;

  add (PROP_UUID, g_param_spec_string ("uuid", NULL, NULL, NULL, flags));
  add (PROP_PICK_ID, g_param_spec_int64 ("pick-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
  add (PROP_SOURCE_ID, g_param_spec_int64 ("source-id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags));
  add (PROP_PICK_SLUG, g_param_spec_string ("pick-slug", NULL, NULL, NULL, flags));
  add (PROP_PICK_TITLE, g_param_spec_string ("pick-title", NULL, NULL, NULL, flags));
  add (PROP_SOURCE_TITLE, g_param_spec_string ("source-title", NULL, NULL, NULL, flags));
  add (PROP_URI, g_param_spec_string ("uri", NULL, NULL, NULL, flags));
  add (PROP_QUOTE, g_param_spec_string ("quote", NULL, NULL, NULL, flags));
  add (PROP_NOTE, g_param_spec_string ("note", NULL, NULL, NULL, flags));
  add (PROP_MEANING, g_param_spec_uint ("meaning", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_PAGE, g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_POSITION, g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags));
  add (PROP_STATUS, g_param_spec_enum ("status", NULL, NULL, SYL_TYPE_HIGHLIGHT_STATUS, 0, flags));
  add (PROP_SCORE, g_param_spec_double ("score", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags));
  add (PROP_SELECTORS, g_param_spec_string ("selectors", NULL, NULL, NULL, flags));
  add (PROP_CREATED, g_param_spec_boxed ("created", NULL, NULL, G_TYPE_DATE_TIME, flags));
  add (PROP_MODIFIED, g_param_spec_boxed ("modified", NULL, NULL, G_TYPE_DATE_TIME, flags));
  add (PROP_DELETED, g_param_spec_boxed ("deleted", NULL, NULL, G_TYPE_DATE_TIME, flags));
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_highlight_init (SylHighlight *self)
{
  self->facts = g_new0 (SylHighlightFacts, 1);
}

SylHighlight *
_syl_highlight_new (void)
{
  return g_object_new (SYL_TYPE_HIGHLIGHT, NULL);
}

/* Times are equal by their instant, and not by where they are kept. */
static gboolean
equal_values (GParamSpec   *pspec,
              const GValue *a,
              const GValue *b)
{
  GDateTime *first, *second;

  if (!G_VALUE_HOLDS (a, G_TYPE_DATE_TIME))
    return g_param_values_cmp (pspec, a, b) == 0;
  first = g_value_get_boxed (a);
  second = g_value_get_boxed (b);
  return first == second || (first != NULL && second != NULL && g_date_time_equal (first, second));
}

static void
notify_differences (SylHighlight *self,
                    GValue       *before)
{
  for (SylHighlightProps id = PROP_UUID; id <= PROP_DELETED; id++)
    {
      g_auto (GValue) after = G_VALUE_INIT;

      g_value_init (&after, G_PARAM_SPEC_VALUE_TYPE (properties[id]));
      syl_highlight_get_property (G_OBJECT (self), id, &after, properties[id]);
      if (!equal_values (properties[id], &before[id], &after))
        g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
      g_value_unset (&before[id]);
    }
}

/* Takes over @facts, unless a later read was faster, and notifies of what is different now. */
void
_syl_highlight_take_facts (SylHighlight      *self,
                           SylHighlightFacts *facts,
                           guint64            generation)
{
  GValue before[PROP_DELETED + 1] = { G_VALUE_INIT, };

  if (generation < self->generation)
    {
      syl_highlight_facts_free (facts);
      return;
    }
  for (SylHighlightProps id = PROP_UUID; id <= PROP_DELETED; id++)
    {
      g_value_init (&before[id], G_PARAM_SPEC_VALUE_TYPE (properties[id]));
      syl_highlight_get_property (G_OBJECT (self), id, &before[id], properties[id]);
    }
  syl_highlight_facts_free (self->facts);
  self->facts = facts;
  self->generation = generation;

  g_object_freeze_notify (G_OBJECT (self));
  notify_differences (self, before);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * syl_highlight_get_uuid:
 * @self: a highlight
 *
 * Returns: (transfer none): its id, the same on every machine
 */
const char *
syl_highlight_get_uuid (SylHighlight *self)
{
  return self->facts->uuid;
}

/**
 * syl_highlight_get_pick_id:
 * @self: a highlight
 *
 * Returns: the row of its pick
 */
gint64
syl_highlight_get_pick_id (SylHighlight *self)
{
  return self->facts->pick_id;
}

/**
 * syl_highlight_get_source_id:
 * @self: a highlight
 *
 * Returns: the row of its source
 */
gint64
syl_highlight_get_source_id (SylHighlight *self)
{
  return self->facts->source_id;
}

/**
 * syl_highlight_get_pick_slug:
 * @self: a highlight
 *
 * Returns: (transfer none): the id of its pick within its list
 */
const char *
syl_highlight_get_pick_slug (SylHighlight *self)
{
  return self->facts->pick_slug;
}

/**
 * syl_highlight_get_pick_title:
 * @self: a highlight
 *
 * Returns: (transfer none): the title of its pick
 */
const char *
syl_highlight_get_pick_title (SylHighlight *self)
{
  return self->facts->pick_title;
}

/**
 * syl_highlight_get_source_title:
 * @self: a highlight
 *
 * Returns: (transfer none): the title of its source
 */
const char *
syl_highlight_get_source_title (SylHighlight *self)
{
  return self->facts->source_title;
}

/**
 * syl_highlight_get_uri:
 * @self: a highlight
 *
 * Returns: (transfer none): the address of the page it is on
 */
const char *
syl_highlight_get_uri (SylHighlight *self)
{
  return self->facts->uri;
}

/**
 * syl_highlight_get_quote:
 * @self: a highlight
 *
 * Returns: (transfer none): the marked text
 */
const char *
syl_highlight_get_quote (SylHighlight *self)
{
  return self->facts->quote;
}

/**
 * syl_highlight_get_note:
 * @self: a highlight
 *
 * Returns: (transfer none): what the reader wrote on it, "" if nothing
 */
const char *
syl_highlight_get_note (SylHighlight *self)
{
  return self->facts->note;
}

/**
 * syl_highlight_get_meaning:
 * @self: a highlight
 *
 * Returns: its meaning, 0 to 3
 */
unsigned int
syl_highlight_get_meaning (SylHighlight *self)
{
  return self->facts->meaning;
}

/**
 * syl_highlight_get_page:
 * @self: a highlight
 *
 * Returns: the page of a PDF, from 1; 0 if there is none
 */
unsigned int
syl_highlight_get_page (SylHighlight *self)
{
  return self->facts->page;
}

/**
 * syl_highlight_get_position:
 * @self: a highlight
 *
 * Returns: where in the page, in code points
 */
unsigned int
syl_highlight_get_position (SylHighlight *self)
{
  return self->facts->position;
}

/**
 * syl_highlight_get_status:
 * @self: a highlight
 *
 * Returns: what became of it in the page as it is now
 */
SylHighlightStatus
syl_highlight_get_status (SylHighlight *self)
{
  return self->facts->status;
}

/**
 * syl_highlight_get_score:
 * @self: a highlight
 *
 * Returns: how sure that is
 */
double
syl_highlight_get_score (SylHighlight *self)
{
  return self->facts->score;
}

/**
 * syl_highlight_get_selectors:
 * @self: a highlight
 *
 * Returns: (transfer none): JSON by which it is found again
 */
const char *
syl_highlight_get_selectors (SylHighlight *self)
{
  return self->facts->selectors;
}

/**
 * syl_highlight_get_created:
 * @self: a highlight
 *
 * Returns: (transfer none): when it was made
 */
GDateTime *
syl_highlight_get_created (SylHighlight *self)
{
  return self->facts->created;
}

/**
 * syl_highlight_get_modified:
 * @self: a highlight
 *
 * Returns: (transfer none): when the reader changed it last
 */
GDateTime *
syl_highlight_get_modified (SylHighlight *self)
{
  return self->facts->modified;
}

/**
 * syl_highlight_get_deleted:
 * @self: a highlight
 *
 * Returns: (transfer none) (nullable): when it was deleted
 */
GDateTime *
syl_highlight_get_deleted (SylHighlight *self)
{
  return self->facts->deleted;
}
