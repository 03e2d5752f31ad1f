/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/plan/syl-plan-table.h"

#include "call/syl-local-time.h"

/**
 * syl_plan_day_to_string:
 * @day: a valid day
 * @text: (out caller-allocates): it, as 2026-11-30
 */
void
syl_plan_day_to_string (const GDate *day,
                        char         text[16])
{
  g_snprintf (text, 16, "%04u-%02u-%02u", (unsigned int) g_date_get_year (day) % 10000,
              (unsigned int) g_date_get_month (day) % 100, (unsigned int) g_date_get_day (day) % 100);
}

/**
 * syl_plan_day_from_string:
 * @text: (nullable): a day, as 2026-11-30
 * @day: (out caller-allocates): the day; not valid if @text is none
 *
 * Returns: whether @text is a day
 */
gboolean
syl_plan_day_from_string (const char *text,
                          GDate      *day)
{
  g_autofree char *moment = g_strconcat (text != NULL ? text : "", "T00:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);

  g_date_clear (day, 1);
  if (time == NULL)
    return FALSE;
  syl_local_time_get_day (time, day);
  return TRUE;
}

/**
 * syl_plan_day_from_time:
 * @text: (nullable): a time as it is stored, in UTC
 * @day: (out caller-allocates): its day where the reader is now; not valid if @text is none
 */
void
syl_plan_day_from_time (const char *text,
                        GDate      *day)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? syl_local_time_of (time) : NULL;

  g_date_clear (day, 1);
  if (local != NULL)
    syl_local_time_get_day (local, day);
}

/**
 * syl_plan_facts_free:
 * @self: (transfer full): facts
 */
void
syl_plan_facts_free (SylPlanFacts *self)
{
  g_array_unref (self->ids);
  g_ptr_array_unref (self->slugs);
  g_array_unref (self->picks);
  g_ptr_array_unref (self->after);
  g_array_unref (self->own);
  g_array_unref (self->pauses);
  g_array_unref (self->shifts);
  g_array_unref (self->history);
  g_free (self);
}

static SylPlanFacts *
make_facts (void)
{
  SylPlanFacts *self = g_new0 (SylPlanFacts, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->slugs = g_ptr_array_new_with_free_func (g_free);
  self->picks = g_array_new (FALSE, FALSE, sizeof (SylPlanPick));
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->own = g_array_new (FALSE, FALSE, sizeof (int));
  self->pauses = g_array_new (FALSE, FALSE, sizeof (SylPlanPause));
  self->shifts = g_array_new (FALSE, FALSE, sizeof (GDate));
  self->history = g_array_new (FALSE, FALSE, sizeof (SylPlanEntry));
  return self;
}

/* The arrays don't grow any more. */
static void
point_input (SylPlanFacts *self)
{
  SylPlanInput *input = &self->input;

  for (guint i = 0; i < self->picks->len; i++)
    {
      GArray *after = g_ptr_array_index (self->after, i);
      SylPlanPick *pick = &g_array_index (self->picks, SylPlanPick, i);

      pick->after = (gconstpointer) after->data;
      pick->n_after = after->len;
    }
  input->picks = (gconstpointer) self->picks->data;
  input->n_picks = self->picks->len;
  input->own = (gconstpointer) self->own->data;
  input->n_own = self->own->len;
  input->pauses = (gconstpointer) self->pauses->data;
  input->n_pauses = self->pauses->len;
  input->shifts = (gconstpointer) self->shifts->data;
  input->n_shifts = self->shifts->len;
  input->history = (gconstpointer) self->history->data;
  input->n_history = self->history->len;
}

/**
 * syl_plan_facts_find:
 * @self: facts
 * @pick_id: the row of a pick
 *
 * Returns: the index of the pick, -1 if the plan does not know it
 */
int
syl_plan_facts_find (const SylPlanFacts *self,
                     gint64              pick_id)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (g_array_index (self->ids, gint64, i) == pick_id)
        return (int) i;
    }
  return -1;
}

/**
 * syl_plan_facts_find_due:
 * @self: facts
 * @today: the present day
 *
 * Returns: the row of the pick that is to be read this week; 0 if the week has none, or it is done with
 */
gint64
syl_plan_facts_find_due (const SylPlanFacts *self,
                         const GDate        *today)
{
  g_autoptr (SylPlan) plan = syl_plan_make (&self->input, today);
  const SylPlanWeek *week = syl_plan_find_week (plan, today);

  if (week == NULL || week->state != SYL_PLAN_WEEK_PLANNED || week->pick < 0)
    return 0;
  return g_array_index (self->ids, gint64, week->pick);
}

typedef struct
{
  SylPlanFacts *facts;
  SylStatement *statement;
  GHashTable *by_id;   /* gint64 → index */
  GHashTable *by_slug; /* unowned */
  GPtrArray *afters;   /* of texts, as stored */
} Reading;

static void
take_pick (Reading *self)
{
  SylPlanFacts *facts = self->facts;
  SylStatement *statement = self->statement;
  gpointer index = GUINT_TO_POINTER (facts->ids->len);
  gint64 id = syl_statement_column_int64 (statement, 0);
  char *slug = syl_statement_dup_text (statement, 1);
  SylPlanPick pick = {
    .section = (unsigned int) syl_statement_column_int64 (statement, 2),
    .minutes = (unsigned int) syl_statement_column_int64 (statement, 3),
    .retired = syl_statement_column_int64 (statement, 5) != 0,
    .state = (SylPickState) syl_statement_column_int64 (statement, 6),
  };

  syl_plan_day_from_time (syl_statement_column_text (statement, 7), &pick.started);
  syl_plan_day_from_time (syl_statement_column_text (statement, 8), &pick.ended);
  g_array_append_val (facts->ids, id);
  g_ptr_array_add (facts->slugs, slug);
  g_array_append_val (facts->picks, pick);
  g_ptr_array_add (facts->after, g_array_new (FALSE, FALSE, sizeof (int)));
  g_ptr_array_add (self->afters, syl_statement_dup_text (statement, 4));
  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), index);
  g_hash_table_insert (self->by_slug, slug, index);
}

