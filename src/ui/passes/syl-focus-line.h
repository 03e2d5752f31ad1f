/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "passes/syl-study.h"

G_BEGIN_DECLS

/**
 * SylFocusLine:
 *
 * The focused time of a pick, in minutes, and a button to pause it. It looks at the clock only while it
 * is in sight and time is counted.
 *
 * Property: `study` (SylStudy, nullable).
 */
#define SYL_TYPE_FOCUS_LINE (syl_focus_line_get_type ())
G_DECLARE_FINAL_TYPE (SylFocusLine, syl_focus_line, SYL, FOCUS_LINE, AdwBin)

G_END_DECLS
