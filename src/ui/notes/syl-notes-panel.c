/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-notes-panel.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-highlight-shelf.h"
#include "notes/syl-meaning-filter.h"
#include "notes/syl-note-keeper.h"
#include "notes/syl-notes-export.h"

typedef enum
{
  FOUND,          /* of all pages, of the meanings that are chosen */
  LOST,           /* from the page that is shown */
  LOST_ELSEWHERE, /* from other pages of the pick */
  N_SHELVES,
} ShelfName;

struct _SylNotesPanel
{
  AdwBin parent_instance;

  SylLibrary *library;            /* owned, nullable */
  SylPick *pick;                  /* owned, nullable */
  GListModel *highlights;         /* owned, nullable */
  SylPencil *pencil;              /* owned, nullable */
  SylHighlightShelf *shelves[N_SHELVES]; /* owned */
  SylNoteKeeper *note_keeper;     /* owned: of the note on the pick */
  guint refilter_id;

  SylNoteView *note_view;
  SylMeaningFilter *filters;
  GtkLabel *counts;
  GtkLabel *hint;
  GtkListBox *found_box;
  GtkListBox *lost_box;
  GtkListBox *lost_elsewhere_box;
  GtkWidget *tray;
  GtkWidget *tray_elsewhere;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_HIGHLIGHTS,
  PROP_PENCIL,
} SylNotesPanelProps;

static GParamSpec *properties[PROP_PENCIL + 1];

G_DEFINE_FINAL_TYPE (SylNotesPanel, syl_notes_panel, ADW_TYPE_BIN)

static gboolean
is_set (GtkWidget *widget,
        GObject   *object)
{
  return object != NULL;
}

static unsigned int
get_meanings (SylNotesPanel *self)
{
  return self->filters != NULL ? syl_meaning_filter_get_meanings (self->filters) : 0;
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  unsigned int meanings = get_meanings (user_data);

  return syl_highlight_get_status (item) != SYL_HIGHLIGHT_ORPHANED &&
         (meanings == 0 || (meanings & (1u << syl_highlight_get_meaning (item))) != 0);
}

static gboolean
is_on_page (SylNotesPanel *self,
            SylHighlight  *highlight)
{
  return self->pencil != NULL && syl_pencil_is_on_page (self->pencil, highlight);
}

static gboolean
is_lost (gpointer item,
         gpointer user_data)
{
  return syl_highlight_get_status (item) == SYL_HIGHLIGHT_ORPHANED && is_on_page (user_data, item);
}

static gboolean
is_lost_elsewhere (gpointer item,
                   gpointer user_data)
{
  return syl_highlight_get_status (item) == SYL_HIGHLIGHT_ORPHANED && !is_on_page (user_data, item);
}

static unsigned int
count (gpointer model)
{
  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static unsigned int
count_shelf (SylNotesPanel *self,
             ShelfName      name)
{
  return self->shelves[name] != NULL ? syl_highlight_shelf_count (self->shelves[name]) : 0;
}

/* Returns: (nullable): what is to be said of a page that can’t show highlights */
static const char *
get_trouble_hint (SylNotesPanel *self)
{
  if (self->pencil == NULL)
    return NULL;

  switch (syl_pencil_get_trouble (self->pencil))
    {
    case SYL_PAGE_TEXT_TROUBLE_EMPTY:
      return _("This page has no text to highlight.");
    case SYL_PAGE_TEXT_TROUBLE_TOO_LARGE:
      return _("This page is too long to show highlights. Quotes are kept.");
    case SYL_PAGE_TEXT_TROUBLE_VIEWER:
      return _("This viewer can’t show highlights. Quote and page number are kept.");
    case SYL_PAGE_TEXT_TROUBLE_NONE:
    default:
      return NULL;
    }
}

static void
update_hint (SylNotesPanel *self)
{
  gboolean annotatable = TRUE;
  gboolean is_bare = count_shelf (self, LOST) + count_shelf (self, LOST_ELSEWHERE) == 0 || get_meanings (self) != 0;
  const char *trouble = get_trouble_hint (self);
  const char *text = _("Select words in the page and press H to highlight them, or N to write a note on them.");

  if (self->pencil != NULL)
    g_object_get (self->pencil, "annotatable", &annotatable, NULL);
  if (!annotatable)
    text = _("This page can’t be highlighted yet.");
  else if (count (self->highlights) > 0)
    text = _("None with this meaning");

  gtk_label_set_label (self->hint, trouble != NULL ? trouble : text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), trouble != NULL || (count_shelf (self, FOUND) == 0 && is_bare));
}

