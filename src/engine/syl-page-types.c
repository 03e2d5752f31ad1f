/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-page-types.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SylPageFailure, syl_page_failure, syl_page_failure_copy, syl_page_failure_free)
G_DEFINE_BOXED_TYPE (SylPagePlace, syl_page_place, syl_page_place_copy, syl_page_place_free)
G_DEFINE_BOXED_TYPE (SylPageText, syl_page_text, syl_page_text_ref, syl_page_text_unref)
G_DEFINE_BOXED_TYPE (SylPageMark, syl_page_mark, syl_page_mark_copy, syl_page_mark_free)
G_DEFINE_BOXED_TYPE (SylPageSelection, syl_page_selection, syl_page_selection_copy,
                     syl_page_selection_free)
G_DEFINE_ENUM_TYPE (SylPageTextTrouble, syl_page_text_trouble,
                    G_DEFINE_ENUM_VALUE (SYL_PAGE_TEXT_TROUBLE_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SYL_PAGE_TEXT_TROUBLE_EMPTY, "empty"),
                    G_DEFINE_ENUM_VALUE (SYL_PAGE_TEXT_TROUBLE_TOO_LARGE, "too-large"),
                    G_DEFINE_ENUM_VALUE (SYL_PAGE_TEXT_TROUBLE_VIEWER, "viewer"))

/**
 * syl_page_failure_new:
 * @kind: why
 * @uri: the address that was to be loaded
 * @http_status: the status for %SYL_PAGE_FAILURE_HTTP, else 0
 * @detail: (nullable): the engine's own words
 *
 * Returns: (transfer full): a failure
 */
SylPageFailure *
syl_page_failure_new (SylPageFailureKind  kind,
                      const char         *uri,
                      unsigned int        http_status,
                      const char         *detail)
{
  SylPageFailure *self = g_new0 (SylPageFailure, 1);

  self->kind = kind;
  self->uri = g_strdup (uri);
  self->http_status = http_status;
  self->detail = g_strdup (detail);
  return self;
}

/**
 * syl_page_failure_copy:
 * @self: a failure
 *
 * Returns: (transfer full): another one like it
 */
SylPageFailure *
syl_page_failure_copy (const SylPageFailure *self)
{
  return syl_page_failure_new (self->kind, self->uri, self->http_status, self->detail);
}

/**
 * syl_page_failure_free:
 * @self: (transfer full): a failure
 */
void
syl_page_failure_free (SylPageFailure *self)
{
  g_free (self->uri);
  g_free (self->detail);
  g_free (self);
}

/**
 * syl_page_place_new:
 * @quote: (nullable): the text at the top of the view
 * @prefix: (nullable): what is before it
 * @fraction: how far down the view is; brought within 0 and 1
 * @page: the page of a PDF, counted from 1; 0 in other documents
 *
 * Returns: (transfer full): a place
 */
SylPagePlace *
syl_page_place_new (const char   *quote,
                    const char   *prefix,
                    double        fraction,
                    unsigned int  page)
{
  SylPagePlace *self = g_new0 (SylPagePlace, 1);

  self->quote = g_strdup (quote != NULL ? quote : "");
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  /* So written that what is not a number becomes 0. */
  self->fraction = fraction > 0 ? MIN (fraction, 1.0) : 0.0;
  self->page = page;
  return self;
}

/**
 * syl_page_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): another one like it
 */
SylPagePlace *
syl_page_place_copy (const SylPagePlace *self)
{
  return syl_page_place_new (self->quote, self->prefix, self->fraction, self->page);
}

/**
 * syl_page_place_free:
 * @self: (transfer full): a place
 */
void
syl_page_place_free (SylPagePlace *self)
{
  g_free (self->quote);
  g_free (self->prefix);
  g_free (self);
}

/**
 * syl_page_text_new:
 * @version: its number, not 0
 * @text: the text, UTF-8
 * @is_pdf: whether it is that of a PDF
 * @page_starts: (array length=n_pages) (nullable): UTF-16 offsets where the pages begin
 * @n_pages: how many there are
 *
 * Returns: (transfer full): a text
 */
SylPageText *
syl_page_text_new (unsigned int        version,
                   const char         *text,
                   gboolean            is_pdf,
                   const unsigned int *page_starts,
                   gsize               n_pages)
{
  SylPageText *self = g_atomic_rc_box_new0 (SylPageText);

  self->version = version;
  self->text = g_strdup (text);
  self->length = strlen (text);
  self->is_pdf = is_pdf;
  self->page_starts = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  if (n_pages > 0)
    g_array_append_vals (self->page_starts, page_starts, (guint) n_pages);
  return self;
}

/**
 * syl_page_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): the same one
 */
SylPageText *
syl_page_text_ref (SylPageText *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_text (gpointer data)
{
  SylPageText *self = data;

  g_free (self->text);
  g_array_unref (self->page_starts);
}

/**
 * syl_page_text_unref:
 * @self: (transfer full): a text
 */
void
syl_page_text_unref (SylPageText *self)
{
  g_atomic_rc_box_release_full (self, clear_text);
}

/**
 * syl_page_mark_new:
 * @id: its name
 * @start: UTF-16 offset in the text
 * @end: the offset after its last character
 * @meaning: 0 to 3
 * @moved: whether its place is to be checked
 *
 * Returns: (transfer full): a mark
 */
SylPageMark *
syl_page_mark_new (const char   *id,
                   unsigned int  start,
                   unsigned int  end,
                   unsigned int  meaning,
                   gboolean      moved)
{
  SylPageMark *self = g_new0 (SylPageMark, 1);

  self->id = g_strdup (id);
  self->start = start;
  self->end = end;
  self->meaning = meaning;
  self->moved = moved;
  return self;
}

/**
 * syl_page_mark_copy:
 * @self: a mark
 *
 * Returns: (transfer full): another one like it
 */
SylPageMark *
syl_page_mark_copy (const SylPageMark *self)
{
  return syl_page_mark_new (self->id, self->start, self->end, self->meaning, self->moved);
}

/**
 * syl_page_mark_free:
 * @self: (transfer full): a mark
 */
void
syl_page_mark_free (SylPageMark *self)
{
  g_free (self->id);
  g_free (self);
}

/**
 * syl_page_selection_new:
 * @version: the version of the text it is in
 * @start: UTF-16 offset in that text
 * @end: the offset after its last character
 * @text: its words
 * @x: left edge in the view
 * @y: top edge in the view
 * @width: its width
 * @height: its height
 *
 * Returns: (transfer full): a selection
 */
SylPageSelection *
syl_page_selection_new (unsigned int  version,
                        unsigned int  start,
                        unsigned int  end,
                        const char   *text,
                        int           x,
                        int           y,
                        int           width,
                        int           height)
{
  SylPageSelection *self = g_new0 (SylPageSelection, 1);

  self->version = version;
  self->start = start;
  self->end = end;
  self->text = g_strdup (text);
  self->x = x;
  self->y = y;
  self->width = width;
  self->height = height;
  return self;
}

/**
 * syl_page_selection_copy:
 * @self: a selection
 *
 * Returns: (transfer full): another one like it
 */
SylPageSelection *
syl_page_selection_copy (const SylPageSelection *self)
{
  SylPageSelection *copy = syl_page_selection_new (self->version, self->start, self->end, self->text,
                                                   self->x, self->y, self->width, self->height);

  copy->page = self->page;
  return copy;
}

/**
 * syl_page_selection_free:
 * @self: (transfer full): a selection
 */
void
syl_page_selection_free (SylPageSelection *self)
{
  g_free (self->text);
  g_free (self);
}
