/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SYL_TYPE_SECTIONED_MODEL (syl_sectioned_model_get_type ())
G_DECLARE_FINAL_TYPE (SylSectionedModel, syl_sectioned_model, SYL, SECTIONED_MODEL, GObject)

/**
 * SylSectionFunc:
 * @items: the items
 * @position: the place of one of them
 * @out_start: (out): the place of the first item of its section
 * @out_end: (out): the place after the last item of its section
 *
 * Finds the section of an item.
 */
typedef void (*SylSectionFunc) (GListModel   *items,
                                unsigned int  position,
                                unsigned int *out_start,
                                unsigned int *out_end);

SylSectionedModel *syl_sectioned_model_new (GListModel     *items,
                                            SylSectionFunc  func);

G_END_DECLS
