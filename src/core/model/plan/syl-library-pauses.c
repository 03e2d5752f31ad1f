/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-plan-edit-private.h"

#include "call/syl-local-time.h"
#include "tables/plan/syl-plan-table.h"

#define MAX_WEEKS_OF_A_PAUSE (2 * 52)

static gboolean
is_shifted (const SylPlanFacts *facts,
            const GDate        *day)
{
  for (guint i = 0; i < facts->shifts->len; i++)
    {
      if (syl_week_count_between (&g_array_index (facts->shifts, GDate, i), day) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
shift (SylConnection  *connection,
       SylPlanEdit    *edit,
       GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);

  if (facts == NULL)
    return FALSE;
  return is_shifted (facts, &edit->day) == edit->shifted ||
         (_syl_plan_edit_prepare (edit, connection, error) &&
          syl_plan_table_shift (connection, edit->list_id, &edit->day, edit->shifted, error));
}

static gboolean
is_to_come (const GDate *day)
{
  GDate today;
  int n_weeks;

  syl_local_time_get_today (&today);
  n_weeks = g_date_valid (day) ? syl_week_count_between (&today, day) : -1;
  return n_weeks >= 0 && n_weeks <= SYL_PLAN_EDIT_MAX_WEEKS;
}

/**
 * syl_library_shift_week_async:
 * @self: a library
 * @day: a day of this week, or of one to come
 * @shifted: whether the week is kept free
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Keeps a week free, and moves all that comes by a week; or takes that back.
 */
void
syl_library_shift_week_async (SylLibrary          *self,
                              const GDate         *day,
                              gboolean             shifted,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  SylPlanEdit *edit;

  if (_syl_plan_edit_refuse (self, is_to_come (day), "That week is over", syl_library_shift_week_async, callback,
                             user_data))
    return;
  edit = _syl_plan_edit_new (self, shift);
  edit->day = *day;
  edit->shifted = shifted;
  _syl_plan_edit_write (edit, self, syl_library_shift_week_async, cancellable, callback, user_data);
}

/**
 * syl_library_shift_week_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_CONSTRAINT if the week is over
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_shift_week_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gboolean
pause_plan (SylConnection  *connection,
            SylPlanEdit    *edit,
            GError        **error)
{
  return _syl_plan_edit_prepare (edit, connection, error) &&
         syl_plan_table_pause (connection, edit->list_id, &edit->pause, error);
}

static gboolean
is_pause (const GDate *from,
          const GDate *until)
{
  return is_to_come (from) && g_date_valid (until) && g_date_compare (from, until) < 0 &&
         syl_week_count_between (from, until) <= MAX_WEEKS_OF_A_PAUSE;
}

/**
 * syl_library_pause_async:
 * @self: a library
 * @from: its first day, of this week or later
 * @until: the day on which reading goes on, at most two years later
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Every week that has a day of the pause is free of picks, and no reminder comes in it.
 */
void
syl_library_pause_async (SylLibrary          *self,
                         const GDate         *from,
                         const GDate         *until,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  SylPlanEdit *edit;

  if (_syl_plan_edit_refuse (self, is_pause (from, until), "There is no such pause", syl_library_pause_async, callback,
                             user_data))
    return;
  edit = _syl_plan_edit_new (self, pause_plan);
  edit->pause = (SylPlanPause){ *from, *until };
  _syl_plan_edit_write (edit, self, syl_library_pause_async, cancellable, callback, user_data);
}

/**
 * syl_library_pause_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_CONSTRAINT if it is no pause
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_pause_finish (SylLibrary    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/* What ended with last week, or before, is over. */
static gboolean
has_pause (const SylPlanFacts *facts,
           const GDate        *today)
{
  SylWeek week;
  GDate monday;

  syl_week_init_from_date (&week, today);
  syl_week_get_monday (&week, &monday);
  for (guint i = 0; i < facts->pauses->len; i++)
    {
      if (g_date_compare (&g_array_index (facts->pauses, SylPlanPause, i).until, &monday) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
resume (SylConnection  *connection,
        SylPlanEdit    *edit,
        GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);

  if (facts == NULL)
    return FALSE;
  return !has_pause (facts, &edit->today) ||
         (_syl_plan_edit_prepare (edit, connection, error) &&
          syl_plan_table_resume (connection, edit->list_id, &edit->today, error));
}

/**
 * syl_library_resume_async:
 * @self: a library
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Ends all pauses: this week has a pick again.
 */
void
syl_library_resume_async (SylLibrary          *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  SylPlanEdit *edit = _syl_plan_edit_new (self, resume);

  _syl_plan_edit_write (edit, self, syl_library_resume_async, cancellable, callback, user_data);
}

/**
 * syl_library_resume_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_resume_finish (SylLibrary    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return _syl_library_finish_write (result, error);
}

static gboolean
undo (SylConnection  *connection,
      SylPlanEdit    *edit,
      GError        **error)
{
  return syl_plan_table_close (connection, edit->list_id, &edit->today, error) &&
         syl_plan_table_undo (connection, edit->list_id, error);
}

/**
 * syl_library_undo_plan_async:
 * @self: a library
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Takes back the last edit of the plan, and when called again does it again. A skipped pick is no such
 * edit: see syl_library_undo_state_async().
 */
void
syl_library_undo_plan_async (SylLibrary          *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SylPlanEdit *edit = _syl_plan_edit_new (self, undo);

  _syl_plan_edit_write (edit, self, syl_library_undo_plan_async, cancellable, callback, user_data);
}

/**
 * syl_library_undo_plan_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if there is nothing to undo
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_undo_plan_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}
