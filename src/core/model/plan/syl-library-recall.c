/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "call/syl-local-time.h"
#include "tables/plan/syl-recall-table.h"

/* What was just understood is not asked at once. */
#define DAYS_BEFORE_THE_FIRST_TIME 7

typedef struct
{
  gint64 pick_id;
  GDate today;
  char *uuid;      /* owned, nullable: of the card */
  char *highlight; /* owned, nullable */
  char *question;  /* owned, nullable */
  char *answer;    /* owned, nullable */
  gboolean deleted;
  SylFsrsRating rating;
  SylCard *before; /* owned, nullable */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->uuid);
  g_free (edit->highlight);
  g_free (edit->question);
  g_free (edit->answer);
  g_clear_pointer (&edit->before, syl_card_free);
  g_free (edit);
}

static Edit *
make_edit (const char *uuid,
           const char *question,
           const char *answer)
{
  Edit *edit = g_new0 (Edit, 1);

  syl_local_time_get_today (&edit->today);
  edit->uuid = g_strdup (uuid);
  edit->question = g_strdup (question);
  edit->answer = g_strdup (answer);
  return edit;
}

/* @edit: (transfer full); its texts are the reader’s, and bounded as notes are */
static void
write_texts (SylLibrary          *self,
             SylStoreFunc         func,
             Edit                *edit,
             gpointer             source_tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GError *error = NULL;

  if (_syl_highlight_check_note (edit->question, &error) && _syl_highlight_check_note (edit->answer, &error))
    {
      _syl_library_write (self, func, edit, edit_free, source_tag, cancellable, callback, user_data);
      return;
    }
  _syl_library_refuse (self, error, source_tag, callback, user_data);
  edit_free (edit);
}

static gpointer
add_card (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Edit *edit = user_data;
  GDate due = edit->today;

  g_date_add_days (&due, DAYS_BEFORE_THE_FIRST_TIME);
  edit->uuid = syl_recall_table_add (connection, edit->pick_id, edit->highlight, edit->question, edit->answer, &due,
                                     error);
  return NULL;
}

/**
 * syl_library_add_card_async:
 * @self: a library
 * @pick: the pick it is about
 * @highlight: (nullable): id of the highlight it is made of
 * @question: what is asked
 * @answer: the reader’s own words
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Makes a card, which is asked for the first time a week later.
 */
void
syl_library_add_card_async (SylLibrary          *self,
                            SylPick             *pick,
                            const char          *highlight,
                            const char          *question,
                            const char          *answer,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Edit *edit = make_edit (NULL, question, answer);

  edit->pick_id = syl_pick_get_id (pick);
  edit->highlight = g_strdup (highlight);
  write_texts (self, add_card, edit, syl_library_add_card_async, cancellable, callback, user_data);
}

/**
 * syl_library_add_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_CONSTRAINT if the highlight has a card
 *   already, or a text is too long
 *
 * Returns: (transfer full) (nullable): the id of the card
 */
char *
syl_library_add_card_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  Edit *edit = g_task_get_task_data (G_TASK (result));

  return _syl_library_finish_write (result, error) ? g_strdup (edit->uuid) : NULL;
}

static gpointer
keep_card (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Edit *edit = user_data;
  GDate due = edit->today;

  g_date_add_days (&due, DAYS_BEFORE_THE_FIRST_TIME);
  syl_recall_table_keep (connection, edit->pick_id, edit->question, edit->answer, &due, error);
  return NULL;
}

/**
 * syl_library_keep_card_async:
 * @self: a library
 * @pick: the pick it is about
 * @question: what is asked
 * @answer: the reader’s own words
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Makes a card, unless there is one that asks this of the pick already: that one gets the answer.
 */
void
syl_library_keep_card_async (SylLibrary          *self,
                             SylPick             *pick,
                             const char          *question,
                             const char          *answer,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Edit *edit = make_edit (NULL, question, answer);

  edit->pick_id = syl_pick_get_id (pick);
  write_texts (self, keep_card, edit, syl_library_keep_card_async, cancellable, callback, user_data);
}

/**
 * syl_library_keep_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_keep_card_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
set_card (SylConnection  *connection,
          gpointer        user_data,
          GError        **error)
{
  Edit *edit = user_data;

  syl_recall_table_set_text (connection, edit->uuid, edit->question, edit->answer, error);
  return NULL;
}

/**
 * syl_library_set_card_async:
 * @self: a library
 * @uuid: id of a card
 * @question: what is asked
 * @answer: the reader’s own words
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_set_card_async (SylLibrary          *self,
                            const char          *uuid,
                            const char          *question,
                            const char          *answer,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  write_texts (self, set_card, make_edit (uuid, question, answer), syl_library_set_card_async, cancellable, callback,
               user_data);
}

/**
 * syl_library_set_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_card_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
delete_card (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Edit *edit = user_data;

  syl_recall_table_set_deleted (connection, edit->uuid, edit->deleted, error);
  return NULL;
}

/**
 * syl_library_delete_card_async:
 * @self: a library
 * @uuid: id of a card
 * @deleted: whether it is asked no more; %FALSE brings it back
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 */
void
syl_library_delete_card_async (SylLibrary          *self,
                               const char          *uuid,
                               gboolean             deleted,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Edit *edit = make_edit (uuid, NULL, NULL);

  edit->deleted = deleted;
  _syl_library_write (self, delete_card, edit, edit_free, syl_library_delete_card_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_delete_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_delete_card_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
rate_card (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Edit *edit = user_data;

  syl_recall_table_rate (connection, edit->uuid, edit->rating, &edit->today, error);
  return NULL;
}

/**
 * syl_library_rate_card_async:
 * @self: a library
 * @uuid: id of a card
 * @rating: how well it was remembered
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Notes the review, and when the card is asked next, by FSRS.
 */
void
syl_library_rate_card_async (SylLibrary          *self,
                             const char          *uuid,
                             SylFsrsRating        rating,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Edit *edit;

  if (rating < SYL_FSRS_AGAIN || rating > SYL_FSRS_EASY)
    {
      _syl_library_refuse (self, g_error_new_literal (SYL_STORE_ERROR, SYL_STORE_ERROR_CONSTRAINT, "No such rating"),
                           syl_library_rate_card_async, callback, user_data);
      return;
    }
  edit = make_edit (uuid, NULL, NULL);
  edit->rating = rating;
  _syl_library_write (self, rate_card, edit, edit_free, syl_library_rate_card_async, cancellable, callback, user_data);
}

/**
 * syl_library_rate_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_rate_card_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gpointer
unrate_card (SylConnection  *connection,
             gpointer        user_data,
             GError        **error)
{
  Edit *edit = user_data;

  syl_recall_table_unrate (connection, edit->before, error);
  return NULL;
}

/**
 * syl_library_unrate_card_async:
 * @self: a library
 * @before: a card as it was before it was rated
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Takes the last rating of a card back.
 */
void
syl_library_unrate_card_async (SylLibrary          *self,
                               const SylCard       *before,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Edit *edit = make_edit (before->uuid, NULL, NULL);

  edit->before = syl_card_copy (before);
  _syl_library_write (self, unrate_card, edit, edit_free, syl_library_unrate_card_async, cancellable, callback,
                      user_data);
}

/**
 * syl_library_unrate_card_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_NOT_FOUND if it has no rating
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_unrate_card_finish (SylLibrary    *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return _syl_library_finish_write (result, error);
}
