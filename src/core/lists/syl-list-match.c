/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-match.h"

#include <glib/gi18n.h>

#include "lists/syl-list-match-private.h"
#include "lists/syl-list-order.h"

static void
add_row (GArray *rows)
{
  SylListRow row = { 0, SYL_LIST_MATCH_WRITE };

  g_array_append_val (rows, row);
}

static void
sum_up_sources (SylListPlace *place)
{
  for (guint i = 0; i < place->pick->sources->len; i++)
    {
      const SylListSource *source = g_ptr_array_index (place->pick->sources, i);

      if (!source->main)
        continue;
      place->n_main++;
      if (source->year == 0)
        continue;
      if (place->year_first == 0 || source->year < place->year_first)
        place->year_first = source->year;
      place->year_last = MAX (place->year_last, source->year);
    }
}

static void
add_place (SylListMatch      *self,
           const SylListPick *pick,
           unsigned int       section,
           unsigned int       position,
           unsigned int       number)
{
  SylListPlace place = {
    .pick = pick,
    .row.flags = SYL_LIST_MATCH_WRITE,
    .section = section,
    .position = position,
    .number = number,
    .first_source = self->sources->len,
    .old_position = -1,
  };

  sum_up_sources (&place);
  g_array_append_val (self->places, place);
  for (guint i = 0; i < pick->sources->len; i++)
    add_row (self->sources);
}

static void
lay_out (SylListMatch *self)
{
  unsigned int number = 0;

  for (guint i = 0; i < self->list->sections->len; i++)
    {
      const SylListSection *section = g_ptr_array_index (self->list->sections, i);
      unsigned int position = 0;

      add_row (self->sections);
      for (guint k = 0; k < section->picks->len; k++)
        add_place (self, g_ptr_array_index (section->picks, k), i, position++, ++number);
      for (guint k = 0; k < section->extras->len; k++)
        add_place (self, g_ptr_array_index (section->extras, k), i, position++, 0);
    }
}

/* The places of one section, from @start to before @end. */
static void
find_moved_in_section (SylListMatch *self,
                       guint         start,
                       guint         end)
{
  SylListPlace *places = &g_array_index (self->places, SylListPlace, 0);
  g_autofree int *positions = g_new (int, end - start + 1);
  g_autofree gboolean *steady = g_new0 (gboolean, end - start + 1);

  for (guint i = start; i < end; i++)
    positions[i - start] = places[i].old_position;
  syl_list_order_find_steady (positions, end - start, steady);
  for (guint i = start; i < end; i++)
    {
      if (places[i].old_position >= 0 && !steady[i - start])
        places[i].row.flags |= SYL_LIST_MATCH_MOVED;
    }
}

static void
find_moved (SylListMatch *self)
{
  guint start = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      unsigned int section = g_array_index (self->places, SylListPlace, i).section;

      if (i + 1 < self->places->len &&
          g_array_index (self->places, SylListPlace, i + 1).section == section)
        continue;
      find_moved_in_section (self, start, i + 1);
      start = i + 1;
    }
}

static void
say_place (SylListMatch       *self,
           const SylListPlace *place,
           SylListChanges     *changes)
{
  const SylListSection *section = g_ptr_array_index (self->list->sections, place->section);
  const char *title = place->pick->title;

  if (place->row.id == 0)
    syl_list_changes_say (changes, _("Added “%s” to “%s”"), title, section->title);
  else if (place->row.flags & SYL_LIST_MATCH_RETURNED)
    syl_list_changes_say (changes, _("Brought back “%s” to “%s”"), title, section->title);
  else if ((place->row.flags & SYL_LIST_MATCH_MOVED) && place->old_position < 0)
    syl_list_changes_say (changes, _("Moved “%s” to “%s”"), title, section->title);
  else if (place->row.flags & SYL_LIST_MATCH_MOVED)
    syl_list_changes_say (changes, _("Moved “%s” within “%s”"), title, section->title);
  else if (place->row.flags & SYL_LIST_MATCH_EDITED)
    syl_list_changes_say (changes, _("Edited “%s”"), title);
}

static void
count_place (const SylListRow *row,
             SylListChanges   *changes)
{
  unsigned int told = SYL_LIST_MATCH_RETURNED | SYL_LIST_MATCH_RENAMED | SYL_LIST_MATCH_MOVED |
                      SYL_LIST_MATCH_EDITED;

  changes->added += row->id == 0;
  changes->returned += (row->flags & SYL_LIST_MATCH_RETURNED) != 0;
  changes->renamed += (row->flags & SYL_LIST_MATCH_RENAMED) != 0;
  changes->moved += (row->flags & SYL_LIST_MATCH_MOVED) != 0;
  changes->edited += (row->flags & SYL_LIST_MATCH_EDITED) != 0;
  changes->unchanged += row->id != 0 && (row->flags & told) == 0;
}

/* Nobody wants to read that all of a new list is new. */
static void
tell (SylListMatch   *self,
      SylListChanges *changes)
{
  changes->is_new = self->row.id == 0;
  changes->n_sections = self->list->sections->len;
  changes->retired += self->gone_picks->len;
  for (guint i = 0; i < self->places->len; i++)
    {
      const SylListPlace *place = &g_array_index (self->places, SylListPlace, i);

      count_place (&place->row, changes);
      if (!changes->is_new)
        say_place (self, place, changes);
    }
  syl_list_changes_end (changes);
}

/**
 * syl_list_match_new:
 * @connection: a connection
 * @list: a list, which outlives the match
 * @changes: gets what would change
 * @error: return location for a %SYL_STORE_ERROR
 *
 * Finds the rows of a list and how they differ from it. Only reads.
 *
 * Returns: (transfer full) (nullable): the match
 */
SylListMatch *
syl_list_match_new (SylConnection         *connection,
                    const SylReadingList  *list,
                    SylListChanges        *changes,
                    GError               **error)
{
  g_autoptr (SylListMatch) self = g_new0 (SylListMatch, 1);

  self->list = list;
  self->row.flags = SYL_LIST_MATCH_WRITE;
  self->sections = g_array_new (FALSE, FALSE, sizeof (SylListRow));
  self->places = g_array_new (FALSE, FALSE, sizeof (SylListPlace));
  self->sources = g_array_new (FALSE, FALSE, sizeof (SylListRow));
  self->gone_sections = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->gone_picks = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->gone_sources = g_array_new (FALSE, FALSE, sizeof (gint64));
  lay_out (self);

  if (!_syl_list_match_read_list (self, connection, error))
    return NULL;
  if (self->row.id != 0 && (!_syl_list_match_read_sections (self, connection, changes, error) ||
                            !_syl_list_match_read_picks (self, connection, changes, error) ||
                            !_syl_list_match_read_sources (self, connection, error)))
    return NULL;

  find_moved (self);
  tell (self, changes);
  return g_steal_pointer (&self);
}

/**
 * syl_list_match_free:
 * @self: (transfer full): a match
 */
void
syl_list_match_free (SylListMatch *self)
{
  g_array_unref (self->sections);
  g_array_unref (self->places);
  g_array_unref (self->sources);
  g_array_unref (self->gone_sections);
  g_array_unref (self->gone_picks);
  g_array_unref (self->gone_sources);
  g_free (self);
}
