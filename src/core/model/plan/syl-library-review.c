/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "call/syl-local-time.h"
#include "tables/plan/syl-recall-table.h"

static gpointer
load_review (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  GDate today;

  syl_local_time_get_today (&today);
  return syl_recall_table_read_review (connection, &today, error);
}

/**
 * syl_library_load_review_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the cards to ask now, of all lists: a few a week, however many are due.
 */
void
syl_library_load_review_async (SylLibrary          *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_load_review_async);
  syl_store_read_async (self->store, load_review, NULL, NULL, (GDestroyNotify) syl_review_free, cancellable,
                        _syl_library_forward_cb, task);
}

/**
 * syl_library_load_review_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the questions of this week
 */
SylReview *
syl_library_load_review_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_cards (SylConnection  *connection,
            gpointer        user_data,
            GError        **error)
{
  return syl_recall_table_read_all (connection, error);
}

/**
 * syl_library_load_cards_async:
 * @self: a library
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads all cards, of all lists.
 */
void
syl_library_load_cards_async (SylLibrary          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_load_cards_async);
  syl_store_read_async (self->store, load_cards, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, cancellable,
                        _syl_library_forward_cb, task);
}

/**
 * syl_library_load_cards_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylCard): the cards, those due first first
 */
GPtrArray *
syl_library_load_cards_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What is known of the cards at any time. */
typedef struct
{
  unsigned int n_due;
  GHashTable *highlights; /* owned: set of ids */
} Questions;

static void
questions_free (gpointer data)
{
  Questions *questions = data;

  g_hash_table_unref (questions->highlights);
  g_free (questions);
}

static gpointer
read_questions (SylConnection  *connection,
                gpointer        user_data,
                GError        **error)
{
  g_autoptr (SylReview) review = load_review (connection, NULL, error);
  g_autoptr (GPtrArray) cards = review != NULL ? syl_recall_table_read_all (connection, error) : NULL;
  Questions *questions;

  if (cards == NULL)
    return NULL;
  questions = g_new0 (Questions, 1);
  questions->n_due = review->cards->len;
  questions->highlights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      SylCard *card = g_ptr_array_index (cards, i);

      if (card->highlight != NULL)
        g_hash_table_add (questions->highlights, g_steal_pointer (&card->highlight));
    }
  return questions;
}

typedef struct
{
  SylLibrary *library; /* owned */
  unsigned int generation;
} QuestionsRead;

static void
questions_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autofree QuestionsRead *read = user_data;
  g_autoptr (SylLibrary) self = read->library;
  Questions *questions = syl_store_finish (SYL_STORE (object), result, NULL);

  if (questions != NULL && read->generation == self->questions_generation)
    {
      g_clear_pointer (&self->card_highlights, g_hash_table_unref);
      self->card_highlights = g_hash_table_ref (questions->highlights);
      if (self->n_questions != questions->n_due)
        {
          self->n_questions = questions->n_due;
          g_object_notify (G_OBJECT (self), "n-questions");
        }
    }
  g_clear_pointer (&questions, questions_free);
}

/**
 * syl_library_refresh_questions:
 * @self: a library that is open
 *
 * Counts again how many questions are to be asked now: it may be another day by now.
 */
void
syl_library_refresh_questions (SylLibrary *self)
{
  QuestionsRead *read = g_new0 (QuestionsRead, 1);

  read->library = g_object_ref (self);
  read->generation = ++self->questions_generation;
  syl_store_read_async (self->store, read_questions, NULL, NULL, questions_free, NULL, questions_read_cb, read);
}

/**
 * syl_library_has_card_of:
 * @self: a library
 * @highlight: id of a highlight
 *
 * Returns: whether a card was made of it
 */
gboolean
syl_library_has_card_of (SylLibrary *self,
                         const char *highlight)
{
  return self->card_highlights != NULL && g_hash_table_contains (self->card_highlights, highlight);
}
