/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library-call.h"

G_BEGIN_DECLS

GNotification *syl_notice_new             (SylCall  *call,
                                           gboolean  has_other,
                                           gboolean  takes_markup);
char          *syl_notice_dup_first_words (const char *text);

G_END_DECLS
