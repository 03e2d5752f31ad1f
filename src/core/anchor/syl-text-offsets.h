/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylByteRange:
 * @start: first byte
 * @end: byte behind the last one
 *
 * A part of a text in bytes of its UTF-8, as C counts.
 */
typedef struct
{
  gsize start;
  gsize end;
} SylByteRange;

/**
 * SylPointRange:
 * @start: first code point
 * @end: code point behind the last one
 *
 * A part of a text in Unicode code points, as the W3C’s selectors count.
 */
typedef struct
{
  gsize start;
  gsize end;
} SylPointRange;

/**
 * SylUtf16Range:
 * @start: first code unit
 * @end: code unit behind the last one
 *
 * A part of a text in UTF-16 code units, as JavaScript counts.
 */
typedef struct
{
  gsize start;
  gsize end;
} SylUtf16Range;

/**
 * SylTextOffsets:
 *
 * Turns offsets of one text from one way of counting into another. The three ways are three types,
 * so that the compiler tells when they are mixed.
 */
typedef struct _SylTextOffsets SylTextOffsets;

SylTextOffsets *syl_text_offsets_new         (const char           *text,
                                              gsize                 length);
void            syl_text_offsets_free        (SylTextOffsets       *self);
gsize           syl_text_offsets_get_points  (const SylTextOffsets *self);
gsize           syl_text_offsets_get_utf16   (const SylTextOffsets *self);
gboolean        syl_text_offsets_from_points (const SylTextOffsets *self,
                                              SylPointRange         points,
                                              SylByteRange         *bytes);
gboolean        syl_text_offsets_from_utf16  (const SylTextOffsets *self,
                                              SylUtf16Range         utf16,
                                              SylByteRange         *bytes);
SylPointRange   syl_text_offsets_to_points   (const SylTextOffsets *self,
                                              SylByteRange          bytes);
SylUtf16Range   syl_text_offsets_to_utf16    (const SylTextOffsets *self,
                                              SylByteRange          bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylTextOffsets, syl_text_offsets_free)

G_END_DECLS
