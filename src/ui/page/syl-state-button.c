/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-state-button.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"
#include "widgets/syl-state-mark.h"

struct _SylStateButton
{
  AdwBin parent_instance;

  SylPick *pick; /* owned, nullable */
  gboolean compact;
};

typedef enum
{
  PROP_PICK = 1,
  PROP_COMPACT,
} SylStateButtonProps;

static GParamSpec *properties[PROP_COMPACT + 1];

G_DEFINE_FINAL_TYPE (SylStateButton, syl_state_button, ADW_TYPE_BIN)

static gboolean
is_counted (GtkWidget *widget,
            SylPick   *pick,
            gboolean   extra)
{
  return pick != NULL && !extra;
}

static char *
toggle_text (GtkWidget    *widget,
             SylPickState  state)
{
  return g_strdup (state == SYL_PICK_STATE_READ ? _("Mark as Unread") : _("Mark as Read"));
}

static char *
state_text (GtkWidget    *widget,
            SylPickState  state)
{
  /* Translators: %s is a reading state, such as “Unread” */
  return g_strdup_printf (_("Reading State: %s"), syl_words_for_state (state));
}

static void
syl_state_button_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SylStateButton *self = SYL_STATE_BUTTON (object);

  switch ((SylStateButtonProps) property_id)
    {
    case PROP_PICK:
      g_value_set_object (value, self->pick);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    }
}

static void
syl_state_button_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SylStateButton *self = SYL_STATE_BUTTON (object);

  switch ((SylStateButtonProps) property_id)
    {
    case PROP_PICK:
      if (g_set_object (&self->pick, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_COMPACT:
      if (self->compact != g_value_get_boolean (value))
        {
          self->compact = !self->compact;
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    }
}

static void
syl_state_button_dispose (GObject *object)
{
  SylStateButton *self = SYL_STATE_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_STATE_BUTTON);
  g_clear_object (&self->pick);

  G_OBJECT_CLASS (syl_state_button_parent_class)->dispose (object);
}

static void
syl_state_button_class_init (SylStateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_state_button_dispose;
  object_class->get_property = syl_state_button_get_property;
  object_class->set_property = syl_state_button_set_property;

  properties[PROP_PICK] = g_param_spec_object ("pick", NULL, NULL, SYL_TYPE_PICK, flags);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SYL_TYPE_STATE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-state-button.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_counted);
  gtk_widget_class_bind_template_callback (widget_class, toggle_text);
  gtk_widget_class_bind_template_callback (widget_class, state_text);
}

static void
syl_state_button_init (SylStateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
