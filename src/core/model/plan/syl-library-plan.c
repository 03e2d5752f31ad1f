/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-plan-edit-private.h"

#include "call/syl-local-time.h"
#include "tables/plan/syl-plan-table.h"

#define MAX_MINUTES (7 * 24 * 60)

static gboolean
is_near (const GDate *day)
{
  GDate today;

  syl_local_time_get_today (&today);
  return g_date_valid (day) && ABS (syl_week_count_between (&today, day)) <= SYL_PLAN_EDIT_MAX_WEEKS;
}

static gboolean
is_choice (const unsigned int *minutes,
           const SylPlanOrder *order)
{
  return (minutes == NULL || *minutes <= MAX_MINUTES) &&
         (order == NULL || (unsigned int) *order <= SYL_PLAN_ORDER_MIXED);
}

static void
take_choice (SylPlanEdit        *edit,
             const unsigned int *minutes,
             const SylPlanOrder *order)
{
  edit->keeps_minutes = minutes == NULL;
  edit->keeps_order = order == NULL;
  if (minutes != NULL)
    edit->choice.minutes = *minutes;
  if (order != NULL)
    edit->choice.order = *order;
}

/* What is kept is what is stored now, whatever the reader saw. */
static void
keep_choice (SylPlanEdit        *edit,
             const SylPlanFacts *facts)
{
  if (edit->keeps_minutes)
    edit->choice.minutes = facts->input.minutes;
  if (edit->keeps_order)
    edit->choice.order = facts->input.order;
}

static gboolean
begin (SylConnection  *connection,
       SylPlanEdit    *edit,
       GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);

  if (facts == NULL)
    return FALSE;
  keep_choice (edit, facts);
  return _syl_plan_edit_prepare (edit, connection, error) &&
         syl_plan_table_begin (connection, edit->list_id, &edit->choice, error);
}

/**
 * syl_library_begin_year_async:
 * @self: a library
 * @start: a day of the first week, at most 20 years away
 * @minutes: (nullable): what the reader has a week, 0 for as much as it takes; %NULL to keep that
 * @order: (nullable): in which order picks come; %NULL to keep that
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Makes the plan of the list that is shown anew. The year before and its wishes are gone; what was
 * read stays read.
 */
void
syl_library_begin_year_async (SylLibrary          *self,
                              const GDate         *start,
                              const unsigned int  *minutes,
                              const SylPlanOrder  *order,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  SylPlanEdit *edit;

  if (_syl_plan_edit_refuse (self, is_near (start) && is_choice (minutes, order), "There is no such year",
                             syl_library_begin_year_async, callback, user_data))
    return;
  edit = _syl_plan_edit_new (self, begin);
  edit->choice.start = *start;
  take_choice (edit, minutes, order);
  _syl_plan_edit_write (edit, self, syl_library_begin_year_async, cancellable, callback, user_data);
}

/**
 * syl_library_begin_year_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_begin_year_finish (SylLibrary    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/* The same as before is no edit; but from then on it is what the reader chose. */
static gboolean
choose (SylConnection  *connection,
        SylPlanEdit    *edit,
        GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);
  gboolean is_same;

  if (facts == NULL)
    return FALSE;
  keep_choice (edit, facts);
  is_same = edit->choice.minutes == facts->input.minutes && edit->choice.order == facts->input.order;
  return (is_same ? syl_plan_table_begin_new (connection, &edit->today, error)
                  : _syl_plan_edit_prepare (edit, connection, error)) &&
         syl_plan_table_choose (connection, edit->list_id, edit->choice.minutes, edit->choice.order, error);
}

/**
 * syl_library_set_pace_async:
 * @self: a library
 * @minutes: (nullable): what the reader has a week, 0 for as much as it takes; %NULL to keep that
 * @order: (nullable): in which order picks come; %NULL to keep that
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Changes how the rest of the year goes.
 */
void
syl_library_set_pace_async (SylLibrary          *self,
                            const unsigned int  *minutes,
                            const SylPlanOrder  *order,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  SylPlanEdit *edit;

  if (_syl_plan_edit_refuse (self, is_choice (minutes, order), "There is no such pace",
                             syl_library_set_pace_async, callback, user_data))
    return;
  edit = _syl_plan_edit_new (self, choose);
  take_choice (edit, minutes, order);
  _syl_plan_edit_write (edit, self, syl_library_set_pace_async, cancellable, callback, user_data);
}

/**
 * syl_library_set_pace_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_set_pace_finish (SylLibrary    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/**
 * syl_library_move_pick_async:
 * @self: a library
 * @pick: a pick that has a week to come
 * @before: (nullable): the pick that it is to come right before, %NULL for the end
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Puts the plan in the reader's own order. To swap this week's pick for another, move that one before
 * it. Where it would pass one that it builds on, or that builds on it, nothing is moved.
 */
void
syl_library_move_pick_async (SylLibrary          *self,
                             SylPick             *pick,
                             SylPick             *before,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SylPlanEdit *edit = _syl_plan_edit_new (self, _syl_plan_move);

  edit->pick_id = syl_pick_get_id (pick);
  edit->before_id = before != NULL ? syl_pick_get_id (before) : 0;
  _syl_plan_edit_write (edit, self, syl_library_move_pick_async, cancellable, callback, user_data);
}

/**
 * syl_library_move_pick_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if one of the picks has no
 *   week to come, %SYL_STORE_ERROR_CONSTRAINT if something is in the way: see syl_library_get_obstacle()
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_move_pick_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}

/**
 * syl_library_step_pick_async:
 * @self: a library
 * @pick: a pick that has a week to come
 * @later: in which direction
 * @cancellable: (nullable): undoes it while it is not stored
 * @callback: (nullable): called on the main thread
 * @user_data: for @callback
 *
 * Has a pick change places with the one planned before or after it; where there is none, nothing
 * changes. Steps add up, however fast they come.
 */
void
syl_library_step_pick_async (SylLibrary          *self,
                             SylPick             *pick,
                             gboolean             later,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SylPlanEdit *edit = _syl_plan_edit_new (self, _syl_plan_step);

  edit->pick_id = syl_pick_get_id (pick);
  edit->later = later;
  _syl_plan_edit_write (edit, self, syl_library_step_pick_async, cancellable, callback, user_data);
}

/**
 * syl_library_step_pick_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for the errors of syl_library_move_pick_finish()
 *
 * Returns: %TRUE if it is stored
 */
gboolean
syl_library_step_pick_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return _syl_library_finish_write (result, error);
}
