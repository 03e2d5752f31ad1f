/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SylNoteView:
 *
 * A note that is written in Markdown and saved while it is written: at a pause in typing, and when it
 * goes out of sight.
 *
 * Properties:
 *  - `placeholder` (string, nullable): shown while it is empty
 *  - `editable` (boolean)
 *
 * Signal `save (const char *text)`: the reader has changed the text
 */
#define SYL_TYPE_NOTE_VIEW (syl_note_view_get_type ())
G_DECLARE_FINAL_TYPE (SylNoteView, syl_note_view, SYL, NOTE_VIEW, AdwBin)

void syl_note_view_set_text    (SylNoteView *self,
                                const char  *text);
void syl_note_view_update_text (SylNoteView *self,
                                const char  *text);
void syl_note_view_set_dirty   (SylNoteView *self);
void syl_note_view_flush       (SylNoteView *self);

G_END_DECLS
