/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-progress-table.h"

#define NOW "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"

/* What undo goes back to: state, started and finished before the last change. */
#define PREVIOUS "json_array(state, started, finished)"

static gboolean
run_for_pick (SylConnection  *connection,
              const char     *sql,
              gint64          pick_id,
              gint64          value,
              GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  if (value >= 0)
    syl_statement_bind_int64 (statement, 2, value);
  if (!syl_statement_run (statement, error))
    return FALSE;

  syl_connection_note_change (connection, SYL_CHANGE_PROGRESS, pick_id);
  return TRUE;
}

/**
 * syl_progress_table_set_state:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @state: its new state
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Keeps when reading began and ended: the beginning stays until the pick is unread again, the end
 * stands only while it is read.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_progress_table_set_state (SylConnection  *connection,
                              gint64          pick_id,
                              SylPickState    state,
                              GError        **error)
{
  return run_for_pick (
      connection,
      "INSERT INTO progress (pick_id, state, started, finished, modified, previous) "
      "VALUES (?1, ?2, iif(?2 IN (1, 2), " NOW ", NULL), iif(?2 = 2, " NOW ", NULL), " NOW ", "
      "        json_array(0, NULL, NULL)) "
      "ON CONFLICT (pick_id) DO UPDATE SET "
      "  previous = " PREVIOUS ", "
      "  started = CASE ?2 WHEN 0 THEN NULL WHEN 3 THEN started ELSE coalesce(started, " NOW ") END, "
      "  finished = iif(?2 = 2, " NOW ", NULL), "
      "  state = ?2, modified = " NOW,
      pick_id, state, error);
}

/**
 * syl_progress_table_toggle_state:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @state: (inout): the state to go to, or to leave for unread if the pick is in it; then the new state
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Decides by what is stored, not by what is shown: an edit made just before may not show yet.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_progress_table_toggle_state (SylConnection  *connection,
                                 gint64          pick_id,
                                 SylPickState   *state,
                                 GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT state FROM progress WHERE pick_id = ?1", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ERROR)
    return FALSE;
  if (step == SYL_STEP_ROW && syl_statement_column_int64 (statement, 0) == (gint64) *state)
    *state = SYL_PICK_STATE_UNREAD;
  return syl_progress_table_set_state (connection, pick_id, *state, error);
}

/**
 * syl_progress_table_undo_state:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Goes back to the state before the last change; once more goes forward again.
 *
 * Returns: %TRUE if it is stored, also if there was nothing to undo
 */
gboolean
syl_progress_table_undo_state (SylConnection  *connection,
                               gint64          pick_id,
                               GError        **error)
{
  return run_for_pick (connection,
                       "UPDATE progress SET state = json_extract(previous, '$[0]'), "
                       "  started = json_extract(previous, '$[1]'), "
                       "  finished = json_extract(previous, '$[2]'), "
                       "  previous = " PREVIOUS ", modified = " NOW " "
                       "WHERE pick_id = ?1 AND json_valid(previous)",
                       pick_id, -1, error);
}

static gboolean
read_visit_facts (SylConnection  *connection,
                  gint64          pick_id,
                  gint64          source_id,
                  gboolean       *is_main,
                  SylPickState   *state,
                  GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT main, coalesce((SELECT state FROM progress WHERE pick_id = ?1), 0) "
      "FROM source WHERE source_id = ?2",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, pick_id);
  syl_statement_bind_int64 (statement, 2, source_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such source");
  if (step != SYL_STEP_ROW)
    return FALSE;

  *is_main = syl_statement_column_int64 (statement, 0) != 0;
  *state = (SylPickState) syl_statement_column_int64 (statement, 1);
  return TRUE;
}

static gboolean
note_visit (SylConnection  *connection,
            gint64          source_id,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO source_progress (source_id, visited, modified) VALUES (?1, " NOW ", " NOW ") "
      "ON CONFLICT (source_id) DO UPDATE SET visited = " NOW ", modified = " NOW,
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, source_id);
  return syl_statement_run (statement, error);
}

/**
 * syl_progress_table_visit:
 * @connection: a connection in a transaction
 * @pick_id: the row of a pick
 * @source_id: the row of the source that the reader opens
 * @state_changed: (out): whether the pick went from unread to reading by it
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_progress_table_visit (SylConnection  *connection,
                          gint64          pick_id,
                          gint64          source_id,
                          gboolean       *state_changed,
                          GError        **error)
{
  gboolean is_main;
  SylPickState state;

  if (!read_visit_facts (connection, pick_id, source_id, &is_main, &state, error))
    return FALSE;

  *state_changed = is_main && state == SYL_PICK_STATE_UNREAD;
  if (*state_changed &&
      !syl_progress_table_set_state (connection, pick_id, SYL_PICK_STATE_READING, error))
    return FALSE;
  return note_visit (connection, source_id, error);
}

static gboolean
note_source_change (SylConnection  *connection,
                    gint64          source_id,
                    GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT pick_id FROM source WHERE source_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, source_id);
  if (syl_statement_step (statement, error) == SYL_STEP_ROW)
    syl_connection_note_change (connection, SYL_CHANGE_PROGRESS,
                                syl_statement_column_int64 (statement, 0));
  return TRUE;
}

/**
 * syl_progress_table_set_ticked:
 * @connection: a connection in a transaction
 * @source_id: the row of a source
 * @ticked: whether the reader is done with it
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_progress_table_set_ticked (SylConnection  *connection,
                               gint64          source_id,
                               gboolean        ticked,
                               GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO source_progress (source_id, ticked, modified) "
      "VALUES (?1, iif(?2, " NOW ", NULL), " NOW ") "
      "ON CONFLICT (source_id) DO UPDATE SET ticked = excluded.ticked, modified = " NOW,
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, source_id);
  syl_statement_bind_int64 (statement, 2, ticked ? 1 : 0);
  return syl_statement_run (statement, error) && note_source_change (connection, source_id, error);
}

/**
 * syl_progress_table_save_place:
 * @connection: a connection in a transaction
 * @source_id: the row of a source
 * @uri: the address of the page, which may be one that the source led to
 * @place: where in it, in a form of the caller's
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Tells nobody: nothing that is shown depends on it.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_progress_table_save_place (SylConnection  *connection,
                               gint64          source_id,
                               const char     *uri,
                               const char     *place,
                               GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO source_progress (source_id, place_uri, place, modified) "
      "VALUES (?1, ?2, ?3, " NOW ") "
      "ON CONFLICT (source_id) DO UPDATE SET "
      "  place_uri = excluded.place_uri, place = excluded.place, modified = " NOW,
      error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, source_id);
  syl_statement_bind_text (statement, 2, uri);
  syl_statement_bind_text (statement, 3, place);
  return syl_statement_run (statement, error);
}

/**
 * syl_progress_table_load_place:
 * @connection: a connection
 * @source_id: the row of a source
 * @uri: (out) (transfer full) (nullable): the address of the page
 * @place: (out) (transfer full) (nullable): where in it
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be looked up; both are %NULL where nothing was saved
 */
gboolean
syl_progress_table_load_place (SylConnection  *connection,
                               gint64          source_id,
                               char          **uri,
                               char          **place,
                               GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT place_uri, place FROM source_progress WHERE source_id = ?1", error);
  SylStep step;

  *uri = NULL;
  *place = NULL;
  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, source_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    {
      *uri = syl_statement_dup_text (statement, 0);
      *place = syl_statement_dup_text (statement, 1);
    }
  return step != SYL_STEP_ERROR;
}
