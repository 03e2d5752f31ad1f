/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-pick-state.h"

G_BEGIN_DECLS

/**
 * SylStateMark:
 *
 * The sign of a reading state, 16 pixels: an empty ring, half a disc, a disc with a tick, a dash.
 * Its name and its tooltip say the same in words.
 *
 * Property: `state` (SylPickState).
 */
#define SYL_TYPE_STATE_MARK (syl_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (SylStateMark, syl_state_mark, SYL, STATE_MARK, GtkWidget)

GtkWidget    *syl_state_mark_new       (void);
SylPickState  syl_state_mark_get_state (SylStateMark *self);
void          syl_state_mark_set_state (SylStateMark *self,
                                        SylPickState  state);

G_END_DECLS
