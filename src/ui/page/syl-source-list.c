/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-source-list.h"

#include "page/syl-source-row.h"

struct _SylSourceList
{
  AdwBin parent_instance;

  SylLibrary *library; /* owned, nullable */
  SylPick *pick;       /* owned, nullable */
  GtkListBox *main_box;
  GtkListBox *other_box;
  GListModel *main_sources;
  GListModel *other_sources;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_PICK,
} SylSourceListProps;

static GParamSpec *properties[PROP_PICK + 1];

G_DEFINE_FINAL_TYPE (SylSourceList, syl_source_list, ADW_TYPE_BIN)

static gboolean
is_filled (GtkWidget    *widget,
           unsigned int  n_items)
{
  return n_items > 0;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  SylSourceList *self = user_data;

  return syl_source_row_new (self->library, item);
}

static void
syl_source_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SylSourceList *self = SYL_SOURCE_LIST (object);

  switch ((SylSourceListProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    }
}

static void
syl_source_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SylSourceList *self = SYL_SOURCE_LIST (object);
  gboolean changed;

  if (property_id == PROP_LIBRARY)
    changed = g_set_object (&self->library, g_value_get_object (value));
  else
    changed = g_set_object (&self->pick, g_value_get_object (value));
  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
syl_source_list_dispose (GObject *object)
{
  SylSourceList *self = SYL_SOURCE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SOURCE_LIST);
  g_clear_object (&self->library);
  g_clear_object (&self->pick);

  G_OBJECT_CLASS (syl_source_list_parent_class)->dispose (object);
}

static void
syl_source_list_class_init (SylSourceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_source_list_dispose;
  object_class->get_property = syl_source_list_get_property;
  object_class->set_property = syl_source_list_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, flags);
  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_SOURCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-source-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSourceList, main_box);
  gtk_widget_class_bind_template_child (widget_class, SylSourceList, other_box);
  gtk_widget_class_bind_template_child (widget_class, SylSourceList, main_sources);
  gtk_widget_class_bind_template_child (widget_class, SylSourceList, other_sources);
  gtk_widget_class_bind_template_callback (widget_class, is_filled);
}

static void
syl_source_list_init (SylSourceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_bind_model (self->main_box, self->main_sources, create_row, self, NULL);
  gtk_list_box_bind_model (self->other_box, self->other_sources, create_row, self, NULL);
}
