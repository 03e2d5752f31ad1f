/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

#define SYL_N_MEANINGS 4

/**
 * SYL_MEANING_KEY_IDEA:
 *
 * What is best asked again.
 */
#define SYL_MEANING_KEY_IDEA 0

const char *syl_meaning_get_name      (SylLibrary   *library,
                                       unsigned int  meaning);
const char *syl_meaning_get_css_class (unsigned int  meaning);
GMenuModel *syl_meaning_new_menu      (SylLibrary   *library,
                                       const char   *action);
GtkWidget  *syl_meaning_new_button    (unsigned int  meaning,
                                       const char   *label);
void        syl_meaning_label_button  (GtkWidget    *button,
                                       const char   *label);
unsigned int syl_meaning_of_button    (GtkWidget    *button);

G_END_DECLS
