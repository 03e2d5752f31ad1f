/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"
#include "reminder/syl-background.h"

G_BEGIN_DECLS

/**
 * SylPreferences:
 *
 * The dialog in which the reader chooses when to be reminded, and sees whether the desktop lets it, and whether
 * reading time is counted. What another program changes meanwhile is shown.
 */
#define SYL_TYPE_PREFERENCES (syl_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SylPreferences, syl_preferences, SYL, PREFERENCES, AdwPreferencesDialog)

AdwDialog *syl_preferences_new (SylLibrary    *library,
                                SylBackground *background,
                                GSettings     *settings);

G_END_DECLS
