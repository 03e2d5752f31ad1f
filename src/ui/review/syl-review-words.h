/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *syl_review_words_for_error    (const GError *error);
char       *syl_review_words_dup_interval (int           n_days);
char       *syl_review_words_dup_next     (const GDate  *next,
                                           const GDate  *today);
char       *syl_review_words_dup_due      (const GDate  *due,
                                           const GDate  *today);

G_END_DECLS
