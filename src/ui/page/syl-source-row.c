/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-source-row.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "syl-words.h"

struct _SylSourceRow
{
  AdwActionRow parent_instance;

  SylLibrary *library; /* owned, nullable */
  SylSource *source;   /* owned, nullable */
  GtkCheckButton *tick;
  unsigned int n_saving; /* ticks on their way: what is read meanwhile may be older */
  gboolean showing;      /* the tick changes because it is set */
};

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SOURCE,
} SylSourceRowProps;

static GParamSpec *properties[PROP_SOURCE + 1];

G_DEFINE_FINAL_TYPE (SylSourceRow, syl_source_row, ADW_TYPE_ACTION_ROW)

static char *
subtitle (GtkWidget  *widget,
          const char *facts,
          const char *domain)
{
  if (facts == NULL || *facts == '\0')
    return g_strdup (domain);
  if (domain == NULL || *domain == '\0')
    return g_strdup (facts);
  return g_strconcat (facts, " · ", domain, NULL);
}

static char *
kind_icon (GtkWidget  *widget,
           const char *kind)
{
  return syl_words_dup_kind_icon (kind);
}

static char *
kind_name (GtkWidget  *widget,
           const char *kind)
{
  return g_strdup (syl_words_for_kind (kind));
}

static void
show_ticked (SylSourceRow *self)
{
  if (self->n_saving > 0 || self->tick == NULL)
    return;

  self->showing = TRUE;
  gtk_check_button_set_active (self->tick, syl_source_get_ticked (self->source));
  self->showing = FALSE;
}

/* What was not saved is not shown as if it were. */
static void
set_ticked_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (SylSourceRow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_saving--;
  if (syl_library_set_ticked_finish (SYL_LIBRARY (object), result, &error) || self->tick == NULL)
    return;

  show_ticked (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
}

static void
tick_toggled_cb (SylSourceRow *self)
{
  if (self->library == NULL || self->source == NULL || self->showing)
    return;

  self->n_saving++;
  syl_library_set_ticked_async (self->library, self->source, gtk_check_button_get_active (self->tick), NULL,
                                set_ticked_cb, g_object_ref (self));
}

static void
syl_source_row_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SylSourceRow *self = SYL_SOURCE_ROW (object);

  switch ((SylSourceRowProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    }
}

static void
syl_source_row_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SylSourceRow *self = SYL_SOURCE_ROW (object);

  switch ((SylSourceRowProps) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SOURCE:
      self->source = g_value_dup_object (value);
      break;
    }
}

static void
syl_source_row_constructed (GObject *object)
{
  SylSourceRow *self = SYL_SOURCE_ROW (object);

  G_OBJECT_CLASS (syl_source_row_parent_class)->constructed (object);

  if (self->source == NULL)
    return;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", syl_source_get_slug (self->source));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done With This Source"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, syl_source_get_title (self->source),
                                  -1);
  g_signal_connect_object (self->source, "notify::ticked", G_CALLBACK (show_ticked), self, G_CONNECT_SWAPPED);
  show_ticked (self);
}

static void
syl_source_row_dispose (GObject *object)
{
  SylSourceRow *self = SYL_SOURCE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_SOURCE_ROW);
  g_clear_object (&self->library);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (syl_source_row_parent_class)->dispose (object);
}

static void
syl_source_row_class_init (SylSourceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags fixed = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = syl_source_row_constructed;
  object_class->dispose = syl_source_row_dispose;
  object_class->get_property = syl_source_row_get_property;
  object_class->set_property = syl_source_row_set_property;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY, fixed);
  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, SYL_TYPE_SOURCE, fixed);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SylSourceRow, tick);
  gtk_widget_class_bind_template_callback (widget_class, subtitle);
  gtk_widget_class_bind_template_callback (widget_class, kind_icon);
  gtk_widget_class_bind_template_callback (widget_class, kind_name);
  gtk_widget_class_bind_template_callback (widget_class, tick_toggled_cb);
}

static void
syl_source_row_init (SylSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * syl_source_row_new:
 * @library: (nullable): the library that keeps the tick
 * @source: (nullable): what it shows
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
syl_source_row_new (SylLibrary *library,
                    SylSource  *source)
{
  return g_object_new (SYL_TYPE_SOURCE_ROW, "library", library, "source", source, NULL);
}

/**
 * syl_source_row_get_source:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SylSource *
syl_source_row_get_source (SylSourceRow *self)
{
  g_return_val_if_fail (SYL_IS_SOURCE_ROW (self), NULL);

  return self->source;
}
