/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-entries.h"

#include <glib/gi18n.h>

#include "lists/syl-list-error.h"
#include "lists/syl-list-fields.h"
#include "lists/syl-list-text.h"

#define MAX_TITLE_CHARS 512
#define MAX_TEXT_CHARS (64 * 1024)
#define MAX_ID_CHARS 512
#define MAX_SHORT_CHARS 128
#define MAX_MINUTES 100000
#define MAX_YEAR 9999

/* Stored, and ids are made of it: the same in every language. */
#define UNTITLED "Untitled"

#define MAX_SECTIONS 1000
#define MAX_PICKS 200000
#define MAX_SOURCES 1000000
#define MAX_SOURCES_PER_PICK 200

typedef struct
{
  SylListFields fields;
  SylJsonReader *reader; /* unowned */
  SylReadingList *list;  /* owned */
  unsigned int n_picks;
  unsigned int n_sources;
  gboolean too_large;
} Entries;

static void
take_source_member (Entries       *self,
                    SylListSource *source,
                    const char    *name,
                    char         **kind,
                    char         **role)
{
  if (g_str_equal (name, "id"))
    syl_list_fields_take_slug (&self->fields, &source->slug);
  else if (g_str_equal (name, "title"))
    syl_list_fields_take_line (&self->fields, &source->title, MAX_TITLE_CHARS);
  else if (g_str_equal (name, "url"))
    syl_list_fields_take_address (&self->fields, &source->url);
  else if (g_str_equal (name, "kind"))
    syl_list_fields_take_line (&self->fields, kind, MAX_SHORT_CHARS);
  else if (g_str_equal (name, "role"))
    syl_list_fields_take_line (&self->fields, role, MAX_SHORT_CHARS);
  else if (g_str_equal (name, "authors"))
    syl_list_fields_take_names (&self->fields, &source->authors);
  else if (g_str_equal (name, "year"))
    syl_list_fields_take_number (&self->fields, &source->year, MAX_YEAR);
  else if (g_str_equal (name, "arxiv"))
    syl_list_fields_take_line (&self->fields, &source->arxiv, MAX_SHORT_CHARS);
  else if (g_str_equal (name, "doi"))
    syl_list_fields_take_line (&self->fields, &source->doi, MAX_SHORT_CHARS * 2);
  else if (g_str_equal (name, "code"))
    syl_list_fields_take_address (&self->fields, &source->code);
  else
    syl_json_reader_skip (self->reader);
}

static void
settle_kind (Entries       *self,
             SylListSource *source,
             const char    *kind)
{
  gboolean is_paper = source->arxiv != NULL || source->doi != NULL;

  source->kind = syl_list_source_find_kind (kind != NULL ? kind : is_paper ? "paper" : "post");
  if (source->kind != NULL)
    return;

  source->kind = syl_list_source_find_kind ("post");
  syl_reading_list_warn (self->list, _("“%s” isn’t a kind of source: “%s” was taken in as a post."),
                         kind, source->title != NULL ? source->title : source->url);
}

static SylListSource *
read_source (Entries *self)
{
  g_autoptr (SylListSource) source = syl_list_source_new ();
  g_autofree char *kind = NULL;
  g_autofree char *role = NULL;
  const char *name;

  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_OBJECT))
    return NULL;
  while ((name = syl_json_reader_next_member (self->reader)) != NULL)
    take_source_member (self, source, name, &kind, &role);

  source->main = role == NULL || g_str_equal (role, "main");
  if (source->url != NULL)
    settle_kind (self, source, kind);
  if (source->title == NULL)
    source->title = g_strdup (source->url);
  return g_steal_pointer (&source);
}

/* Sources without an address are kept until the pick's title is known, for the warning's sake. */
static void
read_sources (Entries     *self,
              SylListPick *pick)
{
  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_ARRAY))
    return;

  g_ptr_array_set_size (pick->sources, 0);
  while (syl_json_reader_next_element (self->reader))
    {
      SylListSource *source = NULL;

      if (pick->sources->len > MAX_SOURCES_PER_PICK || self->too_large)
        syl_json_reader_skip (self->reader);
      else
        source = read_source (self);
      if (source != NULL)
        g_ptr_array_add (pick->sources, source);
      self->too_large |= source != NULL && ++self->n_sources > MAX_SOURCES;
    }
}

