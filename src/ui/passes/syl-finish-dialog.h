/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "passes/syl-study.h"

G_BEGIN_DECLS

/**
 * SylFinishDialog:
 *
 * The end of a pick: five short questions, which can be skipped. What is typed is kept while it is typed;
 * the pick is read, and cards are made, when the reader says so.
 */
#define SYL_TYPE_FINISH_DIALOG (syl_finish_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SylFinishDialog, syl_finish_dialog, SYL, FINISH_DIALOG, AdwDialog)

AdwDialog *syl_finish_dialog_new (SylStudy *study);

G_END_DECLS
