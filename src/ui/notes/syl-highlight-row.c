/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-highlight-row.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "exchange/syl-highlight-markdown.h"
#include "notes/syl-highlight-popover.h"
#include "notes/syl-meaning.h"
#include "syl-words.h"
#include "widgets/syl-markdown-view.h"

struct _SylHighlightRow
{
  AdwBin parent_instance;

  SylLibrary *library;     /* owned, nullable */
  SylHighlight *highlight; /* owned, nullable */
  GSignalGroup *signals;   /* owned: of the highlight */
  GtkWidget *popover;      /* child, nullable: the note while it is written */
  char *words_now;         /* owned, nullable: what stands where it was found, if that is to be checked */
  gboolean beside_page;
  gboolean with_source;

  GtkWidget *bar;
  GtkLabel *meaning;
  GtkWidget *quote;
  GtkLabel *place;
  GtkLabel *status;
  GtkMenuButton *menu_button;
  GMenuModel *row_menu;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_HIGHLIGHT,
  PROP_BESIDE_PAGE,
  PROP_WITH_SOURCE,
  PROP_MEANING,
} SylHighlightRowProps;

static GParamSpec *properties[PROP_MEANING + 1];

G_DEFINE_FINAL_TYPE (SylHighlightRow, syl_highlight_row, ADW_TYPE_BIN)

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
get_status_text (SylHighlightStatus status)
{
  switch (status)
    {
    case SYL_HIGHLIGHT_MOVED:
      return _("Check the place: the page has changed");
    case SYL_HIGHLIGHT_ORPHANED:
      return _("No longer on the page");
    case SYL_HIGHLIGHT_ATTACHED:
    default:
      return "";
    }
}

static void
show_place (SylHighlightRow *self)
{
  g_autofree char *text = syl_highlight_popover_dup_place (self->highlight, self->words_now);

  gtk_label_set_label (self->place, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->place), text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "highlight.keep-place", self->beside_page && self->words_now != NULL);
}

static void
show_status (SylHighlightRow *self)
{
  SylHighlightStatus status = syl_highlight_get_status (self->highlight);

  show_place (self);
  gtk_label_set_label (self->status, get_status_text (status));
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != SYL_HIGHLIGHT_ATTACHED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "highlight.reattach",
                                 status != SYL_HIGHLIGHT_ATTACHED && self->beside_page);
  if (status == SYL_HIGHLIGHT_MOVED)
    gtk_widget_add_css_class (self->bar, "moved");
  else
    gtk_widget_remove_css_class (self->bar, "moved");
}

/* Returns: (transfer full): what it means, and where it is */
static char *
dup_caption (SylHighlightRow *self)
{
  unsigned int page = syl_highlight_get_page (self->highlight);
  g_autoptr (GString) caption = g_string_new (NULL);

  g_string_append (caption, syl_meaning_get_name (self->library, syl_highlight_get_meaning (self->highlight)));
  if (self->with_source)
    g_string_append_printf (caption, " · %s", syl_highlight_get_source_title (self->highlight));
  if (page > 0)
    {
      g_string_append (caption, " · ");
      /* Translators: the page of a PDF that a highlight is on */
      g_string_append_printf (caption, _("page %u"), page);
    }
  return g_string_free_and_steal (g_steal_pointer (&caption));
}

