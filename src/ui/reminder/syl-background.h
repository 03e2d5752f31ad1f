/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SylBackgroundStatus:
 * @SYL_BACKGROUND_UNASKED: nobody asked the desktop
 * @SYL_BACKGROUND_GRANTED: the agent may start at login, and stay
 * @SYL_BACKGROUND_REFUSED: the desktop, or the reader in its dialog, said no
 * @SYL_BACKGROUND_UNAVAILABLE: the desktop has no way to do it
 *
 * Whether the weekly reminder may come while no window is open.
 */
typedef enum
{
  SYL_BACKGROUND_UNASKED,
  SYL_BACKGROUND_GRANTED,
  SYL_BACKGROUND_REFUSED,
  SYL_BACKGROUND_UNAVAILABLE,
} SylBackgroundStatus;

/**
 * SylBackground:
 *
 * Has the agent started at each login, or not any more: by the Background portal where one answers, else by
 * an entry in the autostart folder. The last wish counts, however long the desktop, which may ask its reader,
 * takes for an earlier one.
 *
 * Signals:
 *  - `changed`: of what syl_background_get_status() or syl_background_get_asking() tell
 */
#define SYL_TYPE_BACKGROUND (syl_background_get_type ())
G_DECLARE_FINAL_TYPE (SylBackground, syl_background, SYL, BACKGROUND, GObject)

SylBackground      *syl_background_new        (GApplication  *application,
                                               GSettings     *settings);
void                syl_background_want       (SylBackground *self,
                                               gboolean       wanted);
gboolean            syl_background_get_asking (SylBackground *self);
SylBackgroundStatus syl_background_get_status (SylBackground *self);

void                syl_background_keep_agent (gboolean       kept);

G_END_DECLS
