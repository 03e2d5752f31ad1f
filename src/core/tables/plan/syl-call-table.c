/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-call-table.h"

#define NOW_SQL "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

static gboolean
read_time (SylConnection  *connection,
           SylCallBook    *book,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT iif(json_valid(value), value ->> 'enabled', 0), iif(json_valid(value), value ->> 'weekday', 0), "
      "iif(json_valid(value), value ->> 'minute', 0), iif(json_valid(value), value ->> 'set', NULL) "
      "FROM setting WHERE key = 'call'",
      error);
  SylCallTime stored;
  SylStep step;

  if (statement == NULL)
    return FALSE;
  step = syl_statement_step (statement, error);
  if (step != SYL_STEP_ROW)
    return step == SYL_STEP_DONE;
  stored = (SylCallTime){ .enabled = syl_statement_column_int64 (statement, 0) != 0,
                          .weekday = (GDateWeekday) syl_statement_column_uint (statement, 1),
                          .minute = syl_statement_column_uint (statement, 2) };
  if (!syl_call_time_is_valid (&stored))
    return TRUE;
  book->time = stored;
  book->set = syl_statement_dup_time (statement, 3);
  return TRUE;
}

/**
 * syl_call_table_read_time:
 * @connection: a connection
 * @time: (out caller-allocates): when the weekly call comes; the default where nothing sound is stored
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it was read
 */
gboolean
syl_call_table_read_time (SylConnection  *connection,
                          SylCallTime    *time,
                          GError        **error)
{
  g_autoptr (SylCallBook) book = syl_call_book_new ();
  gboolean done = read_time (connection, book, error);

  *time = book->time;
  return done;
}

static gboolean
write_time (SylConnection      *connection,
            const SylCallBook  *book,
            GError            **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT INTO setting (key, value) "
      "VALUES ('call', json_object('enabled', ?1, 'weekday', ?2, 'minute', ?3, 'set', ?4)) "
      "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      error);
  /* Not in UTC: its day and time are what counts. */
  g_autofree char *set = book->set != NULL ? g_date_time_format (book->set, "%Y-%m-%dT%H:%M:%S.%f%:z") : NULL;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, book->time.enabled ? 1 : 0);
  syl_statement_bind_int64 (statement, 2, (gint64) book->time.weekday);
  syl_statement_bind_int64 (statement, 3, book->time.minute);
  syl_statement_bind_text (statement, 4, set);
  syl_connection_note_change (connection, SYL_CHANGE_CALL, 0);
  return syl_statement_run (statement, error);
}

/**
 * syl_call_table_set_time:
 * @connection: a connection in a transaction
 * @time: a valid time
 * @now: the present moment, where the reader is
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Has calls come at another time from now on.
 *
 * Returns: %TRUE if it is stored, or was before
 */
gboolean
syl_call_table_set_time (SylConnection      *connection,
                         const SylCallTime  *time,
                         GDateTime          *now,
                         GError            **error)
{
  g_autoptr (SylCallBook) book = syl_call_table_read (connection, now, error);

  if (book == NULL)
    return FALSE;
  return !syl_call_book_set_time (book, time, now) || write_time (connection, book, error);
}

static gint64
read_moment (SylStatement *statement,
             int           column)
{
  g_autoptr (GDateTime) moment = syl_statement_dup_time (statement, column);

  return moment != NULL ? syl_call_moment_to_unix (moment) : 0;
}

/* What is no week, or neither called nor to be, says nothing. */
static void
take_record (SylCallBook  *book,
             SylStatement *statement)
{
  SylCallRecord record = {
    .order = syl_statement_column_int64 (statement, 0),
    .called = read_moment (statement, 2),
    .postponed = read_moment (statement, 3),
    .settled = read_moment (statement, 4),
    .pick_id = syl_statement_column_int64 (statement, 5),
  };

  if (syl_week_parse (&record.week, syl_statement_column_text (statement, 1)) &&
      (record.called != 0 || record.postponed != 0))
    g_array_append_val (book->records, record);
}

/**
 * syl_call_table_read:
 * @connection: a connection
 * @now: the present moment, where the reader is
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): all that decides about calls at that moment
 */
