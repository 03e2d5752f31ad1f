/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylMeaningFilter:
 *
 * Buttons in the colours of what highlights mean, to choose which are shown.
 *
 * Properties:
 *  - `library` (SylLibrary, nullable): whose names the meanings have
 *  - `meanings` (uint, readable, notify): a mask of those that are chosen; 0 for all
 */
#define SYL_TYPE_MEANING_FILTER (syl_meaning_filter_get_type ())
G_DECLARE_FINAL_TYPE (SylMeaningFilter, syl_meaning_filter, SYL, MEANING_FILTER, GtkBox)

unsigned int syl_meaning_filter_get_meanings (SylMeaningFilter *self);

G_END_DECLS
