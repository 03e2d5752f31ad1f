/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-year.h"

G_BEGIN_DECLS

char *syl_year_to_json (SylYear *year);

G_END_DECLS
