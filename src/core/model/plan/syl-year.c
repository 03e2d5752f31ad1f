/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/plan/syl-year-private.h"

#include "tables/plan/syl-reading-table.h"

struct _SylYear
{
  GObject parent_instance;

  SylYearFacts *facts; /* owned */
  GPtrArray *picks;    /* of SylPick, by their index */
};

G_DEFINE_FINAL_TYPE (SylYear, syl_year, G_TYPE_OBJECT)

void
_syl_year_facts_free (SylYearFacts *self)
{
  syl_plan_facts_free (self->facts);
  syl_plan_free (self->plan);
  g_array_unref (self->sessions);
  g_free (self);
}

static GArray *
read_sessions (SylConnection       *connection,
               gint64               list_id,
               const SylPlanFacts  *facts,
               GError             **error)
{
  g_autoptr (GArray) rows = syl_reading_table_read_sessions (connection, list_id, error);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (SylPlanSession));

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SylSessionFacts *row = &g_array_index (rows, SylSessionFacts, i);
      SylPlanSession session = { row->day, syl_plan_facts_find (facts, row->pick_id), row->seconds };

      g_array_append_val (sessions, session);
    }
  return rows != NULL ? g_steal_pointer (&sessions) : NULL;
}

/* A year as it is on @today; on a store thread. */
SylYearFacts *
_syl_year_facts_read (SylConnection  *connection,
                      gint64          list_id,
                      const GDate    *today,
                      GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, list_id, today, error);
  g_autoptr (GArray) sessions = facts != NULL ? read_sessions (connection, list_id, facts, error) : NULL;
  SylYearFacts *self;

  if (sessions == NULL)
    return NULL;
  self = g_new0 (SylYearFacts, 1);
  self->plan = syl_plan_make (&facts->input, today);
  self->facts = g_steal_pointer (&facts);
  self->sessions = g_steal_pointer (&sessions);
  return self;
}

SylYear *
_syl_year_new (SylYearFacts *facts,
               GPtrArray    *picks)
{
  SylYear *self = g_object_new (SYL_TYPE_YEAR, NULL);

  self->facts = facts;
  self->picks = picks;
  return self;
}

static void
syl_year_finalize (GObject *object)
{
  SylYear *self = SYL_YEAR (object);

  _syl_year_facts_free (self->facts);
  g_ptr_array_unref (self->picks);

  G_OBJECT_CLASS (syl_year_parent_class)->finalize (object);
}

static void
syl_year_class_init (SylYearClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = syl_year_finalize;
}

static void
syl_year_init (SylYear *self)
{
}

/**
 * syl_year_get_plan:
 * @self: a year
 *
 * Returns: (transfer none): its plan
 */
const SylPlan *
syl_year_get_plan (SylYear *self)
{
  return self->facts->plan;
}

/**
 * syl_year_get_input:
 * @self: a year
 *
 * Returns: (transfer none): what its plan was made of
 */
const SylPlanInput *
syl_year_get_input (SylYear *self)
{
  return &self->facts->facts->input;
}

/**
 * syl_year_get_chosen:
 * @self: a year
 *
 * Returns: whether the reader chose start, hours and order; else they are as they come
 */
gboolean
syl_year_get_chosen (SylYear *self)
{
  return self->facts->facts->chosen;
}

/**
 * syl_year_get_slug:
 * @self: a year
 * @pick: index of a pick
 *
 * Returns: (transfer none): its id within the list
 */
const char *
syl_year_get_slug (SylYear *self,
                   int      pick)
{
  return g_ptr_array_index (self->facts->facts->slugs, pick);
}

/**
 * syl_year_get_pick:
 * @self: a year
 * @pick: index of a pick
 *
 * Returns: (transfer none): the pick, loaded
 */
SylPick *
syl_year_get_pick (SylYear *self,
                   int      pick)
{
  return g_ptr_array_index (self->picks, pick);
}

/**
 * syl_year_find_pick:
 * @self: a year
 * @pick: a pick
 *
 * Returns: its index, -1 if the plan does not know it
 */
int
syl_year_find_pick (SylYear *self,
                    SylPick *pick)
{
  return syl_plan_facts_find (self->facts->facts, syl_pick_get_id (pick));
}

/**
 * syl_year_get_sessions:
 * @self: a year
 * @n_sessions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_sessions): focused reading in the list, in the order of time;
 *   the index of a pick that the plan does not know is -1
 */
const SylPlanSession *
syl_year_get_sessions (SylYear *self,
                       gsize   *n_sessions)
{
  *n_sessions = self->facts->sessions->len;
  return (gconstpointer) self->facts->sessions->data;
}