/* Stored is always shown, moved, orphaned and on other pages together, and the reader can see it. */
static void
update_counts (SylNotesPanel *self)
{
  g_autofree char *text = self->pencil != NULL ? syl_pencil_dup_summary (self->pencil) : NULL;

  gtk_label_set_label (self->counts, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), text != NULL);
}

static void
update (SylNotesPanel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->filters), count (self->highlights) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found_box), count_shelf (self, FOUND) > 0);
  gtk_widget_set_visible (self->tray, count_shelf (self, LOST) > 0);
  gtk_widget_set_visible (self->tray_elsewhere, count_shelf (self, LOST_ELSEWHERE) > 0);
  update_counts (self);
  update_hint (self);
}

/* What is on another page than the one beside it says so, and what has moved what its place says now. */
static void
update_row (SylHighlightRow *row,
            gpointer         user_data)
{
  SylNotesPanel *self = user_data;
  SylHighlight *highlight = syl_highlight_row_get_highlight (row);

  syl_highlight_row_set_with_source (row, !is_on_page (self, highlight));
  syl_highlight_row_set_words_now (row, self->pencil != NULL ? syl_pencil_get_words_now (self->pencil, highlight) : NULL);
}

static void
refilter (SylNotesPanel *self)
{
  g_clear_handle_id (&self->refilter_id, g_source_remove);
  for (int i = 0; i < N_SHELVES; i++)
    {
      syl_highlight_shelf_refilter (self->shelves[i]);
      syl_highlight_shelf_foreach (self->shelves[i], update_row);
    }
  update (self);
}

static gboolean
refilter_cb (gpointer user_data)
{
  SylNotesPanel *self = user_data;

  self->refilter_id = 0;
  refilter (self);
  return G_SOURCE_REMOVE;
}

/* A page may have thousands of highlights, and more than one thing of each changes at once. */
static void
queue_refilter (SylNotesPanel *self)
{
  if (self->refilter_id == 0)
    self->refilter_id = g_idle_add (refilter_cb, self);
}

static void
page_changed_cb (SylNotesPanel *self)
{
  update (self);
  queue_refilter (self);
}

static void
watch (SylNotesPanel *self,
       unsigned int   position,
       unsigned int   n_removed,
       unsigned int   n_added)
{
  static const char *const signals[] = { "notify::status", "notify::meaning", "notify::source-id", "notify::uri" };

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);

      g_signal_handlers_disconnect_by_data (highlight, self);
      for (size_t j = 0; j < G_N_ELEMENTS (signals); j++)
        g_signal_connect_object (highlight, signals[j], G_CALLBACK (queue_refilter), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
scrolled_cb (SylNotesPanel *self,
             GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) + 2 * page < gtk_adjustment_get_upper (adjustment))
    return;
  for (int i = 0; i < N_SHELVES && !syl_highlight_shelf_grow (self->shelves[i]); i++)
    continue;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SylNotesPanel *self = user_data;
  GtkWidget *row = syl_highlight_row_new (self->library, TRUE);
  GtkWidget *list_row = gtk_list_box_row_new ();

  syl_highlight_row_set_highlight (SYL_HIGHLIGHT_ROW (row), item);
  syl_highlight_row_name (SYL_HIGHLIGHT_ROW (row), GTK_ACCESSIBLE (list_row));
  update_row (SYL_HIGHLIGHT_ROW (row), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), row);
  return list_row;
}

static void
row_activated_cb (SylNotesPanel *self,
                  GtkListBoxRow *row)
{
  SylHighlight *highlight = syl_highlight_row_get_highlight (SYL_HIGHLIGHT_ROW (gtk_list_box_row_get_child (row)));

  gtk_widget_activate_action (GTK_WIDGET (self), "page.show-highlight", "s", syl_highlight_get_uuid (highlight));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (widget);

  if (self->pick == NULL)
    return;

  syl_note_view_flush (self->note_view);
  if (g_str_equal (name, "notes.copy"))
    syl_notes_export_copy (widget, self->library, self->pick);
  else
    syl_notes_export_save (widget, self->library, self->pick);
}

