/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/syl-search-table.h"

#include "tables/syl-pick-table-private.h"

/* Who opens a pick by its id gets the first that has it. */
#define REACHABLE "pick.pick_id IN (SELECT min(pick_id) FROM pick GROUP BY slug) AND " SYL_PICK_VISIBLE
#define WITH_PICK                                                                                  \
  "JOIN section USING (section_id) JOIN list ON list.list_id = pick.list_id "                      \
  "LEFT JOIN progress ON progress.pick_id = pick.pick_id "
#define LIST "iif((SELECT count(*) FROM list) > 1, list.title, '')"
#define ORDER_PICKS " ORDER BY list.position, section.retired, section.position, pick.extra, pick.position"

#define SELECT_PICKS                                                                               \
  "SELECT pick.slug, '', pick.title, section.title, pick.commentary, coalesce(note.text, ''), '', " \
  "coalesce(progress.state, 0), pick.extra, " LIST " FROM pick " WITH_PICK                          \
  "LEFT JOIN note ON note.pick_id = pick.pick_id WHERE " REACHABLE
#define SELECT_SOURCES                                                                             \
  "SELECT pick.slug, source.slug, source.title, pick.title, '', '', source.kind, 0, 0, " LIST " "  \
  "FROM source JOIN pick ON pick.pick_id = source.pick_id " WITH_PICK                              \
  "WHERE source.retired = 0 AND " REACHABLE
#define SELECT_HIGHLIGHTS                                                                          \
  "SELECT uuid, '', quote, pick.title, highlight.note, '', '', meaning, 0, " LIST " "               \
  "FROM highlight JOIN source USING (source_id) JOIN pick ON pick.pick_id = source.pick_id "       \
  "JOIN list USING (list_id) WHERE deleted IS NULL"

static const struct
{
  const char *all;
  const char *one;
} statements[] = {
  [SYL_SEARCH_PICK] = { SELECT_PICKS ORDER_PICKS, SELECT_PICKS " AND pick.slug = ?1" },
  [SYL_SEARCH_SOURCE] = { SELECT_SOURCES ORDER_PICKS ", source.main DESC, source.position",
                          SELECT_SOURCES " AND pick.slug = ?1 AND source.slug = ?2" },
  [SYL_SEARCH_HIGHLIGHT] = { SELECT_HIGHLIGHTS " ORDER BY modified DESC, highlight_id DESC",
                             SELECT_HIGHLIGHTS " AND uuid = ?1" },
};

static gboolean
visit_rows (SylStatement      *statement,
            SylSearchKind      kind,
            SylSearchVisitor   visitor,
            gpointer           user_data,
            GError           **error)
{
  SylStep step;

  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylSearchRow row = {
        .kind = kind,
        .key = syl_statement_column_text (statement, 0),
        .source = syl_statement_column_text (statement, 1),
        .title = syl_statement_column_text (statement, 2),
        .context = syl_statement_column_text (statement, 3),
        .text = syl_statement_column_text (statement, 4),
        .note = syl_statement_column_text (statement, 5),
        .media = syl_statement_column_text (statement, 6),
        .number = syl_statement_column_uint (statement, 7),
        .extra = syl_statement_column_uint (statement, 8) != 0,
        .list = syl_statement_column_text (statement, 9),
      };

      if (!visitor (&row, user_data))
        return TRUE;
    }
  return step == SYL_STEP_DONE;
}

/**
 * syl_search_table_visit:
 * @connection: a connection
 * @kind: what to go through
 * @visitor: called for each, in the order of the lists; highlights come newest first
 * @user_data: for @visitor
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Goes through all that can be found, without keeping it.
 *
 * Returns: %TRUE if it ended well, be it before the last row
 */
gboolean
syl_search_table_visit (SylConnection     *connection,
                        SylSearchKind      kind,
                        SylSearchVisitor   visitor,
                        gpointer           user_data,
                        GError           **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, statements[kind].all, error);

  return statement != NULL && visit_rows (statement, kind, visitor, user_data, error);
}

/**
 * syl_search_table_find:
 * @connection: a connection
 * @kind: what it is
 * @key: id of the pick, or uuid of the highlight
 * @source: id of the source within the pick, "" for what is none
 * @visitor: called if it is there
 * @user_data: for @visitor
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be looked for
 */
gboolean
syl_search_table_find (SylConnection     *connection,
                       SylSearchKind      kind,
                       const char        *key,
                       const char        *source,
                       SylSearchVisitor   visitor,
                       gpointer           user_data,
                       GError           **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (connection, statements[kind].one, error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, key);
  if (kind == SYL_SEARCH_SOURCE)
    syl_statement_bind_text (statement, 2, source);
  return visit_rows (statement, kind, visitor, user_data, error);
}