static void
show_meaning (SylHighlightRow *self)
{
  g_autofree char *caption = NULL;

  if (self->highlight == NULL)
    return;

  caption = dup_caption (self);
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    gtk_widget_remove_css_class (self->bar, syl_meaning_get_css_class (i));
  gtk_widget_add_css_class (self->bar, syl_meaning_get_css_class (syl_highlight_get_meaning (self->highlight)));
  gtk_label_set_label (self->meaning, caption);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEANING]);
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylHighlightRow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_library_set_highlight_meaning_finish (SYL_LIBRARY (object), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
close_popover (SylHighlightRow *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

/* Key ideas are what is best asked again: there the offer comes first. */
static void
append_review (SylHighlightRow *self,
               GMenu           *menu)
{
  gboolean in_review = syl_library_has_card_of (self->library, syl_highlight_get_uuid (self->highlight));
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, in_review ? _("In Review") : _("Add to _Review…"), "highlight.add-to-review");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "highlight.add-to-review",
                                 !in_review && !syl_library_get_read_only (self->library));
  if (syl_highlight_get_meaning (self->highlight) == SYL_MEANING_KEY_IDEA)
    g_menu_prepend_section (menu, NULL, G_MENU_MODEL (section));
  else
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* A menu of the names that the meanings have now; few of many rows ever show one. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  SylHighlightRow *self = user_data;
  g_autoptr (GMenuModel) meanings = syl_meaning_new_menu (self->library, "highlight.meaning");
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append_section (menu, NULL, meanings);
  g_menu_append_section (menu, NULL, self->row_menu);
  append_review (self, menu);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
secondary_pressed_cb (SylHighlightRow *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGesture      *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
}

static void
write_note_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (widget);

  close_popover (self);
  self->popover = syl_highlight_popover_new (self->library, self->highlight);
  syl_highlight_popover_set_words_now (SYL_HIGHLIGHT_POPOVER (self->popover), self->words_now);
  syl_highlight_popover_open (SYL_HIGHLIGHT_POPOVER (self->popover), GTK_WIDGET (self->menu_button), NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (widget);
  g_autofree char *text = syl_highlight_markdown (syl_highlight_get_quote (self->highlight),
                                                  syl_highlight_get_note (self->highlight),
                                                  syl_highlight_get_uri (self->highlight),
                                                  syl_highlight_get_selectors (self->highlight));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.show-toast", "s", _("Highlight copied"));
}

/* What knows the page, or has the toast, does it. */
static void
outer_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const char *uuid = syl_highlight_get_uuid (SYL_HIGHLIGHT_ROW (widget)->highlight);
  static const char *const outer[][2] = { { "highlight.reattach", "page.reattach-highlight" },
                                          { "highlight.keep-place", "page.keep-place" },
                                          { "highlight.delete", "win.delete-highlight" },
                                          { "highlight.add-to-review", "win.add-to-review" } };

  for (size_t i = 0; i < G_N_ELEMENTS (outer); i++)
    {
      if (g_str_equal (name, outer[i][0]))
        gtk_widget_activate_action (widget, outer[i][1], "s", uuid);
    }
}

static void
syl_highlight_row_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (object);

  switch ((SylHighlightRowProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_HIGHLIGHT:
      g_value_set_object (value, self->highlight);
      break;
    case PROP_BESIDE_PAGE:
      g_value_set_boolean (value, self->beside_page);
      break;
    case PROP_WITH_SOURCE:
      g_value_set_boolean (value, self->with_source);
      break;
    case PROP_MEANING:
      g_value_set_uint (value, self->highlight != NULL ? syl_highlight_get_meaning (self->highlight) : 0);
      break;
    }
}

static void
syl_highlight_row_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (object);

  switch ((SylHighlightRowProps) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_HIGHLIGHT:
      syl_highlight_row_set_highlight (self, g_value_get_object (value));
      break;
    case PROP_BESIDE_PAGE:
      self->beside_page = g_value_get_boolean (value);
      break;
    case PROP_WITH_SOURCE:
      syl_highlight_row_set_with_source (self, g_value_get_boolean (value));
      break;
    case PROP_MEANING:
      syl_library_set_highlight_meaning_async (self->library, syl_highlight_get_uuid (self->highlight),
                                               g_value_get_uint (value), NULL, edited_cb, g_object_ref (self));
      break;
    }
}

static void
syl_highlight_row_constructed (GObject *object)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (object);

  G_OBJECT_CLASS (syl_highlight_row_parent_class)->constructed (object);

  if (self->library != NULL)
    g_signal_connect_object (self->library, "notify::meaning-names", G_CALLBACK (show_meaning), self,
                             G_CONNECT_SWAPPED);
}

static void
syl_highlight_row_dispose (GObject *object)
{
  SylHighlightRow *self = SYL_HIGHLIGHT_ROW (object);

  close_popover (self);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_HIGHLIGHT_ROW);
  g_clear_pointer (&self->words_now, g_free);
  g_clear_object (&self->highlight);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_highlight_row_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                                                  flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_HIGHLIGHT] = g_param_spec_object ("highlight", NULL, NULL, SYL_TYPE_HIGHLIGHT, flags);
  properties[PROP_BESIDE_PAGE] = g_param_spec_boolean ("beside-page", NULL, NULL, FALSE,
                                                       flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_WITH_SOURCE] = g_param_spec_boolean ("with-source", NULL, NULL, FALSE, flags);
  properties[PROP_MEANING] = g_param_spec_uint ("meaning", NULL, NULL, 0, SYL_N_MEANINGS - 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "highlight.meaning", "meaning");
  gtk_widget_class_install_action (widget_class, "highlight.write-note", NULL, write_note_action);
  gtk_widget_class_install_action (widget_class, "highlight.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "highlight.reattach", NULL, outer_action);
  gtk_widget_class_install_action (widget_class, "highlight.keep-place", NULL, outer_action);
  gtk_widget_class_install_action (widget_class, "highlight.delete", NULL, outer_action);
  gtk_widget_class_install_action (widget_class, "highlight.add-to-review", NULL, outer_action);
}

