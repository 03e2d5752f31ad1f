/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pencil/syl-pencil-private.h"

#include <string.h>

#include "text/syl-uri.h"

/* So much of a page of a PDF stands out when it is gone to. */
#define N_UNITS_OF_PAGE 40

typedef struct
{
  SylPencil *self;    /* owned */
  SylSource *source;  /* owned: the page may be another one when the quote is there */
  char *uri;
  char *uuid;         /* nullable: of a highlight that gets another place */
  unsigned int meaning;
  gboolean with_note; /* the reader wants to write one on it */
  GdkRectangle place; /* where it was selected, in the view */
} Marking;

static Marking *
marking_new (SylPencil  *self,
             const char *uuid)
{
  Marking *marking = g_new0 (Marking, 1);

  marking->self = g_object_ref (self);
  marking->source = g_object_ref (self->source);
  marking->uri = g_strdup (syl_page_view_get_uri (self->view));
  marking->uuid = g_strdup (uuid);
  return marking;
}

static void
marking_free (Marking *marking)
{
  g_object_unref (marking->self);
  g_object_unref (marking->source);
  g_free (marking->uri);
  g_free (marking->uuid);
  g_free (marking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Marking, marking_free)

static void
fail (SylPencil *self,
      GError    *error)
{
  g_signal_emit_by_name (self, "failed", error);
}

/* The reader may have gone on while it was being stored. */
static gboolean
is_shown (const Marking *marking)
{
  g_autofree char *here = syl_uri_canonicalize (syl_page_view_get_uri (marking->self->view));
  g_autofree char *there = syl_uri_canonicalize (marking->uri);

  return marking->self->source == marking->source && g_strcmp0 (here, there) == 0;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Marking) marking = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *uuid = syl_library_add_highlight_finish (SYL_LIBRARY (object), result, &error);

  if (uuid != NULL)
    g_signal_emit_by_name (marking->self, "marked", uuid,
                           marking->with_note && is_shown (marking) ? &marking->place : NULL);
  else
    fail (marking->self, error);
}

static void
reattached_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Marking) marking = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_reattach_highlight_finish (SYL_LIBRARY (object), result, &error))
    fail (marking->self, error);
}

static void
quoted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Marking) marking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylPencilQuote) quote = syl_pencil_quote_finish (result, &error);
  SylLibrary *library = marking->self->library;
  SylHighlightDraft draft = { 0, };

  if (quote == NULL)
    {
      fail (marking->self, error);
      return;
    }

  draft.uri = marking->uri;
  draft.quote = quote->quote;
  draft.selectors = quote->selectors;
  draft.page = quote->page;
  draft.position = quote->position;
  draft.meaning = marking->meaning;
  if (marking->uuid != NULL)
    syl_library_reattach_highlight_async (library, marking->uuid, marking->source, &draft, NULL, reattached_cb, marking);
  else
    syl_library_add_highlight_async (library, marking->source, &draft, NULL, added_cb, marking);
  g_steal_pointer (&marking);
}

/* Without a text the words are kept as they are. */
static gboolean
can_mark (SylPencil              *self,
          const SylPageSelection *selection)
{
  if (selection == NULL || self->source == NULL)
    return FALSE;
  return selection->version == 0 || (self->page != NULL && selection->version == self->text->version);
}

/* Not cancelled with the page: what was marked is kept, even if the reader goes on at once. */
static gboolean
quote_selection (SylPencil    *self,
                 const char   *uuid,
                 unsigned int  meaning,
                 gboolean      with_note)
{
  g_autoptr (SylPageSelection) selection = syl_page_view_dup_selection (self->view);
  Marking *marking;

  if (!can_mark (self, selection))
    return FALSE;

  marking = marking_new (self, uuid);
  marking->meaning = meaning;
  marking->with_note = with_note;
  marking->place = (GdkRectangle) { selection->x, selection->y, selection->width, selection->height };
  if (selection->version == 0)
    syl_pencil_quote_words_async (selection->text, selection->page, quoted_cb, marking);
  else
    syl_pencil_quote_async (self->page, selection->start, selection->end, NULL, quoted_cb, marking);
  syl_page_view_clear_selection (self->view);
  return TRUE;
}

/**
 * syl_pencil_has_selection:
 * @self: a pencil
 *
 * Returns: whether there is something to mark
 */
gboolean
syl_pencil_has_selection (SylPencil *self)
{
  g_autoptr (SylPageSelection) selection = NULL;

  g_return_val_if_fail (SYL_IS_PENCIL (self), FALSE);

  selection = syl_page_view_dup_selection (self->view);
  return can_mark (self, selection);
}

/**
 * syl_pencil_mark:
 * @self: a pencil
 * @meaning: 0 to 3
 * @with_note: whether a note is to be written on it
 *
 * Makes a highlight of what is selected in the page. #SylPencil::marked or #SylPencil::failed answers.
 *
 * Returns: whether there is a selection
 */
