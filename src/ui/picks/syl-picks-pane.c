/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picks/syl-picks-pane.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "picks/syl-empty-picks.h"
#include "picks/syl-pick-headings.h"
#include "picks/syl-pick-row.h"

#define SPINNER_DELAY_MS 250

/*
 *   item → SylLibrary → SylPagedModel → SylSectionedModel → GtkSingleSelection → GtkListView
 */
struct _SylPicksPane
{
  AdwBin parent_instance;

  SylLibrary *library;           /* owned, nullable */
  SylContentsItem *item;         /* owned, nullable */
  SylPick *pick;                 /* owned, nullable */
  SylPagedModel *shown;          /* owned, nullable: the picks in the view */
  SylPagedModel *coming;         /* owned, nullable: those of @item while they are read */
  GtkSingleSelection *selection; /* owned */
  GtkStack *stack;
  AdwBin *loading_bin;
  AdwStatusPage *empty_page;
  GtkWidget *empty_button;
  GtkListView *list_view;
  guint spinner_source;
  guint restoring : 1; /* the selection follows the pick, not the reader */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_ITEM,
  PROP_PICK,
} SylPicksPaneProps;

static GParamSpec *properties[PROP_PICK + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylPicksPane, syl_picks_pane, ADW_TYPE_BIN)

static char *
count_text (GtkWidget    *widget,
            unsigned int  group,
            unsigned int  n_read,
            unsigned int  n_picks)
{
  if (group == SYL_PICK_GROUP_SECTION)
    return g_strdup_printf (_("%u of %u read"), n_read, n_picks);

  return g_strdup_printf (ngettext ("%u pick", "%u picks", n_picks), n_picks);
}

static gboolean
lacks_list (SylPicksPane *self)
{
  return self->library != NULL &&
         syl_library_get_open (self->library) &&
         syl_library_get_list (self->library) == NULL;
}

