/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contents/syl-contents-item.h"

#include "syl-config.h"

#include <glib/gi18n.h>

struct _SylContentsItem
{
  GObject parent_instance;

  SylContentsKind kind;
  SylPickGroup group;
  SylSection *section; /* owned, nullable */
  char *title;         /* owned */
  unsigned int number;
  unsigned int n_items;
  unsigned int n_read;
};

typedef enum
{
  PROP_KEY = 1,
  PROP_KIND,
  PROP_GROUP,
  PROP_SECTION,
  PROP_TITLE,
  PROP_NUMBER,
  PROP_N_ITEMS,
  PROP_N_READ,
} SylContentsItemProps;

static GParamSpec *properties[PROP_N_READ + 1];

G_DEFINE_FINAL_TYPE (SylContentsItem, syl_contents_item, G_TYPE_OBJECT)

static const char *
get_group_title (SylPickGroup group)
{
  switch (group)
    {
    case SYL_PICK_GROUP_READING:
      return _("Reading");
    case SYL_PICK_GROUP_READ:
      return C_("state of a pick", "Read");
    case SYL_PICK_GROUP_ALL:
    case SYL_PICK_GROUP_SECTION:
    default:
      return _("All Picks");
    }
}

static const char *
get_count_property (SylPickGroup group)
{
  switch (group)
    {
    case SYL_PICK_GROUP_READING:
      return "n-reading";
    case SYL_PICK_GROUP_READ:
      return "n-read";
    case SYL_PICK_GROUP_ALL:
    case SYL_PICK_GROUP_SECTION:
    default:
      return "n-picks";
    }
}

static void
syl_contents_item_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylContentsItem *self = SYL_CONTENTS_ITEM (object);

  switch ((SylContentsItemProps) property_id)
    {
    case PROP_KEY:
      g_value_take_string (value, syl_contents_item_dup_key (self));
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_GROUP:
      g_value_set_uint (value, self->group);
      break;
    case PROP_SECTION:
      g_value_set_object (value, self->section);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_NUMBER:
      g_value_set_uint (value, self->number);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;
    case PROP_N_READ:
      g_value_set_uint (value, self->n_read);
      break;
    }
}

static void
syl_contents_item_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylContentsItem *self = SYL_CONTENTS_ITEM (object);

  switch ((SylContentsItemProps) property_id)
    {
    case PROP_TITLE:
      g_set_str (&self->title, g_value_get_string (value));
      break;
    case PROP_NUMBER:
      self->number = g_value_get_uint (value);
      break;
    case PROP_N_ITEMS:
      self->n_items = g_value_get_uint (value);
      break;
    case PROP_N_READ:
      self->n_read = g_value_get_uint (value);
      break;
    case PROP_KEY:
    case PROP_KIND:
    case PROP_GROUP:
    case PROP_SECTION:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
syl_contents_item_finalize (GObject *object)
{
  SylContentsItem *self = SYL_CONTENTS_ITEM (object);

  g_clear_object (&self->section);
  g_free (self->title);

  G_OBJECT_CLASS (syl_contents_item_parent_class)->finalize (object);
}

static void
syl_contents_item_class_init (SylContentsItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags fixed = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags bound = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = syl_contents_item_finalize;
  object_class->get_property = syl_contents_item_get_property;
  object_class->set_property = syl_contents_item_set_property;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, fixed);
  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, SYL_CONTENTS_PROGRESS, 0, fixed);
  properties[PROP_GROUP] = g_param_spec_uint ("group", NULL, NULL, 0, SYL_PICK_GROUP_SECTION, 0, fixed);
  properties[PROP_SECTION] = g_param_spec_object ("section", NULL, NULL, SYL_TYPE_SECTION, fixed);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, bound);
  properties[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, bound);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, bound);
  properties[PROP_N_READ] = g_param_spec_uint ("n-read", NULL, NULL, 0, G_MAXUINT, 0, bound);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_contents_item_init (SylContentsItem *self)
{
}

/**
 * syl_contents_item_new_for_group:
 * @library: a library, whose counts are followed
 * @group: a group of its picks, not %SYL_PICK_GROUP_SECTION
 *
 * Returns: (transfer full): the row of that group
 */
