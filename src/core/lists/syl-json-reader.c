/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-json-reader.h"

#include <string.h>

#include "lists/syl-json-text.h"

#define DEPTH_LIMIT 64

struct _SylJsonReader
{
  const char *start;
  const char *cursor;
  const char *end;
  unsigned int depth;
  unsigned int max_depth;
  SylJsonFault fault;
  GString *name; /* of the last member */
  gboolean begun[DEPTH_LIMIT + 1]; /* by depth: whether it had an entry already */
};

/**
 * syl_json_reader_new:
 * @data: UTF-8 without NUL, checked by the caller, which outlives the reader
 * @length: its bytes
 * @max_depth: how deep values may be nested, at most 64; a document that is one object has depth 1
 *
 * Returns: (transfer full): a reader before the document's value
 */
SylJsonReader *
syl_json_reader_new (const char   *data,
                     gsize         length,
                     unsigned int  max_depth)
{
  SylJsonReader *self = g_new0 (SylJsonReader, 1);

  self->start = self->cursor = data;
  self->end = data + length;
  self->max_depth = MIN (max_depth, DEPTH_LIMIT);
  self->name = g_string_new (NULL);
  return self;
}

/**
 * syl_json_reader_free:
 * @self: (transfer full): a reader
 */
void
syl_json_reader_free (SylJsonReader *self)
{
  g_string_free (self->name, TRUE);
  g_free (self);
}

/**
 * syl_json_reader_get_fault:
 * @self: a reader
 *
 * Returns: what ended the reading, if anything did
 */
SylJsonFault
syl_json_reader_get_fault (SylJsonReader *self)
{
  return self->fault;
}

/**
 * syl_json_reader_count_lines:
 * @self: a reader
 *
 * Returns: the line where the reader stands, or where it found the fault; counted from 1
 */
unsigned int
syl_json_reader_count_lines (SylJsonReader *self)
{
  unsigned int lines = 1;

  for (const char *p = self->start; p < self->cursor; p++)
    lines += *p == '\n';
  return lines;
}

static gboolean
fail (SylJsonReader *self,
      SylJsonFault   fault)
{
  if (self->fault == SYL_JSON_FAULT_NONE)
    self->fault = fault;
  return FALSE;
}

static char
look (SylJsonReader *self)
{
  if (self->fault != SYL_JSON_FAULT_NONE)
    return '\0';

  while (self->cursor < self->end &&
         (*self->cursor == ' ' || *self->cursor == '\n' || *self->cursor == '\t' ||
          *self->cursor == '\r'))
    self->cursor++;
  return self->cursor < self->end ? *self->cursor : '\0';
}

static gboolean
take (SylJsonReader *self,
      char           wanted)
{
  if (look (self) != wanted)
    return FALSE;

  self->cursor++;
  return TRUE;
}

/**
 * syl_json_reader_is_at_end:
 * @self: a reader that has read the document's value
 *
 * Returns: whether nothing but white space follows
 */
gboolean
syl_json_reader_is_at_end (SylJsonReader *self)
{
  return look (self) == '\0' && self->cursor == self->end;
}

/**
 * syl_json_reader_peek:
 * @self: a reader before a value
 *
 * Returns: the value's type; %SYL_JSON_TYPE_NONE if there is no value
 */
SylJsonType
syl_json_reader_peek (SylJsonReader *self)
{
  char first = look (self);

  if (first == '"')
    return SYL_JSON_TYPE_STRING;
  if (first == '{')
    return SYL_JSON_TYPE_OBJECT;
  if (first == '[')
    return SYL_JSON_TYPE_ARRAY;
  if (first == '-' || g_ascii_isdigit (first))
    return SYL_JSON_TYPE_NUMBER;
  return g_ascii_islower (first) ? SYL_JSON_TYPE_WORD : SYL_JSON_TYPE_NONE;
}

/**
 * syl_json_reader_enter:
 * @self: a reader before a value
 * @type: %SYL_JSON_TYPE_OBJECT or %SYL_JSON_TYPE_ARRAY
 *
 * Goes into the value if it is of that type, else passes over it.
 *
 * Returns: whether the reader is inside now; then call syl_json_reader_next_member() or
 *   syl_json_reader_next_element() until the end
 */
