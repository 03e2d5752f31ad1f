/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "passes/syl-focus-timer.h"

G_BEGIN_DECLS

/**
 * SylFocusWatch:
 *
 * Tells a timer what happens to a widget: whether it is in sight and its window the active one, and each
 * sign of the reader in that window, also where a page takes it. It lives no longer than it is held.
 */
#define SYL_TYPE_FOCUS_WATCH (syl_focus_watch_get_type ())
G_DECLARE_FINAL_TYPE (SylFocusWatch, syl_focus_watch, SYL, FOCUS_WATCH, GObject)

SylFocusWatch *syl_focus_watch_new (SylFocusTimer *timer,
                                    GtkWidget     *widget);

G_END_DECLS
