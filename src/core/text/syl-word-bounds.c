/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/syl-word-bounds.h"

#define ZERO_WIDTH_SPACE 0x200B
#define ZERO_WIDTH_JOINER 0x200D
/* It lengthens vowels of both Japanese alphabets, and is of neither. */
#define PROLONGED_SOUND_MARK 0x30FC
#define HALFWIDTH_PROLONGED_SOUND_MARK 0xFF70

/* What stands within words and numbers as well as between them: MidLetter, MidNum and MidNumLet. */
static const char in_words[] = ".:,;'\"·’‘‧․⁄՟״٬；：．，＇";

/* What UAX #29 says of characters, as far as it matters here. */
typedef enum
{
  KIND_NONE, /* beyond the text */
  KIND_SPACE,
  KIND_EXTEND,     /* belongs to what comes before */
  KIND_LETTER,     /* of words that are parted by something, and of numbers */
  KIND_DICTIONARY, /* of scripts whose words can only be told by a dictionary */
  KIND_MIDDLE,
  KIND_FLAG, /* half of one */
  KIND_OTHER,
} Kind;

static gboolean
is_of_dictionary (gunichar character)
{
  GUnicodeScript script = g_unichar_get_script (character);

  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA ||
         character == PROLONGED_SOUND_MARK || character == HALFWIDTH_PROLONGED_SOUND_MARK ||
         g_unichar_break_type (character) == G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

static gboolean
extends (gunichar character)
{
  return g_unichar_ismark (character) || g_unichar_type (character) == G_UNICODE_FORMAT ||
         (character >= 0x1F3FB && character <= 0x1F3FF); /* colors of skin */
}

static Kind
get_kind (gunichar character)
{
  if (g_unichar_isspace (character) || g_unichar_iscntrl (character) || character == ZERO_WIDTH_SPACE)
    return KIND_SPACE;
  if (extends (character))
    return KIND_EXTEND;
  if (character >= 0x1F1E6 && character <= 0x1F1FF)
    return KIND_FLAG;
  if (is_of_dictionary (character))
    return KIND_DICTIONARY;
  if (g_unichar_isalnum (character) || g_unichar_type (character) == G_UNICODE_CONNECT_PUNCTUATION)
    return KIND_LETTER;
  return g_utf8_strchr (in_words, -1, character) != NULL ? KIND_MIDDLE : KIND_OTHER;
}

/* Of the character before, without what belongs to it; @at is moved to where that begins. */
static Kind
get_kind_before (const char  *text,
                 const char **at)
{
  Kind kind = KIND_NONE;

  while (*at > text)
    {
      *at = g_utf8_prev_char (*at);
      kind = get_kind (g_utf8_get_char (*at));
      if (kind != KIND_EXTEND)
        break;
    }
  return kind;
}

static Kind
get_kind_behind (const char *at)
{
  while (*at != '\0' && get_kind (g_utf8_get_char (at)) == KIND_EXTEND)
    at = g_utf8_next_char (at);
  return *at != '\0' ? get_kind (g_utf8_get_char (at)) : KIND_NONE;
}

static gboolean
can_follow_in_word (Kind kind)
{
  return kind == KIND_LETTER || kind == KIND_NONE;
}

static gboolean
parts (const char *text,
       const char *at)
{
  const char *before = at;
  Kind left = get_kind_before (text, &before);
  Kind right = get_kind (g_utf8_get_char (at));

  if (right == KIND_EXTEND || (left == right && (left == KIND_LETTER || left == KIND_DICTIONARY || left == KIND_FLAG)))
    return FALSE;
  if (left == KIND_MIDDLE && right == KIND_LETTER)
    return !can_follow_in_word (get_kind_before (text, &before));
  if (left == KIND_LETTER && right == KIND_MIDDLE)
    return !can_follow_in_word (get_kind_behind (g_utf8_next_char (at)));
  return TRUE;
}

/**
 * syl_word_bounds_is_sure:
 * @text: valid UTF-8
 * @at: the beginning of a character of it, or its end
 *
 * Where Chinese, Japanese, Thai and the like have their words, each program decides for itself. Between
 * two such characters nothing is sure; beside spaces, most punctuation and other scripts it is.
 *
 * Returns: whether everybody who goes by UAX #29, with whatever dictionary, parts words there; %TRUE at
 *   both ends of the text
 */
gboolean
syl_word_bounds_is_sure (const char *text,
                         const char *at)
{
  if (at == text || *at == '\0')
    return TRUE;
  return g_utf8_get_char (g_utf8_prev_char (at)) != ZERO_WIDTH_JOINER && parts (text, at);
}
