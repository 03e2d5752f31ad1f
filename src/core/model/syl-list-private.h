/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-list.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *uri;
  char *title;
  char *description;
} SylListFacts;

void     _syl_list_facts_free (SylListFacts *facts);
SylList *_syl_list_new        (SylListFacts *facts);

G_END_DECLS
