/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-reading-list.h"

#include <glib/gi18n.h>

#define MAX_WARNINGS 100

static const char *const kinds[] = {
  "paper", "post", "book", "video", "podcast", "code", "dataset", "benchmark", "course", "thread",
  NULL,
};

/**
 * syl_list_source_new:
 *
 * Returns: (transfer full): a main source of no kind yet
 */
SylListSource *
syl_list_source_new (void)
{
  SylListSource *self = g_new0 (SylListSource, 1);

  self->main = TRUE;
  return self;
}

/**
 * syl_list_source_free:
 * @self: (transfer full): a source
 */
void
syl_list_source_free (SylListSource *self)
{
  g_free (self->slug);
  g_free (self->title);
  g_free (self->url);
  g_strfreev (self->authors);
  g_free (self->arxiv);
  g_free (self->doi);
  g_free (self->code);
  g_free (self);
}

/**
 * syl_list_source_kinds:
 *
 * Returns: (transfer none): the kinds a source may have
 */
const char *const *
syl_list_source_kinds (void)
{
  return kinds;
}

/**
 * syl_list_source_find_kind:
 * @name: a name that may be a kind
 *
 * Returns: (transfer none) (nullable): that kind, for a source's field
 */
const char *
syl_list_source_find_kind (const char *name)
{
  for (unsigned int i = 0; kinds[i] != NULL; i++)
    {
      if (g_str_equal (kinds[i], name))
        return kinds[i];
    }
  return NULL;
}

/**
 * syl_list_pick_new:
 * @is_extra: whether it stands beside the plan
 *
 * Returns: (transfer full): an empty pick
 */
SylListPick *
syl_list_pick_new (gboolean is_extra)
{
  SylListPick *self = g_new0 (SylListPick, 1);

  self->is_extra = is_extra;
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_list_source_free);
  return self;
}

/**
 * syl_list_pick_free:
 * @self: (transfer full): a pick
 */
void
syl_list_pick_free (SylListPick *self)
{
  g_free (self->slug);
  g_free (self->title);
  g_free (self->commentary);
  g_strfreev (self->after);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * syl_list_section_new:
 *
 * Returns: (transfer full): an empty section
 */
SylListSection *
syl_list_section_new (void)
{
  SylListSection *self = g_new0 (SylListSection, 1);

  self->picks = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_list_pick_free);
  self->extras = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_list_pick_free);
  return self;
}

/**
 * syl_list_section_free:
 * @self: (transfer full): a section
 */
void
syl_list_section_free (SylListSection *self)
{
  g_free (self->slug);
  g_free (self->title);
  g_free (self->note);
  g_ptr_array_unref (self->picks);
  g_ptr_array_unref (self->extras);
  g_free (self);
}

/**
 * syl_reading_list_new:
 *
 * Returns: (transfer full): an empty list
 */
SylReadingList *
syl_reading_list_new (void)
{
  SylReadingList *self = g_new0 (SylReadingList, 1);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) syl_list_section_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * syl_reading_list_free:
 * @self: (transfer full): a list
 */
void
syl_reading_list_free (SylReadingList *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->description);
  g_strfreev (self->authors);
  g_free (self->homepage);
  g_free (self->license);
  g_free (self->updated);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * syl_reading_list_warn:
 * @self: a list
 * @format: a sentence, translated, as for printf()
 * @...: what goes into it
 *
 * Adds to the warnings; those beyond a hundred are only counted.
 */
void
syl_reading_list_warn (SylReadingList *self,
                       const char     *format,
                       ...)
{
  va_list arguments;

  if (self->warnings->len >= MAX_WARNINGS)
    {
      self->n_unsaid++;
      return;
    }

  va_start (arguments, format);
  g_ptr_array_add (self->warnings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * syl_reading_list_end_warnings:
 * @self: a list that gets no more warnings
 *
 * Says how many warnings were only counted.
 */
void
syl_reading_list_end_warnings (SylReadingList *self)
{
  if (self->n_unsaid == 0)
    return;

  g_ptr_array_add (self->warnings,
                   g_strdup_printf (ngettext ("There is %u more remark like these.",
                                              "There are %u more remarks like these.",
                                              self->n_unsaid),
                                    self->n_unsaid));
  self->n_unsaid = 0;
}

/**
 * syl_list_join_names:
 * @names: (nullable): names of people
 *
 * Returns: (transfer full): them as one line, "" if there are none
 */
char *
syl_list_join_names (GStrv names)
{
  return names != NULL ? g_strjoinv (", ", names) : g_strdup ("");
}

/**
 * syl_list_join_slugs:
 * @slugs: (nullable): slugs, which have no white space in them
 *
 * Returns: (transfer full): them with a space between, "" if there are none
 */
char *
syl_list_join_slugs (GStrv slugs)
{
  return slugs != NULL ? g_strjoinv (" ", slugs) : g_strdup ("");
}