static void
syl_highlight_row_class_init (SylHighlightRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = syl_highlight_row_constructed;
  object_class->dispose = syl_highlight_row_dispose;
  object_class->get_property = syl_highlight_row_get_property;
  object_class->set_property = syl_highlight_row_set_property;
  install_properties (object_class);

  g_type_ensure (SYL_TYPE_HIGHLIGHT);
  g_type_ensure (SYL_TYPE_MARKDOWN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-highlight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, quote);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, place);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, status);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SylHighlightRow, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  install_actions (widget_class);
}

static void
syl_highlight_row_init (SylHighlightRow *self)
{
  self->signals = g_signal_group_new (SYL_TYPE_HIGHLIGHT);
  g_signal_group_connect_swapped (self->signals, "notify::meaning", G_CALLBACK (show_meaning), self);
  g_signal_group_connect_swapped (self->signals, "notify::source-title", G_CALLBACK (show_meaning), self);
  g_signal_group_connect_swapped (self->signals, "notify::page", G_CALLBACK (show_meaning), self);
  g_signal_group_connect_swapped (self->signals, "notify::status", G_CALLBACK (show_status), self);
  g_signal_group_connect_swapped (self->signals, "notify::quote", G_CALLBACK (show_place), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}

/**
 * syl_highlight_row_new:
 * @library: a library
 * @beside_page: whether it is beside a page, which may give the highlight another place
 *
 * Returns: (transfer floating): a row that shows none yet
 */
GtkWidget *
syl_highlight_row_new (SylLibrary *library,
                       gboolean    beside_page)
{
  return g_object_new (SYL_TYPE_HIGHLIGHT_ROW, "library", library, "beside-page", beside_page, NULL);
}

/**
 * syl_highlight_row_set_with_source:
 * @self: a row
 * @with_source: whether it says which source the highlight is on
 */
void
syl_highlight_row_set_with_source (SylHighlightRow *self,
                                   gboolean         with_source)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_ROW (self));

  if (self->with_source == with_source)
    return;

  self->with_source = with_source;
  show_meaning (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITH_SOURCE]);
}

/**
 * syl_highlight_row_set_words_now:
 * @self: a row of a highlight, beside its page
 * @words: (nullable): what stands now where the highlight was found, if its place is not sure
 *
 * Shows them, and lets the reader keep that place.
 */
void
syl_highlight_row_set_words_now (SylHighlightRow *self,
                                 const char      *words)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_ROW (self));

  if (g_set_str (&self->words_now, words) && self->highlight != NULL)
    show_place (self);
}

/**
 * syl_highlight_row_set_highlight:
 * @self: a row
 * @highlight: (nullable): the highlight it is to show
 */
void
syl_highlight_row_set_highlight (SylHighlightRow *self,
                                 SylHighlight    *highlight)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_ROW (self));

  if (!g_set_object (&self->highlight, highlight))
    return;

  close_popover (self);
  g_signal_group_set_target (self->signals, highlight);
  if (highlight != NULL)
    {
      show_meaning (self);
      show_status (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

/**
 * syl_highlight_row_get_highlight:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the highlight it shows
 */
SylHighlight *
syl_highlight_row_get_highlight (SylHighlightRow *self)
{
  g_return_val_if_fail (SYL_IS_HIGHLIGHT_ROW (self), NULL);

  return self->highlight;
}

/**
 * syl_highlight_row_name:
 * @self: a row
 * @item: what it is shown in
 *
 * Has those who listen know @item by the quote and what it means.
 */
void
syl_highlight_row_name (SylHighlightRow *self,
                        GtkAccessible   *item)
{
  g_return_if_fail (SYL_IS_HIGHLIGHT_ROW (self));

  gtk_accessible_update_relation (item,
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->quote, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->meaning, NULL,
                                  -1);
}
