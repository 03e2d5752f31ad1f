/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-anchor-words.h"

#include <stdlib.h>

#define MIN_BITS 6
#define MAX_BITS 16

/* Up to so many entries are sorted by putting one after the other in its place. */
#define FEW 24

/* Sorted by hash, then by place; @tops says where the entries begin whose upper @bits are such, so
 * that looking up takes a step or two. Sorting can't be made slow by hashes that were chosen for
 * it, as filling a table of hashes can. */
struct _SylAnchorIndex
{
  guint64 *entries; /* owned; hash in the upper half, place in the lower */
  guint32 length;
  unsigned int bits;
  guint32 *tops;    /* owned */
};

typedef enum
{
  KIND_SPACE,
  KIND_MARK,
  KIND_LETTER,
  KIND_WHOLE,
} Kind;

/* Thai and its neighbours write without spaces, as East Asia does. */
static gboolean
parts_no_words (gunichar c)
{
  return (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
         (c >= 0x3040 && g_unichar_iswide (c));
}

static Kind
classify (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c) || c == '_' ? KIND_LETTER : c == ' ' ? KIND_SPACE : KIND_MARK;
  if (parts_no_words (c))
    return KIND_WHOLE;
  return g_unichar_isalnum (c) || g_unichar_ismark (c) ? KIND_LETTER : KIND_MARK;
}

/* An apostrophe between letters belongs to the word. */
static gboolean
is_inner_apostrophe (const char *text,
                     gsize       length,
                     gsize       i)
{
  return text[i] == '\'' && i + 1 < length && text[i + 1] != '\'' &&
         classify (g_utf8_get_char (text + i + 1)) == KIND_LETTER;
}

static gsize
find_word_end (const char *text,
               gsize       length,
               gsize       i)
{
  while (i < length)
    {
      guchar byte = (guchar) text[i];

      if (byte >= 0x80 ? classify (g_utf8_get_char (text + i)) != KIND_LETTER
                       : !g_ascii_isalnum (byte) && byte != '_' && !is_inner_apostrophe (text, length, i))
        break;
      i += (gsize) g_utf8_skip[byte];
    }
  return MIN (i, length);
}

static gsize
find_end (const char *text,
          gsize       length,
          gsize       start)
{
  gunichar first = g_utf8_get_char (text + start);
  Kind kind = classify (first);
  gsize i = start + (gsize) g_utf8_skip[(guchar) text[start]];

  if (kind == KIND_LETTER)
    return find_word_end (text, length, i);
  while (kind == KIND_MARK && i < length && g_utf8_get_char (text + i) == first)
    i += (gsize) g_utf8_skip[(guchar) text[i]];
  return i;
}

/* Good enough in all bits, for the index goes by the upper ones. */
static inline guint32
mix (guint64 value)
{
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) (value >> 32);
}

static guint32
hash_bytes (const char *text,
            gsize       start,
            gsize       end)
{
  guint64 value = 14695981039346656037u;

  for (gsize i = start; i < end; i++)
    value = (value ^ (guchar) text[i]) * 1099511628211u;
  return mix (value);
}

/**
 * syl_anchor_words_init:
 * @self: the words to fill
 * @text: a normalised text
 * @length: its bytes
 *
 * Cuts a text into words. Any thread. Free with syl_anchor_words_clear().
 */
void
syl_anchor_words_init (SylAnchorWords *self,
                       const char     *text,
                       gsize           length)
{
  gsize allocated = length / 5 + 16;

  self->array = g_new (SylAnchorWord, allocated);
  self->length = 0;
  for (gsize i = 0; i < length;)
    {
      SylAnchorWord *word;
      gsize end;

      if (text[i] == ' ')
        {
          i++;
          continue;
        }
      if (self->length == allocated)
        self->array = g_renew (SylAnchorWord, self->array, allocated *= 2);
      end = find_end (text, length, i);
      word = &self->array[self->length++];
      *word = (SylAnchorWord) { (guint32) i, (guint32) end, hash_bytes (text, i, end) };
      i = end;
    }
}

/**
 * syl_anchor_words_clear:
 * @self: the words
 *
 * Frees what syl_anchor_words_init() made.
 */
void
syl_anchor_words_clear (SylAnchorWords *self)
{
  g_clear_pointer (&self->array, g_free);
  self->length = 0;
}

/**
 * syl_anchor_words_hash_pair:
 * @self: the words
 * @index: one of them, not the last one
 *
 * Returns: a hash of that word and the one behind it
 */
guint32
syl_anchor_words_hash_pair (const SylAnchorWords *self,
                            guint32               index)
{
  return syl_anchor_words_hash_two (self, index, index + 1);
}

