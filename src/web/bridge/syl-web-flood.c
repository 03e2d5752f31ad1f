/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-flood.h"

#include <string.h>

#include "bridge/syl-web-message.h"
#include "bridge/syl-web-text.h"

/* The longest text is sent in some two hundred parts, and not twice a second. */
#define MAX_MESSAGES_A_SECOND 50
#define MAX_PARTS_A_SECOND 400
#define MAX_BYTES_A_SECOND (2 * SYL_WEB_TEXT_MAX_BYTES)

/**
 * syl_web_flood_admit:
 * @self: what came before
 * @time: when it came, in microseconds
 * @text: (nullable): what came from a page, as it came; %NULL if that was no text, or far too long
 *
 * Counts a message before anything else is done with it.
 *
 * Returns: %FALSE if too much has come in this second, so that it is not to be looked at
 */
gboolean
syl_web_flood_admit (SylWebFlood *self,
                     gint64       time,
                     const char  *text)
{
  gint64 second = time / G_USEC_PER_SEC;

  if (second != self->second)
    *self = (SylWebFlood) { .second = second };
  if (text == NULL || !g_str_has_prefix (text, SYL_WEB_MESSAGE_TEXT_PREFIX))
    return ++self->n_messages <= MAX_MESSAGES_A_SECOND;
  self->n_bytes += strlen (text);
  return ++self->n_parts <= MAX_PARTS_A_SECOND && self->n_bytes <= MAX_BYTES_A_SECOND;
}
