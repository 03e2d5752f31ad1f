/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylCardDialog:
 *
 * A question and the reader’s words, to be written.
 *
 * Action: `card.save`.
 */
#define SYL_TYPE_CARD_DIALOG (syl_card_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SylCardDialog, syl_card_dialog, SYL, CARD_DIALOG, AdwDialog)

AdwDialog *syl_card_dialog_new_for_card      (SylLibrary    *library,
                                              const SylCard *card);
AdwDialog *syl_card_dialog_new_for_highlight (SylLibrary    *library,
                                              SylPick       *pick,
                                              SylHighlight  *highlight);

G_END_DECLS