SylCallBook *
syl_call_table_read (SylConnection  *connection,
                     GDateTime      *now,
                     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT call_id, week, called, postponed, settled, pick_id FROM call WHERE week >= ?1", error);
  g_autoptr (SylCallBook) book = syl_call_book_new ();
  g_autofree char *first = NULL;
  SylWeek week;
  SylStep step;

  if (statement == NULL || !read_time (connection, book, error))
    return NULL;
  syl_call_get_first_week (now, &week);
  first = syl_week_to_string (&week);
  syl_statement_bind_text (statement, 1, first);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take_record (book, statement);
  return step == SYL_STEP_DONE ? g_steal_pointer (&book) : NULL;
}

static char *
format_moment (GDateTime *moment)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (moment);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%S.%fZ");
}

/**
 * syl_call_table_call:
 * @connection: a connection in a transaction
 * @week: the week of the call
 * @now: when it is made
 * @pick_id: the row of the pick that it is about; 0 if there is nothing to say, so that it is settled
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Writes the row of a week, the last one in order, instead of any that it had.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_call_table_call (SylConnection  *connection,
                     const SylWeek  *week,
                     GDateTime      *now,
                     gint64          pick_id,
                     GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT OR REPLACE INTO call (call_id, uuid, week, pick_id, called, settled, modified) "
      "VALUES ((SELECT coalesce(max(call_id), 0) + 1 FROM call), ?1, ?2, nullif(?3, 0), ?4, iif(?3 = 0, ?4, NULL), "
      NOW_SQL ")",
      error);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *name = syl_week_to_string (week);
  g_autofree char *called = format_moment (now);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  syl_statement_bind_text (statement, 2, name);
  syl_statement_bind_int64 (statement, 3, pick_id);
  syl_statement_bind_text (statement, 4, called);
  syl_connection_note_change (connection, SYL_CHANGE_CALL, 0);
  return syl_statement_run (statement, error);
}

/**
 * syl_call_table_settle:
 * @connection: a connection in a transaction
 * @now: the present moment
 * @pick_id: the row of the pick that it is about; 0 for any
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Settles what is out. A call that was postponed is not.
 *
 * Returns: %TRUE if it is stored, or there was none
 */
gboolean
syl_call_table_settle (SylConnection  *connection,
                       GDateTime      *now,
                       gint64          pick_id,
                       GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "UPDATE call SET settled = ?1, modified = " NOW_SQL " "
      "WHERE called IS NOT NULL AND settled IS NULL AND postponed IS NULL AND ?2 IN (0, pick_id)",
      error);
  g_autofree char *settled = format_moment (now);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, settled);
  syl_statement_bind_int64 (statement, 2, pick_id);
  if (!syl_statement_run (statement, error))
    return FALSE;
  if (syl_connection_get_n_changed (connection) > 0)
    syl_connection_note_change (connection, SYL_CHANGE_CALL, 0);
  return TRUE;
}

static gboolean
postpone_within (SylConnection  *connection,
                 const char     *week,
                 const char     *until,
                 GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "UPDATE call SET postponed = ?2, settled = NULL, modified = " NOW_SQL " WHERE week = ?1", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, week);
  syl_statement_bind_text (statement, 2, until);
  return syl_statement_run (statement, error);
}

static gboolean
await (SylConnection  *connection,
       const char     *week,
       const char     *until,
       GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "INSERT OR REPLACE INTO call (call_id, uuid, week, postponed, modified) "
      "VALUES ((SELECT coalesce(max(call_id), 0) + 1 FROM call), ?1, ?2, ?3, " NOW_SQL ")",
      error);
  g_autofree char *uuid = g_uuid_string_random ();

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, uuid);
  syl_statement_bind_text (statement, 2, week);
  syl_statement_bind_text (statement, 3, until);
  return syl_statement_run (statement, error);
}

/**
 * syl_call_table_postpone:
 * @connection: a connection in a transaction
 * @record: the call that is put off
 * @now: the present moment
 * @until: a later one, where the reader is
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Has a call made once more. Put off into another week, it is the one of that week.
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_call_table_postpone (SylConnection        *connection,
                         const SylCallRecord  *record,
                         GDateTime            *now,
                         GDateTime            *until,
                         GError              **error)
{
  g_autofree char *name = NULL;
  g_autofree char *moment = format_moment (until);
  SylWeek week;

  syl_call_get_week (until, &week);
  name = syl_week_to_string (&week);
  syl_connection_note_change (connection, SYL_CHANGE_CALL, 0);
  if (week.year == record->week.year && week.number == record->week.number)
    return postpone_within (connection, name, moment, error);
  return syl_call_table_settle (connection, now, 0, error) && await (connection, name, moment, error);
}