static void
take_pick_member (Entries     *self,
                  SylListPick *pick,
                  const char  *name)
{
  if (g_str_equal (name, "id"))
    syl_list_fields_take_slug (&self->fields, &pick->slug);
  else if (g_str_equal (name, "title"))
    syl_list_fields_take_line (&self->fields, &pick->title, MAX_TITLE_CHARS);
  else if (g_str_equal (name, "commentary"))
    syl_list_fields_take_block (&self->fields, &pick->commentary, MAX_TEXT_CHARS);
  else if (g_str_equal (name, "minutes"))
    syl_list_fields_take_number (&self->fields, &pick->minutes, MAX_MINUTES);
  else if (g_str_equal (name, "difficulty"))
    syl_list_fields_take_number (&self->fields, &pick->difficulty, 3);
  else if (g_str_equal (name, "after"))
    syl_list_fields_take_slugs (&self->fields, &pick->after);
  else if (g_str_equal (name, "sources"))
    read_sources (self, pick);
  else
    syl_json_reader_skip (self->reader);
}

static void
settle_sources (Entries     *self,
                SylListPick *pick)
{
  if (pick->sources->len > MAX_SOURCES_PER_PICK)
    {
      g_ptr_array_set_size (pick->sources, MAX_SOURCES_PER_PICK);
      syl_reading_list_warn (self->list, _("“%s” has too many sources: the first %d were taken in."),
                             pick->title, MAX_SOURCES_PER_PICK);
    }
  for (guint i = pick->sources->len; i > 0; i--)
    {
      SylListSource *source = g_ptr_array_index (pick->sources, i - 1);

      if (source->url != NULL)
        continue;
      syl_reading_list_warn (self->list,
                             _("“%s”: the source “%s” was left out, since it has no web address."),
                             pick->title, source->title != NULL ? source->title : UNTITLED);
      g_ptr_array_remove_index (pick->sources, i - 1);
    }
}

static void
settle_pick (Entries     *self,
             SylListPick *pick)
{
  if (pick->title == NULL && pick->sources->len > 0)
    {
      SylListSource *first = g_ptr_array_index (pick->sources, 0);

      pick->title = g_strdup (first->title);
    }
  if (pick->title == NULL)
    pick->title = g_strdup (UNTITLED);
  if (pick->commentary == NULL)
    pick->commentary = g_strdup ("");

  settle_sources (self, pick);
  if (self->fields.cut)
    syl_reading_list_warn (self->list, _("“%s” has a text that was too long and was cut."),
                           pick->title);
  self->fields.cut = FALSE;
}

static SylListPick *
read_pick (Entries  *self,
           gboolean  is_extra)
{
  g_autoptr (SylListPick) pick = NULL;
  const char *name;

  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_OBJECT))
    return NULL;
  pick = syl_list_pick_new (is_extra);
  while ((name = syl_json_reader_next_member (self->reader)) != NULL)
    take_pick_member (self, pick, name);

  settle_pick (self, pick);
  return g_steal_pointer (&pick);
}

static void
read_picks (Entries   *self,
            GPtrArray *picks,
            gboolean   are_extras)
{
  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_ARRAY))
    return;

  g_ptr_array_set_size (picks, 0);
  while (syl_json_reader_next_element (self->reader))
    {
      SylListPick *pick = NULL;

      if (self->too_large)
        syl_json_reader_skip (self->reader);
      else
        pick = read_pick (self, are_extras);
      if (pick != NULL)
        g_ptr_array_add (picks, pick);
      self->too_large |= pick != NULL && ++self->n_picks > MAX_PICKS;
    }
}

static void
take_section_member (Entries        *self,
                     SylListSection *section,
                     const char     *name)
{
  if (g_str_equal (name, "id"))
    syl_list_fields_take_slug (&self->fields, &section->slug);
  else if (g_str_equal (name, "title"))
    syl_list_fields_take_line (&self->fields, &section->title, MAX_TITLE_CHARS);
  else if (g_str_equal (name, "note"))
    syl_list_fields_take_block (&self->fields, &section->note, MAX_TEXT_CHARS);
  else if (g_str_equal (name, "picks"))
    read_picks (self, section->picks, FALSE);
  else if (g_str_equal (name, "extras"))
    read_picks (self, section->extras, TRUE);
  else
    syl_json_reader_skip (self->reader);
}

