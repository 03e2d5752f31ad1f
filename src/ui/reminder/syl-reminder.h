/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylReminder:
 *
 * Brings the week’s pick: claims the call when it is due, shows it on the desktop or in the window, and
 * takes it back once it was answered. It keeps the application alive for as long as that takes, opens the
 * library where no window did, and installs the actions that the desktop and the agent call. Main thread.
 */
#define SYL_TYPE_REMINDER (syl_reminder_get_type ())
G_DECLARE_FINAL_TYPE (SylReminder, syl_reminder, SYL, REMINDER, GObject)

SylReminder *syl_reminder_new         (GtkApplication *application,
                                       SylLibrary     *library,
                                       GSettings      *settings);
void         syl_reminder_pick_opened (SylReminder    *self,
                                       const char     *slug);

G_END_DECLS
