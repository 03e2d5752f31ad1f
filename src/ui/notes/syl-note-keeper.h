/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/syl-library.h"
#include "notes/syl-note-view.h"

G_BEGIN_DECLS

/**
 * SylNoteKeeper:
 *
 * Keeps the free note of a pick and the view that it is written in together: what is typed goes into the
 * library, and what is written elsewhere is shown.
 */
#define SYL_TYPE_NOTE_KEEPER (syl_note_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SylNoteKeeper, syl_note_keeper, SYL, NOTE_KEEPER, GObject)

SylNoteKeeper *syl_note_keeper_new (SylNoteView   *view);
void           syl_note_keeper_set (SylNoteKeeper *self,
                                    SylLibrary    *library,
                                    SylPick       *pick);

G_END_DECLS
