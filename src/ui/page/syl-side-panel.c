/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-side-panel.h"

#include "notes/syl-notes-panel.h"
#include "page/syl-source-list.h"
#include "passes/syl-passes-panel.h"
#include "widgets/syl-markdown-view.h"

struct _SylSidePanel
{
  AdwBin parent_instance;

  SylLibrary *library; /* owned, nullable */
  SylPick *pick;       /* owned, nullable */
  GListModel *highlights; /* owned, nullable */
  SylPencil *pencil;   /* owned, nullable */
  SylStudy *study;     /* owned, nullable */

  AdwViewStack *stack;
  SylNotesPanel *notes_panel;
  SylPassesPanel *passes_panel;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_HIGHLIGHTS,
  PROP_PENCIL,
  PROP_STUDY,
} SylSidePanelProps;

static GParamSpec *properties[PROP_STUDY + 1];

G_DEFINE_FINAL_TYPE (SylSidePanel, syl_side_panel, ADW_TYPE_BIN)

/* A link to one of the sources opens where all of them open. */
static gboolean
activate_link_cb (SylSidePanel *self,
                  const char   *uri)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "page.open-link", "s", uri);
}

static void
syl_side_panel_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SylSidePanel *self = SYL_SIDE_PANEL (object);

  switch ((SylSidePanelProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_HIGHLIGHTS:
      g_value_set_object (value, self->highlights);
      break;
    case PROP_PENCIL:
      g_value_set_object (value, self->pencil);
      break;
    case PROP_STUDY:
      g_value_set_object (value, self->study);
      break;
    }
}

static void
syl_side_panel_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SylSidePanel *self = SYL_SIDE_PANEL (object);
  gboolean changed = FALSE;

  switch ((SylSidePanelProps) property_id)
    {
    case PROP_LIBRARY:
      changed = g_set_object (&self->library, g_value_get_object (value));
      break;
    case PROP_PICK:
      changed = g_set_object (&self->pick, g_value_get_object (value));
      break;
    case PROP_HIGHLIGHTS:
      changed = g_set_object (&self->highlights, g_value_get_object (value));
      break;
    case PROP_PENCIL:
      changed = g_set_object (&self->pencil, g_value_get_object (value));
      break;
    case PROP_STUDY:
      changed = g_set_object (&self->study, g_value_get_object (value));
      break;
    }
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
syl_side_panel_dispose (GObject *object)
{
  SylSidePanel *self = SYL_SIDE_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SIDE_PANEL);
  g_clear_object (&self->study);
  g_clear_object (&self->pencil);
  g_clear_object (&self->highlights);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);

  G_OBJECT_CLASS (syl_side_panel_parent_class)->dispose (object);
}

static void
syl_side_panel_class_init (SylSidePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_side_panel_dispose;
  object_class->get_property = syl_side_panel_get_property;
  object_class->set_property = syl_side_panel_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_HIGHLIGHTS] = g_param_spec_object ("highlights", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_PENCIL] = g_param_spec_object ("pencil", NULL, NULL, SYL_TYPE_PENCIL, flags);
  properties[PROP_STUDY] = g_param_spec_object ("study", NULL, NULL, SYL_TYPE_STUDY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_MARKDOWN_VIEW);
  g_type_ensure (SYL_TYPE_NOTES_PANEL);
  g_type_ensure (SYL_TYPE_PASSES_PANEL);
  g_type_ensure (SYL_TYPE_SOURCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-side-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSidePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, SylSidePanel, notes_panel);
  gtk_widget_class_bind_template_child (widget_class, SylSidePanel, passes_panel);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
}

static void
syl_side_panel_init (SylSidePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_side_panel_show_notes:
 * @self: a panel
 * @focus: whether to put the keyboard into the note on the pick
 */
void
syl_side_panel_show_notes (SylSidePanel *self,
                           gboolean      focus)
{
  g_return_if_fail (SYL_IS_SIDE_PANEL (self));

  adw_view_stack_set_visible_child_name (self->stack, "notes");
  if (focus)
    syl_notes_panel_focus_note (self->notes_panel);
}

/**
 * syl_side_panel_show_passes:
 * @self: a panel
 *
 * Shows the passes, and puts the keyboard where the reader would go on.
 */
void
syl_side_panel_show_passes (SylSidePanel *self)
{
  g_return_if_fail (SYL_IS_SIDE_PANEL (self));

  adw_view_stack_set_visible_child_name (self->stack, "passes");
  gtk_widget_grab_focus (GTK_WIDGET (self->passes_panel));
}
