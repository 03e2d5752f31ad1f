/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "anchor/syl-anchor-private.h"

/* Costs, in the unit of the weights. Another word in the place of one costs less than leaving one
 * out and putting one in, and a long gap not much more than a short one, for paragraphs are put in
 * and taken out as a whole. */
#define EXCHANGE (2 * SYL_ANCHOR_BIT)
#define OPEN_GAP (4 * SYL_ANCHOR_BIT)
#define EXTEND_GAP (SYL_ANCHOR_BIT / 4)

/* One alignment goes through no more pairs of words than these. */
#define MAX_CELLS (16 * 1024 * 1024)

/* Shorter words are the same or others. */
#define MIN_LIKE 4

#define NEVER (G_MININT / 2)

enum
{
  FROM_NOWHERE = 0,
  FROM_PAIR = 1,
  FROM_INSERTION = 2,
  FROM_OMISSION = 3,
  FROM_MASK = 3,
  INSERTION_GOES_ON = 4,
  OMISSION_GOES_ON = 8,
};

/* Smith and Waterman’s local alignment with Gotoh’s affine gaps (1982), on the diagonals from @low
 * on, @width of them. Arrays with one entry a diagonal hold the row of one word of the pattern. */
typedef struct
{
  const SylAnchorPattern *pattern;
  const SylAnchorPage *page;
  gint64 low;
  gsize width;
  int *best;        /* owned */
  int *omission;    /* owned */
  guint8 *trace;    /* owned; where each best value came from */
  int top;
  guint32 top_row;
  gsize top_column;
} Table;

/* Spelling changes mostly in the middle or at the end: what both ends have in common tells. */
static unsigned int
liken (const char *a,
       gsize       a_length,
       const char *b,
       gsize       b_length)
{
  gsize shorter = MIN (a_length, b_length), longer = MAX (a_length, b_length), head = 0, tail = 0;
  unsigned int likeness;

  if (*a != *b || longer > 2 * shorter)
    return 0;
  while (head < shorter && a[head] == b[head])
    head++;
  while (tail < shorter - head && a[a_length - tail - 1] == b[b_length - tail - 1])
    tail++;
  likeness = (unsigned int) ((head + tail) * 100 / longer);
  return likeness >= 60 ? MIN (likeness, 99) : 0;
}

static unsigned int
compare (const Table *self,
         guint32      row,
         guint32      column)
{
  const SylAnchorWord *a = &self->pattern->words.array[row], *b = &self->page->words.array[column];

  if (a->hash == b->hash)
    return 100;
  if (a->end - a->start < MIN_LIKE || b->end - b->start < MIN_LIKE)
    return 0;
  return liken (self->pattern->text + a->start, a->end - a->start,
                self->page->normal->text + b->start, b->end - b->start);
}

static inline int
score (const Table *self,
       guint32      row,
       guint32      column)
{
  int likeness = (int) compare (self, row, column);

  return likeness == 0 ? -EXCHANGE : self->pattern->weights[row] * (likeness - 40) / 60;
}

static void
fill_row (Table   *self,
          guint32  row)
{
  gint64 base = (gint64) row + self->low;
  gsize first = base < 0 ? (gsize) MIN (-base, (gint64) self->width) : 0;
  gsize end = (gsize) CLAMP ((gint64) self->page->words.length - base, 0, (gint64) self->width);
  int insertion = NEVER, left = 0;
  guint8 *trace = self->trace + (gsize) row * self->width;

  for (gsize k = first; k < end; k++)
    {
      int above = k + 1 < self->width ? self->best[k + 1] : 0;
      int omitted = k + 1 < self->width ? self->omission[k + 1] : NEVER;
      int pair = self->best[k] + score (self, row, (guint32) (base + (gint64) k));
      int value = 0;
      guint8 from = FROM_NOWHERE, goes_on = 0;

      goes_on |= insertion - EXTEND_GAP > left - OPEN_GAP ? INSERTION_GOES_ON : 0;
      insertion = MAX (insertion - EXTEND_GAP, left - OPEN_GAP);
      goes_on |= omitted - EXTEND_GAP > above - OPEN_GAP ? OMISSION_GOES_ON : 0;
      self->omission[k] = MAX (omitted - EXTEND_GAP, above - OPEN_GAP);
      if (pair > value)
        value = pair, from = FROM_PAIR;
      if (insertion > value)
        value = insertion, from = FROM_INSERTION;
      if (self->omission[k] > value)
        value = self->omission[k], from = FROM_OMISSION;
      trace[k] = from | goes_on;
      self->best[k] = left = value;
      if (value > self->top)
        self->top = value, self->top_row = row, self->top_column = k;
    }
}

