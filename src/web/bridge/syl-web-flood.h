/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylWebFlood:
 * @second: the one in which messages are counted
 * @n_messages: how many came in it
 * @n_parts: how many parts of texts besides
 * @n_bytes: how much was in these
 *
 * Counts the messages of a page, whatever is in them. All zero to begin with.
 */
typedef struct
{
  gint64 second;
  unsigned int n_messages;
  unsigned int n_parts;
  gsize n_bytes;
} SylWebFlood;

gboolean syl_web_flood_admit (SylWebFlood *self,
                              gint64       time,
                              const char  *text);

G_END_DECLS
