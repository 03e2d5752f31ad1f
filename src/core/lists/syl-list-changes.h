/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SylListChanges:
 * @is_new: the library did not have the list
 * @n_sections: sections of the list as it is now
 * @added: picks that are new
 * @returned: picks that were retired, and are in the list again
 * @renamed: picks with another title
 * @moved: picks with another place in their section, or in another one
 * @edited: picks with other words, times or sources
 * @retired: picks that left the list
 * @unchanged: picks of which none of this is true
 * @lines: (element-type utf8): what changed, for people to read, some hundred lines at most
 *
 * What a list brings with it. Extras count as picks. One pick may be renamed, moved and edited.
 */
typedef struct
{
  gboolean is_new;
  unsigned int n_sections;
  unsigned int added;
  unsigned int returned;
  unsigned int renamed;
  unsigned int moved;
  unsigned int edited;
  unsigned int retired;
  unsigned int unchanged;
  GPtrArray *lines;
  /*< private >*/
  unsigned int n_unsaid;
} SylListChanges;

SylListChanges *syl_list_changes_new       (void);
void            syl_list_changes_free      (SylListChanges *self);
void            syl_list_changes_say       (SylListChanges *self,
                                            const char     *format,
                                            ...) G_GNUC_PRINTF (2, 3);
void            syl_list_changes_end       (SylListChanges *self);
gboolean        syl_list_changes_is_empty  (SylListChanges *self);
char           *syl_list_changes_summarize (SylListChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SylListChanges, syl_list_changes_free)

G_END_DECLS
