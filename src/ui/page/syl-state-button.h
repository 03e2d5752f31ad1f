/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-pick.h"

G_BEGIN_DECLS

/**
 * SylStateButton:
 *
 * Marks the pick of the window as read, or as unread again; its menu has the other states. It
 * speaks to the actions `win.toggle-read` and `win.set-state`. Extras have no state, and no button.
 *
 * Properties: `pick` (SylPick, nullable); `compact` (boolean): show the mark alone.
 */
#define SYL_TYPE_STATE_BUTTON (syl_state_button_get_type ())
G_DECLARE_FINAL_TYPE (SylStateButton, syl_state_button, SYL, STATE_BUTTON, AdwBin)

G_END_DECLS
