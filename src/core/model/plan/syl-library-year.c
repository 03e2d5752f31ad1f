/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/syl-library-private.h"

#include "call/syl-local-time.h"
#include "model/plan/syl-year-private.h"
#include "model/syl-pick-private.h"
#include "tables/syl-pick-table.h"

typedef struct
{
  gint64 list_id;
  GDate date;  /* a day of the week that is asked for */
  GDate today;
} Request;

static Request *
make_request (SylLibrary  *self,
              const GDate *date,
              const GDate *today)
{
  Request *request = g_new0 (Request, 1);

  request->list_id = _syl_library_get_list_id (self);
  syl_local_time_get_today (&request->today);
  if (today != NULL)
    request->today = *today;
  request->date = date != NULL ? *date : request->today;
  return request;
}

typedef struct
{
  SylYearFacts *year; /* owned */
  GPtrArray *picks;   /* of SylPickFacts, owned */
} Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_clear_pointer (&read->year, _syl_year_facts_free);
  g_clear_pointer (&read->picks, g_ptr_array_unref);
  g_free (read);
}

static gpointer
load_year (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylYearFacts) year = _syl_year_facts_read (connection, request->list_id, &request->today, error);
  g_autoptr (GPtrArray) picks = NULL;
  Read *read;

  if (year == NULL)
    return NULL;
  picks = syl_pick_table_read_facts (connection, year->facts->ids, error);
  if (picks == NULL)
    return NULL;
  read = g_new0 (Read, 1);
  read->year = g_steal_pointer (&year);
  read->picks = g_steal_pointer (&picks);
  return read;
}

/**
 * syl_library_load_year_async:
 * @self: a library
 * @today: (nullable): the present day; that of the clock where it is missing
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Reads the plan of the list that is shown.
 */
void
syl_library_load_year_async (SylLibrary          *self,
                             const GDate         *today,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_load_year_async);
  syl_store_read_async (self->store, load_year, make_request (self, NULL, today), g_free, read_free, cancellable,
                        _syl_library_forward_cb, task);
}

/* The objects that have these facts from now on, in the same order. */
static GPtrArray *
take_picks (SylLibrary *self,
            GPtrArray  *facts)
{
  GPtrArray *picks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_set_free_func (facts, NULL);
  for (guint i = 0; i < facts->len; i++)
    {
      SylPickFacts *one = g_ptr_array_index (facts, i);
      SylPick *pick = _syl_library_get_pick (self, one->id);

      _syl_pick_take_facts (pick, one);
      g_ptr_array_add (picks, pick);
    }
  return picks;
}

SylPick *
_syl_library_take_pick (SylLibrary *self,
                        GPtrArray  *facts)
{
  g_autoptr (GPtrArray) picks = take_picks (self, facts);

  return picks->len > 0 ? g_object_ref (g_ptr_array_index (picks, 0)) : NULL;
}

/**
 * syl_library_load_year_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the year
 */
SylYear *
syl_library_load_year_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  Read *read = g_task_propagate_pointer (G_TASK (result), error);
  SylYear *year;

  if (read == NULL)
    return NULL;
  year = _syl_year_new (g_steal_pointer (&read->year), take_picks (self, read->picks));
  read_free (read);
  return year;
}

typedef struct
{
  unsigned int number;
  GPtrArray *picks; /* of SylPickFacts, owned; one or none */
} Week;

static void
week_free (gpointer data)
{
  Week *week = data;

  g_clear_pointer (&week->picks, g_ptr_array_unref);
  g_free (week);
}

static gpointer
find_week (SylConnection  *connection,
           gpointer        user_data,
           GError        **error)
{
  Request *request = user_data;
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, request->list_id, &request->today, error);
  g_autoptr (SylPlan) plan = NULL;
  g_autoptr (GPtrArray) picks = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const SylPlanWeek *found;
  Week *week;

  if (facts == NULL)
    return NULL;
  plan = syl_plan_make (&facts->input, &request->today);
  found = syl_plan_find_week (plan, &request->date);
  if (found != NULL && found->pick >= 0)
    g_array_append_val (ids, g_array_index (facts->ids, gint64, found->pick));
  picks = syl_pick_table_read_facts (connection, ids, error);
  if (picks == NULL)
    return NULL;
  week = g_new0 (Week, 1);
  week->number = syl_plan_count_weeks (&facts->input.start, &request->date);
  week->picks = g_steal_pointer (&picks);
  return week;
}

/**
 * syl_library_find_week_async:
 * @self: a library
 * @date: (nullable): a day of the week that is asked for; today where it is missing
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Looks up what the plan has for a week.
 */
void
syl_library_find_week_async (SylLibrary          *self,
                             const GDate         *date,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, syl_library_find_week_async);
  syl_store_read_async (self->store, find_week, make_request (self, date, NULL), g_free, week_free, cancellable,
                        _syl_library_forward_cb, task);
}

/**
 * syl_library_find_week_finish:
 * @self: a library
 * @result: what the callback got
 * @out_week: (out): the week of the reader's year, from 1; 0 before it began
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the pick of that week, which may be read already; %NULL without
 *   an error if there is none
 */
SylPick *
syl_library_find_week_finish (SylLibrary    *self,
                              GAsyncResult  *result,
                              unsigned int  *out_week,
                              GError       **error)
{
  Week *week = g_task_propagate_pointer (G_TASK (result), error);
  SylPick *pick;

  *out_week = 0;
  if (week == NULL)
    return NULL;
  *out_week = week->number;
  pick = _syl_library_take_pick (self, week->picks);
  week_free (week);
  return pick;
}
