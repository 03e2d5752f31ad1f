/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-list.h"

#include "model/syl-list-private.h"

struct _SylList
{
  GObject parent_instance;

  SylListFacts *facts; /* owned */
};

typedef enum
{
  PROP_ID = 1,
  PROP_URI,
  PROP_TITLE,
  PROP_DESCRIPTION,
} SylListProps;

static GParamSpec *properties[PROP_DESCRIPTION + 1];

G_DEFINE_FINAL_TYPE (SylList, syl_list, G_TYPE_OBJECT)

void
_syl_list_facts_free (SylListFacts *facts)
{
  g_free (facts->uri);
  g_free (facts->title);
  g_free (facts->description);
  g_free (facts);
}

static void
syl_list_finalize (GObject *object)
{
  _syl_list_facts_free (SYL_LIST (object)->facts);

  G_OBJECT_CLASS (syl_list_parent_class)->finalize (object);
}

static void
syl_list_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SylList *self = SYL_LIST (object);

  switch ((SylListProps) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->facts->id);
      break;
    case PROP_URI:
      g_value_set_string (value, self->facts->uri);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->facts->title);
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->facts->description);
      break;
    }
}

static void
syl_list_class_init (SylListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syl_list_finalize;
  object_class->get_property = syl_list_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_list_init (SylList *self)
{
}

/* Takes over @facts. */
SylList *
_syl_list_new (SylListFacts *facts)
{
  SylList *self = g_object_new (SYL_TYPE_LIST, NULL);

  self->facts = facts;
  return self;
}

/**
 * syl_list_get_id:
 * @self: a list
 *
 * Returns: its row in the database
 */
gint64
syl_list_get_id (SylList *self)
{
  return self->facts->id;
}

/**
 * syl_list_get_uri:
 * @self: a list
 *
 * Returns: (transfer none): its own id, an address
 */
const char *
syl_list_get_uri (SylList *self)
{
  return self->facts->uri;
}

/**
 * syl_list_get_title:
 * @self: a list
 *
 * Returns: (transfer none): its title
 */
const char *
syl_list_get_title (SylList *self)
{
  return self->facts->title;
}

/**
 * syl_list_get_description:
 * @self: a list
 *
 * Returns: (transfer none): what it is about
 */
const char *
syl_list_get_description (SylList *self)
{
  return self->facts->description;
}
