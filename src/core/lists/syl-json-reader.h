/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylJsonReader:
 *
 * Reads JSON from front to back without building a tree of it, so that a hostile file costs no
 * more memory than what is kept of it. Strict (RFC 8259), and bounded in depth.
 *
 * The first fault ends the reading: from then on nothing is found any more, so that callers need
 * to ask syl_json_reader_get_fault() only once, when they are through.
 */
typedef struct _SylJsonReader SylJsonReader;

/**
 * SylJsonFault:
 * @SYL_JSON_FAULT_NONE: all was well so far
 * @SYL_JSON_FAULT_SYNTAX: this is no JSON
 * @SYL_JSON_FAULT_DEPTH: the values are nested deeper than allowed
 *
 * What ended the reading.
 */
typedef enum
{
  SYL_JSON_FAULT_NONE,
  SYL_JSON_FAULT_SYNTAX,
  SYL_JSON_FAULT_DEPTH,
} SylJsonFault;

/**
 * SylJsonType:
 * @SYL_JSON_TYPE_NONE: there is no value
 * @SYL_JSON_TYPE_OBJECT: an object
 * @SYL_JSON_TYPE_ARRAY: an array
 * @SYL_JSON_TYPE_STRING: a string
 * @SYL_JSON_TYPE_NUMBER: a number
 * @SYL_JSON_TYPE_WORD: `true`, `false` or `null`
 *
 * Type of a value.
 */
typedef enum
{
  SYL_JSON_TYPE_NONE,
  SYL_JSON_TYPE_OBJECT,
  SYL_JSON_TYPE_ARRAY,
  SYL_JSON_TYPE_STRING,
  SYL_JSON_TYPE_NUMBER,
  SYL_JSON_TYPE_WORD,
} SylJsonType;

SylJsonReader *syl_json_reader_new          (const char     *data,
                                             gsize           length,
                                             unsigned int    max_depth);
void           syl_json_reader_free         (SylJsonReader  *self);
SylJsonFault   syl_json_reader_get_fault    (SylJsonReader  *self);
unsigned int   syl_json_reader_count_lines  (SylJsonReader  *self);
gboolean       syl_json_reader_is_at_end    (SylJsonReader  *self);

SylJsonType    syl_json_reader_peek         (SylJsonReader  *self);
gboolean       syl_json_reader_enter        (SylJsonReader  *self,
                                             SylJsonType     type);
const char    *syl_json_reader_next_member  (SylJsonReader  *self);
gboolean       syl_json_reader_next_element (SylJsonReader  *self);
char          *syl_json_reader_read_string  (SylJsonReader  *self);
gboolean       syl_json_reader_read_number  (SylJsonReader  *self,
                                             double         *value);
void           syl_json_reader_skip         (SylJsonReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylJsonReader, syl_json_reader_free)

G_END_DECLS
