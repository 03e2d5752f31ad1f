/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean syl_word_bounds_is_sure (const char *text,
                                  const char *at);

G_END_DECLS
