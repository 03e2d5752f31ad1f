/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/syl-list-heading.h"

/* As far in as what stands in the rows of a navigation sidebar. */
#define MARGIN 12

struct _SylListHeading
{
  GtkWidget parent_instance;

  GtkLabel *label; /* child */
};

typedef enum
{
  PROP_TEXT = 1,
} SylListHeadingProps;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (SylListHeading, syl_list_heading, GTK_TYPE_WIDGET)

/* The padding is the header's, so the header has to go with the text. */
static void
update_header (SylListHeading *self)
{
  GtkWidget *header = gtk_widget_get_parent (GTK_WIDGET (self));

  if (header != NULL)
    gtk_widget_set_visible (header, *gtk_label_get_label (self->label) != '\0');
}

static void
syl_list_heading_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SylListHeading *self = SYL_LIST_HEADING (object);

  switch ((SylListHeadingProps) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, syl_list_heading_get_text (self));
      break;
    }
}

static void
syl_list_heading_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SylListHeading *self = SYL_LIST_HEADING (object);

  switch ((SylListHeadingProps) property_id)
    {
    case PROP_TEXT:
      syl_list_heading_set_text (self, g_value_get_string (value));
      break;
    }
}

static void
syl_list_heading_dispose (GObject *object)
{
  SylListHeading *self = SYL_LIST_HEADING (object);

  g_clear_pointer ((GtkWidget **) &self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (syl_list_heading_parent_class)->dispose (object);
}

static void
syl_list_heading_class_init (SylListHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_list_heading_dispose;
  object_class->get_property = syl_list_heading_get_property;
  object_class->set_property = syl_list_heading_set_property;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
syl_list_heading_init (SylListHeading *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_margin_start (GTK_WIDGET (self->label), MARGIN);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  g_signal_connect (self, "notify::parent", G_CALLBACK (update_header), NULL);
}

/**
 * syl_list_heading_new:
 *
 * Returns: (transfer floating): a heading without a text
 */
GtkWidget *
syl_list_heading_new (void)
{
  return g_object_new (SYL_TYPE_LIST_HEADING, NULL);
}

/**
 * syl_list_heading_get_text:
 * @self: a heading
 *
 * Returns: its text, "" if it has none
 */
const char *
syl_list_heading_get_text (SylListHeading *self)
{
  g_return_val_if_fail (SYL_IS_LIST_HEADING (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * syl_list_heading_set_text:
 * @self: a heading
 * @text: (nullable): what it says
 */
void
syl_list_heading_set_text (SylListHeading *self,
                           const char     *text)
{
  g_return_if_fail (SYL_IS_LIST_HEADING (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_label (self->label), text))
    return;

  gtk_label_set_label (self->label, text);
  update_header (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
