/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-recall-table.h"

#include "plan/syl-week.h"
#include "recall/syl-recall.h"
#include "tables/plan/syl-plan-table.h"

#define NOW "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

#define SELECT                                                                                            \
  "SELECT recall.uuid, pick_id, slug, title, question, answer, stability, recall.difficulty, due, last, " \
  "highlight.uuid FROM recall JOIN pick USING (pick_id) LEFT JOIN highlight USING (highlight_id) "

static SylCard *
make_card (SylStatement *statement)
{
  SylCard *self = g_new0 (SylCard, 1);

  self->uuid = syl_statement_dup_text (statement, 0);
  self->pick_id = syl_statement_column_int64 (statement, 1);
  self->pick_slug = syl_statement_dup_text (statement, 2);
  self->pick_title = syl_statement_dup_text (statement, 3);
  self->question = syl_statement_dup_text (statement, 4);
  self->answer = syl_statement_dup_text (statement, 5);
  self->memory.stability = syl_statement_column_double (statement, 6);
  self->memory.difficulty = syl_statement_column_double (statement, 7);
  syl_plan_day_from_string (syl_statement_column_text (statement, 8), &self->due);
  syl_plan_day_from_string (syl_statement_column_text (statement, 9), &self->last);
  self->highlight = syl_statement_dup_text (statement, 10);
  return self;
}

static gboolean
run_for_card (SylConnection  *connection,
              SylStatement   *statement,
              const char     *uuid,
              GError        **error)
{
  syl_statement_bind_text (statement, 1, uuid);
  if (!syl_statement_run (statement, error))
    return FALSE;
  if (syl_connection_get_n_changed (connection) == 0)
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such card");
      return FALSE;
    }
  syl_connection_note_change (connection, SYL_CHANGE_READING, 0);
  return TRUE;
}

/* One that was deleted does not stand in the way of a new one. */
static gboolean
free_highlight (SylConnection  *connection,
                const char     *highlight,
                GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE recall SET highlight_id = NULL WHERE deleted IS NOT NULL "
      "AND highlight_id = (SELECT highlight_id FROM highlight WHERE uuid = ?1)",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, highlight);
  return syl_statement_run (statement, error);
}

/**
 * syl_recall_table_add:
 * @connection: a connection in a transaction
 * @pick_id: the row of the pick it is about
 * @highlight: (nullable): id of the highlight it is made of
 * @question: what is asked
 * @answer: the reader's own words
 * @due: the day on which it is asked first
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_CONSTRAINT if the highlight has a card
 *
 * Returns: (transfer full) (nullable): the id of the card
 */
char *
syl_recall_table_add (SylConnection  *connection,
                      gint64          pick_id,
                      const char     *highlight,
                      const char     *question,
                      const char     *answer,
                      const GDate    *due,
                      GError        **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO recall (uuid, pick_id, highlight_id, question, answer, due, created, modified) "
      "VALUES (?1, ?2, (SELECT highlight_id FROM highlight WHERE uuid = ?3), ?4, ?5, ?6, " NOW ", " NOW ")",
      error);
  char day[16];

  if (statement == NULL || !free_highlight (connection, highlight, error))
    return NULL;
  syl_plan_day_to_string (due, day);
  syl_statement_bind_int64 (statement, 2, pick_id);
  syl_statement_bind_text (statement, 3, highlight);
  syl_statement_bind_text (statement, 4, question);
  syl_statement_bind_text (statement, 5, answer);
  syl_statement_bind_text (statement, 6, day);
  return run_for_card (connection, statement, uuid, error) ? g_steal_pointer (&uuid) : NULL;
}

/* Returns: the number of cards that ask this of the pick, all of which have the answer now; -1 if it failed */
static int
answer_again (SylConnection  *connection,
              gint64          pick_id,
              const char     *question,
              const char     *answer,
              GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE recall SET answer = ?3, modified = " NOW " "
      "WHERE pick_id = ?1 AND question = ?2 AND highlight_id IS NULL AND deleted IS NULL",
      error);

  if (statement == NULL)
    return -1;
  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_text (statement, 2, question);
  syl_statement_bind_text (statement, 3, answer);
  return syl_statement_run (statement, error) ? (int) syl_connection_get_n_changed (connection) : -1;
}

