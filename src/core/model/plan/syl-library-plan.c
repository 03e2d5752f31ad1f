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
  return syl_plan_table_prepare (connection, edit->list_id, &edit->today, error) &&
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

static gboolean
choose (SylConnection  *connection,
        SylPlanEdit    *edit,
        GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);

  if (facts == NULL)
    return FALSE;
  keep_choice (edit, facts);
  return syl_plan_table_prepare (connection, edit->list_id, &edit->today, error) &&
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

GArray *
_syl_plan_list_ahead (const SylPlanFacts *facts,
                      const GDate        *today,
                      gint64              but)
{
  g_autoptr (SylPlan) plan = syl_plan_make (&facts->input, today);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);

      if (week->state == SYL_PLAN_WEEK_PLANNED && g_array_index (facts->ids, gint64, week->pick) != but)
        g_array_append_val (ids, g_array_index (facts->ids, gint64, week->pick));
    }
  return ids;
}

static gboolean
find_id (GArray *ids,
         gint64  id,
         guint  *place)
{
  for (*place = 0; *place < ids->len; (*place)++)
    {
      if (g_array_index (ids, gint64, *place) == id)
        return TRUE;
    }
  return id == 0;
}

static gboolean
is_ahead (const SylPlanFacts *facts,
          gint64              pick_id)
{
  int pick = syl_plan_facts_find (facts, pick_id);
  SylPickState state = pick >= 0 ? facts->input.picks[pick].state : SYL_PICK_STATE_READ;

  return state != SYL_PICK_STATE_READ && state != SYL_PICK_STATE_SKIPPED && !facts->input.picks[pick].retired;
}

static gboolean
move (SylConnection  *connection,
      SylPlanEdit    *edit,
      GError        **error)
{
  g_autoptr (SylPlanFacts) facts = NULL;
  g_autoptr (GArray) ids = NULL;
  guint place;

  if (!syl_plan_table_prepare (connection, edit->list_id, &edit->today, error))
    return FALSE;
  facts = syl_plan_table_read (connection, edit->list_id, &edit->today, error);
  if (facts == NULL)
    return FALSE;
  ids = _syl_plan_list_ahead (facts, &edit->today, edit->pick_id);
  if (!is_ahead (facts, edit->pick_id) || !find_id (ids, edit->before_id, &place))
    {
      g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "The pick has no week to come");
      return FALSE;
    }
  g_array_insert_val (ids, place, edit->pick_id);
  return syl_plan_table_order (connection, edit->list_id, (gpointer) ids->data, ids->len, error);
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
 * it. A pick still comes after those that it has to come after.
 */
void
syl_library_move_pick_async (SylLibrary          *self,
                             SylPick             *pick,
                             SylPick             *before,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SylPlanEdit *edit = _syl_plan_edit_new (self, move);

  edit->pick_id = syl_pick_get_id (pick);
  edit->before_id = before != NULL ? syl_pick_get_id (before) : 0;
  _syl_plan_edit_write (edit, self, syl_library_move_pick_async, cancellable, callback, user_data);
}

/**
 * syl_library_move_pick_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND if one of the picks has no
 *   week to come
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
