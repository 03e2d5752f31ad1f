/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/highlights/syl-highlight-private.h"

#include <string.h>

#include "lists/syl-json-reader.h"
#include "store/syl-store-error.h"
#include "text/syl-uri.h"

#define MAX_QUOTE_BYTES (32 * 1024)
#define MAX_SELECTORS_BYTES (64 * 1024)
#define MAX_NOTE_BYTES (1024 * 1024)
#define MAX_NAME_BYTES 256
#define MAX_DEPTH 16

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT, sentence);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isgraph (character) && !g_unichar_iszerowidth (character))
        return FALSE;
    }
  return TRUE;
}

/* One selector, or several of them. */
static gboolean
is_json (const char *text)
{
  g_autoptr (SylJsonReader) reader = syl_json_reader_new (text, strlen (text), MAX_DEPTH);
  SylJsonType type = syl_json_reader_peek (reader);

  if (type != SYL_JSON_TYPE_OBJECT && type != SYL_JSON_TYPE_ARRAY)
    return FALSE;
  syl_json_reader_skip (reader);
  return syl_json_reader_is_at_end (reader) && syl_json_reader_get_fault (reader) == SYL_JSON_FAULT_NONE;
}

static gboolean
check_quote (const char  *quote,
             GError     **error)
{
  if (quote == NULL || !g_utf8_validate (quote, -1, NULL))
    return refuse (error, "The quote of a highlight is no text");
  if (strlen (quote) > MAX_QUOTE_BYTES)
    return refuse (error, "The quote of a highlight is longer than 32 kB");
  if (is_blank (quote))
    return refuse (error, "The quote of a highlight is empty");
  return TRUE;
}

static gboolean
check_selectors (const char  *selectors,
                 GError     **error)
{
  if (selectors == NULL || !g_utf8_validate (selectors, -1, NULL))
    return refuse (error, "The selectors of a highlight are no text");
  if (strlen (selectors) > MAX_SELECTORS_BYTES)
    return refuse (error, "The selectors of a highlight are longer than 64 kB");
  if (!is_json (selectors))
    return refuse (error, "The selectors of a highlight are no JSON");
  return TRUE;
}

gboolean
_syl_highlight_check_note (const char  *note,
                           GError     **error)
{
  if (note == NULL || !g_utf8_validate (note, -1, NULL))
    return refuse (error, "A note is no text");
  if (strlen (note) > MAX_NOTE_BYTES)
    return refuse (error, "A note is longer than 1 MB");
  return TRUE;
}

gboolean
_syl_highlight_check_meaning (unsigned int   meaning,
                              GError       **error)
{
  return meaning < SYL_HIGHLIGHT_N_MEANINGS || refuse (error, "There is no such meaning of a highlight");
}

gboolean
_syl_highlight_check_meaning_name (const char  *name,
                                   GError     **error)
{
  if (name == NULL || (g_utf8_validate (name, -1, NULL) && strlen (name) <= MAX_NAME_BYTES))
    return TRUE;
  return refuse (error, "The name of a meaning is no text, or too long");
}

gboolean
_syl_highlight_draft_check (const SylHighlightDraft  *draft,
                            GError                  **error)
{
  if (!syl_uri_is_web (draft->uri))
    return refuse (error, "A highlight has no web address");
  return check_quote (draft->quote, error) && check_selectors (draft->selectors, error) &&
         _syl_highlight_check_meaning (draft->meaning, error) &&
         (draft->note == NULL || _syl_highlight_check_note (draft->note, error));
}