gboolean
syl_json_reader_enter (SylJsonReader *self,
                       SylJsonType    type)
{
  if (syl_json_reader_peek (self) != type)
    {
      syl_json_reader_skip (self);
      return FALSE;
    }
  if (self->depth >= self->max_depth)
    return fail (self, SYL_JSON_FAULT_DEPTH);

  self->cursor++;
  self->begun[++self->depth] = FALSE;
  return TRUE;
}

/* Passes the comma before an entry, or the bracket after the last one. */
static gboolean
next_entry (SylJsonReader *self,
            char           closing)
{
  if (take (self, closing))
    {
      self->depth--;
      return FALSE;
    }
  if (self->begun[self->depth] && !take (self, ','))
    return fail (self, SYL_JSON_FAULT_SYNTAX);

  self->begun[self->depth] = TRUE;
  return self->fault == SYL_JSON_FAULT_NONE;
}

/**
 * syl_json_reader_next_element:
 * @self: a reader inside an array
 *
 * Returns: whether there is one more element, which must be read now; else the array is left
 */
gboolean
syl_json_reader_next_element (SylJsonReader *self)
{
  if (!next_entry (self, ']'))
    return FALSE;

  return syl_json_reader_peek (self) != SYL_JSON_TYPE_NONE || fail (self, SYL_JSON_FAULT_SYNTAX);
}

/* Finds the closing quote. The cursor is behind the opening one, and stays there. */
static const char *
find_quote (SylJsonReader *self,
            gboolean      *escaped)
{
  *escaped = FALSE;
  for (const char *p = self->cursor; p < self->end; p++)
    {
      if (*p == '"')
        return p;
      if ((unsigned char) *p < 0x20)
        break;
      if (*p == '\\')
        {
          *escaped = TRUE;
          p++;
        }
    }
  fail (self, SYL_JSON_FAULT_SYNTAX);
  return NULL;
}

static gboolean
append_unescaped (SylJsonReader *self,
                  GString       *text,
                  const char    *quote)
{
  const char *fault = syl_json_text_append (text, self->cursor, quote);

  if (fault == NULL)
    return TRUE;
  self->cursor = fault;
  return fail (self, SYL_JSON_FAULT_SYNTAX);
}

/* Goes behind a string's opening quote and finds its end. */
static const char *
open_string (SylJsonReader *self,
             gboolean      *escaped)
{
  if (!take (self, '"'))
    {
      fail (self, SYL_JSON_FAULT_SYNTAX);
      return NULL;
    }
  return find_quote (self, escaped);
}

static gboolean
append_string (SylJsonReader *self,
               GString       *text)
{
  gboolean escaped;
  const char *quote = open_string (self, &escaped);

  if (quote == NULL || !append_unescaped (self, text, quote))
    return FALSE;

  self->cursor = quote + 1;
  return TRUE;
}

static void
skip_string (SylJsonReader *self)
{
  gboolean escaped;
  const char *quote = open_string (self, &escaped);
  g_autoptr (GString) text = NULL;

  if (quote != NULL && escaped)
    {
      text = g_string_new (NULL);
      if (!append_unescaped (self, text, quote))
        return;
    }
  if (quote != NULL)
    self->cursor = quote + 1;
}

/**
 * syl_json_reader_next_member:
 * @self: a reader inside an object
 *
 * Returns: (transfer none) (nullable): the name of the next member, whose value must be read now;
 *   it lasts until the next call. %NULL if there is none, and then the object is left
 */
const char *
syl_json_reader_next_member (SylJsonReader *self)
{
  if (!next_entry (self, '}'))
    return NULL;

  g_string_truncate (self->name, 0);
  if (!append_string (self, self->name))
    return NULL;
  if (!take (self, ':') || syl_json_reader_peek (self) == SYL_JSON_TYPE_NONE)
    {
      fail (self, SYL_JSON_FAULT_SYNTAX);
      return NULL;
    }
  return self->name->str;
}

static char *
dup_unescaped (SylJsonReader *self,
               const char    *quote)
{
  GString *text = g_string_sized_new ((gsize) (quote - self->cursor));
  gboolean valid = append_unescaped (self, text, quote);

  return g_string_free (text, !valid);
}

