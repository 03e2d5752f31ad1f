/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-section.h"

#include "model/syl-section-private.h"

struct _SylSection
{
  GObject parent_instance;

  SylSectionFacts *facts; /* owned */
};

typedef enum
{
  PROP_ID = 1,
  PROP_NUMBER,
  PROP_SLUG,
  PROP_TITLE,
  PROP_NOTE,
  PROP_N_PICKS,
  PROP_N_READ,
} SylSectionProps;

static GParamSpec *properties[PROP_N_READ + 1];

G_DEFINE_FINAL_TYPE (SylSection, syl_section, G_TYPE_OBJECT)

void
_syl_section_facts_free (SylSectionFacts *facts)
{
  g_free (facts->slug);
  g_free (facts->title);
  g_free (facts->note);
  g_free (facts);
}

static void
syl_section_finalize (GObject *object)
{
  _syl_section_facts_free (SYL_SECTION (object)->facts);

  G_OBJECT_CLASS (syl_section_parent_class)->finalize (object);
}

static void
syl_section_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SylSection *self = SYL_SECTION (object);

  switch ((SylSectionProps) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->facts->id);
      break;
    case PROP_NUMBER:
      g_value_set_uint (value, self->facts->number);
      break;
    case PROP_SLUG:
      g_value_set_string (value, self->facts->slug);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->facts->title);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->facts->note);
      break;
    case PROP_N_PICKS:
      g_value_set_uint (value, self->facts->n_picks);
      break;
    case PROP_N_READ:
      g_value_set_uint (value, self->facts->n_read);
      break;
    }
}

static void
syl_section_class_init (SylSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syl_section_finalize;
  object_class->get_property = syl_section_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SLUG] = g_param_spec_string ("slug", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_N_PICKS] = g_param_spec_uint ("n-picks", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_READ] = g_param_spec_uint ("n-read", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_section_init (SylSection *self)
{
}

/* Takes over @facts. */
SylSection *
_syl_section_new (SylSectionFacts *facts)
{
  SylSection *self = g_object_new (SYL_TYPE_SECTION, NULL);

  self->facts = facts;
  return self;
}

/* Takes over @facts, and notifies of what is different now. */
void
_syl_section_take_facts (SylSection      *self,
                         SylSectionFacts *facts)
{
  SylSectionFacts *old = self->facts;

  self->facts = facts;
  g_object_freeze_notify (G_OBJECT (self));
  if (old->number != facts->number)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
  if (g_strcmp0 (old->title, facts->title) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  if (g_strcmp0 (old->note, facts->note) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
  if (old->n_picks != facts->n_picks)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PICKS]);
  if (old->n_read != facts->n_read)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_READ]);
  g_object_thaw_notify (G_OBJECT (self));
  _syl_section_facts_free (old);
}

/**
 * syl_section_get_id:
 * @self: a section
 *
 * Returns: its row in the database
 */
gint64
syl_section_get_id (SylSection *self)
{
  return self->facts->id;
}

/**
 * syl_section_get_number:
 * @self: a section
 *
 * Returns: its number in the list, from 1
 */
unsigned int
syl_section_get_number (SylSection *self)
{
  return self->facts->number;
}

/**
 * syl_section_get_slug:
 * @self: a section
 *
 * Returns: (transfer none): its id within the list
 */
const char *
syl_section_get_slug (SylSection *self)
{
  return self->facts->slug;
}

/**
 * syl_section_get_title:
 * @self: a section
 *
 * Returns: (transfer none): its title
 */
const char *
syl_section_get_title (SylSection *self)
{
  return self->facts->title;
}

/**
 * syl_section_get_note:
 * @self: a section
 *
 * Returns: (transfer none): what the curator says of it, in Markdown
 */
const char *
syl_section_get_note (SylSection *self)
{
  return self->facts->note;
}

/**
 * syl_section_get_n_picks:
 * @self: a section
 *
 * Returns: how many picks it has
 */
unsigned int
syl_section_get_n_picks (SylSection *self)
{
  return self->facts->n_picks;
}

/**
 * syl_section_get_n_read:
 * @self: a section
 *
 * Returns: how many of them are read
 */
unsigned int
syl_section_get_n_read (SylSection *self)
{
  return self->facts->n_read;
}
