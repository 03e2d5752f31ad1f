/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SylFocusTimer:
 *
 * Counts the time in which something is read with attention: while its window is the active one, and no
 * longer than two minutes after the last sign of the reader. Time in which the computer slept is not
 * counted. It knows no widgets; what happens to them is told to it.
 *
 * Properties (notify): `enabled` (boolean, writable: whether the reader wants it at all), `counting` (boolean,
 * readable: right now), `paused` (boolean, readable: by the reader).
 *
 * Signal `session (GObject *subject, guint pass, GDateTime *started, guint seconds)`: a piece to be
 * stored: at a pause, when the reader turns to something else or goes away, and every five minutes. What
 * is shorter than ten seconds is no piece yet.
 */
#define SYL_TYPE_FOCUS_TIMER (syl_focus_timer_get_type ())
G_DECLARE_FINAL_TYPE (SylFocusTimer, syl_focus_timer, SYL, FOCUS_TIMER, GObject)

/**
 * SylFocusClock:
 * @get_time: what goes on evenly while the computer is awake, in microseconds
 * @get_real_time: what the clock on the wall says, in microseconds since 1970
 * @data: for both
 *
 * Where the time comes from.
 */
typedef struct
{
  gint64 (*get_time) (gpointer data);
  gint64 (*get_real_time) (gpointer data);
  gpointer data;
} SylFocusClock;

SylFocusTimer *syl_focus_timer_new          (const SylFocusClock *clock);

void           syl_focus_timer_read         (SylFocusTimer       *self,
                                             GObject             *subject,
                                             unsigned int         pass);
void           syl_focus_timer_set_active   (SylFocusTimer       *self,
                                             gboolean             active);
void           syl_focus_timer_set_paused   (SylFocusTimer       *self,
                                             gboolean             paused);
void           syl_focus_timer_set_enabled  (SylFocusTimer       *self,
                                             gboolean             enabled);
void           syl_focus_timer_drop         (SylFocusTimer       *self);
void           syl_focus_timer_note_input   (SylFocusTimer       *self);
void           syl_focus_timer_update       (SylFocusTimer       *self);

gboolean       syl_focus_timer_get_enabled  (SylFocusTimer       *self);
gboolean       syl_focus_timer_get_counting (SylFocusTimer       *self);
gboolean       syl_focus_timer_get_paused   (SylFocusTimer       *self);
unsigned int   syl_focus_timer_get_seconds  (SylFocusTimer       *self);

G_END_DECLS
