/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-match-private.h"

#include "text/syl-uri.h"

/*
 * A source is known by its slug, and where no slug fits, by its canonical address: many lists give
 * their sources no ids, so that a title put right would part a reader from their place in the text.
 */

typedef struct
{
  gint64 id;
  char *canonical;
  gboolean retired;
} Leftover;

typedef struct
{
  SylListMatch *match;
  GHashTable *places;     /* id of the row → place */
  GArray *leftovers;      /* rows of the present pick that no slug fits */
  SylListPlace *present;  /* unowned */
} Matching;

static void
leftover_clear (gpointer data)
{
  g_free (((Leftover *) data)->canonical);
}

static SylListRow *
get_row (Matching           *self,
         const SylListPlace *place,
         guint               index)
{
  return &g_array_index (self->match->sources, SylListRow, place->first_source + index);
}

/* Looked for first where it was before. */
static int
find_slug (const SylListPick *pick,
           const char        *slug,
           gint64             guess)
{
  const GPtrArray *sources = pick->sources;

  if (guess >= 0 && guess < sources->len &&
      g_str_equal (((SylListSource *) g_ptr_array_index (sources, guess))->slug, slug))
    return (int) guess;
  for (guint i = 0; i < sources->len; i++)
    {
      if (g_str_equal (((SylListSource *) g_ptr_array_index (sources, i))->slug, slug))
        return (int) i;
    }
  return -1;
}

static gboolean
same_text (SylStatement *statement,
           int           column,
           const char   *text)
{
  return g_strcmp0 (syl_statement_column_text (statement, column), text) == 0;
}

static gboolean
same_source (SylStatement        *statement,
             const SylListSource *source)
{
  g_autofree char *authors = syl_list_join_names (source->authors);

  return same_text (statement, 4, source->title) && same_text (statement, 5, source->url) &&
         same_text (statement, 6, source->kind) &&
         syl_statement_column_int64 (statement, 7) == source->main &&
         same_text (statement, 8, authors) &&
         syl_statement_column_int64 (statement, 9) == source->year &&
         same_text (statement, 10, source->arxiv) && same_text (statement, 11, source->doi) &&
         same_text (statement, 12, source->code) && syl_statement_column_int64 (statement, 13) == 0;
}

static void
match_source (Matching     *self,
              SylStatement *statement,
              guint         index)
{
  const SylListSource *source = g_ptr_array_index (self->present->pick->sources, index);
  SylListRow *row = get_row (self, self->present, index);

  row->id = syl_statement_column_int64 (statement, 0);
  row->flags = 0;
  if (!same_source (statement, source))
    row->flags |= SYL_LIST_MATCH_WRITE | SYL_LIST_MATCH_EDITED;
  if (syl_statement_column_int64 (statement, 3) != index)
    row->flags |= SYL_LIST_MATCH_WRITE;
}

static void
keep_leftover (Matching     *self,
               SylStatement *statement)
{
  Leftover leftover = {
    .id = syl_statement_column_int64 (statement, 0),
    .canonical = g_strdup (syl_statement_column_text (statement, 14)),
    .retired = syl_statement_column_int64 (statement, 13) != 0,
  };

  g_array_append_val (self->leftovers, leftover);
}

static gboolean
adopt_leftover (Matching            *self,
                const SylListSource *source,
                SylListRow          *row)
{
  g_autofree char *canonical = syl_uri_canonicalize (source->url);

  for (guint i = 0; i < self->leftovers->len; i++)
    {
      Leftover *leftover = &g_array_index (self->leftovers, Leftover, i);

      if (g_strcmp0 (leftover->canonical, canonical) == 0)
        {
          row->id = leftover->id;
          row->flags |= SYL_LIST_MATCH_EDITED;
          g_array_remove_index (self->leftovers, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* All rows of a pick were seen: what is left on one side meets what is left on the other. */
static void
end_pick (Matching *self)
{
  gboolean edited = FALSE;

  if (self->present == NULL)
    return;
  for (guint i = 0; i < self->present->pick->sources->len; i++)
    {
      SylListRow *row = get_row (self, self->present, i);

      if (row->id == 0 && self->leftovers->len > 0)
        adopt_leftover (self, g_ptr_array_index (self->present->pick->sources, i), row);
      edited |= row->id == 0 || (row->flags & SYL_LIST_MATCH_EDITED) != 0;
    }
  for (guint i = 0; i < self->leftovers->len; i++)
    {
      Leftover *leftover = &g_array_index (self->leftovers, Leftover, i);

      edited |= !leftover->retired;
      if (!leftover->retired)
        g_array_append_val (self->match->gone_sources, leftover->id);
    }
  g_array_set_size (self->leftovers, 0);
  if (edited)
    self->present->row.flags |= SYL_LIST_MATCH_EDITED;
}

static void
take_row (Matching     *self,
          SylStatement *statement)
{
  gint64 pick_id = syl_statement_column_int64 (statement, 1);
  SylListPlace *place = g_hash_table_lookup (self->places, &pick_id);
  int found;

  if (place != self->present)
    {
      end_pick (self);
      self->present = place;
    }
  if (place == NULL)
    return;

  found = find_slug (place->pick, syl_statement_column_text (statement, 2),
                     syl_statement_column_int64 (statement, 3));
  if (found >= 0)
    match_source (self, statement, (guint) found);
  else
    keep_leftover (self, statement);
}

/* Picks that had no sources at all are met by no row. */
static void
find_first_sources (Matching *self)
{
  for (guint i = 0; i < self->match->places->len; i++)
    {
      SylListPlace *place = &g_array_index (self->match->places, SylListPlace, i);

      if (place->row.id != 0 && place->pick->sources->len > 0 && get_row (self, place, 0)->id == 0)
        place->row.flags |= SYL_LIST_MATCH_EDITED;
    }
}

static GHashTable *
index_places (SylListMatch *match)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < match->places->len; i++)
    {
      SylListPlace *place = &g_array_index (match->places, SylListPlace, i);

      if (place->row.id != 0)
        g_hash_table_insert (places, &place->row.id, place);
    }
  return places;
}

static gboolean
take_rows (Matching       *self,
           SylConnection  *connection,
           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT source_id, pick_id, slug, position, title, url, kind, main, authors, year, arxiv, "
      "doi, code, retired, canonical FROM source "
      "WHERE pick_id IN (SELECT pick_id FROM pick WHERE list_id = ?1) ORDER BY pick_id",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, self->match->row.id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    take_row (self, statement);
  end_pick (self);
  return step == SYL_STEP_DONE;
}

gboolean
_syl_list_match_read_sources (SylListMatch   *match,
                              SylConnection  *connection,
                              GError        **error)
{
  g_autoptr (GHashTable) places = index_places (match);
  g_autoptr (GArray) leftovers = g_array_new (FALSE, FALSE, sizeof (Leftover));
  Matching self = { match, places, leftovers, NULL };

  g_array_set_clear_func (leftovers, leftover_clear);
  if (!take_rows (&self, connection, error))
    return FALSE;

  find_first_sources (&self);
  return TRUE;
}
