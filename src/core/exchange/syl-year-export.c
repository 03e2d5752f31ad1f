/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/syl-year-export.h"

#include <json-glib/json-glib.h>

#include "tables/plan/syl-plan-table.h"

#define FORMAT 1

/* What a column becomes. */
typedef enum
{
  TEXT,   /* null where there is none */
  NUMBER,
  REAL,
  STATE,  /* of a pick */
} Kind;

/* A member of an object: how it is called, and what it is; columns come in this order. */
typedef struct
{
  const char *name;
  Kind kind;
} Member;

/* An array of objects: a row each. */
typedef struct
{
  const char *name;
  const char *sql; /* ?1 is the row of the list, or of what the array is a part of */
  Member members[10];
} Table;

static const Table sessions = {
  "sessions",
  "SELECT slug, started, seconds, pass FROM session JOIN pick USING (pick_id) WHERE list_id = ?1 "
  "ORDER BY started, session_id",
  { { "pick", TEXT }, { "started", TEXT }, { "seconds", NUMBER }, { "pass", NUMBER } },
};
static const Table passes = {
  "passes",
  "SELECT slug, pass.number, begun, finished FROM pass JOIN pick USING (pick_id) WHERE list_id = ?1 "
  "ORDER BY pick.number, pass.number",
  { { "pick", TEXT }, { "number", NUMBER }, { "begun", TEXT }, { "finished", TEXT } },
};
static const Table answers = {
  "answers",
  "SELECT slug, question, text FROM answer JOIN pick USING (pick_id) WHERE list_id = ?1 AND text <> '' "
  "ORDER BY number, answer_id",
  { { "pick", TEXT }, { "question", TEXT }, { "text", TEXT } },
};
static const Table pauses = {
  "pauses",
  "SELECT first, until FROM plan_pause WHERE list_id = ?1 ORDER BY first, plan_pause_id",
  { { "from", TEXT }, { "until", TEXT } },
};
static const Table shifts = {
  "shifts",
  "SELECT monday FROM plan_shift WHERE list_id = ?1 ORDER BY monday",
  { { "monday", TEXT } },
};
static const Table order = {
  "order",
  "SELECT slug FROM plan_order JOIN pick USING (pick_id) WHERE list_id = ?1 ORDER BY rank",
  { { "pick", TEXT } },
};
static const Table picks = {
  "picks",
  "SELECT slug, title, coalesce(state, 0), started, finished FROM pick LEFT JOIN progress USING (pick_id) "
  "WHERE list_id = ?1 AND (retired = 0 OR state IS NOT NULL) ORDER BY retired, extra, number, pick_id",
  { { "id", TEXT }, { "title", TEXT }, { "state", STATE }, { "started", TEXT }, { "finished", TEXT } },
};
static const Table cards = {
  "cards",
  "SELECT recall.uuid, slug, question, answer, stability, recall.difficulty, due, last, created, recall_id "
  "FROM recall JOIN pick USING (pick_id) WHERE list_id = ?1 AND deleted IS NULL ORDER BY created, recall_id",
  { { "id", TEXT },
    { "pick", TEXT },
    { "question", TEXT },
    { "answer", TEXT },
    { "stability", REAL },
    { "difficulty", REAL },
    { "due", TEXT },
    { "last", TEXT },
    { "created", TEXT } },
};
static const Table reviews = {
  "reviews",
  "SELECT day, rating, answered FROM review WHERE recall_id = ?1 ORDER BY day, review_id",
  { { "day", TEXT }, { "rating", NUMBER }, { "answered", TEXT } },
};

