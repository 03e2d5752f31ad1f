/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-reading-table.h"

#include "tables/plan/syl-plan-table.h"

#define NOW "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

static gboolean
run_for_pick (SylConnection  *connection,
              SylStatement   *statement,
              gint64          pick_id,
              GError        **error)
{
  g_autofree char *uuid = g_uuid_string_random ();

  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_text (statement, 2, uuid);
  if (!syl_statement_run (statement, error))
    return FALSE;
  if (syl_connection_get_n_changed (connection) > 0)
    syl_connection_note_change (connection, SYL_CHANGE_READING, pick_id);
  return TRUE;
}

/**
 * syl_reading_table_add_session:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @pass: 1 to 3; 0 where it was none of them
 * @started: when it began, UTC in ISO 8601
 * @seconds: focused time, more than 0
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_reading_table_add_session (SylConnection  *connection,
                               gint64          pick_id,
                               unsigned int    pass,
                               const char     *started,
                               unsigned int    seconds,
                               GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "INSERT INTO session (pick_id, uuid, pass, started, seconds) VALUES (?1, ?2, ?3, ?4, ?5)", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 3, pass);
  syl_statement_bind_text (statement, 4, started);
  syl_statement_bind_int64 (statement, 5, seconds);
  return run_for_pick (connection, statement, pick_id, error);
}

/**
 * syl_reading_table_delete_sessions:
 * @connection: a connection in a transaction
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Deletes them all, of all lists, for good.
 *
 * Returns: %TRUE if they are gone
 */
gboolean
syl_reading_table_delete_sessions (SylConnection  *connection,
                                   GError        **error)
{
  if (!syl_connection_execute (connection, "DELETE FROM session", error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_READING, 0);
  return TRUE;
}

/**
 * syl_reading_table_read_sessions:
 * @connection: a connection
 * @list_id: the row of a list
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type SylSessionFacts): all reading in that list, in the
 *   order of time
 */
GArray *
syl_reading_table_read_sessions (SylConnection  *connection,
                                 gint64          list_id,
                                 GError        **error)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (SylSessionFacts));
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick_id, pass, started, seconds FROM session JOIN pick USING (pick_id) WHERE list_id = ?1 "
      "ORDER BY started, session_id",
      error);
  SylStep step;

  if (statement == NULL)
    return NULL;
  syl_statement_bind_int64 (statement, 1, list_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylSessionFacts session = { .pick_id = syl_statement_column_int64 (statement, 0) };

      session.pass = (unsigned int) syl_statement_column_int64 (statement, 1);
      syl_plan_day_from_time (syl_statement_column_text (statement, 2), &session.day);
      session.seconds = (unsigned int) syl_statement_column_int64 (statement, 3);
      if (g_date_valid (&session.day))
        g_array_append_val (sessions, session);
    }
  return step == SYL_STEP_DONE ? g_steal_pointer (&sessions) : NULL;
}

static gboolean
forget_pass (SylConnection  *connection,
             gint64          pick_id,
             unsigned int    number,
             GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "DELETE FROM pass WHERE pick_id = ?1 AND number = ?2", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_int64 (statement, 2, number);
  if (!syl_statement_run (statement, error))
    return FALSE;
  syl_connection_note_change (connection, SYL_CHANGE_READING, pick_id);
  return TRUE;
}

/**
 * syl_reading_table_set_pass:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @number: 1 to 3
 * @state: how far the reader is with that pass
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_reading_table_set_pass (SylConnection  *connection,
                            gint64          pick_id,
                            unsigned int    number,
                            SylPassState    state,
                            GError        **error)
{
  g_autoptr (SylStatement) statement = NULL;

  if (state == SYL_PASS_STATE_OPEN)
    return forget_pass (connection, pick_id, number, error);
  statement = syl_connection_prepare (
      connection,
      "INSERT INTO pass (pick_id, uuid, number, begun, finished) VALUES (?1, ?2, ?3, " NOW ", iif(?4, " NOW ", NULL)) "
      "ON CONFLICT (pick_id, number) DO UPDATE SET finished = iif(?4, coalesce(finished, " NOW "), NULL)",
      error);
  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 3, number);
  syl_statement_bind_int64 (statement, 4, state == SYL_PASS_STATE_FINISHED);
  return run_for_pick (connection, statement, pick_id, error);
}

/**
 * syl_reading_table_set_answer:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @question: a question
 * @text: what the reader answers, "" for nothing
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Writes nothing, and tells nobody, where that is the answer already.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_reading_table_set_answer (SylConnection  *connection,
                              gint64          pick_id,
                              SylQuestion     question,
                              const char     *text,
                              GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO answer (pick_id, uuid, question, text, modified) SELECT ?1, ?2, ?3, ?4, " NOW " "
      "WHERE ?4 <> coalesce((SELECT text FROM answer WHERE pick_id = ?1 AND question = ?3), '') "
      "ON CONFLICT (pick_id, question) DO UPDATE SET text = excluded.text, modified = excluded.modified",
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 3, syl_question_to_string (question));
  syl_statement_bind_text (statement, 4, text);
  return run_for_pick (connection, statement, pick_id, error);
}

typedef void (*TakeRow) (SylMethod *method, SylStatement *statement);

static void
take_pass (SylMethod    *method,
           SylStatement *statement)
{
  gint64 number = syl_statement_column_int64 (statement, 0);

  if (number >= 1 && number <= SYL_N_PASSES)
    method->passes[number - 1] = syl_statement_column_int64 (statement, 1) != 0 ? SYL_PASS_STATE_FINISHED
                                                                                : SYL_PASS_STATE_BEGUN;
}

static void
take_answer (SylMethod    *method,
             SylStatement *statement)
{
  SylQuestion question;

  if (syl_question_from_string (syl_statement_column_text (statement, 0), &question))
    {
      g_free (method->answers[question]);
      method->answers[question] = syl_statement_dup_text (statement, 1);
    }
}

static void
take_seconds (SylMethod    *method,
              SylStatement *statement)
{
  gint64 pass = syl_statement_column_int64 (statement, 0);

  if (pass >= 0 && pass <= SYL_N_PASSES)
    method->seconds[pass] = (guint64) syl_statement_column_int64 (statement, 1);
}

static gboolean
read_rows (SylConnection  *connection,
           const char     *sql,
           gint64          pick_id,
           SylMethod      *method,
           TakeRow         take,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql, error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take (method, statement);
  return step == SYL_STEP_DONE;
}

/**
 * syl_reading_table_read_method:
 * @connection: a connection
 * @pick_id: the row of a pick
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): how it was read
 */
SylMethod *
syl_reading_table_read_method (SylConnection  *connection,
                               gint64          pick_id,
                               GError        **error)
{
  g_autoptr (SylMethod) method = g_new0 (SylMethod, 1);

  for (int i = 0; i < SYL_N_QUESTIONS; i++)
    method->answers[i] = g_strdup ("");
  if (!read_rows (connection, "SELECT number, finished IS NOT NULL FROM pass WHERE pick_id = ?1", pick_id, method,
                  take_pass, error) ||
      !read_rows (connection, "SELECT question, text FROM answer WHERE pick_id = ?1", pick_id, method, take_answer,
                  error) ||
      !read_rows (connection, "SELECT pass, sum(seconds) FROM session WHERE pick_id = ?1 GROUP BY pass", pick_id,
                  method, take_seconds, error))
    return NULL;
  return g_steal_pointer (&method);
}
