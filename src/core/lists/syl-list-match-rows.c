/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-match-private.h"

#include <glib/gi18n.h>

static gboolean
same_text (SylStatement *statement,
           int           column,
           const char   *text)
{
  return g_strcmp0 (syl_statement_column_text (statement, column), text) == 0;
}

static gboolean
same_number (SylStatement *statement,
             int           column,
             gint64        number)
{
  return syl_statement_column_int64 (statement, column) == number;
}

static gboolean
same_list (SylStatement         *statement,
           const SylReadingList *list)
{
  g_autofree char *authors = syl_list_join_names (list->authors);

  return same_text (statement, 1, list->title) && same_text (statement, 2, list->description) &&
         same_text (statement, 3, authors) && same_text (statement, 4, list->homepage) &&
         same_text (statement, 5, list->license) && same_text (statement, 6, list->updated);
}

gboolean
_syl_list_match_read_list (SylListMatch   *self,
                           SylConnection  *connection,
                           GError        **error)
{
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT list_id, title, description, authors, homepage, license, updated "
      "FROM list WHERE uri = ?1",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_text (statement, 1, self->list->id);
  step = syl_statement_step (statement, error);
  if (step == SYL_STEP_ROW)
    {
      self->row.id = syl_statement_column_int64 (statement, 0);
      self->row.flags = same_list (statement, self->list) ? 0 : SYL_LIST_MATCH_WRITE;
    }
  return step != SYL_STEP_ERROR;
}

static void
match_section (SylListMatch   *self,
               SylStatement   *statement,
               guint           index,
               SylListChanges *changes)
{
  const SylListSection *section = g_ptr_array_index (self->list->sections, index);
  SylListRow *row = &g_array_index (self->sections, SylListRow, index);
  gboolean retired = !same_number (statement, 5, 0);
  gboolean same_title = same_text (statement, 3, section->title);

  row->id = syl_statement_column_int64 (statement, 0);
  row->flags = retired ? SYL_LIST_MATCH_RETURNED : 0;
  if (!same_title)
    syl_list_changes_say (changes, _("Renamed the section “%s” to “%s”"),
                          syl_statement_column_text (statement, 3), section->title);
  if (retired || !same_title || !same_number (statement, 2, index) ||
      !same_text (statement, 4, section->note))
    row->flags |= SYL_LIST_MATCH_WRITE;
}

static GHashTable *
index_sections (SylListMatch *self)
{
  GHashTable *slugs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->list->sections->len; i++)
    {
      const SylListSection *section = g_ptr_array_index (self->list->sections, i);

      g_hash_table_insert (slugs, section->slug, GUINT_TO_POINTER (i + 1));
    }
  return slugs;
}

static void
say_sections (SylListMatch   *self,
              SylListChanges *changes)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const SylListSection *section = g_ptr_array_index (self->list->sections, i);
      const SylListRow *row = &g_array_index (self->sections, SylListRow, i);

      if (row->id == 0)
        syl_list_changes_say (changes, _("Added the section “%s”"), section->title);
      else if (row->flags & SYL_LIST_MATCH_RETURNED)
        syl_list_changes_say (changes, _("Brought back the section “%s”"), section->title);
    }
}

static void
note_gone (GArray       *gone,
           SylStatement *statement)
{
  gint64 id = syl_statement_column_int64 (statement, 0);

  g_array_append_val (gone, id);
}

gboolean
_syl_list_match_read_sections (SylListMatch    *self,
                               SylConnection   *connection,
                               SylListChanges  *changes,
                               GError         **error)
{
  g_autoptr (GHashTable) slugs = index_sections (self);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT section_id, slug, position, title, note, retired FROM section WHERE list_id = ?1",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, self->row.id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      guint found = GPOINTER_TO_UINT (
          g_hash_table_lookup (slugs, syl_statement_column_text (statement, 1)));

      if (found > 0)
        match_section (self, statement, found - 1, changes);
      else if (same_number (statement, 5, 0))
        {
          note_gone (self->gone_sections, statement);
          syl_list_changes_say (changes, _("Retired the section “%s”"),
                                syl_statement_column_text (statement, 3));
        }
    }
  say_sections (self, changes);
  return step == SYL_STEP_DONE;
}

static gboolean
same_pick (SylStatement       *statement,
           const SylListPlace *place)
{
  g_autofree char *after = syl_list_join_slugs (place->pick->after);

  return same_text (statement, 7, place->pick->commentary) &&
         same_number (statement, 8, place->pick->minutes) &&
         same_number (statement, 9, place->pick->difficulty) && same_text (statement, 10, after);
}

static gboolean
same_place (SylStatement       *statement,
            const SylListPlace *place)
{
  return same_number (statement, 4, place->position) && same_number (statement, 5, place->number) &&
         same_number (statement, 11, place->year_first) &&
         same_number (statement, 12, place->year_last) &&
         same_number (statement, 13, place->n_main);
}

static void
match_pick (SylListMatch   *self,
            SylStatement   *statement,
            SylListPlace   *place,
            SylListChanges *changes)
{
  gboolean stays = same_number (statement, 2, g_array_index (self->sections, SylListRow,
                                                             place->section).id) &&
                   same_number (statement, 3, place->pick->is_extra);
  gboolean retired = !same_number (statement, 14, 0);
  unsigned int flags = 0;

  if (retired)
    flags |= SYL_LIST_MATCH_RETURNED;
  else if (!stays)
    flags |= SYL_LIST_MATCH_MOVED;
  else
    place->old_position = (int) syl_statement_column_int64 (statement, 4);
  if (!same_pick (statement, place))
    flags |= SYL_LIST_MATCH_EDITED;
  if (!same_text (statement, 6, place->pick->title))
    {
      flags |= SYL_LIST_MATCH_RENAMED;
      syl_list_changes_say (changes, _("Renamed “%s” to “%s”"),
                            syl_statement_column_text (statement, 6), place->pick->title);
    }
  if (flags != 0 || !same_place (statement, place))
    flags |= SYL_LIST_MATCH_WRITE;

  place->row.id = syl_statement_column_int64 (statement, 0);
  place->row.flags = flags;
}

static GHashTable *
index_places (SylListMatch *self)
{
  GHashTable *slugs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->places->len; i++)
    {
      SylListPlace *place = &g_array_index (self->places, SylListPlace, i);

      g_hash_table_insert (slugs, place->pick->slug, place);
    }
  return slugs;
}

gboolean
_syl_list_match_read_picks (SylListMatch    *self,
                            SylConnection   *connection,
                            SylListChanges  *changes,
                            GError         **error)
{
  g_autoptr (GHashTable) slugs = index_places (self);
  g_autoptr (SylStatement) statement = syl_connection_prepare (
      connection,
      "SELECT pick_id, slug, section_id, extra, position, number, title, commentary, minutes, "
      "difficulty, after, year_first, year_last, n_sources, retired FROM pick WHERE list_id = ?1",
      error);
  SylStep step;

  if (statement == NULL)
    return FALSE;
  syl_statement_bind_int64 (statement, 1, self->row.id);
  while ((step = syl_statement_step (statement, error)) == SYL_STEP_ROW)
    {
      SylListPlace *place = g_hash_table_lookup (slugs, syl_statement_column_text (statement, 1));

      if (place != NULL)
        match_pick (self, statement, place, changes);
      else if (same_number (statement, 14, 0))
        {
          note_gone (self->gone_picks, statement);
          syl_list_changes_say (changes, _("Retired “%s”"),
                                syl_statement_column_text (statement, 6));
        }
    }
  return step == SYL_STEP_DONE;
}