/**
 * syl_anchor_words_hash_two:
 * @self: the words
 * @first: one of them
 * @second: another one
 *
 * Returns: the hash that the two would have if they were neighbours
 */
guint32
syl_anchor_words_hash_two (const SylAnchorWords *self,
                           guint32               first,
                           guint32               second)
{
  return mix ((guint64) self->array[first].hash << 32 | self->array[second].hash);
}

/**
 * syl_anchor_words_find:
 * @self: the words
 * @offset: a byte of the text
 *
 * Returns: the first word that ends behind @offset; the number of words, where there is none
 */
guint32
syl_anchor_words_find (const SylAnchorWords *self,
                       gsize                 offset)
{
  guint32 low = 0, high = self->length;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->array[middle].end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
compare_entries (const void *a,
                 const void *b)
{
  guint64 first = *(const guint64 *) a, second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

static void
sort_few (guint64 *entries,
          guint32  length)
{
  for (guint32 i = 1; i < length; i++)
    {
      guint64 entry = entries[i];
      guint32 k = i;

      for (; k > 0 && entries[k - 1] > entry; k--)
        entries[k] = entries[k - 1];
      entries[k] = entry;
    }
}

/* One word that is frequent fills much of its part, and is in order already. */
static void
sort_part (guint64 *entries,
           guint32  length)
{
  guint32 i = 1;

  while (i < length && entries[i - 1] < entries[i])
    i++;
  if (i >= length)
    return;
  if (length <= FEW)
    sort_few (entries, length);
  else
    qsort (entries, length, sizeof *entries, compare_entries);
}

static inline guint32
hash_at (const SylAnchorWords *words,
         gboolean              pairs,
         guint32               index)
{
  return pairs ? syl_anchor_words_hash_pair (words, index) : words->array[index].hash;
}

/**
 * syl_anchor_index_new:
 * @words: the words of a text; not needed afterwards
 * @pairs: whether to note pairs of neighbours rather than words
 *
 * Notes where each hash stands. Any thread.
 *
 * Returns: (transfer full): the index
 */
SylAnchorIndex *
syl_anchor_index_new (const SylAnchorWords *words,
                      gboolean              pairs)
{
  SylAnchorIndex *self = g_new0 (SylAnchorIndex, 1);
  guint32 n_tops;

  self->length = pairs && words->length > 0 ? words->length - 1 : words->length;
  self->entries = g_new (guint64, MAX (self->length, 1));
  self->bits = CLAMP (g_bit_storage (self->length), MIN_BITS, MAX_BITS);
  n_tops = 1u << self->bits;
  self->tops = g_new0 (guint32, n_tops + 2);

  /* Counted two parts on, and put in one part on: then each part’s beginning is where it belongs. */
  for (guint32 i = 0; i < self->length; i++)
    self->tops[(hash_at (words, pairs, i) >> (32 - self->bits)) + 2]++;
  for (guint32 i = 1; i < n_tops; i++)
    self->tops[i + 1] += self->tops[i];
  for (guint32 i = 0; i < self->length; i++)
    {
      guint32 hash = hash_at (words, pairs, i);

      self->entries[self->tops[(hash >> (32 - self->bits)) + 1]++] = (guint64) hash << 32 | i;
    }
  for (guint32 i = 0; i < n_tops; i++)
    sort_part (self->entries + self->tops[i], self->tops[i + 1] - self->tops[i]);

  return self;
}

/**
 * syl_anchor_index_free:
 * @self: (nullable): an index
 *
 * Frees the index.
 */
void
syl_anchor_index_free (SylAnchorIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->entries);
  g_free (self->tops);
  g_free (self);
}

static guint32
find_entry (const SylAnchorIndex *self,
            guint32               low,
            guint32               high,
            guint64               least)
{
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (self->entries[middle] < least)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * syl_anchor_index_look_up:
 * @self: an index
 * @hash: a hash
 * @n_places: (out): how many places it stands at
 *
 * Returns: (array length=n_places) (transfer none): the places, rising, each in the lower half of
 *   its number
 */
const guint64 *
syl_anchor_index_look_up (const SylAnchorIndex *self,
                          guint32               hash,
                          guint32              *n_places)
{
  guint32 top = hash >> (32 - self->bits);
  guint32 first = find_entry (self, self->tops[top], self->tops[top + 1], (guint64) hash << 32);
  guint32 end = find_entry (self, first, self->tops[top + 1], (guint64) hash << 32 | G_MAXUINT32);

  *n_places = end - first;
  return self->entries + first;
}
