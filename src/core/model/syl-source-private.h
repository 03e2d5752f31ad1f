/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-source.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *slug;
  char *title;
  char *uri;
  char *kind;
  gboolean main;
  char *authors;
  unsigned int year;
  char *arxiv;
  char *doi;
  char *code;
  gboolean ticked;
  char *visited;
} SylSourceFacts;

void       _syl_source_facts_free (SylSourceFacts *facts);
SylSource *_syl_source_new        (SylSourceFacts *facts);
void       _syl_source_set_progress (SylSource    *self,
                                     gboolean      ticked,
                                     const char   *visited);

G_END_DECLS