static void
set_library (SylNotesPanel *self,
             SylLibrary    *library)
{
  if (!g_set_object (&self->library, library))
    return;

  syl_note_keeper_set (self->note_keeper, library, self->pick);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
set_pick (SylNotesPanel *self,
          SylPick       *pick)
{
  if (!g_set_object (&self->pick, pick))
    return;

  syl_note_keeper_set (self->note_keeper, self->library, pick);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}

static void
set_highlights (SylNotesPanel *self,
                GListModel    *highlights)
{
  if (self->highlights == highlights)
    return;

  if (self->highlights != NULL)
    g_signal_handlers_disconnect_by_data (self->highlights, self);
  g_set_object (&self->highlights, highlights);
  for (int i = 0; i < N_SHELVES; i++)
    syl_highlight_shelf_set_model (self->shelves[i], highlights);
  if (highlights != NULL)
    {
      g_signal_connect_object (highlights, "items-changed", G_CALLBACK (watch), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      watch (self, 0, 0, g_list_model_get_n_items (highlights));
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHTS]);
}

static void
set_pencil (SylNotesPanel *self,
            SylPencil     *pencil)
{
  if (self->pencil != NULL)
    g_signal_handlers_disconnect_by_data (self->pencil, self);
  if (!g_set_object (&self->pencil, pencil))
    return;

  if (pencil != NULL)
    g_signal_connect_object (pencil, "notify::annotatable", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  page_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENCIL]);
}

static void
syl_notes_panel_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (object);
  gpointer objects[] = { NULL, self->library, self->pick, self->highlights, self->pencil };

  g_value_set_object (value, objects[property_id]);
}

static void
syl_notes_panel_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (object);

  switch ((SylNotesPanelProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_PICK:
      set_pick (self, g_value_get_object (value));
      break;
    case PROP_HIGHLIGHTS:
      set_highlights (self, g_value_get_object (value));
      break;
    case PROP_PENCIL:
      set_pencil (self, g_value_get_object (value));
      break;
    }
}

static void
syl_notes_panel_dispose (GObject *object)
{
  SylNotesPanel *self = SYL_NOTES_PANEL (object);

  if (self->note_view != NULL)
    syl_note_view_flush (self->note_view);
  g_clear_object (&self->note_keeper);
  g_clear_handle_id (&self->refilter_id, g_source_remove);
  for (int i = 0; i < N_SHELVES; i++)
    g_clear_pointer (&self->shelves[i], syl_highlight_shelf_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_NOTES_PANEL);
  g_clear_object (&self->pencil);
  g_clear_object (&self->highlights);
  g_clear_object (&self->pick);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_notes_panel_parent_class)->dispose (object);
}

static void
syl_notes_panel_class_init (SylNotesPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_notes_panel_dispose;
  object_class->get_property = syl_notes_panel_get_property;
  object_class->set_property = syl_notes_panel_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_HIGHLIGHTS] = g_param_spec_object ("highlights", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_PENCIL] = g_param_spec_object ("pencil", NULL, NULL, SYL_TYPE_PENCIL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_MEANING_FILTER);
  g_type_ensure (SYL_TYPE_NOTE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, note_view);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, filters);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, counts);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, found_box);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, lost_box);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, lost_elsewhere_box);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, tray);
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, tray_elsewhere);
  gtk_widget_class_bind_template_callback (widget_class, is_set);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "notes.copy", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "notes.save", NULL, export_action);
}

static void
syl_notes_panel_init (SylNotesPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->note_keeper = syl_note_keeper_new (self->note_view);
  self->shelves[FOUND] = syl_highlight_shelf_new (self->found_box, is_found, create_row, self);
  self->shelves[LOST] = syl_highlight_shelf_new (self->lost_box, is_lost, create_row, self);
  self->shelves[LOST_ELSEWHERE] = syl_highlight_shelf_new (self->lost_elsewhere_box, is_lost_elsewhere, create_row, self);
  update (self);
}

/**
 * syl_notes_panel_focus_note:
 * @self: a panel
 *
 * Puts the keyboard into the note on the pick.
 */
void
syl_notes_panel_focus_note (SylNotesPanel *self)
{
  g_return_if_fail (SYL_IS_NOTES_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}
