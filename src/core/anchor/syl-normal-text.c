/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor/syl-normal-text.h"

#include <string.h>

#include "anchor/syl-anchor-error.h"

#define SOFT_HYPHEN 0xad

G_DEFINE_QUARK (syl-anchor-error-quark, syl_anchor_error)

/* One walk over the original. What stands at the end of the output may still turn out to be a
 * hyphen in a word, and is then taken back. */
typedef struct
{
  SylNormalText *out; /* unowned */
  gsize allocated;
  gsize runs_allocated;
  gboolean letter;    /* the last character is a letter */
  gboolean dashed;    /* the last one is a dash that follows a letter */
  gboolean broken;    /* after that dash the line ended */
} Walk;

static inline void
reserve (Walk  *self,
         gsize  more)
{
  if (G_LIKELY (self->out->length + more < self->allocated))
    return;

  self->allocated = (self->out->length + more) * 2;
  self->out->text = g_realloc (self->out->text, self->allocated);
}

static void
add_run (Walk  *self,
         gsize  at,
         gsize  start,
         gsize  end)
{
  SylNormalText *out = self->out;

  if (out->n_runs == self->runs_allocated)
    {
      self->runs_allocated = MAX (self->runs_allocated * 2, 64);
      out->runs = g_renew (SylNormalRun, out->runs, self->runs_allocated);
    }
  out->runs[out->n_runs++] = (SylNormalRun) { (guint32) at, (guint32) start, (guint32) end };
}

/* Notes that the next @n_bytes come from @start up to @end. */
static inline void
map (Walk  *self,
     gsize  n_bytes,
     gsize  start,
     gsize  end)
{
  SylNormalText *out = self->out;
  const SylNormalRun *last = out->n_runs > 0 ? &out->runs[out->n_runs - 1] : NULL;

  if (end - start == n_bytes)
    {
      if (last == NULL || last->end != 0 || last->start + (out->length - last->at) != start)
        add_run (self, out->length, start, 0);
    }
  else if (last == NULL || last->start != start || last->end != end)
    {
      add_run (self, out->length, start, end);
    }
}

static inline void
append_byte (Walk  *self,
             char   byte,
             gsize  start,
             gsize  end)
{
  map (self, 1, start, end);
  self->out->text[self->out->length++] = byte;
}

/* Takes the last bytes back. */
static void
drop_bytes (Walk  *self,
            gsize  n_bytes)
{
  SylNormalText *out = self->out;

  out->length -= n_bytes;
  while (out->n_runs > 0 && out->runs[out->n_runs - 1].at >= out->length)
    out->n_runs--;
}

/* The last byte comes from what was noted and all up to @end. */
static void
extend_byte (Walk  *self,
             gsize  end)
{
  SylNormalText *out = self->out;
  const SylNormalRun *last = &out->runs[out->n_runs - 1];
  gsize at = out->length - 1, start = last->end != 0 ? last->start : last->start + (at - last->at);

  if (last->at == at)
    out->n_runs--;
  add_run (self, at, start, end);
}

/* “anchor-” at the end of a line and “ing” on the next are one word, and so that nothing depends
 * on where lines end, so are “well-known”. */
static inline void
append_letter (Walk  *self,
               gsize  bytes)
{
  if (self->dashed && self->out->text[self->out->length - 1] == '-')
    drop_bytes (self, 1);
  else if (self->broken)
    drop_bytes (self, 2);
  self->letter = TRUE;
  self->dashed = self->broken = FALSE;
  reserve (self, bytes);
}

static inline void
append_other (Walk  *self,
              gsize  bytes)
{
  self->letter = self->dashed = self->broken = FALSE;
  reserve (self, bytes);
}

static void
append_dash (Walk  *self,
             gsize  start,
             gsize  end)
{
  SylNormalText *out = self->out;

  if (out->length > 0 && out->text[out->length - 1] == '-')
    {
      extend_byte (self, end);
      return;
    }

  reserve (self, 1);
  append_byte (self, '-', start, end);
  self->dashed = self->letter;
  self->letter = self->broken = FALSE;
}