/**
 * syl_recall_table_keep:
 * @connection: a connection in a transaction
 * @pick_id: the row of the pick it is about
 * @question: what is asked
 * @answer: the reader's own words
 * @due: the day on which a new card is asked first
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Makes a card, unless there is one that asks this of the pick already: that one gets the answer.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_recall_table_keep (SylConnection  *connection,
                       gint64          pick_id,
                       const char     *question,
                       const char     *answer,
                       const GDate    *due,
                       GError        **error)
{
  g_autofree char *uuid = NULL;
  int n_cards = answer_again (connection, pick_id, question, answer, error);

  if (n_cards > 0)
    syl_connection_note_change (connection, SYL_CHANGE_READING, 0);
  if (n_cards != 0)
    return n_cards > 0;

  uuid = syl_recall_table_add (connection, pick_id, NULL, question, answer, due, error);
  return uuid != NULL;
}

/**
 * syl_recall_table_set_text:
 * @connection: a connection in a transaction
 * @uuid: id of a card
 * @question: what is asked
 * @answer: the reader's own words
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_recall_table_set_text (SylConnection  *connection,
                           const char     *uuid,
                           const char     *question,
                           const char     *answer,
                           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "UPDATE recall SET question = ?2, answer = ?3, modified = " NOW " WHERE uuid = ?1", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 2, question);
  syl_statement_bind_text (statement, 3, answer);
  return run_for_card (connection, statement, uuid, error);
}

/**
 * syl_recall_table_set_deleted:
 * @connection: a connection in a transaction
 * @uuid: id of a card
 * @deleted: whether it is asked no more; it can be brought back
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_recall_table_set_deleted (SylConnection  *connection,
                              const char     *uuid,
                              gboolean        deleted,
                              GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "UPDATE recall SET deleted = iif(?2, " NOW ", NULL), modified = " NOW " WHERE uuid = ?1", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 2, deleted);
  return run_for_card (connection, statement, uuid, error);
}

static SylCard *
find (SylConnection  *connection,
      const char     *uuid,
      GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, SELECT "WHERE recall.uuid = ?1 AND recall.deleted IS NULL", error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_text (statement, 1, uuid);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such card");
  return step == SYL_STEP_ROW ? make_card (statement) : NULL;
}

static gboolean
write_memory (SylConnection        *connection,
              const char           *uuid,
              const SylFsrsMemory  *memory,
              const GDate          *due,
              const char           *today,
              GError              **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE recall SET stability = ?2, difficulty = ?3, due = ?4, last = ?5, modified = " NOW " WHERE uuid = ?1",
      error);
  char day[16];

  if (statement == NULL)
    return FALSE;
  syl_plan_day_to_string (due, day);
  syl_statement_bind_double (statement, 2, memory->stability);
  syl_statement_bind_double (statement, 3, memory->difficulty);
  syl_statement_bind_text (statement, 4, day);
  syl_statement_bind_text (statement, 5, today);
  return run_for_card (connection, statement, uuid, error);
}

static gboolean
write_review (SylConnection  *connection,
              const char     *uuid,
              SylFsrsRating   rating,
              const char     *today,
              GError        **error)
{
  g_autofree char *review = g_uuid_string_random ();
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO review (uuid, recall_id, day, rating, answered) SELECT ?2, recall_id, ?3, ?4, " NOW " "
      "FROM recall WHERE uuid = ?1",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 2, review);
  syl_statement_bind_text (statement, 3, today);
  syl_statement_bind_int64 (statement, 4, rating);
  return run_for_card (connection, statement, uuid, error);
}

/**
 * syl_recall_table_rate:
 * @connection: a connection in a transaction
 * @uuid: id of a card
 * @rating: how well it was remembered
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Notes the review, and when the card is due next.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_recall_table_rate (SylConnection  *connection,
                       const char     *uuid,
                       SylFsrsRating   rating,
                       const GDate    *today,
                       GError        **error)
{
  g_autoptr (SylCard) card = find (connection, uuid, error);
  SylFsrsMemory memory;
  GDate due;
  char day[16];

  if (card == NULL)
    return FALSE;
  syl_recall_rate (&card->memory, &card->last, rating, today, &memory, &due);
  syl_plan_day_to_string (today, day);
  return write_review (connection, uuid, rating, day, error) &&
         write_memory (connection, uuid, &memory, &due, day, error);
}

/**
 * syl_recall_table_unrate:
 * @connection: a connection in a transaction
 * @before: a card as it was before it was rated
 * @error: return location for a %SYL_STORE_ERROR; %SYL_STORE_ERROR_NOT_FOUND if it has no review
 *
 * Takes the last review of the card back, and what followed from it.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_recall_table_unrate (SylConnection  *connection,
                         const SylCard  *before,
                         GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "DELETE FROM review WHERE review_id = (SELECT max(review_id) FROM review JOIN recall USING (recall_id) "
      "WHERE recall.uuid = ?1)",
      error);
  gboolean was_asked = g_date_valid (&before->last);
  char day[16];

  if (was_asked)
    syl_plan_day_to_string (&before->last, day);
  return statement != NULL && run_for_card (connection, statement, before->uuid, error) &&
         write_memory (connection, before->uuid, &before->memory, &before->due, was_asked ? day : NULL, error);
}

static gboolean
count_done (SylConnection  *connection,
            const GDate    *today,
            unsigned int   *n_done,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT count(DISTINCT recall_id) FROM review WHERE day >= ?1", error);
  SylWeek week;
  GDate monday;
  char day[16];

  if (statement == NULL)
    return FALSE;
  syl_week_init_from_date (&week, today);
  syl_week_get_monday (&week, &monday);
  syl_plan_day_to_string (&monday, day);
  syl_statement_bind_text (statement, 1, day);
  if (syl_statement_step (statement, error) != SYL_STEP_ROW)
    return FALSE;
  *n_done = (unsigned int) syl_statement_column_int64 (statement, 0);
  return TRUE;
}

/**
 * syl_recall_table_read_all:
 * @connection: a connection
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylCard): all cards, those due first first
 */
