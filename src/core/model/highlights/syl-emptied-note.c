/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-emptied-note.h"

#include "model/highlights/syl-highlight-private.h"

struct _SylEmptiedNote
{
  GObject parent_instance;

  SylEmptiedNoteFacts *facts; /* owned */
};

G_DEFINE_FINAL_TYPE (SylEmptiedNote, syl_emptied_note, G_TYPE_OBJECT)

/**
 * syl_emptied_note_facts_free:
 * @facts: (transfer full): facts, on any thread
 */
void
syl_emptied_note_facts_free (SylEmptiedNoteFacts *facts)
{
  g_free (facts->uuid);
  g_free (facts->pick_title);
  g_free (facts->highlight);
  g_free (facts->quote);
  g_free (facts->text);
  g_clear_pointer (&facts->deleted, g_date_time_unref);
  g_free (facts);
}

static void
syl_emptied_note_finalize (GObject *object)
{
  syl_emptied_note_facts_free (SYL_EMPTIED_NOTE (object)->facts);

  G_OBJECT_CLASS (syl_emptied_note_parent_class)->finalize (object);
}

static void
syl_emptied_note_class_init (SylEmptiedNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_emptied_note_finalize;
}

static void
syl_emptied_note_init (SylEmptiedNote *self)
{
}

/* Takes over @facts. */
SylEmptiedNote *
_syl_emptied_note_new (SylEmptiedNoteFacts *facts)
{
  SylEmptiedNote *self = g_object_new (SYL_TYPE_EMPTIED_NOTE, NULL);

  self->facts = facts;
  return self;
}

/**
 * syl_emptied_note_get_uuid:
 * @self: a note
 *
 * Returns: (transfer none): its id
 */
const char *
syl_emptied_note_get_uuid (SylEmptiedNote *self)
{
  return self->facts->uuid;
}

/**
 * syl_emptied_note_get_pick_title:
 * @self: a note
 *
 * Returns: (transfer none): the title of the pick it is on
 */
const char *
syl_emptied_note_get_pick_title (SylEmptiedNote *self)
{
  return self->facts->pick_title;
}

/**
 * syl_emptied_note_get_quote:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): what was marked there, as much of it as it can be known by; %NULL for
 *   the free note of the pick
 */
const char *
syl_emptied_note_get_quote (SylEmptiedNote *self)
{
  return self->facts->quote;
}

/**
 * syl_emptied_note_get_beginning:
 * @self: a note
 *
 * Returns: (transfer none): as much of its text as it can be known by
 */
const char *
syl_emptied_note_get_beginning (SylEmptiedNote *self)
{
  return self->facts->text;
}

/**
 * syl_emptied_note_get_deleted:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): when it was emptied
 */
GDateTime *
syl_emptied_note_get_deleted (SylEmptiedNote *self)
{
  return self->facts->deleted;
}
