/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-naming.h"

#include <glib/gi18n.h>

#include "lists/syl-list-text.h"

/*
 * A reader's work hangs on ids, so each must be the only one of its name, and the same at every
 * reading of the same list. Ids that the file gives come first; ids that have to be made keep
 * clear of all of them.
 */

typedef struct
{
  char **slug;
  const char *title;
  const char *section; /* for an extra, whose id is made of it; else NULL */
  gboolean claimed;
} Entry;

typedef struct
{
  GHashTable *taken;    /* slugs, unowned */
  GHashTable *counters; /* base → last number given, so that many equal titles cost no search */
} Names;

static gboolean
claim (Names *names,
       char  *slug)
{
  return slug != NULL && !g_hash_table_contains (names->taken, slug) &&
         g_hash_table_add (names->taken, slug);
}

static char *
make_unique (Names      *names,
             const char *base)
{
  char *slug = g_strdup (base);
  unsigned int number = GPOINTER_TO_UINT (g_hash_table_lookup (names->counters, base));

  while (!claim (names, slug))
    {
      number = MAX (number, 1) + 1;
      g_free (slug);
      slug = g_strdup_printf ("%s-%u", base, number);
    }
  if (number > 0)
    g_hash_table_insert (names->counters, g_strdup (base), GUINT_TO_POINTER (number));
  return slug;
}

static char *
make_base (Entry *entry)
{
  g_autofree char *slug = syl_list_text_make_slug (entry->title);

  if (entry->section != NULL)
    return g_strdup_printf ("extra/%s/%s", entry->section, slug);
  return g_steal_pointer (&slug);
}

static void
name_entry (SylReadingList *list,
            Names          *names,
            Entry          *entry)
{
  g_autofree char *twin = g_steal_pointer (entry->slug);
  g_autofree char *base = twin != NULL ? g_strdup (twin) : make_base (entry);

  *entry->slug = make_unique (names, base);
  if (twin != NULL)
    syl_reading_list_warn (list, _("The id “%s” was used twice: “%s” got the id “%s”."), twin,
                           entry->title, *entry->slug);
}

static void
name_entries (SylReadingList *list,
              GArray         *entries)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Names names = { taken, counters };

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      entry->claimed = claim (&names, *entry->slug);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = &g_array_index (entries, Entry, i);

      if (!entry->claimed)
        name_entry (list, &names, entry);
    }
}

static void
add_entry (GArray      *entries,
           char       **slug,
           const char  *title,
           const char  *section)
{
  Entry entry = { slug, title, section, FALSE };

  g_array_append_val (entries, entry);
}

static void
name_sources (SylReadingList *list,
              SylListPick    *pick)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < pick->sources->len; i++)
    {
      SylListSource *source = g_ptr_array_index (pick->sources, i);

      add_entry (entries, &source->slug, source->title, NULL);
    }
  name_entries (list, entries);
}

static void
name_sections (SylReadingList *list)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < list->sections->len; i++)
    {
      SylListSection *section = g_ptr_array_index (list->sections, i);

      add_entry (entries, &section->slug, section->title, NULL);
    }
  name_entries (list, entries);
}

static void
add_picks (SylReadingList *list,
           GArray         *entries,
           GPtrArray      *picks,
           const char     *section)
{
  for (guint i = 0; i < picks->len; i++)
    {
      SylListPick *pick = g_ptr_array_index (picks, i);

      name_sources (list, pick);
      add_entry (entries, &pick->slug, pick->title, section);
    }
}

static void
name_picks (SylReadingList *list)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < list->sections->len; i++)
    {
      SylListSection *section = g_ptr_array_index (list->sections, i);

      add_picks (list, entries, section->picks, NULL);
      add_picks (list, entries, section->extras, section->slug);
    }
  name_entries (list, entries);
}

static void
check_after (SylReadingList *list,
             SylListPick    *pick,
             GHashTable     *known)
{
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (char **slug = pick->after; slug != NULL && *slug != NULL; slug++)
    {
      if (g_hash_table_contains (known, *slug) && !g_str_equal (*slug, pick->slug))
        g_strv_builder_add (kept, *slug);
      else
        syl_reading_list_warn (list, _("“%s” is to be read after “%s”, which isn’t in the list."),
                               pick->title, *slug);
    }
  g_strfreev (pick->after);
  pick->after = g_strv_builder_end (kept);
}

static void
check_afters (SylReadingList *list)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  for (guint i = 0; i < list->sections->len; i++)
    {
      SylListSection *section = g_ptr_array_index (list->sections, i);

      for (guint k = 0; k < section->picks->len; k++)
        {
          SylListPick *pick = g_ptr_array_index (section->picks, k);

          g_hash_table_add (known, pick->slug);
          if (pick->after != NULL)
            g_ptr_array_add (waiting, pick);
        }
    }
  for (guint i = 0; i < waiting->len; i++)
    check_after (list, g_ptr_array_index (waiting, i), known);
}

/**
 * syl_list_naming_run:
 * @list: a list whose entries have titles, and slugs where the file gives them
 *
 * Gives a slug to each section, pick and source that has none or shares it with one before it,
 * and drops from each `after` what is not in the list.
 */
void
syl_list_naming_run (SylReadingList *list)
{
  name_sections (list);
  name_picks (list);
  check_afters (list);
}
