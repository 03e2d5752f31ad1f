/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-method.h"
#include "passes/syl-answer-row.h"

G_BEGIN_DECLS

/**
 * SylPassRow:
 *
 * A pass: how far the reader is with it, and, unfolded, what there is to do.
 *
 * Signals:
 *  - `set-state (guint state)`: the reader wants another SylPassState
 *  - `answer (guint question, const char *text)`: the reader has answered a SylQuestion of the pass
 */
#define SYL_TYPE_PASS_ROW (syl_pass_row_get_type ())
G_DECLARE_FINAL_TYPE (SylPassRow, syl_pass_row, SYL, PASS_ROW, AdwExpanderRow)

GtkWidget   *syl_pass_row_new          (unsigned int     number);

unsigned int syl_pass_row_get_number   (SylPassRow      *self);
void         syl_pass_row_set_editable (SylPassRow      *self,
                                        gboolean         editable);
void         syl_pass_row_flush        (SylPassRow      *self);
void         syl_pass_row_clear        (SylPassRow      *self);
void         syl_pass_row_take         (SylPassRow      *self,
                                        const SylMethod *method);

G_END_DECLS
