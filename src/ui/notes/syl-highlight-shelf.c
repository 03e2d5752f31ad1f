/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-highlight-shelf.h"

/* How many highlights more are shown each time the reader comes to the end. */
#define N_ROWS 50

/*
 *   model → filter → begin → rows of the box
 */
struct _SylHighlightShelf
{
  GtkListBox *box;          /* unowned */
  GtkCustomFilter *filter;  /* owned */
  GtkFilterListModel *all;  /* owned */
  GtkSliceListModel *begin; /* owned */
  gpointer user_data;       /* unowned */
};

/**
 * syl_highlight_shelf_new:
 * @box: a list box, which has to stay until the shelf is freed
 * @filter: which highlights are on the shelf
 * @create_row: makes a row with a #SylHighlightRow of one
 * @user_data: for these, and for syl_highlight_shelf_foreach()
 *
 * Returns: (transfer full): an empty shelf
 */
SylHighlightShelf *
syl_highlight_shelf_new (GtkListBox                 *box,
                         GtkCustomFilterFunc         filter,
                         GtkListBoxCreateWidgetFunc  create_row,
                         gpointer                    user_data)
{
  SylHighlightShelf *self = g_new0 (SylHighlightShelf, 1);

  self->box = box;
  self->user_data = user_data;
  self->filter = gtk_custom_filter_new (filter, user_data, NULL);
  self->all = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  self->begin = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->all)), 0, N_ROWS);
  gtk_list_box_bind_model (box, G_LIST_MODEL (self->begin), create_row, user_data, NULL);
  return self;
}

/**
 * syl_highlight_shelf_free:
 * @self: (transfer full): a shelf
 *
 * Leaves its box empty.
 */
void
syl_highlight_shelf_free (SylHighlightShelf *self)
{
  gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  g_object_unref (self->begin);
  g_object_unref (self->all);
  g_object_unref (self->filter);
  g_free (self);
}

/**
 * syl_highlight_shelf_set_model:
 * @self: a shelf
 * @model: (nullable) (element-type SylHighlight): where its highlights come from
 */
void
syl_highlight_shelf_set_model (SylHighlightShelf *self,
                               GListModel        *model)
{
  gtk_slice_list_model_set_size (self->begin, N_ROWS);
  gtk_filter_list_model_set_model (self->all, model);
}

/**
 * syl_highlight_shelf_refilter:
 * @self: a shelf whose filter may say something else now
 */
void
syl_highlight_shelf_refilter (SylHighlightShelf *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * syl_highlight_shelf_count:
 * @self: a shelf
 *
 * Returns: how many highlights are on it, whether they have a row yet or not
 */
unsigned int
syl_highlight_shelf_count (SylHighlightShelf *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->all));
}

/**
 * syl_highlight_shelf_grow:
 * @self: a shelf
 *
 * Returns: whether there are more rows now
 */
gboolean
syl_highlight_shelf_grow (SylHighlightShelf *self)
{
  unsigned int size = gtk_slice_list_model_get_size (self->begin);

  if (size >= syl_highlight_shelf_count (self))
    return FALSE;

  gtk_slice_list_model_set_size (self->begin, size + N_ROWS);
  return TRUE;
}

/**
 * syl_highlight_shelf_foreach:
 * @self: a shelf
 * @func: is called for each of its rows
 */
void
syl_highlight_shelf_foreach (SylHighlightShelf     *self,
                             SylHighlightShelfFunc  func)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    func (SYL_HIGHLIGHT_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), self->user_data);
}
