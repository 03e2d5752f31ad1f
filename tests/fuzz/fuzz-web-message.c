/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as what a page sends. What is taken has to be in its bounds, whatever was claimed. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

#include "bridge/syl-web-message.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), <=, SYL_WEB_MESSAGE_MAX_TEXT_BYTES);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_message (const SylWebMessage *message)
{
  gboolean has_text = message->type == SYL_WEB_MESSAGE_TEXT || message->type == SYL_WEB_MESSAGE_TEXT_END;

  g_assert_cmpint (message->type, <=, SYL_WEB_MESSAGE_CURRENT);
  g_assert_true ((message->text != NULL) == has_text);
  g_assert_true ((message->place != NULL) == (message->type == SYL_WEB_MESSAGE_PLACE));
  g_assert_cmpuint (message->start, <=, message->end);
  g_assert_cmpint (message->area.width, >=, 0);
  g_assert_cmpint (message->area.height, >=, 0);
  if (has_text)
    check_text (message->text);
  if (message->place == NULL)
    return;
  check_text (message->place->quote);
  check_text (message->place->prefix);
  g_assert_cmpfloat (message->place->fraction, >=, 0);
  g_assert_cmpfloat (message->place->fraction, <=, 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (SylWebMessage) message = syl_web_message_parse (text);

  if (message != NULL)
    check_message (message);
  return 0;
}
