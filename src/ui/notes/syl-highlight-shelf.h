/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "notes/syl-highlight-row.h"

G_BEGIN_DECLS

/**
 * SylHighlightShelf:
 *
 * Some of the highlights of a model in a list box: those that a filter lets through, and of these as many
 * as the reader has come to, since a row of a box takes some time and there may be thousands.
 */
typedef struct _SylHighlightShelf SylHighlightShelf;

/**
 * SylHighlightShelfFunc:
 * @row: a row of a shelf
 * @user_data: what the shelf was made with
 */
typedef void (* SylHighlightShelfFunc) (SylHighlightRow *row,
                                        gpointer         user_data);

SylHighlightShelf *syl_highlight_shelf_new       (GtkListBox                 *box,
                                                  GtkCustomFilterFunc         filter,
                                                  GtkListBoxCreateWidgetFunc  create_row,
                                                  gpointer                    user_data);
void               syl_highlight_shelf_free      (SylHighlightShelf          *self);
void               syl_highlight_shelf_set_model (SylHighlightShelf          *self,
                                                  GListModel                 *model);
void               syl_highlight_shelf_refilter  (SylHighlightShelf          *self);
unsigned int       syl_highlight_shelf_count     (SylHighlightShelf          *self);
gboolean           syl_highlight_shelf_grow      (SylHighlightShelf          *self);
void               syl_highlight_shelf_foreach   (SylHighlightShelf          *self,
                                                  SylHighlightShelfFunc       func);

G_END_DECLS
