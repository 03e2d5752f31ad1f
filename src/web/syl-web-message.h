/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-page-types.h"

G_BEGIN_DECLS

/**
 * SYL_WEB_MESSAGE_MAX_BYTES:
 *
 * Longer messages are refused before they are looked at.
 */
#define SYL_WEB_MESSAGE_MAX_BYTES (16 * 1024)

/**
 * SylWebMessageType:
 * @SYL_WEB_MESSAGE_HELLO: a document is there and asks for its number
 * @SYL_WEB_MESSAGE_NEXT: the document asks for something to do
 * @SYL_WEB_MESSAGE_PLACE: where the reader is
 * @SYL_WEB_MESSAGE_FOUND: how many matches there are
 *
 * What a script can say.
 */
typedef enum
{
  SYL_WEB_MESSAGE_HELLO,
  SYL_WEB_MESSAGE_NEXT,
  SYL_WEB_MESSAGE_PLACE,
  SYL_WEB_MESSAGE_FOUND,
} SylWebMessageType;

/**
 * SylWebMessage:
 * @type: what is said
 * @document: the number of the document that says it; 0 for %SYL_WEB_MESSAGE_HELLO
 * @in_frame: (HELLO) whether it comes from the frame of the PDF viewer
 * @request: (PLACE) the question that is answered, 0 if there was none
 * @matches: (FOUND) how many
 * @place: (PLACE) (nullable): the place
 *
 * A message from a script in a page, checked. A page may be hostile and WebKit's process for it
 * taken over, so that all of it is still no more than a claim.
 */
typedef struct
{
  SylWebMessageType type;
  unsigned int document;
  gboolean in_frame;
  unsigned int request;
  unsigned int matches;
  SylPagePlace *place;
} SylWebMessage;

SylWebMessage *syl_web_message_parse (const char    *text);
void           syl_web_message_free  (SylWebMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylWebMessage, syl_web_message_free)

G_END_DECLS