static inline void
append_space (Walk     *self,
              gboolean  ends_line,
              gsize     start,
              gsize     end)
{
  SylNormalText *out = self->out;

  if (out->length == 0)
    return;
  if (out->text[out->length - 1] == ' ')
    {
      extend_byte (self, end);
      self->broken = self->broken || (self->dashed && ends_line);
      return;
    }

  reserve (self, 1);
  append_byte (self, ' ', start, end);
  self->letter = FALSE;
  self->broken = self->dashed && ends_line;
}

/* Forms of one mark that typesetters exchange for each other. */
static gunichar
plain_mark (gunichar c)
{
  switch (c)
    {
    case 0x60: case 0xb4: case 0x2018: case 0x2019: case 0x201a: case 0x201b: case 0x2032:
    case 0x2035: case 0x2039: case 0x203a: case 0x2bc: case 0x2b9:
      return '\'';
    case 0xab: case 0xbb: case 0x201c: case 0x201d: case 0x201e: case 0x201f: case 0x2033:
    case 0x2036: case 0x301d: case 0x301e: case 0x301f:
      return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2043:
    case 0x2212: case 0xfe58: case 0xfe63: case 0xff0d:
      return '-';
    default:
      return c;
    }
}

/* What has no width, or only says how something is drawn. */
static gboolean
is_dropped (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x34f || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0100 && c <= 0xe01ef);
}

/* Composes with the character before it. */
static gboolean
is_joined (gunichar c)
{
  return c >= 0x300 && (g_unichar_ismark (c) || (c >= 0x1160 && c <= 0x11ff) || c == 0xff9e || c == 0xff9f);
}

static void
append_character (Walk     *self,
                  gunichar  c,
                  gsize     start,
                  gsize     end)
{
  char bytes[6];
  int n_bytes;

  c = plain_mark (c);
  if (c == '-')
    {
      append_dash (self, start, end);
      return;
    }
  if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
    {
      append_space (self, c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029, start, end);
      return;
    }

  n_bytes = g_unichar_to_utf8 (c, bytes);
  if (g_unichar_isalpha (c))
    append_letter (self, (gsize) n_bytes);
  else
    append_other (self, (gsize) n_bytes);
  map (self, (gsize) n_bytes, start, end);
  memcpy (self->out->text + self->out->length, bytes, (gsize) n_bytes);
  self->out->length += (gsize) n_bytes;
}

/* Folding may undo composing, so that it is followed by composing again. */
static void
append_composed (Walk       *self,
                 const char *text,
                 gsize       start,
                 gsize       end)
{
  g_autofree char *composed = g_utf8_normalize (text + start, (gssize) (end - start), G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_dropped (g_utf8_get_char (p)))
      append_character (self, g_utf8_get_char (p), start, end);
}

/* Letters that have one form, and whose lower case is all there is to folding them: most of what
 * isn't ASCII, and much faster this way. */
static gboolean
is_simple (gunichar c)
{
  return (c >= 0xc0 && c <= 0xff && c != 0xdf) || (c >= 0x410 && c <= 0x44f) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x2010 && c <= 0x2016) ||
         (c >= 0x2018 && c <= 0x201f);
}

/* Appends the character at @start, with the marks that belong to it. Returns where the next is. */
static gsize
append_cluster (Walk       *self,
                const char *text,
                gsize       length,
                gsize       start)
{
  gunichar c = g_utf8_get_char (text + start);
  gsize first = (gsize) (g_utf8_next_char (text + start) - text);
  gsize end = first;

  if (c == SOFT_HYPHEN && end < length && (text[end] == '\n' || text[end] == '\r'))
    append_dash (self, start, end);
  if (is_dropped (c))
    return end;
  while (end < length && (guchar) text[end] >= 0x80 && is_joined (g_utf8_get_char (text + end)))
    end = (gsize) (g_utf8_next_char (text + end) - text);

  if (end == first && (c < 0x80 || is_simple (c)))
    append_character (self, g_unichar_tolower (c), start, end);
  else
    append_composed (self, text, start, end);
  return end;
}

/* Plain ASCII, most of most texts. Returns whether it was that. */
static inline gboolean
append_plain (Walk  *self,
              char   byte,
              gsize  start)
{
  if (g_ascii_isalpha (byte))
    {
      append_letter (self, 1);
      append_byte (self, g_ascii_tolower (byte), start, start + 1);
    }
  else if (byte == ' ' || byte == '\n')
    {
      append_space (self, byte == '\n', start, start + 1);
    }
  else if (g_ascii_isgraph (byte) && byte != '-' && byte != '`')
    {
      append_other (self, 1);
      append_byte (self, byte, start, start + 1);
    }
  else
    {
      return FALSE;
    }
  return TRUE;
}

