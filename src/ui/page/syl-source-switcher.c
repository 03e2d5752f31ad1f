/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-source-switcher.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "page/syl-source-row.h"

struct _SylSourceSwitcher
{
  AdwBin parent_instance;

  SylLibrary *library; /* owned, nullable */
  SylPick *pick;       /* owned, nullable */
  SylSource *source;   /* owned, nullable */
  char *location;      /* owned, nullable */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list_box;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
  PROP_SOURCE,
  PROP_LOCATION,
} SylSourceSwitcherProps;

static GParamSpec *properties[PROP_LOCATION + 1];

G_DEFINE_FINAL_TYPE (SylSourceSwitcher, syl_source_switcher, ADW_TYPE_BIN)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SylSourceSwitcher *self = user_data;

  return syl_source_row_new (self->library, item);
}

static void
row_activated_cb (SylSourceSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

static void
select_row (SylSourceSwitcher *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      if (syl_source_row_get_source (SYL_SOURCE_ROW (row)) == self->source)
        break;
    }
  gtk_list_box_select_row (self->list_box, row);
}

static void
set_pick (SylSourceSwitcher *self,
          SylPick           *pick)
{
  if (!g_set_object (&self->pick, pick))
    return;

  gtk_list_box_bind_model (self->list_box, pick != NULL ? syl_pick_get_sources (pick) : NULL, create_row,
                           self, NULL);
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICK]);
}

static void
update_name (SylSourceSwitcher *self)
{
  g_autofree char *name = NULL;

  if (self->source == NULL)
    return;

  /* Translators: %s is the title of the source that is shown */
  name = g_strdup_printf (_("Source: %s"), syl_source_get_title (self->source));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_source (SylSourceSwitcher *self,
            SylSource         *source)
{
  if (!g_set_object (&self->source, source))
    return;

  select_row (self);
  update_name (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
}

static void
syl_source_switcher_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SylSourceSwitcher *self = SYL_SOURCE_SWITCHER (object);

  switch ((SylSourceSwitcherProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_LOCATION:
      g_value_set_string (value, self->location);
      break;
    }
}

static void
syl_source_switcher_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SylSourceSwitcher *self = SYL_SOURCE_SWITCHER (object);

  switch ((SylSourceSwitcherProps) property_id)
    {
    case PROP_LIBRARY:
      if (g_set_object (&self->library, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PICK:
      set_pick (self, g_value_get_object (value));
      break;
    case PROP_SOURCE:
      set_source (self, g_value_get_object (value));
      break;
    case PROP_LOCATION:
      if (g_set_str (&self->location, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
syl_source_switcher_dispose (GObject *object)
{
  SylSourceSwitcher *self = SYL_SOURCE_SWITCHER (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SOURCE_SWITCHER);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (syl_source_switcher_parent_class)->dispose (object);
}

static void
syl_source_switcher_finalize (GObject *object)
{
  SylSourceSwitcher *self = SYL_SOURCE_SWITCHER (object);

  g_free (self->location);

  G_OBJECT_CLASS (syl_source_switcher_parent_class)->finalize (object);
}

static void
syl_source_switcher_class_init (SylSourceSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_source_switcher_dispose;
  object_class->finalize = syl_source_switcher_finalize;
  object_class->get_property = syl_source_switcher_get_property;
  object_class->set_property = syl_source_switcher_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, SYL_TYPE_SOURCE, flags);
  properties[PROP_LOCATION] = g_param_spec_string ("location", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-source-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSourceSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, SylSourceSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, SylSourceSwitcher, list_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
syl_source_switcher_init (SylSourceSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