GPtrArray *
syl_recall_table_read_all (SylConnection  *connection,
                           GError        **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_card_free);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, SELECT "WHERE recall.deleted IS NULL ORDER BY due, recall_id", error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylCard *card = make_card (statement);

      if (g_date_valid (&card->due))
        g_ptr_array_add (cards, card);
      else
        syl_card_free (card);
    }
  return step == SYL_STEP_DONE ? g_steal_pointer (&cards) : NULL;
}

static void
get_monday (const GDate  *today,
            unsigned int  n_weeks,
            GDate        *monday)
{
  SylWeek week;

  syl_week_init_from_date (&week, today);
  syl_week_get_monday (&week, monday);
  g_date_add_days (monday, 7 * n_weeks);
}

/* Leaves the cards of this week whose day has come: asked before it, a question does little for the memory,
 * and comes back the sooner. Weeks and days go up with the place. */
static void
spread (SylReview   *self,
        const GDate *today)
{
  g_autofree GDate *dues = g_new (GDate, self->cards->len);
  g_autofree unsigned int *weeks = g_new (unsigned int, self->cards->len);
  guint n_left = 0;

  for (guint i = 0; i < self->cards->len; i++)
    dues[i] = ((SylCard *) g_ptr_array_index (self->cards, i))->due;
  syl_recall_spread (dues, self->cards->len, SYL_RECALL_CAP, self->n_done, today, weeks);
  while (n_left < self->cards->len && weeks[n_left] == 0 && g_date_compare (&dues[n_left], today) <= 0)
    n_left++;
  if (n_left == self->cards->len)
    return;

  get_monday (today, weeks[n_left], &self->next);
  if (g_date_compare (&dues[n_left], &self->next) > 0)
    self->next = dues[n_left];
  g_ptr_array_remove_range (self->cards, n_left, self->cards->len - n_left);
}

/**
 * syl_recall_table_read_review:
 * @connection: a connection
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the cards to ask now, by syl_recall_spread(), and none before its day
 */
SylReview *
syl_recall_table_read_review (SylConnection  *connection,
                              const GDate    *today,
                              GError        **error)
{
  g_autoptr (GPtrArray) cards = syl_recall_table_read_all (connection, error);
  unsigned int n_done;
  SylReview *self;

  if (cards == NULL || !count_done (connection, today, &n_done, error))
    return NULL;
  self = g_new0 (SylReview, 1);
  self->cards = g_steal_pointer (&cards);
  self->n_done = n_done;
  g_date_clear (&self->next, 1);
  spread (self, today);
  return self;
}
