/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pencil/syl-pencil.h"

G_BEGIN_DECLS

/**
 * SylNotesPanel:
 *
 * What the reader wrote on a pick: the note on all of it, and the highlights in the order of the page,
 * those that are no longer on the page apart.
 *
 * Properties: `library` (SylLibrary), `pick` (SylPick), `highlights` (GListModel of SylHighlight),
 * `pencil` (SylPencil): all nullable.
 */
#define SYL_TYPE_NOTES_PANEL (syl_notes_panel_get_type ())
G_DECLARE_FINAL_TYPE (SylNotesPanel, syl_notes_panel, SYL, NOTES_PANEL, AdwBin)

void syl_notes_panel_focus_note (SylNotesPanel *self);

G_END_DECLS
