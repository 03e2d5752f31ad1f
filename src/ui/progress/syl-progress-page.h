/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylProgressPage:
 *
 * How the year went up to now, to look back at, and to take along as a picture, a table or a file.
 *
 * Properties:
 *  - `library` (SylLibrary): set when it is made
 *
 * Signals:
 *  - `activated (SylPick *pick)`: the reader wants to see a pick
 *
 * Actions: `progress.copy-picture`, `progress.save-picture`, `progress.copy-table`,
 * `progress.export-year`.
 */
#define SYL_TYPE_PROGRESS_PAGE (syl_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (SylProgressPage, syl_progress_page, SYL, PROGRESS_PAGE, AdwBin)

GtkWidget *syl_progress_page_new (SylLibrary *library);

G_END_DECLS
