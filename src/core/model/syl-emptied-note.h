/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylEmptiedNote:
 *
 * The free note of a pick, or the note of a highlight, that was emptied, as it lies in the trash. It does not change; one that is
 * emptied again is another one. On the main thread.
 */
#define SYL_TYPE_EMPTIED_NOTE (syl_emptied_note_get_type ())
G_DECLARE_FINAL_TYPE (SylEmptiedNote, syl_emptied_note, SYL, EMPTIED_NOTE, GObject)

const char *syl_emptied_note_get_uuid       (SylEmptiedNote *self);
const char *syl_emptied_note_get_pick_title (SylEmptiedNote *self);
const char *syl_emptied_note_get_quote      (SylEmptiedNote *self);
const char *syl_emptied_note_get_beginning  (SylEmptiedNote *self);
GDateTime  *syl_emptied_note_get_deleted    (SylEmptiedNote *self);

G_END_DECLS