/* Retired picks are no more in the plan, but may have been: those that nothing happened to are not. */
static gboolean
read_picks (Reading        *self,
            SylConnection  *connection,
            gint64          list_id,
            GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick_id, slug, section_id, minutes, after, retired, coalesce(state, 0), started, "
      "iif(state = 3, modified, finished) "
      "FROM pick LEFT JOIN progress USING (pick_id) "
      "WHERE list_id = ?1 AND extra = 0 AND (retired = 0 OR state IS NOT NULL) ORDER BY retired, number",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  self->statement = statement;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take_pick (self);
  return step == SYL_STEP_DONE;
}

static void
find_after (Reading *self)
{
  for (guint i = 0; i < self->afters->len; i++)
    {
      g_auto (GStrv) slugs = g_strsplit (g_ptr_array_index (self->afters, i), " ", -1);
      GArray *after = g_ptr_array_index (self->facts->after, i);

      for (char **slug = slugs; *slug != NULL; slug++)
        {
          gpointer index;

          if (g_hash_table_lookup_extended (self->by_slug, *slug, NULL, &index))
            {
              int pick = GPOINTER_TO_INT (index);

              g_array_append_val (after, pick);
            }
        }
    }
}

static int
get_pick (Reading *self,
          int      column)
{
  gint64 id = syl_statement_column_int64 (self->statement, column);
  gpointer index;

  return g_hash_table_lookup_extended (self->by_id, &id, NULL, &index) ? GPOINTER_TO_INT (index) : -1;
}

static void
take_own (Reading *self)
{
  int pick = get_pick (self, 0);

  if (pick >= 0)
    g_array_append_val (self->facts->own, pick);
}

static void
take_pause (Reading *self)
{
  SylPlanPause pause;

  if (syl_plan_day_from_string (syl_statement_column_text (self->statement, 0), &pause.from) &&
      syl_plan_day_from_string (syl_statement_column_text (self->statement, 1), &pause.until))
    g_array_append_val (self->facts->pauses, pause);
}

static void
take_shift (Reading *self)
{
  GDate day;

  if (syl_plan_day_from_string (syl_statement_column_text (self->statement, 0), &day))
    g_array_append_val (self->facts->shifts, day);
}

static void
take_entry (Reading *self)
{
  SylPlanEntry entry = { .state = (SylPlanWeekState) syl_statement_column_int64 (self->statement, 1) };

  entry.pick = get_pick (self, 2);
  if (syl_plan_day_from_string (syl_statement_column_text (self->statement, 0), &entry.day))
    g_array_append_val (self->facts->history, entry);
}

static gboolean
read_rows (Reading        *self,
           SylConnection  *connection,
           gint64          list_id,
           const char     *sql,
           void          (*take) (Reading *self),
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, sql, error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  self->statement = statement;
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take (self);
  return step == SYL_STEP_DONE;
}

static void
take_settings (Reading *self)
{
  SylPlanInput *input = &self->facts->input;
  GDate start;

  if (syl_plan_day_from_string (syl_statement_column_text (self->statement, 0), &start))
    input->start = start;
  input->minutes = (unsigned int) syl_statement_column_int64 (self->statement, 1);
  input->order = (SylPlanOrder) syl_statement_column_int64 (self->statement, 2);
  self->facts->chosen = syl_statement_column_int64 (self->statement, 3) != 0;
}

static gboolean
read_all (Reading        *self,
          SylConnection  *connection,
          gint64          list_id,
          GError        **error)
{
  if (!read_picks (self, connection, list_id, error))
    return FALSE;
  find_after (self);
  return read_rows (self, connection, list_id,
                    "SELECT start, minutes, ordering, chosen FROM plan WHERE list_id = ?1", take_settings, error) &&
         read_rows (self, connection, list_id,
                    "SELECT pick_id FROM plan_order JOIN pick USING (pick_id) WHERE list_id = ?1 ORDER BY rank",
                    take_own, error) &&
         read_rows (self, connection, list_id,
                    "SELECT first, until FROM plan_pause WHERE list_id = ?1 ORDER BY first", take_pause, error) &&
         read_rows (self, connection, list_id, "SELECT monday FROM plan_shift WHERE list_id = ?1", take_shift, error) &&
         read_rows (self, connection, list_id,
                    "SELECT monday, state, coalesce(pick_id, 0) FROM plan_week WHERE list_id = ?1", take_entry, error);
}

/**
 * syl_plan_table_read:
 * @connection: a connection
 * @list_id: the row of a list
 * @today: the present day, which is the start of a list that no year was begun with
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): all that the plan of the list follows from
 */
SylPlanFacts *
syl_plan_table_read (SylConnection  *connection,
                     gint64          list_id,
                     const GDate    *today,
                     GError        **error)
{
  g_autoptr (SylPlanFacts) facts = make_facts ();
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) by_slug = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) afters = g_ptr_array_new_with_free_func (g_free);
  Reading self = { facts, NULL, by_id, by_slug, afters };

  facts->input.start = *today;
  facts->input.minutes = SYL_PLAN_MINUTES_DEFAULT;
  if (!read_all (&self, connection, list_id, error))
    return NULL;
  point_input (facts);
  return g_steal_pointer (&facts);
}
