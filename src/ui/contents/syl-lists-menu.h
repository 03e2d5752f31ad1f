/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"

G_BEGIN_DECLS

GMenuModel *syl_lists_menu_new (SylLibrary *library);

G_END_DECLS
