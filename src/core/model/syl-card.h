/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "recall/syl-fsrs.h"

G_BEGIN_DECLS

/**
 * SylCard:
 * @uuid: its id
 * @pick_id: the row of the pick it is about
 * @pick_slug: id of that pick within its list
 * @pick_title: title of that pick
 * @question: what is asked
 * @answer: the reader's own words
 * @memory: what is supposed of the reader's memory
 * @due: the day on which it is due
 * @last: the day on which it was asked last; not valid if it never was
 *
 * Something the reader wants to be asked again, whole and by value.
 */
typedef struct
{
  char *uuid;
  gint64 pick_id;
  char *pick_slug;
  char *pick_title;
  char *question;
  char *answer;
  SylFsrsMemory memory;
  GDate due;
  GDate last;
} SylCard;

void syl_card_free (SylCard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylCard, syl_card_free)

G_END_DECLS
