/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-meaning-filter.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "notes/syl-meaning.h"

struct _SylMeaningFilter
{
  GtkBox parent_instance;

  SylLibrary *library; /* owned, nullable */
  unsigned int meanings;
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_MEANINGS,
} SylMeaningFilterProps;

static GParamSpec *properties[PROP_MEANINGS + 1];

G_DEFINE_FINAL_TYPE (SylMeaningFilter, syl_meaning_filter, GTK_TYPE_BOX)

static void
toggled_cb (SylMeaningFilter *self,
            GtkToggleButton  *button)
{
  unsigned int bit = 1u << syl_meaning_of_button (GTK_WIDGET (button));

  if (gtk_toggle_button_get_active (button))
    self->meanings |= bit;
  else
    self->meanings &= ~bit;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEANINGS]);
}

static void
update_names (SylMeaningFilter *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (unsigned int i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    {
      /* Translators: %s is what a highlight means, as in “Only Method” */
      g_autofree char *label = g_strdup_printf (_("Only “%s”"), syl_meaning_get_name (self->library, i));

      syl_meaning_label_button (button, label);
    }
}

static void
set_library (SylMeaningFilter *self,
             SylLibrary       *library)
{
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "notify::meaning-names", G_CALLBACK (update_names), self, G_CONNECT_SWAPPED);
  update_names (self);
}

static void
syl_meaning_filter_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  SylMeaningFilter *self = SYL_MEANING_FILTER (object);

  switch ((SylMeaningFilterProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_MEANINGS:
      g_value_set_uint (value, self->meanings);
      break;
    }
}

static void
syl_meaning_filter_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  SylMeaningFilter *self = SYL_MEANING_FILTER (object);

  switch ((SylMeaningFilterProps) property_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_MEANINGS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
syl_meaning_filter_dispose (GObject *object)
{
  SylMeaningFilter *self = SYL_MEANING_FILTER (object);

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_meaning_filter_parent_class)->dispose (object);
}

static void
syl_meaning_filter_class_init (SylMeaningFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = syl_meaning_filter_dispose;
  object_class->get_property = syl_meaning_filter_get_property;
  object_class->set_property = syl_meaning_filter_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEANINGS] = g_param_spec_uint ("meanings", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_meaning_filter_init (SylMeaningFilter *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    {
      GtkWidget *button = syl_meaning_new_button (i, syl_meaning_get_name (NULL, i));

      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), button);
    }
  update_names (self);
}

/**
 * syl_meaning_filter_get_meanings:
 * @self: a filter
 *
 * Returns: a mask of the meanings that are chosen, bit 0 for meaning 0; 0 for all of them
 */
unsigned int
syl_meaning_filter_get_meanings (SylMeaningFilter *self)
{
  g_return_val_if_fail (SYL_IS_MEANING_FILTER (self), 0);

  return self->meanings;
}
