/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

void syl_welcome_offer (GtkWidget    *window,
                        SylLibrary   *library,
                        GSettings    *settings,
                        GCancellable *cancellable);

G_END_DECLS
