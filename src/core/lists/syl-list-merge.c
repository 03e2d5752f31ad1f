/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-merge.h"

#include "lists/syl-list-match.h"
#include "text/syl-uri.h"

typedef struct
{
  SylConnection *connection;
  SylListMatch *match;
  gboolean wrote;
} Merge;

/* A row that is not there yet gets its id from the database. */
static void
bind_id (SylStatement *statement,
         gint64        id)
{
  if (id != 0)
    syl_statement_bind_int64 (statement, 1, id);
  else
    syl_statement_bind_text (statement, 1, NULL);
}

static gboolean
write_row (Merge         *self,
           SylStatement  *statement,
           SylListRow    *row,
           GError       **error)
{
  bind_id (statement, row->id);
  if (!syl_statement_run (statement, error))
    return FALSE;

  self->wrote = TRUE;
  if (row->id == 0)
    row->id = syl_connection_get_last_insert_id (self->connection);
  return TRUE;
}

static void
bind_list (SylStatement         *statement,
           const SylReadingList *list)
{
  g_autofree char *authors = syl_list_join_names (list->authors);

  syl_statement_bind_text (statement, 2, list->id);
  syl_statement_bind_text (statement, 3, list->title);
  syl_statement_bind_text (statement, 4, list->description);
  syl_statement_bind_text (statement, 5, authors);
  syl_statement_bind_text (statement, 6, list->homepage);
  syl_statement_bind_text (statement, 7, list->license);
  syl_statement_bind_text (statement, 8, list->updated);
}

static gboolean
write_list (Merge   *self,
            GError **error)
{
  g_autoptr (SylStatement) statement = NULL;

  if ((self->match->row.flags & SYL_LIST_MATCH_WRITE) == 0)
    return TRUE;
  statement = syl_connection_prepare (
      self->connection,
      "INSERT INTO list (list_id, uri, position, title, description, authors, homepage, license, "
      "updated) VALUES (?1, ?2, (SELECT coalesce(max(position) + 1, 0) FROM list), "
      "?3, ?4, ?5, ?6, ?7, ?8) "
      "ON CONFLICT (list_id) DO UPDATE SET title = ?3, description = ?4, authors = ?5, "
      "homepage = ?6, license = ?7, updated = ?8",
      error);
  if (statement == NULL)
    return FALSE;

  bind_list (statement, self->match->list);
  return write_row (self, statement, &self->match->row, error);
}

/* Not a change of the list: only how its file is known again. */
static gboolean
write_digest (Merge       *self,
              const char  *digest,
              GError     **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      self->connection, "UPDATE list SET digest = ?2 WHERE list_id = ?1 AND digest <> ?2", error);

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, self->match->row.id);
  syl_statement_bind_text (statement, 2, digest);
  return syl_statement_run (statement, error);
}