SylContentsItem *
syl_contents_item_new_for_group (SylLibrary   *library,
                                 SylPickGroup  group)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->group = group;
  self->title = g_strdup (get_group_title (group));
  g_object_bind_property (library, get_count_property (group), self, "n-items", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * syl_contents_item_new_for_section:
 * @section: a section, which is followed
 *
 * Returns: (transfer full): its row
 */
SylContentsItem *
syl_contents_item_new_for_section (SylSection *section)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->group = SYL_PICK_GROUP_SECTION;
  self->section = g_object_ref (section);
  g_object_bind_property (section, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (section, "number", self, "number", G_BINDING_SYNC_CREATE);
  g_object_bind_property (section, "n-picks", self, "n-items", G_BINDING_SYNC_CREATE);
  g_object_bind_property (section, "n-read", self, "n-read", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * syl_contents_item_new_for_highlights:
 * @library: a library, whose count is followed
 *
 * Returns: (transfer full): the row of the highlights on all picks
 */
SylContentsItem *
syl_contents_item_new_for_highlights (SylLibrary *library)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->kind = SYL_CONTENTS_HIGHLIGHTS;
  self->title = g_strdup (_("Highlights"));
  g_object_bind_property (library, "n-highlights", self, "n-items", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * syl_contents_item_new_for_year:
 *
 * Returns: (transfer full): the row of the plan of the year
 */
SylContentsItem *
syl_contents_item_new_for_year (void)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->kind = SYL_CONTENTS_YEAR;
  self->title = g_strdup (_("Year"));
  return self;
}

/**
 * syl_contents_item_new_for_progress:
 *
 * Returns: (transfer full): the row of how the year went
 */
SylContentsItem *
syl_contents_item_new_for_progress (void)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->kind = SYL_CONTENTS_PROGRESS;
  self->title = g_strdup (_("Progress"));
  return self;
}

/**
 * syl_contents_item_new_for_review:
 * @library: a library, whose count is followed
 *
 * Returns: (transfer full): the row of the questions that are asked again
 */
SylContentsItem *
syl_contents_item_new_for_review (SylLibrary *library)
{
  SylContentsItem *self = g_object_new (SYL_TYPE_CONTENTS_ITEM, NULL);

  self->kind = SYL_CONTENTS_REVIEW;
  self->title = g_strdup (_("Review"));
  g_object_bind_property (library, "n-questions", self, "n-items", G_BINDING_SYNC_CREATE);
  return self;
}

/**
 * syl_contents_item_dup_key:
 * @self: an item
 *
 * Returns: (transfer full): its name in settings
 */
char *
syl_contents_item_dup_key (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), NULL);

  if (self->kind == SYL_CONTENTS_HIGHLIGHTS)
    return g_strdup ("highlights");
  if (self->kind == SYL_CONTENTS_YEAR)
    return g_strdup ("year");
  if (self->kind == SYL_CONTENTS_PROGRESS)
    return g_strdup ("progress");
  if (self->kind == SYL_CONTENTS_REVIEW)
    return g_strdup ("review");
  switch (self->group)
    {
    case SYL_PICK_GROUP_READING:
      return g_strdup ("reading");
    case SYL_PICK_GROUP_READ:
      return g_strdup ("read");
    case SYL_PICK_GROUP_SECTION:
      return g_strconcat (SYL_CONTENTS_SECTION_PREFIX, syl_section_get_slug (self->section), NULL);
    case SYL_PICK_GROUP_ALL:
    default:
      return g_strdup ("all");
    }
}

/**
 * syl_contents_item_get_kind:
 * @self: an item
 *
 * Returns: what it leads to
 */
SylContentsKind
syl_contents_item_get_kind (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), SYL_CONTENTS_PICKS);

  return self->kind;
}

/**
 * syl_contents_item_get_group:
 * @self: an item
 *
 * Returns: which picks it stands for
 */
SylPickGroup
syl_contents_item_get_group (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), SYL_PICK_GROUP_ALL);

  return self->group;
}

/**
 * syl_contents_item_get_section:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its section, if it stands for one
 */
SylSection *
syl_contents_item_get_section (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), NULL);

  return self->section;
}

/**
 * syl_contents_item_get_number:
 * @self: an item
 *
 * Returns: the number of its section, from 1; 0 for a group
 */
unsigned int
syl_contents_item_get_number (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), 0);

  return self->number;
}

/**
 * syl_contents_item_get_title:
 * @self: an item
 *
 * Returns: its title
 */
const char *
syl_contents_item_get_title (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), NULL);

  return self->title;
}

/**
 * syl_contents_item_get_n_items:
 * @self: an item
 *
 * Returns: how many picks, highlights or questions it has
 */
unsigned int
syl_contents_item_get_n_items (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), 0);

  return self->n_items;
}

/**
 * syl_contents_item_get_n_read:
 * @self: an item
 *
 * Returns: how many picks of its section are read; 0 for a group
 */
unsigned int
syl_contents_item_get_n_read (SylContentsItem *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_ITEM (self), 0);

  return self->n_read;
}
