/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/syl-change-set.h"

/* Beyond this, listeners are better off asking for everything again. */
#define MAX_PICK_IDS 256

G_DEFINE_BOXED_TYPE (SylChangeSet, syl_change_set, syl_change_set_copy, syl_change_set_free)

/**
 * syl_change_set_new:
 *
 * Returns: (transfer full): a set that holds no change
 */
SylChangeSet *
syl_change_set_new (void)
{
  SylChangeSet *self = g_new0 (SylChangeSet, 1);

  self->pick_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * syl_change_set_copy:
 * @self: a change set
 *
 * Returns: (transfer full): an equal set
 */
SylChangeSet *
syl_change_set_copy (const SylChangeSet *self)
{
  SylChangeSet *copy = syl_change_set_new ();

  syl_change_set_merge (copy, self);
  return copy;
}

/**
 * syl_change_set_free:
 * @self: (transfer full): a change set
 */
void
syl_change_set_free (SylChangeSet *self)
{
  g_array_unref (self->pick_ids);
  g_free (self);
}

static gboolean
contains (SylChangeSet *self,
          gint64        pick_id)
{
  for (guint i = 0; i < self->pick_ids->len; i++)
    {
      if (g_array_index (self->pick_ids, gint64, i) == pick_id)
        return TRUE;
    }
  return FALSE;
}

/**
 * syl_change_set_add:
 * @self: a change set
 * @kind: what changed
 * @pick_id: the pick that changed, or 0 for any of them
 */
void
syl_change_set_add (SylChangeSet  *self,
                    SylChangeKind  kind,
                    gint64         pick_id)
{
  self->kinds |= kind;
  if (self->all_picks)
    return;

  if (pick_id == 0 || self->pick_ids->len >= MAX_PICK_IDS)
    {
      self->all_picks = TRUE;
      g_array_set_size (self->pick_ids, 0);
    }
  else if (!contains (self, pick_id))
    g_array_append_val (self->pick_ids, pick_id);
}

/**
 * syl_change_set_merge:
 * @self: a change set
 * @other: another one, whose changes are added to @self
 */
void
syl_change_set_merge (SylChangeSet       *self,
                      const SylChangeSet *other)
{
  if (other->all_picks)
    syl_change_set_add (self, other->kinds, 0);
  for (guint i = 0; i < other->pick_ids->len; i++)
    syl_change_set_add (self, other->kinds, g_array_index (other->pick_ids, gint64, i));
  self->kinds |= other->kinds;
}
