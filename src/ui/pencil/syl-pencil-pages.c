/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pencil/syl-pencil-private.h"

#include "text/syl-uri.h"

/* Addresses may lead on to each other, and round in circles. */
#define MAX_STEPS 8

static gboolean
learn (SylPencil  *self,
       const char *from,
       const char *to)
{
  if (from == NULL || to == NULL || g_strcmp0 (g_hash_table_lookup (self->led, from), to) == 0)
    return FALSE;

  g_hash_table_insert (self->led, g_strdup (from), g_strdup (to));
  return TRUE;
}

/* Where the page is, and what led there. Returns whether that is new. */
gboolean
_syl_pencil_read_address (SylPencil *self)
{
  g_autofree char *asked_uri = syl_page_view_dup_asked_uri (self->view);
  g_autofree char *asked = syl_uri_canonicalize (asked_uri);
  g_autofree char *uri = syl_uri_canonicalize (syl_page_view_get_uri (self->view));
  gboolean is_new = g_set_str (&self->uri, uri);

  return learn (self, asked, uri) || is_new;
}

static gboolean
leads_here (SylPencil  *self,
            const char *uri)
{
  for (int i = 0; i < MAX_STEPS && uri != NULL; i++)
    {
      uri = g_hash_table_lookup (self->led, uri);
      if (g_strcmp0 (uri, self->uri) == 0)
        return uri != NULL;
    }
  return FALSE;
}

static const SylPencilMatch *
find_match (SylPencil  *self,
            const char *uuid)
{
  for (guint i = 0; self->matches != NULL && i < self->matches->len; i++)
    {
      const SylPencilMatch *match = g_ptr_array_index (self->matches, i);

      if (g_str_equal (match->uuid, uuid))
        return match;
    }
  return NULL;
}

/* A page that only says that it is at another address still has what was found in it. */
static gboolean
was_found (SylPencil    *self,
           SylHighlight *highlight)
{
  const SylPencilMatch *match = find_match (self, syl_highlight_get_uuid (highlight));

  return match != NULL && match->status != SYL_ANCHOR_ORPHANED;
}

/* A source may have led to other pages, and each highlight belongs to the page it was made on. That may have
 * moved: where its address leads to now it is looked for, but it does not count as lost if it is not there. */
SylPencilWhere
_syl_pencil_locate (SylPencil    *self,
                    SylHighlight *highlight)
{
  g_autofree char *own = NULL;

  if (self->source == NULL || self->uri == NULL ||
      syl_highlight_get_source_id (highlight) != syl_source_get_id (self->source))
    return SYL_PENCIL_ELSEWHERE;

  own = syl_uri_canonicalize (syl_highlight_get_uri (highlight));
  if (g_strcmp0 (own, self->uri) == 0)
    return SYL_PENCIL_HERE;
  return leads_here (self, own) || was_found (self, highlight) ? SYL_PENCIL_MAYBE_HERE : SYL_PENCIL_ELSEWHERE;
}

/**
 * syl_pencil_get_answer:
 * @self: a pencil
 * @uuid: a highlight
 *
 * Returns: what is known of it
 */
SylPencilAnswer
syl_pencil_get_answer (SylPencil  *self,
                       const char *uuid)
{
  const SylPencilMatch *match;

  g_return_val_if_fail (SYL_IS_PENCIL (self), SYL_PENCIL_UNKNOWN);

  match = find_match (self, uuid);
  if (match == NULL)
    return SYL_PENCIL_UNKNOWN;
  if (match->status != SYL_ANCHOR_ORPHANED)
    return SYL_PENCIL_SHOWN;
  return self->is_settled ? SYL_PENCIL_NOT_FOUND : SYL_PENCIL_UNKNOWN;
}

/**
 * syl_pencil_learn_address:
 * @self: a pencil
 * @from: (nullable): an address
 * @to: where it led to when it was last loaded
 *
 * Has highlights of the one looked for on the page of the other.
 */
void
syl_pencil_learn_address (SylPencil  *self,
                          const char *from,
                          const char *to)
{
  g_autofree char *there = syl_uri_canonicalize (from);
  g_autofree char *here = syl_uri_canonicalize (to);

  g_return_if_fail (SYL_IS_PENCIL (self));

  learn (self, there, here);
}

/**
 * syl_pencil_dup_origin:
 * @self: a pencil
 *
 * Returns: (transfer full) (nullable): canonical address of the source, or of another page, that has led
 *   to the page that is shown
 */
char *
syl_pencil_dup_origin (SylPencil *self)
{
  g_autofree char *own = NULL;
  GHashTableIter iter;
  gpointer from;

  g_return_val_if_fail (SYL_IS_PENCIL (self), NULL);

  own = self->source != NULL ? syl_uri_canonicalize (syl_source_get_uri (self->source)) : NULL;
  if (own != NULL && g_strcmp0 (own, self->uri) != 0 && leads_here (self, own))
    return g_steal_pointer (&own);

  g_hash_table_iter_init (&iter, self->led);
  while (g_hash_table_iter_next (&iter, &from, NULL))
    {
      if (g_strcmp0 (from, self->uri) != 0 && leads_here (self, from))
        return g_strdup (from);
    }
  return NULL;
}