static void
walk (Walk       *self,
      const char *text,
      gsize       length)
{
  for (gsize i = 0; i < length;)
    {
      gboolean plain = (guchar) text[i] < 0x80 && (i + 1 == length || (guchar) text[i + 1] < 0x80);

      if (plain && append_plain (self, text[i], i))
        i++;
      else
        i = append_cluster (self, text, length, i);
    }
}

/**
 * syl_normal_text_new:
 * @text: any bytes
 * @length: how many, below 4 GB
 * @error: return location for a #GError
 *
 * Normalises a text: NFKC, folded case, one kind of quotes and dashes, without what has no width,
 * without hyphens in words and at the ends of lines, white space as single spaces, none at the
 * ends. Any thread.
 *
 * Fails with %SYL_ANCHOR_ERROR_INVALID when @text is not UTF-8, or has a NUL in it.
 *
 * Returns: (transfer full) (nullable): the normalised text
 */
SylNormalText *
syl_normal_text_new (const char *text,
                     gsize       length,
                     GError    **error)
{
  SylNormalText *out;
  Walk self = { 0 };

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID, "The text is not valid UTF-8");
      return NULL;
    }

  out = g_new0 (SylNormalText, 1);
  self.out = out;
  self.allocated = length + 16;
  out->text = g_malloc (self.allocated);
  walk (&self, text, length);
  if (out->length > 0 && out->text[out->length - 1] == ' ')
    drop_bytes (&self, 1);
  out->text[out->length] = '\0';

  return out;
}

/**
 * syl_normal_text_free:
 * @self: (nullable): a normalised text
 *
 * Frees the text and its maps.
 */
void
syl_normal_text_free (SylNormalText *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->runs);
  g_free (self);
}

/* What the byte at @offset came from. */
static SylByteRange
original_of (const SylNormalText *self,
             gsize                offset)
{
  gsize low = 0, high = self->n_runs;
  const SylNormalRun *run;

  while (high - low > 1)
    {
      gsize middle = (low + high) / 2;

      if (self->runs[middle].at <= offset)
        low = middle;
      else
        high = middle;
    }
  run = &self->runs[low];
  if (run->end != 0)
    return (SylByteRange) { run->start, run->end };
  return (SylByteRange) { run->start + (offset - run->at), run->start + (offset - run->at) + 1 };
}

/**
 * syl_normal_text_to_original:
 * @self: a normalised text
 * @start: first byte of a part of it
 * @end: byte behind the last one, above @start; neither within a character
 *
 * Finds where a part came from. What is exact: each character of the normalised text knows its own.
 *
 * Returns: the part of the original, in bytes
 */
SylByteRange
syl_normal_text_to_original (const SylNormalText *self,
                             gsize                start,
                             gsize                end)
{
  g_return_val_if_fail (start < end && end <= self->length, ((SylByteRange) { 0, 0 }));

  return (SylByteRange) { original_of (self, start).start, original_of (self, end - 1).end };
}

/* The first byte that came from what ends behind @offset; or, with @begins, from what begins there
 * or behind it. */
static gsize
find_first (const SylNormalText *self,
            gsize                offset,
            gboolean             begins)
{
  gsize low = 0, high = self->length;

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      SylByteRange original = original_of (self, middle);

      if (begins ? original.start < offset : original.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * syl_normal_text_from_original:
 * @self: a normalised text
 * @original: a part of the original, in bytes, not within a character
 * @start: (out): first byte of what it became
 * @end: (out): byte behind the last one; @start, where nothing is left of it
 *
 * Finds what a part of the original became. Spaces at its ends are left out.
 */
void
syl_normal_text_from_original (const SylNormalText *self,
                               SylByteRange         original,
                               gsize               *start,
                               gsize               *end)
{
  *start = find_first (self, original.start, FALSE);
  *end = find_first (self, original.end, TRUE);
  while (*start < *end && self->text[*start] == ' ')
    (*start)++;
  while (*end > *start && self->text[*end - 1] == ' ')
    (*end)--;
  *end = MAX (*start, *end);
}
