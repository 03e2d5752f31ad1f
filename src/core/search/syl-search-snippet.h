/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *syl_search_line (const char         *text,
                       unsigned int        max_chars);
char *syl_search_mark (const char         *text,
                       const char * const *words,
                       unsigned int        max_chars);

G_END_DECLS
