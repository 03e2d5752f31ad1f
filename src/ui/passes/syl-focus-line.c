/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passes/syl-focus-line.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "passes/syl-pass-words.h"
#include "syl-words.h"

struct _SylFocusLine
{
  AdwBin parent_instance;

  SylStudy *study; /* owned, nullable */
  guint source;    /* of the next minute */

  GtkLabel *label;
  GtkWidget *button;
};

typedef enum
{
  PROP_STUDY = 1,
} SylFocusLineProps;

static GParamSpec *properties[PROP_STUDY + 1];

G_DEFINE_FINAL_TYPE (SylFocusLine, syl_focus_line, ADW_TYPE_BIN)

static void update (SylFocusLine *self);

static char *
dup_words (SylFocusLine *self,
           unsigned int  seconds,
           gboolean      paused)
{
  SylPick *pick = syl_study_get_pick (self->study);
  unsigned int planned = pick != NULL ? syl_pick_get_minutes (pick) : 0;
  g_autofree char *time = syl_pass_words_dup_time (seconds);
  g_autoptr (GString) words = g_string_new (time);

  if (planned > 0)
    {
      g_autofree char *duration = syl_words_dup_duration (planned);

      g_string_append (words, " · ");
      /* Translators: how long a pick takes, such as “about 1 h 30 min planned” */
      g_string_append_printf (words, _("about %s planned"), duration);
    }
  if (paused)
    {
      g_string_append (words, " · ");
      g_string_append (words, C_("reading time", "paused"));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
minute_cb (gpointer user_data)
{
  SylFocusLine *self = user_data;

  self->source = 0;
  update (self);
}

/* Once a minute, and not at all where nobody looks or nothing is counted. Who does not want time to be counted
 * does not see it. */
static void
update (SylFocusLine *self)
{
  SylFocusTimer *timer = self->study != NULL ? syl_study_get_timer (self->study) : NULL;
  g_autofree char *words = NULL;
  unsigned int seconds;
  gboolean paused;

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), timer == NULL || syl_focus_timer_get_enabled (timer));
  if (timer == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  seconds = syl_study_get_seconds (self->study);
  paused = syl_focus_timer_get_paused (timer);
  words = dup_words (self, seconds, paused);
  gtk_label_set_label (self->label, words);
  gtk_button_set_icon_name (GTK_BUTTON (self->button),
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (self->button, paused ? _("Count Reading Time Again") : _("Pause Reading Time"));
  if (syl_focus_timer_get_counting (timer))
    self->source = g_timeout_add_seconds_once (60 - seconds % 60, minute_cb, self);
}

static void
clicked_cb (SylFocusLine *self)
{
  SylFocusTimer *timer = self->study != NULL ? syl_study_get_timer (self->study) : NULL;

  if (timer != NULL)
    syl_focus_timer_set_paused (timer, !syl_focus_timer_get_paused (timer));
}

static void
set_study (SylFocusLine *self,
           SylStudy     *study)
{
  if (self->study == study)
    return;

  if (self->study != NULL)
    {
      g_signal_handlers_disconnect_by_data (syl_study_get_timer (self->study), self);
      g_signal_handlers_disconnect_by_data (self->study, self);
    }
  g_set_object (&self->study, study);
  if (study != NULL)
    {
      g_signal_connect_object (study, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (syl_study_get_timer (study), "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STUDY]);
}

static void
syl_focus_line_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((SylFocusLineProps) property_id)
    {
    case PROP_STUDY:
      g_value_set_object (value, SYL_FOCUS_LINE (object)->study);
      break;
    }
}

static void
syl_focus_line_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch ((SylFocusLineProps) property_id)
    {
    case PROP_STUDY:
      set_study (SYL_FOCUS_LINE (object), g_value_get_object (value));
      break;
    }
}

static void
syl_focus_line_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syl_focus_line_parent_class)->map (widget);

  update (SYL_FOCUS_LINE (widget));
}

static void
syl_focus_line_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (syl_focus_line_parent_class)->unmap (widget);

  update (SYL_FOCUS_LINE (widget));
}

static void
syl_focus_line_dispose (GObject *object)
{
  SylFocusLine *self = SYL_FOCUS_LINE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_FOCUS_LINE);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (syl_focus_line_parent_class)->dispose (object);
}

static void
syl_focus_line_class_init (SylFocusLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_focus_line_dispose;
  object_class->get_property = syl_focus_line_get_property;
  object_class->set_property = syl_focus_line_set_property;
  widget_class->map = syl_focus_line_map;
  widget_class->unmap = syl_focus_line_unmap;

  properties[PROP_STUDY] = g_param_spec_object ("study", NULL, NULL, SYL_TYPE_STUDY,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-focus-line.ui");
  gtk_widget_class_bind_template_child (widget_class, SylFocusLine, label);
  gtk_widget_class_bind_template_child (widget_class, SylFocusLine, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
syl_focus_line_init (SylFocusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
