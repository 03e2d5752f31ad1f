/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pencil/syl-pencil-job.h"

#include <string.h>

struct _SylPencilPage
{
  gatomicrefcount ref_count;
  GMutex mutex;          /* of @anchor */
  SylAnchorPage *anchor; /* owned, nullable: made by the first job */
  SylPageText *text;     /* owned */
};

/**
 * syl_pencil_page_new:
 * @text: what a page says
 *
 * Returns: (transfer full): it, to be worked on
 */
SylPencilPage *
syl_pencil_page_new (SylPageText *text)
{
  SylPencilPage *self = g_new0 (SylPencilPage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->text = syl_page_text_ref (text);
  return self;
}

/**
 * syl_pencil_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
SylPencilPage *
syl_pencil_page_ref (SylPencilPage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * syl_pencil_page_unref:
 * @self: (transfer full): a page
 */
void
syl_pencil_page_unref (SylPencilPage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->anchor, syl_anchor_page_free);
  syl_page_text_unref (self->text);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* With the mutex. */
static gboolean
prepare (SylPencilPage  *self,
         GError        **error)
{
  if (self->anchor == NULL)
    self->anchor = syl_anchor_page_new (self->text->text, self->text->length, error);
  return self->anchor != NULL;
}

/**
 * syl_pencil_match_new:
 * @uuid: which highlight
 * @selectors: its selectors, JSON
 * @meaning: 0 to 3
 * @known: what became of it when it was last looked for
 *
 * Returns: (transfer full): what is to be found
 */
SylPencilMatch *
syl_pencil_match_new (const char      *uuid,
                      const char      *selectors,
                      unsigned int     meaning,
                      SylAnchorStatus  known)
{
  SylPencilMatch *self = g_new0 (SylPencilMatch, 1);

  self->uuid = g_strdup (uuid);
  self->selectors = g_strdup (selectors);
  self->meaning = meaning;
  self->known = known;
  self->status = SYL_ANCHOR_ORPHANED;
  return self;
}

/**
 * syl_pencil_match_free:
 * @self: (transfer full): a match
 */
void
syl_pencil_match_free (SylPencilMatch *self)
{
  g_free (self->uuid);
  g_free (self->selectors);
  g_free (self->words);
  g_free (self);
}

/**
 * syl_pencil_quote_free:
 * @self: (transfer full): a quote
 */
void
syl_pencil_quote_free (SylPencilQuote *self)
{
  g_free (self->quote);
  g_free (self->selectors);
  g_free (self);
}

typedef struct
{
  SylPencilPage *page; /* owned */
  GPtrArray *matches;  /* owned; of SylPencilMatch */
  SylUtf16Range range;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  syl_pencil_page_unref (job->page);
  g_clear_pointer (&job->matches, g_ptr_array_unref);
  g_free (job);
}

static void
take_match (SylPencilMatch       *self,
            const SylAnchorMatch *found,
            const SylPageText    *text,
            const SylTextOffsets *offsets)
{
  SylUtf16Range range;

  self->status = found->status;
  self->score = found->score;
  if (found->status == SYL_ANCHOR_ORPHANED)
    return;

  range = syl_text_offsets_to_utf16 (offsets, found->range);
  self->start = (unsigned int) range.start;
  self->end = (unsigned int) range.end;
  self->position = (unsigned int) syl_text_offsets_to_points (offsets, found->range).start;
  if (found->status == SYL_ANCHOR_MOVED)
    self->words = g_strndup (text->text + found->range.start, found->range.end - found->range.start);
}

/* Selectors that can’t be read leave their highlight an orphan, with its quote. */
static void
find (SylPencilPage *page,
      GPtrArray     *matches)
{
  const SylTextOffsets *offsets = syl_anchor_page_get_offsets (page->anchor);
  g_autoptr (GPtrArray) selectors = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_anchor_selector_free);
  g_autoptr (GPtrArray) readable = g_ptr_array_new ();
  g_autofree SylAnchorMatch *found = g_new0 (SylAnchorMatch, matches->len + 1);

  for (guint i = 0; i < matches->len; i++)
    {
      SylPencilMatch *match = g_ptr_array_index (matches, i);
      SylAnchorSelector *selector = syl_anchor_selector_from_json (match->selectors, strlen (match->selectors), NULL);

      if (selector == NULL)
        continue;
      g_ptr_array_add (selectors, selector);
      g_ptr_array_add (readable, match);
    }

  syl_anchor_page_match (page->anchor, (const SylAnchorSelector *const *) selectors->pdata, selectors->len, found);
  for (guint i = 0; i < readable->len; i++)
    take_match (g_ptr_array_index (readable, i), &found[i], page->text, offsets);
}