static void
add_text (JsonBuilder *builder,
          const char  *text)
{
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_member (JsonBuilder  *builder,
            const char   *name,
            const char   *value)
{
  json_builder_set_member_name (builder, name);
  add_text (builder, value);
}

static int
add_columns (JsonBuilder  *builder,
             const Table  *table,
             SylStatement *statement)
{
  int i;

  for (i = 0; i < (int) G_N_ELEMENTS (table->members) && table->members[i].name != NULL; i++)
    {
      json_builder_set_member_name (builder, table->members[i].name);
      switch (table->members[i].kind)
        {
        case NUMBER:
          json_builder_add_int_value (builder, syl_statement_column_int64 (statement, i));
          break;
        case REAL:
          json_builder_add_double_value (builder, syl_statement_column_double (statement, i));
          break;
        case STATE:
          add_text (builder, syl_pick_state_to_string ((SylPickState) syl_statement_column_int64 (statement, i)));
          break;
        case TEXT:
        default:
          add_text (builder, syl_statement_column_text (statement, i));
        }
    }
  return i;
}

/* Each row can have a table of its own, by the column that comes after its members. */
static gboolean
add_table (JsonBuilder    *builder,
           const Table    *table,
           const Table    *inner,
           SylConnection  *connection,
           gint64          id,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, table->sql, error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  json_builder_set_member_name (builder, table->name);
  json_builder_begin_array (builder);
  syl_statement_bind_int64 (statement, 1, id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      int n_members;

      json_builder_begin_object (builder);
      n_members = add_columns (builder, table, statement);
      if (inner != NULL &&
          !add_table (builder, inner, NULL, connection, syl_statement_column_int64 (statement, n_members), error))
        return FALSE;
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return step == SYL_STEP_DONE;
}

static gboolean
add_list (JsonBuilder    *builder,
          SylConnection  *connection,
          gint64          list_id,
          GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection, "SELECT uri, title FROM list WHERE list_id = ?1", error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, list_id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_DONE)
    g_set_error_literal (error, SYL_STORE_ERROR, SYL_STORE_ERROR_NOT_FOUND, "No such list");
  if (step != SYL_STEP_ROW)
    return FALSE;
  add_member (builder, "list", syl_statement_column_text (statement, 0));
  add_member (builder, "title", syl_statement_column_text (statement, 1));
  return TRUE;
}

static void
add_day (JsonBuilder *builder,
         const char  *name,
         const GDate *day)
{
  char text[16];

  syl_plan_day_to_string (day, text);
  add_member (builder, name, text);
}

static void
add_weeks (JsonBuilder        *builder,
           const SylPlanFacts *facts,
           const SylPlan      *plan)
{
  json_builder_set_member_name (builder, "weeks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->weeks->len; i++)
    {
      const SylPlanWeek *week = &g_array_index (plan->weeks, SylPlanWeek, i);
      int pick = week->pick >= 0 ? week->pick : week->entry;

      json_builder_begin_object (builder);
      add_day (builder, "monday", &week->monday);
      add_member (builder, "pick", pick >= 0 ? g_ptr_array_index (facts->slugs, pick) : NULL);
      add_member (builder, "state", syl_plan_week_state_to_string (week->state));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
add_plan (JsonBuilder    *builder,
          SylConnection  *connection,
          gint64          list_id,
          const GDate    *today,
          GError        **error)
{
  g_autoptr (SylPlanFacts) facts = syl_plan_table_read (connection, list_id, today, error);
  g_autoptr (SylPlan) plan = NULL;

  if (facts == NULL)
    return FALSE;
  plan = syl_plan_make (&facts->input, today);
  json_builder_set_member_name (builder, "plan");
  json_builder_begin_object (builder);
  add_day (builder, "start", &facts->input.start);
  json_builder_set_member_name (builder, "minutes");
  json_builder_add_int_value (builder, facts->input.minutes);
  add_member (builder, "ordering", syl_plan_order_to_string (facts->input.order));
  add_weeks (builder, facts, plan);
  if (!add_table (builder, &order, NULL, connection, list_id, error) ||
      !add_table (builder, &pauses, NULL, connection, list_id, error) ||
      !add_table (builder, &shifts, NULL, connection, list_id, error))
    return FALSE;
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
add_all (JsonBuilder    *builder,
         SylConnection  *connection,
         gint64          list_id,
         const GDate    *today,
         GError        **error)
{
  return add_list (builder, connection, list_id, error) &&
         add_plan (builder, connection, list_id, today, error) &&
         add_table (builder, &picks, NULL, connection, list_id, error) &&
         add_table (builder, &sessions, NULL, connection, list_id, error) &&
         add_table (builder, &passes, NULL, connection, list_id, error) &&
         add_table (builder, &answers, NULL, connection, list_id, error) &&
         add_table (builder, &cards, &reviews, connection, list_id, error);
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}

/**
 * syl_year_export_to_json:
 * @connection: a connection
 * @list_id: the row of a list
 * @today: the present day
 * @error: return location for a %SYL_STORE_ERROR, %SYL_STORE_ERROR_NOT_FOUND among them
 *
 * Writes down all that the library keeps of a reader's year with a list: the plan, reading states,
 * focused reading, passes, answers, and cards with their reviews. On a store thread.
 *
 * Returns: (transfer full) (nullable): it as one JSON object, to be read by people, too
 */
char *
syl_year_export_to_json (SylConnection  *connection,
                         gint64          list_id,
                         const GDate    *today,
                         GError        **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  add_day (builder, "exported", today);
  if (!add_all (builder, connection, list_id, today, error))
    return NULL;
  json_builder_end_object (builder);
  return print (builder);
}
