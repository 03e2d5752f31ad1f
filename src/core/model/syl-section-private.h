/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-section.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  unsigned int number;
  char *slug;
  char *title;
  char *note;
  unsigned int n_picks;
  unsigned int n_read;
} SylSectionFacts;

void        _syl_section_facts_free (SylSectionFacts *facts);
SylSection *_syl_section_new        (SylSectionFacts *facts);
void        _syl_section_take_facts (SylSection      *self,
                                     SylSectionFacts *facts);

G_END_DECLS
