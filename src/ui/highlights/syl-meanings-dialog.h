/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylMeaningsDialog:
 *
 * The names of what highlights mean, to give them other ones.
 */
#define SYL_TYPE_MEANINGS_DIALOG (syl_meanings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SylMeaningsDialog, syl_meanings_dialog, SYL, MEANINGS_DIALOG, AdwDialog)

AdwDialog *syl_meanings_dialog_new (SylLibrary *library);

G_END_DECLS
