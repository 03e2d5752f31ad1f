/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylMyersMatch:
 * @start: first byte of the match
 * @end: byte behind the last one
 * @distance: bytes that have to be put in, left out or exchanged to get the pattern
 *
 * Where a pattern was found.
 */
typedef struct
{
  gsize start;
  gsize end;
  gsize distance;
} SylMyersMatch;

gboolean syl_myers_find     (const char    *pattern,
                             gsize          pattern_length,
                             const char    *text,
                             gsize          text_length,
                             gsize          max_distance,
                             SylMyersMatch *match);
gsize    syl_myers_distance (const char    *pattern,
                             gsize          pattern_length,
                             const char    *text,
                             gsize          text_length);
guint64  syl_myers_cost     (gsize          pattern_length,
                             gsize          text_length);

G_END_DECLS
