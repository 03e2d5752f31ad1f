/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SylProgressRing:
 *
 * How much of something is done, as an arc on a ring.
 *
 * Properties:
 *  - `fraction` (double 0..1): how much
 *  - `size` (int, 16 if not set): width and height in pixels
 */
#define SYL_TYPE_PROGRESS_RING (syl_progress_ring_get_type ())
G_DECLARE_FINAL_TYPE (SylProgressRing, syl_progress_ring, SYL, PROGRESS_RING, GtkWidget)

GtkWidget *syl_progress_ring_new          (void);
double     syl_progress_ring_get_fraction (SylProgressRing *self);
void       syl_progress_ring_set_fraction (SylProgressRing *self,
                                           double           fraction);

G_END_DECLS
