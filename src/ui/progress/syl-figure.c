/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-figure.h"

struct _SylFigure
{
  AdwBin parent_instance;

  char *title;   /* owned, nullable */
  char *value;   /* owned, nullable */
  char *caption; /* owned, nullable */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_VALUE,
  PROP_CAPTION,
} SylFigureProps;

static GParamSpec *properties[PROP_CAPTION + 1];

G_DEFINE_FINAL_TYPE (SylFigure, syl_figure, ADW_TYPE_BIN)

static char **
get_text (SylFigure      *self,
          SylFigureProps  property)
{
  if (property == PROP_TITLE)
    return &self->title;
  return property == PROP_VALUE ? &self->value : &self->caption;
}

/* Those who listen hear it whole. */
static void
set_text (SylFigure      *self,
          SylFigureProps  property,
          const char     *text)
{
  g_autofree char *label = NULL;

  if (!g_set_str (get_text (self, property), text))
    return;
  label = g_strdup_printf ("%s: %s", self->title != NULL ? self->title : "", self->value != NULL ? self->value : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->caption != NULL ? self->caption : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
syl_figure_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  g_value_set_string (value, *get_text (SYL_FIGURE (object), (SylFigureProps) property_id));
}

static void
syl_figure_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  set_text (SYL_FIGURE (object), (SylFigureProps) property_id, g_value_get_string (value));
}

static void
syl_figure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SYL_TYPE_FIGURE);

  G_OBJECT_CLASS (syl_figure_parent_class)->dispose (object);
}

static void
syl_figure_finalize (GObject *object)
{
  SylFigure *self = SYL_FIGURE (object);

  g_free (self->title);
  g_free (self->value);
  g_free (self->caption);

  G_OBJECT_CLASS (syl_figure_parent_class)->finalize (object);
}

static void
syl_figure_class_init (SylFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_figure_dispose;
  object_class->finalize = syl_figure_finalize;
  object_class->get_property = syl_figure_get_property;
  object_class->set_property = syl_figure_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-figure.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
syl_figure_init (SylFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_figure_set:
 * @self: a figure
 * @value: what it is now
 * @caption: what else there is to say
 */
void
syl_figure_set (SylFigure  *self,
                const char *value,
                const char *caption)
{
  g_return_if_fail (SYL_IS_FIGURE (self));

  set_text (self, PROP_VALUE, value);
  set_text (self, PROP_CAPTION, caption);
}
