/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-highlight-sections.h"

#include "model/syl-highlight.h"

struct _SylHighlightSections
{
  GObject parent_instance;

  GListModel *highlights; /* owned */
};

static GType
get_item_type (GListModel *model)
{
  return SYL_TYPE_HIGHLIGHT;
}

static unsigned int
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (SYL_HIGHLIGHT_SECTIONS (model)->highlights);
}

static gpointer
get_item (GListModel   *model,
          unsigned int  position)
{
  return g_list_model_get_item (SYL_HIGHLIGHT_SECTIONS (model)->highlights, position);
}

static gint64
get_pick_id (GtkSectionModel *model,
             unsigned int     position)
{
  g_autoptr (SylHighlight) highlight = get_item (G_LIST_MODEL (model), position);

  return syl_highlight_get_pick_id (highlight);
}

static void
get_section (GtkSectionModel *model,
             unsigned int     position,
             unsigned int    *out_start,
             unsigned int    *out_end)
{
  unsigned int n_items = get_n_items (G_LIST_MODEL (model));
  gint64 pick_id;

  *out_start = n_items;
  *out_end = G_MAXUINT;
  if (position >= n_items)
    return;

  pick_id = get_pick_id (model, position);
  for (*out_start = position; *out_start > 0 && get_pick_id (model, *out_start - 1) == pick_id;)
    (*out_start)--;
  for (*out_end = position + 1; *out_end < n_items && get_pick_id (model, *out_end) == pick_id;)
    (*out_end)++;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SylHighlightSections, syl_highlight_sections, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
syl_highlight_sections_dispose (GObject *object)
{
  SylHighlightSections *self = SYL_HIGHLIGHT_SECTIONS (object);

  g_clear_object (&self->highlights);

  G_OBJECT_CLASS (syl_highlight_sections_parent_class)->dispose (object);
}

static void
syl_highlight_sections_class_init (SylHighlightSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_highlight_sections_dispose;
}

static void
syl_highlight_sections_init (SylHighlightSections *self)
{
}

/**
 * syl_highlight_sections_new:
 * @highlights: (element-type SylHighlight): highlights in the order of their picks
 *
 * Returns: (transfer full): a model of the same items
 */
SylHighlightSections *
syl_highlight_sections_new (GListModel *highlights)
{
  SylHighlightSections *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (highlights), NULL);

  self = g_object_new (SYL_TYPE_HIGHLIGHT_SECTIONS, NULL);
  self->highlights = g_object_ref (highlights);
  g_signal_connect_object (highlights, "items-changed", G_CALLBACK (g_list_model_items_changed), self,
                           G_CONNECT_SWAPPED);
  return self;
}
