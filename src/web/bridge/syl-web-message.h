/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "syl-page-types.h"

G_BEGIN_DECLS

/**
 * SYL_WEB_MESSAGE_MAX_BYTES:
 *
 * Longer messages are refused before they are looked at.
 */
#define SYL_WEB_MESSAGE_MAX_BYTES (16 * 1024)

/**
 * SYL_WEB_MESSAGE_MAX_TEXT_BYTES:
 *
 * The same for the messages that carry a part of a page's text, and for where its pages begin.
 */
#define SYL_WEB_MESSAGE_MAX_TEXT_BYTES (256 * 1024)

/**
 * SYL_WEB_MESSAGE_TEXT_PREFIX:
 *
 * How these begin: our scripts write the fields in one order.
 */
#define SYL_WEB_MESSAGE_TEXT_PREFIX "{\"v\":1,\"type\":\"text"

/**
 * SylWebMessageType:
 * @SYL_WEB_MESSAGE_HELLO: a document is there and asks for its number
 * @SYL_WEB_MESSAGE_NEXT: the document asks for something to do
 * @SYL_WEB_MESSAGE_PLACE: where the reader is
 * @SYL_WEB_MESSAGE_FOUND: how many matches there are
 * @SYL_WEB_MESSAGE_TEXT: a part of the document's text
 * @SYL_WEB_MESSAGE_TEXT_END: that was all of it
 * @SYL_WEB_MESSAGE_NO_TEXT: the document's text can't be had
 * @SYL_WEB_MESSAGE_SELECTION: what is selected
 * @SYL_WEB_MESSAGE_WORDS: what is selected in a document whose text can't be had
 * @SYL_WEB_MESSAGE_MARK: a mark was clicked on
 * @SYL_WEB_MESSAGE_CURRENT: the mark under the pointer or the caret
 *
 * What a script can say.
 */
typedef enum
{
  SYL_WEB_MESSAGE_HELLO,
  SYL_WEB_MESSAGE_NEXT,
  SYL_WEB_MESSAGE_PLACE,
  SYL_WEB_MESSAGE_FOUND,
  SYL_WEB_MESSAGE_TEXT,
  SYL_WEB_MESSAGE_TEXT_END,
  SYL_WEB_MESSAGE_NO_TEXT,
  SYL_WEB_MESSAGE_SELECTION,
  SYL_WEB_MESSAGE_WORDS,
  SYL_WEB_MESSAGE_MARK,
  SYL_WEB_MESSAGE_CURRENT,
} SylWebMessageType;

/**
 * SylWebMessage:
 * @type: what is said
 * @document: the number of the document that says it; 0 for %SYL_WEB_MESSAGE_HELLO
 * @in_frame: (HELLO) whether it comes from the frame of the PDF viewer
 * @request: (PLACE) the question that is answered, 0 if there was none
 * @matches: (FOUND) how many
 * @place: (PLACE) (nullable): the place
 * @is_first: (TEXT) whether it is the beginning
 * @is_large: (NO_TEXT) whether there is too much of it
 * @text: (TEXT) the part; (WORDS) what is selected, "" for nothing; (TEXT_END) where the pages of a PDF begin, numbers with commas
 * @length: (TEXT_END) how long all of it is, in UTF-16
 * @version: (SELECTION, MARK, CURRENT) the version of the text that is meant
 * @start: (SELECTION) its beginning in the text
 * @end: (SELECTION) its end; none where that is @start
 * @page: (WORDS) the page of a PDF, 0 if that is not known
 * @set: (MARK, CURRENT) the set of marks that is meant
 * @index: (MARK) which of them; (CURRENT) which of them, counted from 1, or 0 for none
 * @area: (SELECTION, WORDS, MARK) where it is on the page, before zoom
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
  gboolean is_first;
  gboolean is_large;
  char *text;
  unsigned int length;
  unsigned int version;
  unsigned int start;
  unsigned int end;
  unsigned int page;
  unsigned int set;
  unsigned int index;
  GdkRectangle area;
} SylWebMessage;

SylWebMessage *syl_web_message_parse (const char    *text);
void           syl_web_message_free  (SylWebMessage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylWebMessage, syl_web_message_free)

G_END_DECLS
