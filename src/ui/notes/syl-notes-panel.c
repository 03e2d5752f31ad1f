/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-notes-panel.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-highlight-row.h"
#include "notes/syl-meaning-filter.h"
#include "notes/syl-note-keeper.h"
#include "notes/syl-notes-export.h"

/* How many highlights more are shown each time the reader comes to the end. */
#define N_ROWS 50

struct _SylNotesPanel
{
  AdwBin parent_instance;

  SylLibrary *library;            /* owned, nullable */
  SylPick *pick;                  /* owned, nullable */
  GListModel *highlights;         /* owned, nullable */
  SylPencil *pencil;              /* owned, nullable */
  GtkFilterListModel *found;      /* owned: those on the page, of the meanings that are chosen */
  GtkSliceListModel *begin;       /* owned: as many of them as the reader has come to */
  GtkFilterListModel *lost;       /* owned: those that are not on it any more */
  GtkSliceListModel *begin_of_lost; /* owned: as many of these */
  GtkCustomFilter *found_filter;  /* owned */
  GtkCustomFilter *lost_filter;   /* owned */
  SylNoteKeeper *note_keeper;     /* owned: of the note on the pick */

  SylNoteView *note_view;
  SylMeaningFilter *filters;
  GtkLabel *counts;
  GtkLabel *hint;
  GtkListBox *found_box;
  GtkListBox *lost_box;
  GtkWidget *tray;
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
is_lost (gpointer item,
         gpointer user_data)
{
  return syl_highlight_get_status (item) == SYL_HIGHLIGHT_ORPHANED;
}

static unsigned int
count (gpointer model)
{
  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
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
  const char *trouble = get_trouble_hint (self);
  const char *text = _("Select words in the page and press H to highlight them, or N to write a note on them.");

  if (self->pencil != NULL)
    g_object_get (self->pencil, "annotatable", &annotatable, NULL);
  if (!annotatable)
    text = _("This page can’t be highlighted yet.");
  else if (count (self->highlights) > 0)
    text = _("None with this meaning");

  gtk_label_set_label (self->hint, trouble != NULL ? trouble : text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), trouble != NULL || (count (self->found) == 0 &&
                                                                       (count (self->lost) == 0 || get_meanings (self) != 0)));
}

/* Stored is always shown, moved and orphaned together, and the reader can see it. */
static void
update_counts (SylNotesPanel *self)
{
  unsigned int n_stored = 0, n_attached = 0, n_moved = 0, n_orphaned = 0;
  g_autofree char *text = NULL;

  if (self->pencil != NULL)
    g_object_get (self->pencil, "n-stored", &n_stored, "n-attached", &n_attached, "n-moved", &n_moved,
                  "n-orphaned", &n_orphaned, NULL);
  if (n_moved + n_orphaned > 0)
    {
      /* Translators: numbers of highlights: all of the page, and what became of them */
      text = g_strdup_printf (_("%u on this page: %u in place, %u to check, %u not found"), n_stored, n_attached,
                              n_moved, n_orphaned);
    }
  gtk_label_set_label (self->counts, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->counts), text != NULL);
}

static void
update (SylNotesPanel *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->filters), count (self->highlights) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found_box), count (self->found) > 0);
  gtk_widget_set_visible (self->tray, count (self->lost) > 0);
  update_counts (self);
  update_hint (self);
}

static void
refilter (SylNotesPanel *self)
{
  gtk_filter_changed (GTK_FILTER (self->found_filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (GTK_FILTER (self->lost_filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

static void
watch (SylNotesPanel *self,
       unsigned int   position,
       unsigned int   n_removed,
       unsigned int   n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (SylHighlight) highlight = g_list_model_get_item (self->highlights, i);

      g_signal_handlers_disconnect_by_data (highlight, self);
      g_signal_connect_object (highlight, "notify::status", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (highlight, "notify::meaning", G_CALLBACK (refilter), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static gboolean
grow (GtkSliceListModel *slice)
{
  guint size = gtk_slice_list_model_get_size (slice);

  if (size >= count (gtk_slice_list_model_get_model (slice)))
    return FALSE;

  gtk_slice_list_model_set_size (slice, size + N_ROWS);
  return TRUE;
}

/* A row of a box takes some time, and there may be thousands. */
static void
scrolled_cb (SylNotesPanel *self,
             GtkAdjustment *adjustment)
{
  double page = gtk_adjustment_get_page_size (adjustment);

  if (gtk_adjustment_get_value (adjustment) + 2 * page >= gtk_adjustment_get_upper (adjustment) && !grow (self->begin))
    grow (self->begin_of_lost);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = syl_highlight_row_new (SYL_NOTES_PANEL (user_data)->library, FALSE);

  syl_highlight_row_set_highlight (SYL_HIGHLIGHT_ROW (row), item);
  return row;
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
  gtk_slice_list_model_set_size (self->begin, N_ROWS);
  gtk_slice_list_model_set_size (self->begin_of_lost, N_ROWS);
  gtk_filter_list_model_set_model (self->found, highlights);
  gtk_filter_list_model_set_model (self->lost, highlights);
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
    g_signal_connect_object (pencil, "notify::annotatable", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
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
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_NOTES_PANEL);
  g_clear_object (&self->begin);
  g_clear_object (&self->found);
  g_clear_object (&self->begin_of_lost);
  g_clear_object (&self->lost);
  g_clear_object (&self->found_filter);
  g_clear_object (&self->lost_filter);
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
  gtk_widget_class_bind_template_child (widget_class, SylNotesPanel, tray);
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
  self->found_filter = gtk_custom_filter_new (is_found, self, NULL);
  self->lost_filter = gtk_custom_filter_new (is_lost, self, NULL);
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->found_filter)));
  self->begin = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), 0, N_ROWS);
  self->lost = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->lost_filter)));

  self->begin_of_lost = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->lost)), 0, N_ROWS);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->note_keeper = syl_note_keeper_new (self->note_view);
  gtk_list_box_bind_model (self->found_box, G_LIST_MODEL (self->begin), create_row, self, NULL);
  gtk_list_box_bind_model (self->lost_box, G_LIST_MODEL (self->begin_of_lost), create_row, self, NULL);
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
