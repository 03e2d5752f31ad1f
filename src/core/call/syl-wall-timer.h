/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylWallTimer:
 *
 * Tells when a moment of the clock on the wall has come, however long the machine slept; and when that
 * clock was set, or the time zone changed, so that moments have to be worked out anew.
 */
typedef struct _SylWallTimer SylWallTimer;

/**
 * SylWallTimerFunc:
 * @user_data: what was given with the function
 *
 * Called on the thread that made the timer, when it is time to look at the clock. It may come too often,
 * and must not free the timer.
 */
typedef void (*SylWallTimerFunc) (gpointer user_data);

SylWallTimer *syl_wall_timer_new  (const char       *zone_file,
                                   SylWallTimerFunc  func,
                                   gpointer          user_data);
void          syl_wall_timer_free (SylWallTimer     *self);
void          syl_wall_timer_set  (SylWallTimer     *self,
                                   GDateTime        *moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylWallTimer, syl_wall_timer_free)

G_END_DECLS
