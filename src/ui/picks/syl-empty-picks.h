/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

void syl_empty_picks_show_group   (AdwStatusPage *page,
                                   GtkWidget     *button,
                                   SylPickGroup   group);
void syl_empty_picks_show_no_list (AdwStatusPage *page,
                                   GtkWidget     *button);

G_END_DECLS
