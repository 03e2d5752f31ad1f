/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylTrashDialog:
 *
 * The highlights that were deleted and the notes that were emptied lately, to bring them back or to let
 * them go for good.
 */
#define SYL_TYPE_TRASH_DIALOG (syl_trash_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SylTrashDialog, syl_trash_dialog, SYL, TRASH_DIALOG, AdwDialog)

AdwDialog *syl_trash_dialog_new (SylLibrary *library);

G_END_DECLS
