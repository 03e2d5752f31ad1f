/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-card.h"

/**
 * syl_card_copy:
 * @self: a card
 *
 * Returns: (transfer full): the same by value
 */
SylCard *
syl_card_copy (const SylCard *self)
{
  SylCard *copy = g_memdup2 (self, sizeof *self);

  copy->uuid = g_strdup (self->uuid);
  copy->pick_slug = g_strdup (self->pick_slug);
  copy->pick_title = g_strdup (self->pick_title);
  copy->highlight = g_strdup (self->highlight);
  copy->question = g_strdup (self->question);
  copy->answer = g_strdup (self->answer);
  return copy;
}

/**
 * syl_card_free:
 * @self: (transfer full): a card
 */
void
syl_card_free (SylCard *self)
{
  g_free (self->uuid);
  g_free (self->pick_slug);
  g_free (self->pick_title);
  g_free (self->highlight);
  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}

/**
 * syl_review_free:
 * @self: (transfer full): a review
 */
void
syl_review_free (SylReview *self)
{
  g_ptr_array_unref (self->cards);
  g_free (self);
}