static void
find_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean prepared;

  g_mutex_lock (&job->page->mutex);
  prepared = prepare (job->page, &error);
  if (prepared)
    find (job->page, job->matches);
  g_mutex_unlock (&job->page->mutex);

  if (prepared)
    g_task_return_pointer (task, g_ptr_array_ref (job->matches), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static GTask *
job_task_new (SylPencilPage       *page,
              gpointer             source_tag,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->page = syl_pencil_page_ref (page);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, job_free);
  return task;
}

/**
 * syl_pencil_find_async:
 * @page: a page
 * @matches: (element-type SylPencilMatch): what to find; it belongs to the job until it is answered
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks for highlights in a thread.
 */
void
syl_pencil_find_async (SylPencilPage       *page,
                       GPtrArray           *matches,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = job_task_new (page, syl_pencil_find_async, cancellable, callback, user_data);
  Job *job = g_task_get_task_data (task);

  job->matches = g_ptr_array_ref (matches);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * syl_pencil_find_finish:
 * @result: what the callback got
 * @error: return location for a %SYL_ANCHOR_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylPencilMatch): what was to be found, with the answers
 */
GPtrArray *
syl_pencil_find_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The page of a PDF that an offset is on; 0 in other documents. */
static unsigned int
find_page_number (SylPageText  *text,
                  unsigned int  offset)
{
  unsigned int number = 0;

  while (number < text->page_starts->len && g_array_index (text->page_starts, unsigned int, number) <= offset)
    number++;
  return number;
}

/* With the mutex. */
static SylPencilQuote *
quote (SylPencilPage  *page,
       SylUtf16Range   range,
       GError        **error)
{
  const SylTextOffsets *offsets = syl_anchor_page_get_offsets (page->anchor);
  unsigned int number = find_page_number (page->text, (unsigned int) range.start);
  g_autoptr (SylAnchorSelector) selector = NULL;
  SylPencilQuote *self;
  SylByteRange bytes;

  if (!syl_text_offsets_from_utf16 (offsets, range, &bytes))
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_INVALID, "The selection is not in the text");
      return NULL;
    }
  selector = syl_anchor_page_select (page->anchor, bytes, number, error);
  if (selector == NULL)
    return NULL;

  self = g_new0 (SylPencilQuote, 1);
  self->quote = g_strdup (selector->exact);
  self->selectors = syl_anchor_selector_to_json (selector);
  self->page = number;
  self->position = (unsigned int) selector->position.start;
  return self;
}

static void
quote_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  SylPencilQuote *made = NULL;

  g_mutex_lock (&job->page->mutex);
  if (prepare (job->page, &error))
    made = quote (job->page, job->range, &error);
  g_mutex_unlock (&job->page->mutex);

  if (made != NULL)
    g_task_return_pointer (task, made, (GDestroyNotify) syl_pencil_quote_free);
  else
    g_task_return_error (task, error);
}

/**
 * syl_pencil_quote_async:
 * @page: a page
 * @start: first UTF-16 unit of a part of its text
 * @end: unit behind the last one
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes what finds a part of the text again, in a thread.
 */
void
syl_pencil_quote_async (SylPencilPage       *page,
                        unsigned int         start,
                        unsigned int         end,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = job_task_new (page, syl_pencil_quote_async, cancellable, callback, user_data);
  Job *job = g_task_get_task_data (task);

  job->range.start = start;
  job->range.end = end;
  g_task_run_in_thread (task, quote_in_thread);
}

static SylPencilQuote *
quote_words (const char    *words,
             unsigned int   page,
             GError       **error)
{
  SylAnchorSelector selector = { .exact = (char *) words, .page = page };
  SylPencilQuote *self;

  if (strlen (words) > SYL_ANCHOR_MAX_QUOTE_BYTES)
    {
      g_set_error_literal (error, SYL_ANCHOR_ERROR, SYL_ANCHOR_ERROR_TOO_LARGE, "The quote is longer than 32 kB");
      return NULL;
    }

  self = g_new0 (SylPencilQuote, 1);
  self->quote = g_strdup (words);
  self->selectors = syl_anchor_selector_to_json (&selector);
  self->page = page;
  return self;
}

/**
 * syl_pencil_quote_words_async:
 * @words: some words of a page whose text is not known
 * @page: of a PDF, 0 for none
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes what may find them again once the text is known. syl_pencil_quote_finish() has the answer.
 */
void
syl_pencil_quote_words_async (const char          *words,
                              unsigned int         page,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GError *error = NULL;
  SylPencilQuote *made = quote_words (words, page, &error);

  g_task_set_source_tag (task, syl_pencil_quote_words_async);
  if (made != NULL)
    g_task_return_pointer (task, made, (GDestroyNotify) syl_pencil_quote_free);
  else
    g_task_return_error (task, error);
}

/**
 * syl_pencil_quote_finish:
 * @result: what the callback got
 * @error: return location for a %SYL_ANCHOR_ERROR
 *
 * Returns: (transfer full) (nullable): the quote
 */
SylPencilQuote *
syl_pencil_quote_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
