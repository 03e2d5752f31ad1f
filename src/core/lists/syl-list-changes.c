/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lists/syl-list-changes.h"

#include <glib/gi18n.h>

#define MAX_LINES 200

/**
 * syl_list_changes_new:
 *
 * Returns: (transfer full): no changes yet
 */
SylListChanges *
syl_list_changes_new (void)
{
  SylListChanges *self = g_new0 (SylListChanges, 1);

  self->lines = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * syl_list_changes_free:
 * @self: (transfer full): changes
 */
void
syl_list_changes_free (SylListChanges *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * syl_list_changes_say:
 * @self: changes
 * @format: a line, translated, as for printf()
 * @...: what goes into it
 *
 * Adds a line; those beyond two hundred are only counted.
 */
void
syl_list_changes_say (SylListChanges *self,
                      const char     *format,
                      ...)
{
  va_list arguments;

  if (self->lines->len >= MAX_LINES)
    {
      self->n_unsaid++;
      return;
    }

  va_start (arguments, format);
  g_ptr_array_add (self->lines, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * syl_list_changes_end:
 * @self: changes that are complete
 *
 * Says how many lines were only counted.
 */
void
syl_list_changes_end (SylListChanges *self)
{
  if (self->n_unsaid > 0)
    g_ptr_array_add (self->lines,
                     g_strdup_printf (ngettext ("… and %u more change", "… and %u more changes",
                                                self->n_unsaid),
                                      self->n_unsaid));
  self->n_unsaid = 0;
}

/**
 * syl_list_changes_is_empty:
 * @self: changes
 *
 * Returns: whether nothing changes for those who read the list
 */
gboolean
syl_list_changes_is_empty (SylListChanges *self)
{
  return !self->is_new && self->lines->len == 0 && self->added == 0 && self->returned == 0 &&
         self->renamed == 0 && self->moved == 0 && self->edited == 0 && self->retired == 0;
}

static void append (GString      *text,
                    unsigned int  n,
                    const char   *format,
                    ...) G_GNUC_PRINTF (3, 4);

static void
append (GString      *text,
        unsigned int  n,
        const char   *format,
        ...)
{
  va_list arguments;

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

/**
 * syl_list_changes_summarize:
 * @self: changes
 *
 * Returns: (transfer full): one line with the numbers that are not 0
 */
char *
syl_list_changes_summarize (SylListChanges *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, self->added, ngettext ("%u pick added", "%u picks added", self->added),
          self->added);
  append (text, self->returned, ngettext ("%u brought back", "%u brought back", self->returned),
          self->returned);
  append (text, self->renamed, ngettext ("%u renamed", "%u renamed", self->renamed), self->renamed);
  append (text, self->moved, ngettext ("%u moved", "%u moved", self->moved), self->moved);
  append (text, self->edited, ngettext ("%u edited", "%u edited", self->edited), self->edited);
  append (text, self->retired, ngettext ("%u retired", "%u retired", self->retired), self->retired);
  append (text, self->unchanged, ngettext ("%u unchanged", "%u unchanged", self->unchanged),
          self->unchanged);
  return g_strdup (text->str);
}
