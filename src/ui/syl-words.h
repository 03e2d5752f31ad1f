/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-pick.h"

G_BEGIN_DECLS

const char *syl_words_for_state      (SylPickState  state);
const char *syl_words_for_edit_error (const GError *error);
char       *syl_words_dup_duration   (unsigned int  minutes);
char       *syl_words_dup_years      (unsigned int  first,
                                      unsigned int  last);
char       *syl_words_dup_facts      (SylPick      *pick);
char       *syl_words_dup_meta       (SylPick      *pick);
char       *syl_words_dup_day        (GDateTime    *time);
char       *syl_words_dup_history    (SylPick      *pick);
const char *syl_words_for_kind       (const char   *kind);
char       *syl_words_dup_kind_icon  (const char   *kind);

G_END_DECLS