static void
read_section (Entries *self)
{
  SylListSection *section;
  const char *name;

  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_OBJECT))
    return;
  section = syl_list_section_new ();
  g_ptr_array_add (self->list->sections, section);
  while ((name = syl_json_reader_next_member (self->reader)) != NULL)
    take_section_member (self, section, name);

  if (section->title == NULL)
    section->title = g_strdup (section->slug != NULL ? section->slug : UNTITLED);
  if (section->note == NULL)
    section->note = g_strdup ("");
}

static void
read_sections (Entries *self)
{
  if (!syl_json_reader_enter (self->reader, SYL_JSON_TYPE_ARRAY))
    return;

  g_ptr_array_set_size (self->list->sections, 0);
  while (syl_json_reader_next_element (self->reader))
    {
      self->too_large |= self->list->sections->len >= MAX_SECTIONS;
      if (self->too_large)
        syl_json_reader_skip (self->reader);
      else
        read_section (self);
    }
}

static void
take_list_member (Entries    *self,
                  const char *name)
{
  SylReadingList *list = self->list;

  if (g_str_equal (name, "id"))
    syl_list_fields_take_line (&self->fields, &list->id, MAX_ID_CHARS);
  else if (g_str_equal (name, "title"))
    syl_list_fields_take_line (&self->fields, &list->title, MAX_TITLE_CHARS);
  else if (g_str_equal (name, "description"))
    syl_list_fields_take_block (&self->fields, &list->description, MAX_TEXT_CHARS);
  else if (g_str_equal (name, "authors"))
    syl_list_fields_take_names (&self->fields, &list->authors);
  else if (g_str_equal (name, "homepage"))
    syl_list_fields_take_address (&self->fields, &list->homepage);
  else if (g_str_equal (name, "license"))
    syl_list_fields_take_line (&self->fields, &list->license, MAX_TITLE_CHARS);
  else if (g_str_equal (name, "updated"))
    syl_list_fields_take_day (&self->fields, &list->updated);
  else if (g_str_equal (name, "sections"))
    read_sections (self);
  else
    syl_json_reader_skip (self->reader);
}

static void
settle_list (SylReadingList *list)
{
  if (list->title == NULL)
    list->title = g_strdup (UNTITLED);
  if (list->description == NULL)
    list->description = g_strdup ("");
  if (list->id != NULL)
    return;

  if (list->homepage != NULL)
    list->id = g_strdup (list->homepage);
  else
    {
      g_autofree char *slug = syl_list_text_make_slug (list->title);

      list->id = g_strconcat ("title:", slug, NULL);
    }
  syl_reading_list_warn (list, _("The list has no id of its own; it is known as “%s” here."),
                         list->id);
}

static gboolean
check_bounds (Entries  *self,
              GError  **error)
{
  if (self->too_large)
    g_set_error (error, SYL_LIST_ERROR, SYL_LIST_ERROR_TOO_LARGE,
                 _("This list is too large: up to %d sections, %d picks and %d sources can be taken in."),
                 MAX_SECTIONS, MAX_PICKS, MAX_SOURCES);
  else if (self->n_picks == 0)
    g_set_error_literal (error, SYL_LIST_ERROR, SYL_LIST_ERROR_NOT_A_LIST,
                         _("There are no picks in this list."));
  return !self->too_large && self->n_picks > 0;
}

/**
 * syl_list_entries_read:
 * @reader: a reader before the object of a list, in a document known to be sound
 * @error: return location for %SYL_LIST_ERROR_TOO_LARGE or %SYL_LIST_ERROR_NOT_A_LIST
 *
 * Reads a list, with titles everywhere, but with slugs only where the file gives them.
 *
 * Returns: (transfer full) (nullable): the list
 */
SylReadingList *
syl_list_entries_read (SylJsonReader  *reader,
                       GError        **error)
{
  g_autoptr (SylReadingList) list = syl_reading_list_new ();
  Entries self = { .fields.reader = reader, .reader = reader, .list = list };
  const char *name;

  if (syl_json_reader_enter (reader, SYL_JSON_TYPE_OBJECT))
    {
      while ((name = syl_json_reader_next_member (reader)) != NULL)
        take_list_member (&self, name);
    }
  if (!check_bounds (&self, error))
    return NULL;

  settle_list (list);
  return g_steal_pointer (&list);
}
