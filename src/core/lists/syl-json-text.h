/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *syl_json_text_append (GString    *text,
                                  const char *start,
                                  const char *end);

G_END_DECLS