/* From the best end back to where that alignment begins. */
static void
trace_back (const Table        *self,
            SylAnchorAlignment *alignment)
{
  gint64 row = self->top_row, k = (gint64) self->top_column;
  guint8 state = FROM_NOWHERE;

  while (row >= 0 && k >= 0 && k < (gint64) self->width)
    {
      guint8 trace = self->trace[(gsize) row * self->width + (gsize) k];

      if (state == FROM_NOWHERE && (state = trace & FROM_MASK) == FROM_NOWHERE)
        break;
      if (state == FROM_PAIR)
        {
          alignment->partners[row] = (guint32) (row + self->low + k);
          alignment->likeness[row] = (guint8) compare (self, (guint32) row, alignment->partners[row]);
          state = FROM_NOWHERE;
          row--;
        }
      else if (state == FROM_INSERTION)
        {
          state = (trace & INSERTION_GOES_ON) != 0 ? FROM_INSERTION : FROM_NOWHERE;
          k--;
        }
      else
        {
          state = (trace & OMISSION_GOES_ON) != 0 ? FROM_OMISSION : FROM_NOWHERE;
          row--;
          k++;
        }
    }
}

/* Whether the words that are left out, from @start up to @end, may as well be those @distance words
 * farther on, or back where it is below 0: what would be left out instead is the same, and so takes
 * the partners over. */
static gboolean
can_slide (const SylAnchorPattern   *pattern,
           const SylAnchorAlignment *alignment,
           gint64                    start,
           gint64                    end,
           gint64                    distance)
{
  const SylAnchorWord *words = pattern->words.array;
  gint64 from = distance > 0 ? start : end + distance, to = distance > 0 ? end : start + distance;

  if (to < 0 || MAX (from, to) + ABS (distance) > pattern->words.length)
    return FALSE;
  for (gint64 i = 0; i < ABS (distance); i++)
    {
      if (words[from + i].hash != words[to + i].hash || alignment->likeness[to + i] != 100)
        return FALSE;
    }
  return TRUE;
}

static void
slide (SylAnchorAlignment *alignment,
       gint64              start,
       gint64              end,
       gint64              distance)
{
  gint64 step = distance > 0 ? 1 : -1, from = distance > 0 ? start : end - 1, to = distance > 0 ? end : start - 1;

  for (; distance != 0; distance -= step, from += step, to += step)
    {
      alignment->partners[from] = alignment->partners[to];
      alignment->likeness[from] = alignment->likeness[to];
      alignment->partners[to] = SYL_ANCHOR_NO_PARTNER;
      alignment->likeness[to] = 0;
    }
}

/* Where a text repeats itself, what was taken out beside the quote may seem to begin within it: of
 * alignments that are equally good the one is meant that leaves the quote whole. */
static void
spare_quote (const SylAnchorPattern *pattern,
             SylAnchorAlignment     *alignment)
{
  gint64 n_words = pattern->words.length, first = pattern->first, last = pattern->end;

  for (gint64 start = 0, end; start < last; start = end)
    {
      for (end = start; end < n_words && alignment->partners[end] == SYL_ANCHOR_NO_PARTNER;)
        end++;
      if (end == start)
        end++;
      else if (end > first && !(start <= first && end >= last) &&
               can_slide (pattern, alignment, start, end, last - start))
        slide (alignment, start, end, last - start);
      else if (end > first && !(start <= first && end >= last) &&
               can_slide (pattern, alignment, start, end, first - end))
        slide (alignment, start, end, first - end);
    }
}

static void
fill (Table *self)
{
  gsize n_rows = self->pattern->words.length;

  self->best = g_new0 (int, self->width);
  self->omission = g_new (int, self->width);
  self->trace = g_malloc0 (n_rows * self->width);
  for (gsize k = 0; k < self->width; k++)
    self->omission[k] = NEVER;
  for (guint32 row = 0; row < n_rows; row++)
    fill_row (self, row);
}

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->best, g_free);
  g_clear_pointer (&self->omission, g_free);
  g_clear_pointer (&self->trace, g_free);
}

/* Aligns the pattern with the part of the page that @band leads to. Returns whether they have
 * anything in common; FALSE, too, when the work that may be done is done. */
gboolean
syl_anchor_align (const SylAnchorPattern *pattern,
                  SylAnchorPage          *page,
                  SylAnchorBand           band,
                  SylAnchorAlignment     *alignment)
{
  gsize n_rows = pattern->words.length;
  gsize width = (gsize) CLAMP (band.high - band.low + 1, 1, (gint64) MAX (MAX_CELLS / n_rows, 64));
  Table self = { .pattern = pattern, .page = page, .width = width };
  gint64 cells = (gint64) (n_rows * width);

  /* What is too wide is cut on both sides. */
  self.low = (band.low + band.high) / 2 - (gint64) width / 2;
  if (page->work < cells)
    return FALSE;
  page->work -= cells;

  fill (&self);
  if (self.top > 0)
    {
      alignment->partners = g_new (guint32, n_rows);
      alignment->likeness = g_new0 (guint8, n_rows);
      for (gsize i = 0; i < n_rows; i++)
        alignment->partners[i] = SYL_ANCHOR_NO_PARTNER;
      alignment->bits = (double) self.top / SYL_ANCHOR_BIT;
      trace_back (&self, alignment);
      spare_quote (pattern, alignment);
    }
  table_clear (&self);

  return self.top > 0;
}

void
syl_anchor_alignment_clear (SylAnchorAlignment *self)
{
  g_clear_pointer (&self->partners, g_free);
  g_clear_pointer (&self->likeness, g_free);
}
