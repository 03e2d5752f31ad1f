/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-pick-overview.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "page/syl-source-list.h"
#include "page/syl-state-button.h"
#include "syl-words.h"
#include "widgets/syl-markdown-view.h"

struct _SylPickOverview
{
  AdwBin parent_instance;

  SylLibrary *library;        /* owned, nullable */
  SylPick *pick;              /* owned, nullable */
  GSignalGroup *pick_signals; /* owned */
  GtkScrolledWindow *scrolled_window;
  GtkLabel *facts;
  GtkLabel *history;
  GtkButton *start_button;
  GtkWidget *section_box;
  SylMarkdownView *section_note;
  gboolean alone;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_ALONE,
} SylPickOverviewProps;

static GParamSpec *properties[PROP_ALONE + 1];

G_DEFINE_FINAL_TYPE (SylPickOverview, syl_pick_overview, ADW_TYPE_BIN)

static gboolean
activate_link_cb (SylPickOverview *self,
                  const char      *uri)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "page.open-link", "s", uri);
}

static void
show_text (GtkLabel *label,
           char     *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  g_free (text);
}

static const char *
get_start_text (SylPick *pick)
{
  switch (syl_pick_get_state (pick))
    {
    case SYL_PICK_STATE_READING:
      return _("_Continue Reading");
    case SYL_PICK_STATE_READ:
      return _("_Read Again");
    case SYL_PICK_STATE_UNREAD:
    case SYL_PICK_STATE_SKIPPED:
    default:
      return _("_Start Reading");
    }
}

static SylSection *
find_section (SylPickOverview *self)
{
  GListModel *sections = syl_library_get_sections (self->library);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SylSection) section = g_list_model_get_item (sections, i);

      /* The model goes on holding it. */
      if (syl_section_get_id (section) == syl_pick_get_section_id (self->pick))
        return section;
    }
  return NULL;
}

static void
show_section (SylPickOverview *self)
{
  SylSection *section = self->library != NULL ? find_section (self) : NULL;
  const char *note = section != NULL ? syl_section_get_note (section) : "";

  syl_markdown_view_set_text (self->section_note, note);
  gtk_widget_set_visible (self->section_box, *note != '\0');
}

static void
update (SylPickOverview *self)
{
  if (self->pick == NULL || !syl_pick_get_loaded (self->pick))
    return;

  show_text (self->facts, syl_words_dup_meta (self->pick));
  show_text (self->history, syl_words_dup_history (self->pick));
  gtk_button_set_label (self->start_button, get_start_text (self->pick));
  gtk_widget_set_visible (GTK_WIDGET (self->start_button),
                          g_list_model_get_n_items (syl_pick_get_sources (self->pick)) > 0 ||
                              !syl_pick_get_detailed (self->pick));
  show_section (self);
}

static void
set_pick (SylPickOverview *self,
          SylPick         *pick)
{
  if (!g_set_object (&self->pick, pick))
    return;

  g_signal_group_set_target (self->pick_signals, pick);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
  update (self);
}

static void
syl_pick_overview_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylPickOverview *self = SYL_PICK_OVERVIEW (object);

  switch ((SylPickOverviewProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_ALONE:
      g_value_set_boolean (value, self->alone);
      break;
    }
}

static void
syl_pick_overview_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylPickOverview *self = SYL_PICK_OVERVIEW (object);

  switch ((SylPickOverviewProps) property_id)
    {
    case PROP_LIBRARY:
      if (g_set_object (&self->library, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PICK:
      set_pick (self, g_value_get_object (value));
      break;
    case PROP_ALONE:
      self->alone = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

/* To what a reader is most likely to do next. */
static gboolean
syl_pick_overview_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SYL_PICK_OVERVIEW (widget)->start_button));
}

/* Where the pane is alone, its own back button leads to the search. */
static gboolean
leads_back (SylPickOverview *self,
            gboolean         found,
            gboolean         alone)
{
  return found && !alone;
}

static void
syl_pick_overview_dispose (GObject *object)
{
  SylPickOverview *self = SYL_PICK_OVERVIEW (object);

  g_clear_object (&self->pick_signals);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PICK_OVERVIEW);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);

  G_OBJECT_CLASS (syl_pick_overview_parent_class)->dispose (object);
}

static void
syl_pick_overview_class_init (SylPickOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_pick_overview_dispose;
  object_class->get_property = syl_pick_overview_get_property;
  object_class->set_property = syl_pick_overview_set_property;
  widget_class->grab_focus = syl_pick_overview_grab_focus;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_ALONE] = g_param_spec_boolean ("alone", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_MARKDOWN_VIEW);
  g_type_ensure (SYL_TYPE_SOURCE_LIST);
  g_type_ensure (SYL_TYPE_STATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-pick-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, facts);
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, history);
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, start_button);
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, section_box);
  gtk_widget_class_bind_template_child (widget_class, SylPickOverview, section_note);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, leads_back);
}

static void
syl_pick_overview_init (SylPickOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->pick_signals = g_signal_group_new (SYL_TYPE_PICK);
  g_signal_group_connect_swapped (self->pick_signals, "notify", G_CALLBACK (update), self);
}
