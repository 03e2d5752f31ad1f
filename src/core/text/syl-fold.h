/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *syl_fold_text      (const char         *text);
char     *syl_fold_text_with_origins (const char *text,
                                      GArray     *origins);
char    **syl_fold_words     (const char         *text);
gboolean  syl_fold_has_words (const char         *folded,
                              const char * const *words);

G_END_DECLS
