/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "highlights/syl-highlights-pane.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "highlights/syl-highlight-filter.h"
#include "notes/syl-highlight-row.h"
#include "notes/syl-meaning-filter.h"
#include "notes/syl-meaning.h"
#include "notes/syl-notes-export.h"
#include "widgets/syl-list-heading.h"
#include "widgets/syl-row-click.h"
#include "widgets/syl-sectioned-model.h"

/*
 *   SylLibrary → SylHighlightModel → GtkFilterListModel → SylSectionedModel → GtkSingleSelection → GtkListView
 */
struct _SylHighlightsPane
{
  AdwBin parent_instance;

  SylLibrary *library;         /* owned, nullable */
  GListModel *highlights;      /* owned, nullable: all of the list */
  GtkFilterListModel *found;   /* owned */
  SylHighlightFilter *filter;  /* owned */
  GtkSelectionModel *selection; /* owned */

  GtkWidget *search_box;
  GtkSearchEntry *search_entry;
  SylMeaningFilter *filters;
  GtkStack *stack;
  GtkListView *list_view;
};

typedef enum
{
  PROP_LIBRARY = 1,
} SylHighlightsPaneProps;

static GParamSpec *properties[PROP_LIBRARY + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylHighlightsPane, syl_highlights_pane, ADW_TYPE_BIN)

static char *
count_text (GtkWidget    *widget,
            unsigned int  n_highlights)
{
  return g_strdup_printf (ngettext ("%u highlight", "%u highlights", n_highlights), n_highlights);
}

static const char *
get_page_name (SylHighlightsPane *self)
{
  gboolean loading = FALSE;

  if (self->highlights != NULL)
    g_object_get (self->highlights, "loading", &loading, NULL);
  if (self->highlights == NULL || loading)
    return "loading";
  if (g_list_model_get_n_items (self->highlights) == 0)
    return "empty";
  return g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 ? "none" : "list";
}

