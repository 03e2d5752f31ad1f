/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contents/syl-contents-pane.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "contents/syl-contents-row.h"
#include "contents/syl-lists-menu.h"
#include "contents/syl-week-card.h"
#include "widgets/syl-list-heading.h"
#include "widgets/syl-progress-ring.h"

/*
 *   fixed:    GListStore of SylContentsItem ────────────────────┐
 *   sections: of the library → GtkMapListModel → SylContentsItem ┴→ GtkFlattenListModel
 *                                                 → GtkSingleSelection → GtkListView
 */
struct _SylContentsPane
{
  AdwBin parent_instance;

  SylLibrary *library;           /* owned, nullable */
  char *selected_key;            /* owned */
  GtkSingleSelection *selection; /* owned */
  GtkListView *list_view;
  GMenu *primary_menu;
  SylWeekCard *week_card;
  GtkToggleButton *search_button;
  guint restoring : 1; /* the selection follows the key, not the reader */
  guint searching : 1; /* what is selected would not be what is shown */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SELECTED_KEY,
  PROP_SELECTED,
} SylContentsPaneProps;

static GParamSpec *properties[PROP_SELECTED + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SylPickGroup groups[] = { SYL_PICK_GROUP_ALL, SYL_PICK_GROUP_READING, SYL_PICK_GROUP_READ };

/* Before the sections: the groups, the highlights, the year, the review, and how it went. */
#define N_FIXED (G_N_ELEMENTS (groups) + 4)

G_DEFINE_FINAL_TYPE (SylContentsPane, syl_contents_pane, ADW_TYPE_BIN)

static char *
progress_text (GtkWidget    *widget,
               unsigned int  n_read,
               unsigned int  n_picks)
{
  if (n_picks == 0)
    return g_strdup ("");

  /* Translators: how many picks of the list are read */
  return g_strdup_printf (_("%u of %u read"), n_read, n_picks);
}

static double
progress (GtkWidget    *widget,
          unsigned int  n_read,
          unsigned int  n_picks)
{
  return n_picks > 0 ? (double) n_read / n_picks : 0;
}

static char *
item_name (GtkListItem  *list_item,
           const char   *title,
           unsigned int  kind,
           unsigned int  group,
           unsigned int  n_read,
           unsigned int  n_picks)
{
  if (title == NULL || (kind >= SYL_CONTENTS_YEAR && n_picks == 0))
    return g_strdup (title);
  if (group == SYL_PICK_GROUP_SECTION)
    /* Translators: a section for those who listen, as in “Frontier LLMs, 3 of 5 read” */
    return g_strdup_printf (_("%s, %u of %u read"), title, n_read, n_picks);

  /* Translators: a group of picks for those who listen, as in “All Picks, 50” */
  return g_strdup_printf (_("%s, %u"), title, n_picks);
}

static char *
heading (GtkListHeader *header,
         GObject       *item)
{
  gboolean section = item != NULL && syl_contents_item_get_section (SYL_CONTENTS_ITEM (item)) != NULL;

  return g_strdup (section ? _("Sections") : "");
}

static unsigned int
find_section (SylContentsPane *self,
              const char      *slug)
{
  GListModel *sections = syl_library_get_sections (self->library);
  unsigned int n_sections = g_list_model_get_n_items (sections);

  for (unsigned int i = 0; i < n_sections; i++)
    {
      g_autoptr (SylSection) section = g_list_model_get_item (sections, i);

      if (g_strcmp0 (syl_section_get_slug (section), slug) == 0)
        return N_FIXED + i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static unsigned int
find_key (SylContentsPane *self,
          const char      *key)
{
  if (g_str_has_prefix (key, SYL_CONTENTS_SECTION_PREFIX))
    return find_section (self, key + strlen (SYL_CONTENTS_SECTION_PREFIX));

  for (unsigned int i = 0; i < N_FIXED; i++)
    {
      g_autoptr (SylContentsItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      g_autofree char *item_key = syl_contents_item_dup_key (item);

      if (g_str_equal (item_key, key))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* The section that is asked for may only come once the library is open. */
static void
select_key (SylContentsPane *self)
{
  unsigned int position = GTK_INVALID_LIST_POSITION;
  gboolean shown = self->library != NULL && !self->searching;

  if (shown)
    position = find_key (self, self->selected_key);
  if (position == GTK_INVALID_LIST_POSITION && shown && syl_library_get_list (self->library) != NULL)
    position = 0;

  self->restoring = TRUE;
  /* It does not take away what is selected unless the reader may, too. */
  gtk_single_selection_set_can_unselect (self->selection, self->searching);
  gtk_single_selection_set_selected (self->selection, position);
  self->restoring = FALSE;
}

static void
selected_cb (SylContentsPane *self)
{
  SylContentsItem *item = syl_contents_pane_get_selected (self);

  if (!self->restoring && item != NULL)
    {
      self->searching = FALSE;
      g_free (self->selected_key);
      self->selected_key = syl_contents_item_dup_key (item);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
activate_cb (SylContentsPane *self,
             unsigned int     position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static gpointer
create_section_item (gpointer section,
                     gpointer user_data)
{
  SylContentsItem *item = syl_contents_item_new_for_section (section);

  g_object_unref (section);
  return item;
}

static GListModel *
create_fixed_items (SylLibrary *library)
{
  GListStore *store = g_list_store_new (SYL_TYPE_CONTENTS_ITEM);
  g_autoptr (SylContentsItem) highlights = syl_contents_item_new_for_highlights (library);
  g_autoptr (SylContentsItem) year = syl_contents_item_new_for_year ();
  g_autoptr (SylContentsItem) review = syl_contents_item_new_for_review (library);
  g_autoptr (SylContentsItem) progress = syl_contents_item_new_for_progress ();

  for (size_t i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (SylContentsItem) item = syl_contents_item_new_for_group (library, groups[i]);

      g_list_store_append (store, item);
    }
  g_list_store_append (store, highlights);
  g_list_store_append (store, year);
  g_list_store_append (store, review);
  g_list_store_append (store, progress);
  return G_LIST_MODEL (store);
}

static GListModel *
create_model (SylLibrary *library)
{
  GListModel *sections = g_object_ref (syl_library_get_sections (library));
  g_autoptr (GListModel) fixed_items = create_fixed_items (library);
  g_autoptr (GtkMapListModel) section_items = gtk_map_list_model_new (sections, create_section_item, NULL, NULL);
  g_autoptr (GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (models, fixed_items);
  g_list_store_append (models, section_items);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models))));
}

static void
follow_library (SylContentsPane *self)
{
  g_autoptr (GMenuModel) lists = syl_lists_menu_new (self->library);

  g_menu_prepend_section (self->primary_menu, NULL, lists);
  g_signal_connect_object (syl_library_get_sections (self->library), "items-changed",
                           G_CALLBACK (select_key), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->library, "notify::list", G_CALLBACK (select_key), self, G_CONNECT_SWAPPED);
}

static void
unfollow_library (SylContentsPane *self)
{
  g_menu_remove (self->primary_menu, 0);
  g_signal_handlers_disconnect_by_func (syl_library_get_sections (self->library), select_key, self);
  g_signal_handlers_disconnect_by_func (self->library, select_key, self);
}

static void
syl_contents_pane_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylContentsPane *self = SYL_CONTENTS_PANE (object);

  switch ((SylContentsPaneProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SELECTED_KEY:
      g_value_set_string (value, self->selected_key);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, syl_contents_pane_get_selected (self));
      break;
    }
}

static void
syl_contents_pane_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylContentsPane *self = SYL_CONTENTS_PANE (object);

  switch ((SylContentsPaneProps) property_id)
    {
    case PROP_LIBRARY:
      syl_contents_pane_set_library (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_KEY:
      syl_contents_pane_set_selected_key (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
syl_contents_pane_dispose (GObject *object)
{
  SylContentsPane *self = SYL_CONTENTS_PANE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_CONTENTS_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_contents_pane_parent_class)->dispose (object);
}

static void
syl_contents_pane_finalize (GObject *object)
{
  SylContentsPane *self = SYL_CONTENTS_PANE (object);

  g_free (self->selected_key);

  G_OBJECT_CLASS (syl_contents_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_CONTENTS_ROW);
  g_type_ensure (SYL_TYPE_LIST_HEADING);
  g_type_ensure (SYL_TYPE_PROGRESS_RING);
  g_type_ensure (SYL_TYPE_WEEK_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-contents-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SylContentsPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, SylContentsPane, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, SylContentsPane, week_card);
  gtk_widget_class_bind_template_child (widget_class, SylContentsPane, search_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading);
  gtk_widget_class_bind_template_callback (widget_class, item_name);
  gtk_widget_class_bind_template_callback (widget_class, progress);
  gtk_widget_class_bind_template_callback (widget_class, progress_text);
}

/* To the row that is shown. */
static gboolean
syl_contents_pane_grab_focus (GtkWidget *widget)
{
  SylContentsPane *self = SYL_CONTENTS_PANE (widget);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, selected, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
syl_contents_pane_class_init (SylContentsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_contents_pane_dispose;
  object_class->finalize = syl_contents_pane_finalize;
  object_class->get_property = syl_contents_pane_get_property;
  object_class->set_property = syl_contents_pane_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = syl_contents_pane_grab_focus;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_SELECTED_KEY] = g_param_spec_string ("selected-key", NULL, NULL, "all", flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, SYL_TYPE_CONTENTS_ITEM,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
syl_contents_pane_init (SylContentsPane *self)
{
  self->selected_key = g_strdup ("all");
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_contents_pane_set_library:
 * @self: a pane
 * @library: (nullable): the library whose contents it is to show
 */
void
syl_contents_pane_set_library (SylContentsPane *self,
                               SylLibrary      *library)
{
  g_autoptr (GListModel) model = NULL;

  g_return_if_fail (SYL_IS_CONTENTS_PANE (self));

  if (self->library == library)
    return;

  if (self->library != NULL)
    unfollow_library (self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      model = create_model (library);
      follow_library (self);
    }
  gtk_single_selection_set_model (self->selection, model);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  select_key (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * syl_contents_pane_get_selected_key:
 * @self: a pane
 *
 * Returns: the key of the item that is to be selected
 */
const char *
syl_contents_pane_get_selected_key (SylContentsPane *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_PANE (self), NULL);

  return self->selected_key;
}

/**
 * syl_contents_pane_set_selected_key:
 * @self: a pane
 * @key: the key of the item to select; one that is not there yet is selected when it comes
 */
void
syl_contents_pane_set_selected_key (SylContentsPane *self,
                                    const char      *key)
{
  g_return_if_fail (SYL_IS_CONTENTS_PANE (self));

  if (!g_set_str (&self->selected_key, key != NULL ? key : "all"))
    return;

  self->searching = FALSE;
  select_key (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
}

/**
 * syl_contents_pane_get_selected:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the item that is selected
 */
SylContentsItem *
syl_contents_pane_get_selected (SylContentsPane *self)
{
  g_return_val_if_fail (SYL_IS_CONTENTS_PANE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * syl_contents_pane_refresh_week:
 * @self: a pane
 *
 * Looks again which pick this week has.
 */
void
syl_contents_pane_refresh_week (SylContentsPane *self)
{
  g_return_if_fail (SYL_IS_CONTENTS_PANE (self));

  syl_week_card_refresh (self->week_card);
}

/**
 * syl_contents_pane_set_searching:
 * @self: a pane
 * @searching: whether the search is shown beside it
 *
 * While it is, nothing is selected; what was is selected again afterwards.
 */
void
syl_contents_pane_set_searching (SylContentsPane *self,
                                 gboolean         searching)
{
  g_return_if_fail (SYL_IS_CONTENTS_PANE (self));

  gtk_toggle_button_set_active (self->search_button, searching);
  if (self->searching == searching)
    return;

  self->searching = searching;
  select_key (self);
}
