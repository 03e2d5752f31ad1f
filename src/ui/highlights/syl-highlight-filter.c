/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-highlight-filter.h"

#include "text/syl-fold.h"

struct _SylHighlightFilter
{
  GtkFilter parent_instance;

  char **words; /* owned, folded */
  unsigned int meanings;
};

G_DEFINE_FINAL_TYPE (SylHighlightFilter, syl_highlight_filter, GTK_TYPE_FILTER)

static gboolean
has_words (SylHighlightFilter *self,
           SylHighlight       *highlight)
{
  g_autofree char *all = g_strjoin ("\n", syl_highlight_get_quote (highlight), syl_highlight_get_note (highlight),
                                    syl_highlight_get_pick_title (highlight),
                                    syl_highlight_get_source_title (highlight), NULL);
  g_autofree char *text = syl_fold_text (all);

  return syl_fold_has_words (text, (const char * const *) self->words);
}

static gboolean
syl_highlight_filter_match (GtkFilter *filter,
                            gpointer   item)
{
  SylHighlightFilter *self = SYL_HIGHLIGHT_FILTER (filter);

  if (self->meanings != 0 && (self->meanings & (1u << syl_highlight_get_meaning (item))) == 0)
    return FALSE;
  return self->words == NULL || has_words (self, item);
}

static GtkFilterMatch
syl_highlight_filter_get_strictness (GtkFilter *filter)
{
  return syl_highlight_filter_is_empty (SYL_HIGHLIGHT_FILTER (filter)) ? GTK_FILTER_MATCH_ALL : GTK_FILTER_MATCH_SOME;
}

static void
syl_highlight_filter_finalize (GObject *object)
{
  g_strfreev (SYL_HIGHLIGHT_FILTER (object)->words);

  G_OBJECT_CLASS (syl_highlight_filter_parent_class)->finalize (object);
}

static void
syl_highlight_filter_class_init (SylHighlightFilterClass *klass)
{
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = syl_highlight_filter_finalize;
  filter_class->match = syl_highlight_filter_match;
  filter_class->get_strictness = syl_highlight_filter_get_strictness;
}

static void
syl_highlight_filter_init (SylHighlightFilter *self)
{
}

/**
 * syl_highlight_filter_new:
 *
 * Returns: (transfer full): a filter that lets all highlights through
 */
SylHighlightFilter *
syl_highlight_filter_new (void)
{
  return g_object_new (SYL_TYPE_HIGHLIGHT_FILTER, NULL);
}

/**
 * syl_highlight_filter_set_text:
 * @self: a filter
 * @text: words that all have to be there; "" for none
 */
void
syl_highlight_filter_set_text (SylHighlightFilter *self,
                               const char         *text)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_FILTER (self));

  g_strfreev (self->words);
  self->words = syl_fold_words (text);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * syl_highlight_filter_set_meanings:
 * @self: a filter
 * @meanings: a mask, bit 0 for meaning 0; 0 for all of them
 */
void
syl_highlight_filter_set_meanings (SylHighlightFilter *self,
                                   unsigned int        meanings)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_FILTER (self));

  self->meanings = meanings;
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * syl_highlight_filter_refresh:
 * @self: a filter
 *
 * Looks at all highlights again: one of them has changed.
 */
void
syl_highlight_filter_refresh (SylHighlightFilter *self)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_FILTER (self));

  if (!syl_highlight_filter_is_empty (self))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * syl_highlight_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it lets all highlights through
 */
gboolean
syl_highlight_filter_is_empty (SylHighlightFilter *self)
{
  g_return_val_if_fail (SYL_IS_HIGHLIGHT_FILTER (self), TRUE);

  return self->meanings == 0 && self->words == NULL;
}
