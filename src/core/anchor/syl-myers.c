/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-myers.h"

#include <string.h>

#define BITS 64

/* Columns of the matrix of edit distances between pattern and text, as bits: where going down by
 * one byte of the pattern adds one to the distance, and where it takes one away. */
typedef struct
{
  gsize length;     /* of the pattern */
  gsize n_blocks;
  guint64 *equal;   /* owned; for each byte value, a bit for each place of it in the pattern */
  guint64 *plus;    /* owned */
  guint64 *minus;   /* owned */
  gsize distance;   /* in the lowest row */
} Columns;

/* With @step -1 the pattern is read backwards, from @pattern downwards. */
static void
columns_init (Columns    *self,
              const char *pattern,
              gsize       length,
              int         step)
{
  self->length = length;
  self->n_blocks = (length + BITS - 1) / BITS;
  self->equal = g_new0 (guint64, 256 * self->n_blocks);
  self->plus = g_new (guint64, self->n_blocks);
  self->minus = g_new0 (guint64, self->n_blocks);
  self->distance = length;
  memset (self->plus, 0xff, self->n_blocks * sizeof (guint64));
  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) pattern[(gssize) i * step];

      self->equal[byte * self->n_blocks + i / BITS] |= G_GUINT64_CONSTANT (1) << (i % BITS);
    }
}

static void
columns_clear (Columns *self)
{
  g_clear_pointer (&self->equal, g_free);
  g_clear_pointer (&self->plus, g_free);
  g_clear_pointer (&self->minus, g_free);
}

/* One block, one column on (Myers 1999, figure 8; the horizontal difference at the block's upper
 * edge goes in as @carry, and that at row @bottom of it comes back). */
static inline int
advance_block (guint64 *plus,
               guint64 *minus,
               guint64  equal,
               guint64  bottom,
               int      carry)
{
  guint64 vertical = equal | *minus;
  guint64 in = carry < 0 ? equal | 1 : equal;
  guint64 diagonal = (((in & *plus) + *plus) ^ *plus) | in;
  guint64 up = *minus | ~(diagonal | *plus);
  guint64 down = *plus & diagonal;
  int out = (up & bottom) != 0 ? 1 : (down & bottom) != 0 ? -1 : 0;

  up = up << 1 | (carry > 0);
  down = down << 1 | (carry < 0);
  *plus = down | ~(vertical | up);
  *minus = up & vertical;
  return out;
}

/* @carry is 0 where a match may begin anywhere, 1 where it has to begin with the text. */
static inline void
columns_advance (Columns *self,
                 char     byte,
                 int      carry)
{
  const guint64 *equal = self->equal + (guchar) byte * self->n_blocks;
  gsize last = self->n_blocks - 1;

  for (gsize i = 0; i < last; i++)
    carry = advance_block (&self->plus[i], &self->minus[i], equal[i], G_GUINT64_CONSTANT (1) << (BITS - 1), carry);
  carry = advance_block (&self->plus[last], &self->minus[last], equal[last],
                         G_GUINT64_CONSTANT (1) << ((self->length - 1) % BITS), carry);
  self->distance = (gsize) ((gssize) self->distance + carry);
}

/* From the end of a match back to where it begins: as short as it can be at that distance. */
static gsize
find_start (const char *pattern,
            gsize       pattern_length,
            const char *text,
            gsize       end,
            gsize       distance)
{
  Columns columns;
  gsize longest = MIN (end, pattern_length + distance), start = end;

  columns_init (&columns, pattern + pattern_length - 1, pattern_length, -1);
  for (gsize i = 1; i <= longest && columns.distance > distance; i++)
    {
      columns_advance (&columns, text[end - i], 1);
      start = end - i;
    }
  columns_clear (&columns);

  return start;
}

/**
 * syl_myers_find:
 * @pattern: what is looked for
 * @pattern_length: its bytes, above 0
 * @text: where it is looked for
 * @text_length: its bytes
 * @max_distance: how far a match may be from the pattern, in bytes, below @pattern_length
 * @match: (out): the nearest match, the first one of several
 *
 * Finds the part of a text with the least edit distance to a pattern, by the bit-vectors of G.
 * Myers, “A fast bit-vector algorithm for approximate string matching based on dynamic
 * programming”, J. ACM 46 (3), 1999. Takes as long as syl_myers_cost() says. Any thread.
 *
 * Returns: whether there is a match
 */
gboolean
syl_myers_find (const char    *pattern,
                gsize          pattern_length,
                const char    *text,
                gsize          text_length,
                gsize          max_distance,
                SylMyersMatch *match)
{
  Columns columns;
  gboolean found = FALSE;

  g_return_val_if_fail (pattern_length > 0 && max_distance < pattern_length, FALSE);

  columns_init (&columns, pattern, pattern_length, 1);
  for (gsize i = 0; i < text_length; i++)
    {
      columns_advance (&columns, text[i], 0);
      if (columns.distance <= max_distance && (!found || columns.distance < match->distance))
        {
          match->end = i + 1;
          match->distance = columns.distance;
          found = TRUE;
        }
    }
  columns_clear (&columns);

  if (found)
    match->start = find_start (pattern, pattern_length, text, match->end, match->distance);
  return found;
}

/**
 * syl_myers_distance:
 * @pattern: a text
 * @pattern_length: its bytes
 * @text: another one
 * @text_length: its bytes
 *
 * Returns: the edit distance (Levenshtein) between the two, in bytes
 */
gsize
syl_myers_distance (const char *pattern,
                    gsize       pattern_length,
                    const char *text,
                    gsize       text_length)
{
  Columns columns;
  gsize distance;

  if (pattern_length == 0)
    return text_length;

  columns_init (&columns, pattern, pattern_length, 1);
  for (gsize i = 0; i < text_length; i++)
    columns_advance (&columns, text[i], 1);
  distance = columns.distance;
  columns_clear (&columns);

  return distance;
}

/**
 * syl_myers_cost:
 * @pattern_length: bytes of a pattern
 * @text_length: bytes of a text
 *
 * Returns: how many steps, of about two nanoseconds, comparing the two takes
 */
guint64
syl_myers_cost (gsize pattern_length,
                gsize text_length)
{
  return (guint64) text_length * ((pattern_length + BITS - 1) / BITS);
}
