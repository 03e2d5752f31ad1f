/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picks/syl-pick-list-model.h"

#include "model/syl-pick.h"

struct _SylPickListModel
{
  GObject parent_instance;

  SylPagedModel *picks; /* owned */
};

static GType
get_item_type (GListModel *model)
{
  return SYL_TYPE_PICK;
}

static unsigned int
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (SYL_PICK_LIST_MODEL (model)->picks));
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  return g_list_model_get_item (G_LIST_MODEL (SYL_PICK_LIST_MODEL (model)->picks), position);
}

static void
get_section (GtkSectionModel *model,
             unsigned int     position,
             unsigned int    *out_start,
             unsigned int    *out_end)
{
  unsigned int n_items = get_n_items (G_LIST_MODEL (model));

  *out_start = n_items;
  *out_end = G_MAXUINT;
  if (position < n_items)
    syl_paged_model_get_run (SYL_PICK_LIST_MODEL (model)->picks, position, out_start, out_end);
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

G_DEFINE_FINAL_TYPE_WITH_CODE (SylPickListModel, syl_pick_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
syl_pick_list_model_dispose (GObject *object)
{
  SylPickListModel *self = SYL_PICK_LIST_MODEL (object);

  g_clear_object (&self->picks);

  G_OBJECT_CLASS (syl_pick_list_model_parent_class)->dispose (object);
}

static void
syl_pick_list_model_class_init (SylPickListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_pick_list_model_dispose;
}

static void
syl_pick_list_model_init (SylPickListModel *self)
{
}

/**
 * syl_pick_list_model_new:
 * @picks: the picks
 *
 * Returns: (transfer full): a model of the same items
 */
SylPickListModel *
syl_pick_list_model_new (SylPagedModel *picks)
{
  SylPickListModel *self;

  g_return_val_if_fail (SYL_IS_PAGED_MODEL (picks), NULL);

  self = g_object_new (SYL_TYPE_PICK_LIST_MODEL, NULL);
  self->picks = g_object_ref (picks);
  g_signal_connect_object (picks, "items-changed", G_CALLBACK (g_list_model_items_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picks, "runs-changed", G_CALLBACK (gtk_section_model_sections_changed), self, G_CONNECT_SWAPPED);

  return self;
}
