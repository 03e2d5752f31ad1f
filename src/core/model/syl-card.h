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
 * @highlight: (nullable): id of the highlight it was made of
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
  char *highlight;
  char *question;
  char *answer;
  SylFsrsMemory memory;
  GDate due;
  GDate last;
} SylCard;

/**
 * SylReview:
 * @cards: (element-type SylCard): what is to be asked now, what was due first first
 * @n_done: how many cards were asked this week already
 * @next: the day on which there will be a card again if all of @cards are answered; not valid if no
 *   other card is known
 *
 * The questions of this week.
 */
typedef struct
{
  GPtrArray *cards;
  unsigned int n_done;
  GDate next;
} SylReview;

SylCard *syl_card_copy   (const SylCard *self);
void     syl_card_free   (SylCard       *self);
void     syl_review_free (SylReview     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylCard, syl_card_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylReview, syl_review_free)

G_END_DECLS
