/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylEmptiedNoteModel:
 *
 * A #GListModel of #SylEmptiedNote, kept true: by syl_library_list_emptied_notes().
 */
#define SYL_TYPE_EMPTIED_NOTE_MODEL (syl_emptied_note_model_get_type ())
G_DECLARE_FINAL_TYPE (SylEmptiedNoteModel, syl_emptied_note_model, SYL, EMPTIED_NOTE_MODEL, GObject)

G_END_DECLS
