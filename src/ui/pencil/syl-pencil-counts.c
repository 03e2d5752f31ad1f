/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pencil/syl-pencil-private.h"

#include "syl-config.h"

#include <glib/gi18n.h>

/* Of what was made on another page nothing is known here, if it is not found. */
static gboolean
is_away (SylPencil            *self,
         const SylPencilMatch *match)
{
  return match->is_guess && match->status == SYL_ANCHOR_ORPHANED && self->is_settled;
}

/* What is not found yet may still come: till then it is what it was. */
static gboolean
is_open (SylPencil            *self,
         const SylPencilMatch *match)
{
  return match->status == SYL_ANCHOR_ORPHANED && !self->is_settled;
}

/* Whether what became of it is certain. */
gboolean
_syl_pencil_is_known (SylPencil            *self,
                      const SylPencilMatch *match)
{
  return !is_open (self, match) && !is_away (self, match);
}

static void
count_match (SylPencil            *self,
             const SylPencilMatch *match)
{
  SylPencilCounts *counts = &self->counts;

  if (is_away (self, match))
    {
      counts->n_elsewhere++;
      return;
    }
  switch (is_open (self, match) ? match->known : match->status)
    {
    case SYL_ANCHOR_ATTACHED:
      counts->n_attached++;
      break;
    case SYL_ANCHOR_MOVED:
      counts->n_moved++;
      break;
    case SYL_ANCHOR_ORPHANED:
    default:
      counts->n_orphaned++;
    }
}

/* Stored is always what is in place, moved, orphaned and elsewhere together. Were it not, that would be a mistake
 * of ours, which the reader has a right to know. Without @matches nothing is known yet. */
void
_syl_pencil_count (SylPencil *self,
                   GPtrArray *matches)
{
  SylPencilCounts *counts = &self->counts;
  unsigned int n_told;

  *counts = (SylPencilCounts) { 0, };
  if (matches == NULL || self->source == NULL)
    return;

  counts->n_stored = self->n_collected;
  counts->n_elsewhere = self->n_passed_over;
  for (guint i = 0; i < matches->len; i++)
    count_match (self, g_ptr_array_index (matches, i));
  n_told = counts->n_attached + counts->n_moved + counts->n_orphaned + counts->n_elsewhere;
  counts->n_missing = self->n_unpainted + MAX (counts->n_stored, n_told) - MIN (counts->n_stored, n_told);
}

static void
add_line (GString *text,
          char    *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
add_page (GString               *text,
          const SylPencilCounts *counts)
{
  unsigned int n_here = counts->n_stored - MIN (counts->n_elsewhere, counts->n_stored);

  if (counts->n_moved + counts->n_orphaned > 0)
    {
      /* Translators: numbers of highlights: all of the page, and what became of them */
      add_line (text, g_strdup_printf (_("%u on this page: %u in place, %u to check, %u not found"), n_here,
                                       counts->n_attached, counts->n_moved, counts->n_orphaned));
    }
  else if (n_here > 0 && counts->n_elsewhere + counts->n_missing > 0)
    {
      /* Translators: a number of highlights */
      add_line (text, g_strdup_printf (ngettext ("%u on this page", "%u on this page", n_here), n_here));
    }
}

/**
 * syl_pencil_dup_summary:
 * @self: a pencil
 *
 * Says what became of the highlights of the pick, where not all of them are in place on the page that is shown.
 *
 * Returns: (transfer full) (nullable): some lines; %NULL if all is well, or nothing is known yet
 */
char *
syl_pencil_dup_summary (SylPencil *self)
{
  const SylPencilCounts *counts = &self->counts;
  GString *text;

  g_return_val_if_fail (SYL_IS_PENCIL (self), NULL);

  text = g_string_new (NULL);
  add_page (text, counts);
  if (counts->n_elsewhere > 0)
    {
      /* Translators: a number of highlights */
      add_line (text, g_strdup_printf (ngettext ("%u on another page", "%u on other pages", counts->n_elsewhere),
                                       counts->n_elsewhere));
    }
  if (counts->n_missing > 0)
    {
      /* Translators: a number of highlights that an error of this app keeps from being painted */
      add_line (text, g_strdup_printf (ngettext ("%u can’t be shown, but is kept", "%u can’t be shown, but are kept",
                                                 counts->n_missing), counts->n_missing));
    }
  return g_string_free (text, text->len == 0);
}
