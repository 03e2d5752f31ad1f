/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-text-offsets.h"

/* Every so many bytes it is noted how far the other two ways of counting have come, so that no
 * offset takes a walk through the whole text. */
#define STRIDE 128

typedef struct
{
  guint32 points;
  guint32 utf16;
} Mark;

struct _SylTextOffsets
{
  const char *text; /* unowned */
  gsize length;
  Mark *marks;      /* owned; one a stride, and one for the end of the text */
  gsize n_marks;
};

static inline gboolean
begins_point (char byte)
{
  return (byte & 0xc0) != 0x80;
}

/* Code points above U+FFFF, four bytes in UTF-8, are two units of UTF-16. */
static inline void
advance (Mark *mark,
         char  byte)
{
  gboolean begins = begins_point (byte);

  mark->points += begins;
  mark->utf16 += begins + ((guchar) byte >= 0xf0);
}

/**
 * syl_text_offsets_new:
 * @text: valid UTF-8; has to outlive what is returned
 * @length: bytes of @text, below 4 GB
 *
 * Prepares a text for turning offsets; takes one walk through it. Any thread.
 *
 * Returns: (transfer full): the offsets
 */
SylTextOffsets *
syl_text_offsets_new (const char *text,
                      gsize       length)
{
  SylTextOffsets *self = g_new0 (SylTextOffsets, 1);
  Mark mark = { 0, 0 };

  self->text = text;
  self->length = length;
  self->n_marks = length / STRIDE + 2;
  self->marks = g_new (Mark, self->n_marks);
  for (gsize i = 0; i < length; i++)
    {
      if (i % STRIDE == 0)
        self->marks[i / STRIDE] = mark;
      advance (&mark, text[i]);
    }
  for (gsize i = (length + STRIDE - 1) / STRIDE; i < self->n_marks; i++)
    self->marks[i] = mark;

  return self;
}

/**
 * syl_text_offsets_free:
 * @self: (nullable): the offsets
 *
 * Frees the offsets, not the text.
 */
void
syl_text_offsets_free (SylTextOffsets *self)
{
  if (self != NULL)
    g_free (self->marks);
  g_free (self);
}

/**
 * syl_text_offsets_get_points:
 * @self: the offsets
 *
 * Returns: how many code points the text has
 */
gsize
syl_text_offsets_get_points (const SylTextOffsets *self)
{
  return self->marks[self->n_marks - 1].points;
}

/**
 * syl_text_offsets_get_utf16:
 * @self: the offsets
 *
 * Returns: how many UTF-16 code units the text has
 */
gsize
syl_text_offsets_get_utf16 (const SylTextOffsets *self)
{
  return self->marks[self->n_marks - 1].utf16;
}

static inline gsize
count_of (const Mark *mark,
          gboolean    utf16)
{
  return utf16 ? mark->utf16 : mark->points;
}

/* The byte at which the code point begins that has @offset in it. */
static gsize
find_byte (const SylTextOffsets *self,
           gsize                 offset,
           gboolean              utf16,
           gboolean             *inside)
{
  gsize low = 0, high = self->n_marks - 1, byte;
  Mark mark;

  while (high - low > 1)
    {
      gsize middle = (low + high) / 2;

      if (count_of (&self->marks[middle], utf16) <= offset)
        low = middle;
      else
        high = middle;
    }

  mark = self->marks[low];
  byte = MIN (low * STRIDE, self->length);
  while (byte < self->length)
    {
      Mark next = mark;

      advance (&next, self->text[byte]);
      if (begins_point (self->text[byte]) && count_of (&next, utf16) > offset)
        break;
      mark = next;
      byte++;
    }
  *inside = count_of (&mark, utf16) < offset;
  return byte;
}

static gsize
next_point (const SylTextOffsets *self,
            gsize                 byte)
{
  do
    byte++;
  while (byte < self->length && !begins_point (self->text[byte]));

  return MIN (byte, self->length);
}

/**
 * syl_text_offsets_from_points:
 * @self: the offsets
 * @points: a range in code points
 * @bytes: (out): the same range in bytes
 *
 * Returns: whether @points lies in the text and does not end before it starts
 */
gboolean
syl_text_offsets_from_points (const SylTextOffsets *self,
                              SylPointRange         points,
                              SylByteRange         *bytes)
{
  gboolean inside;

  if (points.start > points.end || points.end > syl_text_offsets_get_points (self))
    return FALSE;

  bytes->start = find_byte (self, points.start, FALSE, &inside);
  bytes->end = find_byte (self, points.end, FALSE, &inside);
  return TRUE;
}

/**
 * syl_text_offsets_from_utf16:
 * @self: the offsets
 * @utf16: a range in UTF-16 code units
 * @bytes: (out): the same range in bytes; where @utf16 cuts a surrogate pair, with the whole of it
 *
 * Returns: whether @utf16 lies in the text and does not end before it starts
 */
gboolean
syl_text_offsets_from_utf16 (const SylTextOffsets *self,
                             SylUtf16Range         utf16,
                             SylByteRange         *bytes)
{
  gboolean inside;

  if (utf16.start > utf16.end || utf16.end > syl_text_offsets_get_utf16 (self))
    return FALSE;

  bytes->start = find_byte (self, utf16.start, TRUE, &inside);
  bytes->end = find_byte (self, utf16.end, TRUE, &inside);
  if (inside)
    bytes->end = next_point (self, bytes->end);
  return TRUE;
}

static Mark
mark_at (const SylTextOffsets *self,
         gsize                 byte)
{
  Mark mark;

  g_return_val_if_fail (byte <= self->length, self->marks[self->n_marks - 1]);

  mark = self->marks[byte / STRIDE];
  for (gsize i = byte / STRIDE * STRIDE; i < byte; i++)
    advance (&mark, self->text[i]);
  return mark;
}

/**
 * syl_text_offsets_to_points:
 * @self: the offsets
 * @bytes: a range in bytes, in the text and not within a code point
 *
 * Returns: the same range in code points
 */
SylPointRange
syl_text_offsets_to_points (const SylTextOffsets *self,
                            SylByteRange          bytes)
{
  return (SylPointRange) { mark_at (self, bytes.start).points, mark_at (self, bytes.end).points };
}

/**
 * syl_text_offsets_to_utf16:
 * @self: the offsets
 * @bytes: a range in bytes, in the text and not within a code point
 *
 * Returns: the same range in UTF-16 code units
 */
SylUtf16Range
syl_text_offsets_to_utf16 (const SylTextOffsets *self,
                           SylByteRange          bytes)
{
  return (SylUtf16Range) { mark_at (self, bytes.start).utf16, mark_at (self, bytes.end).utf16 };
}
