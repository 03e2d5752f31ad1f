/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-sectioned-model.h"

/**
 * SylSectionedModel:
 *
 * The items of another model, parted into sections, for a list with headings.
 */
struct _SylSectionedModel
{
  GObject parent_instance;

  GListModel *items; /* owned */
  SylSectionFunc func;
};

static GType
get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SYL_SECTIONED_MODEL (model)->items);
}

static unsigned int
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (SYL_SECTIONED_MODEL (model)->items);
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  return g_list_model_get_item (SYL_SECTIONED_MODEL (model)->items, position);
}

static void
get_section (GtkSectionModel *model,
             unsigned int     position,
             unsigned int    *out_start,
             unsigned int    *out_end)
{
  SylSectionedModel *self = SYL_SECTIONED_MODEL (model);

  *out_start = get_n_items (G_LIST_MODEL (model));
  *out_end = G_MAXUINT;
  if (position < *out_start)
    self->func (self->items, position, out_start, out_end);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SylSectionedModel, syl_sectioned_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
syl_sectioned_model_dispose (GObject *object)
{
  SylSectionedModel *self = SYL_SECTIONED_MODEL (object);

  g_clear_object (&self->items);

  G_OBJECT_CLASS (syl_sectioned_model_parent_class)->dispose (object);
}

static void
syl_sectioned_model_class_init (SylSectionedModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_sectioned_model_dispose;
}

static void
syl_sectioned_model_init (SylSectionedModel *self)
{
}

/**
 * syl_sectioned_model_new:
 * @items: items in the order of their sections
 * @func: (scope forever): what finds the section of one of them
 *
 * Where sections change and the items don't, who knows of it calls gtk_section_model_sections_changed().
 *
 * Returns: (transfer full): a model of the same items
 */
SylSectionedModel *
syl_sectioned_model_new (GListModel     *items,
                         SylSectionFunc  func)
{
  SylSectionedModel *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (items), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (SYL_TYPE_SECTIONED_MODEL, NULL);
  self->items = g_object_ref (items);
  self->func = func;
  g_signal_connect_object (items, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
  return self;
}