gboolean
syl_pencil_mark (SylPencil    *self,
                 unsigned int  meaning,
                 gboolean      with_note)
{
  g_return_val_if_fail (SYL_IS_PENCIL (self), FALSE);

  return quote_selection (self, NULL, meaning, with_note);
}

/**
 * syl_pencil_reattach:
 * @self: a pencil
 * @uuid: a highlight
 *
 * Gives a highlight the selection as its new place.
 *
 * Returns: whether there is a selection
 */
gboolean
syl_pencil_reattach (SylPencil  *self,
                     const char *uuid)
{
  g_return_val_if_fail (SYL_IS_PENCIL (self), FALSE);

  return quote_selection (self, uuid, 0, FALSE);
}

/* Of a page or source that was left there may still be some. */
static const SylPencilMatch *
find_moved (SylPencil    *self,
            SylHighlight *highlight)
{
  if (self->page == NULL || self->matches == NULL || !syl_pencil_is_on_page (self, highlight))
    return NULL;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const SylPencilMatch *match = g_ptr_array_index (self->matches, i);

      if (match->status == SYL_ANCHOR_MOVED && g_str_equal (match->uuid, syl_highlight_get_uuid (highlight)))
        return match;
    }
  return NULL;
}

/**
 * syl_pencil_get_words_now:
 * @self: a pencil
 * @highlight: a highlight
 *
 * Returns: (transfer none) (nullable): what the page says now where a highlight was found whose place is not
 *   sure; %NULL for any other. It may change when #SylPencil:annotatable is notified.
 */
const char *
syl_pencil_get_words_now (SylPencil    *self,
                          SylHighlight *highlight)
{
  const SylPencilMatch *match;

  g_return_val_if_fail (SYL_IS_PENCIL (self), NULL);

  match = find_moved (self, highlight);
  return match != NULL ? match->words : NULL;
}

/**
 * syl_pencil_keep_place:
 * @self: a pencil
 * @highlight: a highlight whose place is not sure
 *
 * Has the place where it was found be its own from now on, with the words that stand there.
 *
 * Returns: whether it was found in the page that is shown
 */
gboolean
syl_pencil_keep_place (SylPencil    *self,
                       SylHighlight *highlight)
{
  const SylPencilMatch *match;

  g_return_val_if_fail (SYL_IS_PENCIL (self), FALSE);

  match = find_moved (self, highlight);
  if (match == NULL)
    return FALSE;

  syl_pencil_quote_async (self->page, match->start, match->end, NULL, quoted_cb,
                          marking_new (self, match->uuid));
  return TRUE;
}

/* Returns: how many UTF-16 units some UTF-8 is */
static unsigned int
count_units (const char *text,
             gsize       n_bytes)
{
  unsigned int n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += ((unsigned char) text[i] & 0xc0) == 0x80 ? 0 : (unsigned char) text[i] >= 0xf0 ? 2 : 1;
  return n;
}

/* The words that stood before a quote, if they are there still, and only once. */
static gboolean
find_words_before (const char              *text,
                   const SylAnchorSelector *selector,
                   SylUtf16Range           *range)
{
  g_autofree char *words = g_strstrip (g_strdup (selector->prefix != NULL ? selector->prefix : ""));
  const char *at = *words != '\0' ? strstr (text, words) : NULL;

  if (at == NULL || strstr (at + 1, words) != NULL)
    return FALSE;

  range->start = count_units (text, (gsize) (at - text));
  range->end = range->start + count_units (words, strlen (words));
  return TRUE;
}

/* The beginning of a page of a PDF. */
static gboolean
find_page (SylPageText   *text,
           unsigned int   number,
           SylUtf16Range *range)
{
  if (number == 0 || number > text->page_starts->len)
    return FALSE;

  range->start = g_array_index (text->page_starts, unsigned int, number - 1);
  range->end = number < text->page_starts->len ? g_array_index (text->page_starts, unsigned int, number)
                                               : count_units (text->text, text->length);
  range->end = MIN (range->end, range->start + N_UNITS_OF_PAGE);
  return range->start < range->end;
}

/**
 * syl_pencil_show_last_place:
 * @self: a pencil
 * @highlight: a highlight that is not on the page any more
 *
 * Scrolls to where it was, as far as that can be told: to the words before it, or to its page of a PDF.
 */
void
syl_pencil_show_last_place (SylPencil    *self,
                            SylHighlight *highlight)
{
  const char *selectors = syl_highlight_get_selectors (highlight);
  g_autoptr (SylAnchorSelector) selector = syl_anchor_selector_from_json (selectors, strlen (selectors), NULL);
  SylUtf16Range range;

  g_return_if_fail (SYL_IS_PENCIL (self));

  if (self->text == NULL || !syl_pencil_is_on_page (self, highlight))
    return;
  if ((selector != NULL && find_words_before (self->text->text, selector, &range)) ||
      find_page (self->text, syl_highlight_get_page (highlight), &range))
    syl_page_view_show_place (self->view, self->text->version, (unsigned int) range.start, (unsigned int) range.end);
}