static void
update (SylHighlightsPane *self)
{
  const char *name = get_page_name (self);

  gtk_widget_set_visible (self->search_box, g_str_equal (name, "list") || g_str_equal (name, "none"));
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* What a highlight means may not be what is looked for any more. */
static void
watch (SylHighlightsPane *self,
       unsigned int       position,
       unsigned int       n_removed,
       unsigned int       n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);

      g_signal_handlers_disconnect_by_data (highlight, self->filter);
      g_signal_connect_object (highlight, "notify::meaning", G_CALLBACK (syl_highlight_filter_refresh), self->filter,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
scroll_to_top (SylHighlightsPane *self)
{
  if (gtk_list_view_get_model (self->list_view) != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

/* All at once: what came to a list that is shown already would push its first heading out of view. */
static void
loaded_cb (SylHighlightsPane *self)
{
  gtk_list_view_set_model (self->list_view, NULL);
  gtk_filter_list_model_set_model (self->found, self->highlights);
  gtk_list_view_set_model (self->list_view, self->selection);
  watch (self, 0, 0, self->highlights != NULL ? g_list_model_get_n_items (self->highlights) : 0);
  scroll_to_top (self);
}

static void
drop_highlights (SylHighlightsPane *self)
{
  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_clear_object (&self->highlights);
}

static void
list_highlights (SylHighlightsPane *self)
{
  drop_highlights (self);
  if (self->library != NULL && syl_library_get_list (self->library) != NULL)
    {
      self->highlights = syl_library_list_highlights (self->library, NULL);
      g_signal_connect_object (self->highlights, "items-changed", G_CALLBACK (watch), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->highlights, "notify::loading", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_filter_list_model_set_model (self->found, NULL);
  update (self);
}

static void
search_changed_cb (SylHighlightsPane *self)
{
  syl_highlight_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  scroll_to_top (self);
  update (self);
}

static void
stop_search_cb (SylHighlightsPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
meanings_changed_cb (SylHighlightsPane *self)
{
  syl_highlight_filter_set_meanings (self->filter, syl_meaning_filter_get_meanings (self->filters));
  scroll_to_top (self);
  update (self);
}

static void
activate_cb (SylHighlightsPane *self,
             unsigned int       position)
{
  g_autoptr (SylHighlight) highlight = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_selection_model_select_item (self->selection, position, TRUE);
  if (highlight != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, highlight);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SylHighlightsPane *self = SYL_HIGHLIGHTS_PANE (widget);

  if (g_str_equal (name, "highlights.copy"))
    syl_notes_export_copy (widget, self->library, NULL);
  else
    syl_notes_export_save (widget, self->library, NULL);
}

static void
row_setup_cb (SylHighlightsPane *self,
              GtkListItem       *item)
{
  GtkWidget *row = syl_highlight_row_new (self->library, FALSE);

  syl_highlight_row_set_with_source (SYL_HIGHLIGHT_ROW (row), TRUE);
  syl_row_click_install (row);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (SylHighlightsPane *self,
             GtkListItem       *item)
{
  SylHighlight *highlight = gtk_list_item_get_item (item);

  syl_highlight_row_set_highlight (SYL_HIGHLIGHT_ROW (gtk_list_item_get_child (item)), highlight);
  gtk_list_item_set_accessible_label (item, syl_highlight_get_quote (highlight));
  gtk_list_item_set_accessible_description (item, syl_meaning_get_name (self->library,
                                                                        syl_highlight_get_meaning (highlight)));
}

static void
row_unbind_cb (SylHighlightsPane *self,
               GtkListItem       *item)
{
  syl_highlight_row_set_highlight (SYL_HIGHLIGHT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
heading_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header)
{
  gtk_list_header_set_child (header, syl_list_heading_new ());
}

/* At once: a heading that grew later would be above what is in view. */
static void
heading_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  syl_list_heading_set_text (SYL_LIST_HEADING (gtk_list_header_get_child (header)),
                             syl_highlight_get_pick_title (gtk_list_header_get_item (header)));
}

static void
set_factories (SylHighlightsPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect (headings, "setup", G_CALLBACK (heading_setup_cb), NULL);
  g_signal_connect (headings, "bind", G_CALLBACK (heading_bind_cb), NULL);
  gtk_list_view_set_header_factory (self->list_view, headings);
}

static void
set_library (SylHighlightsPane *self,
             SylLibrary        *library)
{
  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "notify::list", G_CALLBACK (list_highlights), self, G_CONNECT_SWAPPED);
  list_highlights (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
syl_highlights_pane_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SylHighlightsPane *self = SYL_HIGHLIGHTS_PANE (object);

  switch ((SylHighlightsPaneProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    }
}

static void
syl_highlights_pane_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SylHighlightsPane *self = SYL_HIGHLIGHTS_PANE (object);

  switch ((SylHighlightsPaneProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    }
}

/* To the row that was in use; where there is none, to what stands in the place of rows. */
static gboolean
syl_highlights_pane_grab_focus (GtkWidget *widget)
{
  SylHighlightsPane *self = SYL_HIGHLIGHTS_PANE (widget);

  if (g_str_equal (get_page_name (self), "list"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
syl_highlights_pane_dispose (GObject *object)
{
  SylHighlightsPane *self = SYL_HIGHLIGHTS_PANE (object);

  drop_highlights (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_HIGHLIGHTS_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_highlights_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_MEANING_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-highlights-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SylHighlightsPane, search_box);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightsPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightsPane, filters);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightsPane, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
  gtk_widget_class_bind_template_callback (widget_class, meanings_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
syl_highlights_pane_class_init (SylHighlightsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_highlights_pane_dispose;
  object_class->get_property = syl_highlights_pane_get_property;
  object_class->set_property = syl_highlights_pane_set_property;
  widget_class->grab_focus = syl_highlights_pane_grab_focus;

  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, SYL_TYPE_HIGHLIGHT);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "highlights.copy", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "highlights.save", NULL, export_action);
}

static gint64
get_pick_id (GListModel   *highlights,
             unsigned int  position)
{
  g_autoptr (SylHighlight) highlight = g_list_model_get_item (highlights, position);

  return syl_highlight_get_pick_id (highlight);
}

/* A section is a pick. */
static void
find_section (GListModel   *highlights,
              unsigned int  position,
              unsigned int *out_start,
              unsigned int *out_end)
{
  unsigned int n_items = g_list_model_get_n_items (highlights);
  gint64 pick_id = get_pick_id (highlights, position);

  for (*out_start = position; *out_start > 0 && get_pick_id (highlights, *out_start - 1) == pick_id;)
    (*out_start)--;
  for (*out_end = position + 1; *out_end < n_items && get_pick_id (highlights, *out_end) == pick_id;)
    (*out_end)++;
}

static void
syl_highlights_pane_init (SylHighlightsPane *self)
{
  g_autoptr (SylSectionedModel) sections = NULL;
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  self->filter = syl_highlight_filter_new ();
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  sections = syl_sectioned_model_new (G_LIST_MODEL (self->found), find_section);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (sections));
  self->selection = GTK_SELECTION_MODEL (selection);

  gtk_widget_init_template (GTK_WIDGET (self));
  set_factories (self);
}

/**
 * syl_highlights_pane_new:
 * @library: a library
 *
 * Returns: (transfer floating): a pane of its highlights
 */
GtkWidget *
syl_highlights_pane_new (SylLibrary *library)
{
  return g_object_new (SYL_TYPE_HIGHLIGHTS_PANE, "library", library, NULL);
}
