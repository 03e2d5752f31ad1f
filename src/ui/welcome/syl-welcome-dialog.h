/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylWelcomeDialog:
 *
 * When the year starts, what the reader has a week, and in which order picks come, with what follows
 * from it. Begins the year, or leaves all as it is.
 */
#define SYL_TYPE_WELCOME_DIALOG (syl_welcome_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SylWelcomeDialog, syl_welcome_dialog, SYL, WELCOME_DIALOG, AdwDialog)

AdwDialog *syl_welcome_dialog_new       (SylLibrary *library,
                                         SylYear    *year);
AdwDialog *syl_welcome_dialog_new_again (SylLibrary *library,
                                         SylYear    *year);

G_END_DECLS