static gboolean
write_sections (Merge   *self,
                GError **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      self->connection,
      "INSERT INTO section (section_id, list_id, slug, position, title, note) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT (section_id) DO UPDATE SET position = ?4, title = ?5, note = ?6, retired = 0",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->match->sections->len; i++)
    {
      const SylListSection *section = g_ptr_array_index (self->match->list->sections, i);
      SylListRow *row = &g_array_index (self->match->sections, SylListRow, i);

      if ((row->flags & SYL_LIST_MATCH_WRITE) == 0)
        continue;
      syl_statement_bind_int64 (statement, 2, self->match->row.id);
      syl_statement_bind_text (statement, 3, section->slug);
      syl_statement_bind_int64 (statement, 4, i);
      syl_statement_bind_text (statement, 5, section->title);
      syl_statement_bind_text (statement, 6, section->note);
      if (!write_row (self, statement, row, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_pick (Merge              *self,
           SylStatement       *statement,
           const SylListPlace *place)
{
  const SylListPick *pick = place->pick;
  g_autofree char *after = syl_list_join_slugs (pick->after);

  syl_statement_bind_int64 (statement, 2, self->match->row.id);
  syl_statement_bind_int64 (statement, 3,
                            g_array_index (self->match->sections, SylListRow, place->section).id);
  syl_statement_bind_text (statement, 4, pick->slug);
  syl_statement_bind_int64 (statement, 5, pick->is_extra);
  syl_statement_bind_int64 (statement, 6, place->position);
  syl_statement_bind_int64 (statement, 7, place->number);
  syl_statement_bind_text (statement, 8, pick->title);
  syl_statement_bind_text (statement, 9, pick->commentary);
  syl_statement_bind_int64 (statement, 10, pick->minutes);
  syl_statement_bind_int64 (statement, 11, pick->difficulty);
  syl_statement_bind_text (statement, 12, after);
  syl_statement_bind_int64 (statement, 13, place->year_first);
  syl_statement_bind_int64 (statement, 14, place->year_last);
  syl_statement_bind_int64 (statement, 15, place->n_main);
}

static gboolean
write_picks (Merge   *self,
             GError **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      self->connection,
      "INSERT INTO pick (pick_id, list_id, section_id, slug, extra, position, number, title, "
      "commentary, minutes, difficulty, after, year_first, year_last, n_sources) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) "
      "ON CONFLICT (pick_id) DO UPDATE SET section_id = ?3, extra = ?5, position = ?6, "
      "number = ?7, title = ?8, commentary = ?9, minutes = ?10, difficulty = ?11, after = ?12, "
      "year_first = ?13, year_last = ?14, n_sources = ?15, retired = 0",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->match->places->len; i++)
    {
      SylListPlace *place = &g_array_index (self->match->places, SylListPlace, i);

      if ((place->row.flags & SYL_LIST_MATCH_WRITE) == 0)
        continue;
      bind_pick (self, statement, place);
      if (!write_row (self, statement, &place->row, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_source (SylStatement        *statement,
             const SylListSource *source,
             gint64               pick_id,
             guint                position)
{
  g_autofree char *canonical = syl_uri_canonicalize (source->url);
  g_autofree char *authors = syl_list_join_names (source->authors);

  syl_statement_bind_int64 (statement, 2, pick_id);
  syl_statement_bind_text (statement, 3, source->slug);
  syl_statement_bind_int64 (statement, 4, position);
  syl_statement_bind_text (statement, 5, source->title);
  syl_statement_bind_text (statement, 6, source->url);
  syl_statement_bind_text (statement, 7, canonical != NULL ? canonical : source->url);
  syl_statement_bind_text (statement, 8, source->kind);
  syl_statement_bind_int64 (statement, 9, source->main);
  syl_statement_bind_text (statement, 10, authors);
  syl_statement_bind_int64 (statement, 11, source->year);
  syl_statement_bind_text (statement, 12, source->arxiv);
  syl_statement_bind_text (statement, 13, source->doi);
  syl_statement_bind_text (statement, 14, source->code);
}

static gboolean
write_sources_of (Merge               *self,
                  SylStatement        *statement,
                  const SylListPlace  *place,
                  GError             **error)
{
  for (guint i = 0; i < place->pick->sources->len; i++)
    {
      SylListRow *row = &g_array_index (self->match->sources, SylListRow, place->first_source + i);

      if ((row->flags & SYL_LIST_MATCH_WRITE) == 0)
        continue;
      bind_source (statement, g_ptr_array_index (place->pick->sources, i), place->row.id, i);
      if (!write_row (self, statement, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_sources (Merge   *self,
               GError **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      self->connection,
      "INSERT INTO source (source_id, pick_id, slug, position, title, url, canonical, kind, main, "
      "authors, year, arxiv, doi, code) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) "
      "ON CONFLICT (source_id) DO UPDATE SET slug = ?3, position = ?4, title = ?5, url = ?6, "
      "canonical = ?7, kind = ?8, main = ?9, authors = ?10, year = ?11, arxiv = ?12, doi = ?13, "
      "code = ?14, retired = 0",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->match->places->len; i++)
    {
      const SylListPlace *place = &g_array_index (self->match->places, SylListPlace, i);

      if (!write_sources_of (self, statement, place, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
retire (Merge       *self,
        const char  *sql,
        GArray      *ids,
        GError     **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      SylListRow row = { g_array_index (ids, gint64, i), 0 };

      if (!write_row (self, statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
retire_gone (Merge   *self,
             GError **error)
{
  return retire (self, "UPDATE source SET retired = 1 WHERE source_id = ?1",
                 self->match->gone_sources, error) &&
         retire (self, "UPDATE pick SET retired = 1, number = 0 WHERE pick_id = ?1",
                 self->match->gone_picks, error) &&
         retire (self, "UPDATE section SET retired = 1 WHERE section_id = ?1",
                 self->match->gone_sections, error);
}

/**
 * syl_list_merge:
 * @connection: a connection in a transaction
 * @list: a list
 * @digest: how its file is known again: its SHA-256 in hexadecimal digits
 * @changes: gets what changed
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Makes the library's copy of the list equal to @list. Rows are found again by their slugs and
 * keep their ids; what is gone is retired, what comes back is brought back, and nothing that
 * belongs to the reader is touched. Rows that are the same are not written.
 *
 * Returns: %TRUE if the list is as it should be; else the transaction has to be undone
 */
gboolean
syl_list_merge (SylConnection         *connection,
                const SylReadingList  *list,
                const char            *digest,
                SylListChanges        *changes,
                GError               **error)
{
  g_autoptr (SylListMatch) match = syl_list_match_new (connection, list, changes, error);
  Merge self = { connection, match, FALSE };

  if (match == NULL || !write_list (&self, error) || !write_sections (&self, error) ||
      !write_picks (&self, error) || !write_sources (&self, error) ||
      !retire_gone (&self, error) || !write_digest (&self, digest, error))
    return FALSE;

  if (self.wrote)
    syl_connection_note_change (connection, SYL_CHANGE_LIST, 0);
  return TRUE;
}

/**
 * syl_list_merge_preview:
 * @connection: a connection, which may be read-only
 * @list: a list
 * @changes: gets what syl_list_merge() would change
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Returns: %TRUE if it could be found out
 */
gboolean
syl_list_merge_preview (SylConnection         *connection,
                        const SylReadingList  *list,
                        SylListChanges        *changes,
                        GError               **error)
{
  g_autoptr (SylListMatch) match = syl_list_match_new (connection, list, changes, error);

  return match != NULL;
}