static void
update_stack (SylPicksPane *self)
{
  if (self->shown == NULL && lacks_list (self))
    {
      syl_empty_picks_show_no_list (self->empty_page, self->empty_button);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else if (self->shown == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0)
    {
      syl_empty_picks_show_group (self->empty_page, self->empty_button,
                                  self->item != NULL ? syl_contents_item_get_group (self->item)
                                                     : SYL_PICK_GROUP_ALL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
    }
}

static unsigned int
find_pick (SylPicksPane *self)
{
  if (self->shown == NULL || self->pick == NULL)
    return GTK_INVALID_LIST_POSITION;

  return syl_paged_model_find (self->shown, syl_pick_get_id (self->pick));
}

static void
select_position (SylPicksPane *self,
                 unsigned int  position)
{
  self->restoring = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->restoring = FALSE;
}

static void
show_pick (SylPicksPane *self)
{
  unsigned int position = find_pick (self);

  select_position (self, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

/* A pick that left the list and is back, as after an undo, is selected again. */
static void
items_changed_cb (SylPicksPane *self)
{
  update_stack (self);
  if (gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    select_position (self, find_pick (self));
}

static void
take_pick (SylPicksPane *self,
           SylPick      *pick)
{
  if (g_set_object (&self->pick, pick))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}

static void
selected_cb (SylPicksPane *self)
{
  SylPick *pick = gtk_single_selection_get_selected_item (self->selection);

  if (!self->restoring && pick != NULL)
    take_pick (self, pick);
}

static void
activate_cb (SylPicksPane *self,
             unsigned int  position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
set_shown (SylPicksPane  *self,
           SylPagedModel *picks)
{
  g_autoptr (SylSectionedModel) model = picks != NULL ? syl_pick_headings_part (picks) : NULL;

  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  g_set_object (&self->shown, picks);

  self->restoring = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  self->restoring = FALSE;
  if (gtk_list_view_get_model (self->list_view) == NULL)
    gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  if (picks != NULL)
    g_signal_connect_object (picks, "items-changed", G_CALLBACK (items_changed_cb),
                             self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_stack (self);
  show_pick (self);
}

/* The old picks stay in view until the new ones are read, so that nothing flickers. */
static void
coming_loaded_cb (SylPicksPane *self)
{
  g_autoptr (SylPagedModel) picks = NULL;

  if (self->coming == NULL || syl_paged_model_get_loading (self->coming))
    return;

  picks = g_steal_pointer (&self->coming);
  g_signal_handlers_disconnect_by_data (picks, self);
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  set_shown (self, picks);
}

static void
drop_coming (SylPicksPane *self)
{
  if (self->coming != NULL)
    g_signal_handlers_disconnect_by_data (self->coming, self);
  g_clear_object (&self->coming);
}

static void
show_spinner_cb (gpointer user_data)
{
  SylPicksPane *self = user_data;

  self->spinner_source = 0;
  adw_bin_set_child (self->loading_bin, adw_spinner_new ());
}

static void
list_picks (SylPicksPane *self)
{
  SylSection *section;

  drop_coming (self);
  if (self->library == NULL || self->item == NULL || syl_library_get_list (self->library) == NULL)
    {
      set_shown (self, NULL);
      return;
    }

  section = syl_contents_item_get_section (self->item);
  self->coming = syl_library_list_picks (self->library, syl_contents_item_get_group (self->item),
                                         section != NULL ? syl_section_get_id (section) : 0);
  g_signal_connect_object (self->coming, "notify::loading", G_CALLBACK (coming_loaded_cb), self, G_CONNECT_SWAPPED);
  if (self->shown == NULL && self->spinner_source == 0)
    self->spinner_source = g_timeout_add_once (SPINNER_DELAY_MS, show_spinner_cb, self);
  coming_loaded_cb (self);
}

static void
syl_picks_pane_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SylPicksPane *self = SYL_PICKS_PANE (object);

  switch ((SylPicksPaneProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    }
}

static void
syl_picks_pane_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SylPicksPane *self = SYL_PICKS_PANE (object);

  switch ((SylPicksPaneProps) property_id)
    {
    case PROP_LIBRARY:
      syl_picks_pane_set_library (self, g_value_get_object (value));
      break;
    case PROP_ITEM:
      syl_picks_pane_set_item (self, g_value_get_object (value));
      break;
    case PROP_PICK:
      syl_picks_pane_set_pick (self, g_value_get_object (value));
      break;
    }
}

static void
syl_picks_pane_dispose (GObject *object)
{
  SylPicksPane *self = SYL_PICKS_PANE (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  drop_coming (self);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PICKS_PANE);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->pick);
  g_clear_object (&self->item);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_picks_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-picks-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPicksPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SylPicksPane, loading_bin);
  gtk_widget_class_bind_template_child (widget_class, SylPicksPane, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SylPicksPane, empty_button);
  gtk_widget_class_bind_template_child (widget_class, SylPicksPane, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_text);
}

/* To the row that was in use. */
static gboolean
syl_picks_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SYL_PICKS_PANE (widget)->list_view));
}

static void
syl_picks_pane_class_init (SylPicksPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_picks_pane_dispose;
  object_class->get_property = syl_picks_pane_get_property;
  object_class->set_property = syl_picks_pane_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = syl_picks_pane_grab_focus;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, SYL_TYPE_CONTENTS_ITEM, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
syl_picks_pane_init (SylPicksPane *self)
{
  g_autoptr (GtkListItemFactory) headings = NULL;

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  headings = syl_pick_headings_new ();
  gtk_list_view_set_header_factory (self->list_view, headings);
}

/**
 * syl_picks_pane_get_library:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): where the picks come from
 */
SylLibrary *
syl_picks_pane_get_library (SylPicksPane *self)
{
  g_return_val_if_fail (SYL_IS_PICKS_PANE (self), NULL);

  return self->library;
}

/**
 * syl_picks_pane_set_library:
 * @self: a pane
 * @library: (nullable): where the picks come from
 */
void
syl_picks_pane_set_library (SylPicksPane *self,
                            SylLibrary   *library)
{
  g_return_if_fail (SYL_IS_PICKS_PANE (self));

  if (self->library == library)
    return;

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, list_picks, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "notify::list", G_CALLBACK (list_picks), self, G_CONNECT_SWAPPED);
  list_picks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

/**
 * syl_picks_pane_get_item:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): whose picks it lists
 */
SylContentsItem *
syl_picks_pane_get_item (SylPicksPane *self)
{
  g_return_val_if_fail (SYL_IS_PICKS_PANE (self), NULL);

  return self->item;
}

/**
 * syl_picks_pane_set_item:
 * @self: a pane
 * @item: (nullable): whose picks it is to list
 */
void
syl_picks_pane_set_item (SylPicksPane    *self,
                         SylContentsItem *item)
{
  g_return_if_fail (SYL_IS_PICKS_PANE (self));

  if (!g_set_object (&self->item, item))
    return;

  list_picks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * syl_picks_pane_get_pick:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the reader's pick
 */
SylPick *
syl_picks_pane_get_pick (SylPicksPane *self)
{
  g_return_val_if_fail (SYL_IS_PICKS_PANE (self), NULL);

  return self->pick;
}

/**
 * syl_picks_pane_set_pick:
 * @self: a pane
 * @pick: (nullable): the reader's pick, which is selected and scrolled to where it is in the list
 */
void
syl_picks_pane_set_pick (SylPicksPane *self,
                         SylPick      *pick)
{
  g_return_if_fail (SYL_IS_PICKS_PANE (self));

  if (self->pick == pick)
    return;

  take_pick (self, pick);
  show_pick (self);
}

/**
 * syl_picks_pane_move:
 * @self: a pane
 * @steps: how many rows to go down, or up where it is negative
 *
 * Goes from the pick to one of its neighbours, if there is one.
 */
void
syl_picks_pane_move (SylPicksPane *self,
                     int           steps)
{
  gint64 n_items, position;

  g_return_if_fail (SYL_IS_PICKS_PANE (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  position = gtk_single_selection_get_selected (self->selection);
  position = position == GTK_INVALID_LIST_POSITION ? 0 : CLAMP (position + steps, 0, n_items - 1);
  if (n_items == 0)
    return;

  gtk_single_selection_set_selected (self->selection, (unsigned int) position);
  gtk_list_view_scroll_to (self->list_view, (unsigned int) position, GTK_LIST_SCROLL_NONE, NULL);
}
