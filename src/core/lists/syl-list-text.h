/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *syl_list_text_take_line  (char       *raw,
                                gsize       max_chars,
                                gboolean   *cut);
char *syl_list_text_take_block (char       *raw,
                                gsize       max_chars,
                                gboolean   *cut);
char *syl_list_text_take_slug  (char       *raw);
char *syl_list_text_make_slug  (const char *title);

G_END_DECLS
