/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-pick-weeks.h"

#include <gio/gio.h>

#include "plan/syl-week.h"

typedef struct
{
  GHashTable *weeks; /* id of the pick → week; owned by the caller */
  GDate start;
  GDate today;
  gint64 list_id;
  GArray *ids;   /* of the present list */
  GArray *facts;
} Numbering;

/* A reader who has not begun begins today. */
static gboolean
read_start (SylConnection  *connection,
            const GDate    *today,
            GDate          *start,
            GError        **error)
{
  g_autofree char *text = syl_connection_query_text (
      connection, "SELECT value FROM setting WHERE key = 'start'", error);
  g_autofree char *moment = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (text == NULL)
    return FALSE;
  moment = g_strconcat (text, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (moment, NULL);
  *start = *today;
  if (time != NULL)
    g_date_set_dmy (start, (GDateDay) g_date_time_get_day_of_month (time),
                    (GDateMonth) g_date_time_get_month (time), (GDateYear) g_date_time_get_year (time));
  return TRUE;
}

static void
end_list (Numbering *self)
{
  guint n_picks = self->ids->len;
  g_autofree unsigned int *weeks = g_new (unsigned int, n_picks + 1);

  syl_plan_number_picks (&self->start, (SylPlanFact *) self->facts->data, n_picks, &self->today,
                         weeks);
  for (guint i = 0; i < n_picks; i++)
    g_hash_table_insert (self->weeks, g_memdup2 (&g_array_index (self->ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (weeks[i]));
  g_array_set_size (self->ids, 0);
  g_array_set_size (self->facts, 0);
}

/* Days are the reader's; times are stored in UTC. */
static void
set_day (GDate      *day,
         const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  g_date_clear (day, 1);
  if (local != NULL)
    g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (local),
                    (GDateMonth) g_date_time_get_month (local),
                    (GDateYear) g_date_time_get_year (local));
}

static void
take_row (Numbering    *self,
          SylStatement *statement)
{
  gint64 list_id = syl_statement_column_int64 (statement, 0);
  gint64 id = syl_statement_column_int64 (statement, 1);
  SylPlanFact fact = { .state = (SylPickState) syl_statement_column_int64 (statement, 2) };

  if (list_id != self->list_id)
    end_list (self);
  self->list_id = list_id;
  set_day (&fact.finished, syl_statement_column_text (statement, 3));
  g_array_append_val (self->ids, id);
  g_array_append_val (self->facts, fact);
}

static gboolean
take_rows (Numbering      *self,
           SylConnection  *connection,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT list_id, pick_id, coalesce(state, 0), finished "
      "FROM pick LEFT JOIN progress USING (pick_id) WHERE extra = 0 AND retired = 0 "
      "ORDER BY list_id, number",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take_row (self, statement);
  end_list (self);
  return step == SYL_STEP_DONE;
}

/**
 * syl_pick_weeks_read:
 * @connection: a connection
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Numbers the picks of all lists by syl_plan_number_picks().
 *
 * Returns: (transfer full) (nullable) (element-type gint64 guint): weeks by rows of picks
 */
GHashTable *
syl_pick_weeks_read (SylConnection  *connection,
                     const GDate    *today,
                     GError        **error)
{
  g_autoptr (GHashTable) weeks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (SylPlanFact));
  Numbering self = { .weeks = weeks, .today = *today, .ids = ids, .facts = facts };

  g_date_clear (&self.start, 1);
  if (!read_start (connection, today, &self.start, error) || !take_rows (&self, connection, error))
    return NULL;
  return g_steal_pointer (&weeks);
}
