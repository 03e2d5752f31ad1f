/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-pick-private.h"

/**
 * syl_pick_get_id:
 * @self: a pick
 *
 * Returns: its row in the database
 */
gint64
syl_pick_get_id (SylPick *self)
{
  return self->facts->id;
}

/**
 * syl_pick_get_loaded:
 * @self: a pick
 *
 * Returns: whether more than the id is known
 */
gboolean
syl_pick_get_loaded (SylPick *self)
{
  return self->loaded;
}

/**
 * syl_pick_get_detailed:
 * @self: a pick
 *
 * Returns: whether commentary and sources are there
 */
gboolean
syl_pick_get_detailed (SylPick *self)
{
  return self->details != NULL;
}

/**
 * syl_pick_get_slug:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): its id within the list
 */
const char *
syl_pick_get_slug (SylPick *self)
{
  return self->facts->slug;
}

/**
 * syl_pick_get_title:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
syl_pick_get_title (SylPick *self)
{
  return self->facts->title;
}

/**
 * syl_pick_get_section_id:
 * @self: a pick
 *
 * Returns: the row of its section
 */
gint64
syl_pick_get_section_id (SylPick *self)
{
  return self->facts->section_id;
}

/**
 * syl_pick_get_section_number:
 * @self: a pick
 *
 * Returns: the number of its section, from 1
 */
unsigned int
syl_pick_get_section_number (SylPick *self)
{
  return self->facts->section_number;
}

/**
 * syl_pick_get_section_title:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): the title of its section
 */
const char *
syl_pick_get_section_title (SylPick *self)
{
  return self->facts->section_title;
}

/**
 * syl_pick_get_extra:
 * @self: a pick
 *
 * Returns: whether it stands beside the plan
 */
gboolean
syl_pick_get_extra (SylPick *self)
{
  return self->facts->extra;
}

/**
 * syl_pick_get_retired:
 * @self: a pick
 *
 * Returns: whether the list has dropped it
 */
gboolean
syl_pick_get_retired (SylPick *self)
{
  return self->facts->retired;
}

/**
 * syl_pick_get_position:
 * @self: a pick
 *
 * Returns: its place among the picks of the list, from 1; 0 for an extra
 */
unsigned int
syl_pick_get_position (SylPick *self)
{
  return self->facts->position;
}

/**
 * syl_pick_get_minutes:
 * @self: a pick
 *
 * Returns: how long its main sources take; 0 if unknown
 */
unsigned int
syl_pick_get_minutes (SylPick *self)
{
  return self->facts->minutes;
}

/**
 * syl_pick_get_difficulty:
 * @self: a pick
 *
 * Returns: 1 to 3; 0 if unknown
 */
unsigned int
syl_pick_get_difficulty (SylPick *self)
{
  return self->facts->difficulty;
}

/**
 * syl_pick_get_year_first:
 * @self: a pick
 *
 * Returns: the first year of its main sources; 0 if unknown
 */
unsigned int
syl_pick_get_year_first (SylPick *self)
{
  return self->facts->year_first;
}

/**
 * syl_pick_get_year_last:
 * @self: a pick
 *
 * Returns: the last year of its main sources; 0 if unknown
 */
unsigned int
syl_pick_get_year_last (SylPick *self)
{
  return self->facts->year_last;
}

/**
 * syl_pick_get_n_sources:
 * @self: a pick
 *
 * Returns: how many main sources it has
 */
unsigned int
syl_pick_get_n_sources (SylPick *self)
{
  return self->facts->n_sources;
}

/**
 * syl_pick_get_state:
 * @self: a pick
 *
 * Returns: how far the reader is
 */
SylPickState
syl_pick_get_state (SylPick *self)
{
  return self->facts->state;
}

/**
 * syl_pick_get_started:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): when reading began
 */
GDateTime *
syl_pick_get_started (SylPick *self)
{
  return self->facts->started;
}

/**
 * syl_pick_get_finished:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): when it was read
 */
GDateTime *
syl_pick_get_finished (SylPick *self)
{
  return self->facts->finished;
}

/**
 * syl_pick_get_commentary:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): why it matters, in Markdown
 */
const char *
syl_pick_get_commentary (SylPick *self)
{
  return self->details != NULL ? self->details->commentary : NULL;
}

/**
 * syl_pick_get_after:
 * @self: a pick
 *
 * Returns: (transfer none) (nullable): titles of what is best read before
 */
const char *
syl_pick_get_after (SylPick *self)
{
  return self->details != NULL ? self->details->after : NULL;
}

/**
 * syl_pick_get_sources:
 * @self: a pick
 *
 * Returns: (transfer none): its sources, empty until detailed
 */
GListModel *
syl_pick_get_sources (SylPick *self)
{
  return G_LIST_MODEL (self->sources);
}
