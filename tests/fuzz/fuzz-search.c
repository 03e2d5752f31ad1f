/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes, read as the id of a result, as words to look for, and as what a library has of a row. */
#include <glib.h>
#include <stdint.h>

#include "search/syl-search-id.h"
#include "search/syl-search-item.h"
#include "search/syl-search-snippet.h"
#include "text/syl-fold.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
read_id (const char *text)
{
  g_autoptr (SylSearchId) id = syl_search_id_parse (text);
  g_autoptr (SylSearchId) again = NULL;
  g_autofree char *formatted = NULL;

  if (id == NULL)
    return;
  formatted = syl_search_id_format (id->kind, id->key, id->source);
  again = syl_search_id_parse (formatted);
  g_assert_nonnull (again);
  g_assert_cmpint (again->kind, ==, id->kind);
  g_assert_cmpstr (again->key, ==, id->key);
  g_assert_cmpstr (again->source, ==, id->source);
}

/* What the session bus and the shell take. */
static void
assert_line (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_false (g_unichar_iscntrl (g_utf8_get_char (p)));
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 241);
}

/* What is marked is the line as it is, but for the marks. */
static void
mark_words (const char *text,
            char      **words)
{
  g_autofree char *line = syl_search_line (text, G_MAXUINT);
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  g_autofree char *marked = syl_search_mark (text, (const char * const *) words, G_MAXUINT);
  g_autofree char *cut = syl_search_mark (text, (const char * const *) words, 3);
  g_auto (GStrv) opened = g_strsplit (marked, "<b>", -1);
  g_autofree char *half = g_strjoinv ("", opened);
  g_auto (GStrv) closed = g_strsplit (half, "</b>", -1);
  g_autofree char *bare = g_strjoinv ("", closed);

  g_assert_cmpstr (bare, ==, escaped);
  g_assert_true (g_utf8_validate (cut, -1, NULL));
}

static void
read_row (const char *text)
{
  SylSearchRow row = { SYL_SEARCH_HIGHLIGHT, text, "", text, text, text, text, text, 0, FALSE };
  g_autoptr (SylSearchItem) item = syl_search_item_new (&row);
  g_auto (GStrv) words = syl_fold_words (text);
  g_autofree char *folded = syl_fold_text (text);

  g_assert_true (g_utf8_validate (item->id, -1, NULL));
  assert_line (item->title);
  assert_line (item->description);
  if (words != NULL)
    {
      g_assert_true (syl_fold_has_words (folded, (const char * const *) words));
      mark_words (text, words);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  read_id (text);
  read_row (text);
  return 0;
}