/**
 * syl_json_reader_read_string:
 * @self: a reader before a value
 *
 * Returns: (transfer full) (nullable): the string; %NULL if it was another value, which is passed
 *   over then
 */
char *
syl_json_reader_read_string (SylJsonReader *self)
{
  const char *quote;
  gboolean escaped;
  char *string = NULL;

  if (syl_json_reader_peek (self) != SYL_JSON_TYPE_STRING)
    {
      syl_json_reader_skip (self);
      return NULL;
    }
  quote = open_string (self, &escaped);
  if (quote == NULL)
    return NULL;

  if (escaped)
    string = dup_unescaped (self, quote);
  else
    string = g_strndup (self->cursor, (gsize) (quote - self->cursor));
  self->cursor = string != NULL ? quote + 1 : self->cursor;
  return string;
}

static const char *
pass_digits (SylJsonReader *self,
             const char    *p)
{
  const char *first = p;

  while (p < self->end && g_ascii_isdigit (*p))
    p++;
  return p > first ? p : NULL;
}

/* Returns the end of the number at the cursor, NULL if it is none. */
static const char *
find_number_end (SylJsonReader *self)
{
  const char *p = self->cursor + (*self->cursor == '-');
  gboolean zero = p < self->end && *p == '0';

  p = zero ? p + 1 : pass_digits (self, p);
  if (p != NULL && p < self->end && *p == '.')
    p = pass_digits (self, p + 1);
  if (p != NULL && p < self->end && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < self->end && (*p == '+' || *p == '-'))
        p++;
      p = pass_digits (self, p);
    }
  return p;
}

/**
 * syl_json_reader_read_number:
 * @self: a reader before a value
 * @value: (out): the number; left alone if there is none
 *
 * Returns: whether it was a number; another value is passed over
 */
gboolean
syl_json_reader_read_number (SylJsonReader *self,
                             double        *value)
{
  g_autofree char *copy = NULL;
  const char *end;

  if (syl_json_reader_peek (self) != SYL_JSON_TYPE_NUMBER)
    {
      syl_json_reader_skip (self);
      return FALSE;
    }
  end = find_number_end (self);
  if (end == NULL)
    return fail (self, SYL_JSON_FAULT_SYNTAX);

  copy = g_strndup (self->cursor, (gsize) (end - self->cursor));
  *value = g_ascii_strtod (copy, NULL);
  self->cursor = end;
  return TRUE;
}

static void
skip_word (SylJsonReader *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->cursor) >= length &&
          memcmp (self->cursor, words[i], length) == 0)
        {
          self->cursor += length;
          return;
        }
    }
  fail (self, SYL_JSON_FAULT_SYNTAX);
}

static void
skip_number (SylJsonReader *self)
{
  const char *end = find_number_end (self);

  if (end != NULL)
    self->cursor = end;
  else
    fail (self, SYL_JSON_FAULT_SYNTAX);
}

/* Recursive, as deep as values may be nested. */
static void
skip_entries (SylJsonReader *self,
              SylJsonType    type)
{
  if (!syl_json_reader_enter (self, type))
    return;

  while (type == SYL_JSON_TYPE_OBJECT ? syl_json_reader_next_member (self) != NULL
                                      : syl_json_reader_next_element (self))
    syl_json_reader_skip (self);
}

/**
 * syl_json_reader_skip:
 * @self: a reader before a value
 *
 * Passes over the value, whatever it is.
 */
void
syl_json_reader_skip (SylJsonReader *self)
{
  SylJsonType type = syl_json_reader_peek (self);

  switch (type)
    {
    case SYL_JSON_TYPE_OBJECT:
    case SYL_JSON_TYPE_ARRAY:
      skip_entries (self, type);
      break;
    case SYL_JSON_TYPE_STRING:
      skip_string (self);
      break;
    case SYL_JSON_TYPE_NUMBER:
      skip_number (self);
      break;
    case SYL_JSON_TYPE_WORD:
      skip_word (self);
      break;
    case SYL_JSON_TYPE_NONE:
    default:
      fail (self, SYL_JSON_FAULT_SYNTAX);
      break;
    }
}
