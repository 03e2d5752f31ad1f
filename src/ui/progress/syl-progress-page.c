/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress/syl-progress-page.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "progress/syl-focus-chart.h"
#include "progress/syl-pace-chart.h"
#include "progress/syl-progress-page-private.h"
#include "progress/syl-progress-words.h"
#include "syl-words.h"
#include "widgets/syl-progress-ring.h"

#define RING_SIZE 24

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_SHOW_TIME,
} SylProgressPageProps;

static GParamSpec *properties[PROP_SHOW_TIME + 1];

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylProgressPage, syl_progress_page, ADW_TYPE_BIN)

static void
show_read (SylProgressPage *self)
{
  const SylPlanProgress *progress = self->progress;
  g_autofree char *value = NULL;
  g_autofree char *caption = NULL;

  /* Translators: how many picks of the list are read, as in “12 of 50” */
  value = g_strdup_printf (_("%u of %u"), progress->n_read, progress->n_picks);
  if (progress->n_skipped > 0)
    caption = g_strdup_printf (ngettext ("%u skipped", "%u skipped", progress->n_skipped), progress->n_skipped);
  syl_figure_set (self->read, value, caption != NULL ? caption : _("none skipped"));
}

static void
show_focus (SylProgressPage *self)
{
  g_autofree char *value = syl_words_dup_duration ((unsigned int) (self->progress->seconds / 60));
  g_autofree char *lately = syl_words_dup_duration ((unsigned int) (self->progress->seconds_lately / 60));
  g_autofree char *caption = NULL;

  /* Translators: %s is a duration */
  caption = g_strdup_printf (_("%s in the last 4 weeks"), lately);
  syl_figure_set (self->focus, value, caption);
}

static void
show_streak (SylProgressPage *self)
{
  SylPlanStreak streak = self->progress->streak;
  g_autofree char *value = g_strdup_printf (ngettext ("%u week", "%u weeks", streak.present), streak.present);
  g_autofree char *caption = NULL;

  /* Translators: the most weeks in a row in which a pick was read */
  caption = g_strdup_printf (_("longest: %u"), streak.longest);
  syl_figure_set (self->streak, value, caption);
}

static void
show_pace (SylProgressPage *self)
{
  const SylPlanProgress *progress = self->progress;
  double n_weeks = MAX (1, progress->n_seen);
  unsigned int n_planned = progress->n_seen > 0 ? g_array_index (progress->planned, guint, progress->n_seen - 1)
                                                : progress->n_before;
  g_autofree char *value = g_strdup_printf ("%.1f", (progress->n_read - progress->n_before) / n_weeks);
  g_autofree char *caption = NULL;

  /* Translators: how many picks a week the plan has */
  caption = g_strdup_printf (_("%.1f planned"), (n_planned - progress->n_before) / n_weeks);
  syl_figure_set (self->pace, value, caption);
}

static void
show_plan (SylProgressPage *self)
{
  int n_behind = self->progress->n_behind;
  g_autofree char *value = syl_progress_words_dup_behind (n_behind);

  syl_figure_set (self->plan, value, n_behind != 0 ? _("the plan as it was at first") : _("as it was at first"));
}

static void
show_end (SylProgressPage *self)
{
  g_autofree char *day = self->progress->has_end ? syl_progress_words_dup_day (&self->progress->end) : NULL;

  g_object_set (self->end, "title",
                self->progress->n_read + self->progress->n_skipped < self->progress->n_picks ? _("Expected end") : _("End"),
                NULL);
  syl_figure_set (self->end, day != NULL ? day : _("Open"), _("first day of the last week"));
}

static void
take_year (SylProgressPage *self,
           SylYear         *year)
{
  const SylPlanSession *sessions;
  gsize n_sessions;
  GDate today;

  syl_local_time_get_today (&today);
  sessions = syl_year_get_sessions (year, &n_sessions);
  g_set_object (&self->year, year);
  g_clear_pointer (&self->progress, syl_plan_progress_unref);
  self->progress = syl_plan_progress_new (syl_year_get_plan (year), syl_year_get_input (year), sessions, n_sessions,
                                          &today);
  show_read (self);
  show_focus (self);
  show_streak (self);
  show_pace (self);
  show_plan (self);
  show_end (self);
  syl_week_calendar_set_year (self->calendar, year, self->progress);
  syl_week_legend_set_progress (self->legend, self->progress);
  syl_chart_set_progress (self->focus_chart, self->progress);
  syl_chart_set_progress (self->pace_chart, self->progress);
  gtk_stack_set_visible_child_name (self->stack, syl_plan_progress_is_empty (self->progress) ? "empty" : "progress");
  _syl_progress_page_update_actions (self);
}

static void
pick_activated_cb (SylProgressPage *self,
                   SylPick         *pick)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, pick);
}

static gboolean
section_to_text (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  g_autoptr (SylSection) section = SYL_SECTION (g_binding_dup_source (binding));

  /* Translators: how many picks of a section are read, as in “3 of 5” */
  g_value_take_string (to, g_strdup_printf (_("%u of %u"), syl_section_get_n_read (section),
                                            syl_section_get_n_picks (section)));
  return TRUE;
}

static gboolean
section_to_fraction (GBinding     *binding,
                     const GValue *from,
                     GValue       *to,
                     gpointer      user_data)
{
  g_autoptr (SylSection) section = SYL_SECTION (g_binding_dup_source (binding));

  g_value_set_double (to, (double) syl_section_get_n_read (section) / MAX (1, syl_section_get_n_picks (section)));
  return TRUE;
}

static void
follow (SylSection            *section,
        GtkWidget             *widget,
        const char            *property,
        GBindingTransformFunc  transform)
{
  static const char *const names[] = { "n-read", "n-picks" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_bind_property_full (section, names[i], widget, property, G_BINDING_SYNC_CREATE, transform, NULL, NULL, NULL);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *ring = g_object_new (SYL_TYPE_PROGRESS_RING, "size", RING_SIZE, NULL);
  GtkWidget *count = gtk_label_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_bind_property (item, "title", row, "title", G_BINDING_SYNC_CREATE);
  follow (item, ring, "fraction", section_to_fraction);
  follow (item, count, "label", section_to_text);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (ring), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, count, NULL, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), ring);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  return row;
}

static void
syl_progress_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (object);

  switch ((SylProgressPageProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_SHOW_TIME:
      g_value_set_boolean (value, self->show_time);
      break;
    }
}

static void
syl_progress_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (object);

  switch ((SylProgressPageProps) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_SHOW_TIME:
      self->show_time = g_value_get_boolean (value);
      break;
    }
}

static void
syl_progress_page_dispose (GObject *object)
{
  SylProgressPage *self = SYL_PROGRESS_PAGE (object);

  g_clear_object (&self->loader);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PROGRESS_PAGE);
  g_clear_object (&self->year);
  g_clear_pointer (&self->progress, syl_plan_progress_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_progress_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SYL_TYPE_FIGURE);
  g_type_ensure (SYL_TYPE_FOCUS_CHART);
  g_type_ensure (SYL_TYPE_PACE_CHART);
  g_type_ensure (SYL_TYPE_WEEK_CALENDAR);
  g_type_ensure (SYL_TYPE_WEEK_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, read);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, focus);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, streak);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, pace);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, plan);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, end);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, legend);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, focus_chart);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, pace_chart);
  gtk_widget_class_bind_template_child (widget_class, SylProgressPage, sections);
  gtk_widget_class_bind_template_callback (widget_class, pick_activated_cb);
}

static void
syl_progress_page_class_init (SylProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = syl_progress_page_dispose;
  object_class->get_property = syl_progress_page_get_property;
  object_class->set_property = syl_progress_page_set_property;
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_TIME] = g_param_spec_boolean ("show-time", NULL, NULL, TRUE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, SYL_TYPE_PICK);
  bind_template (widget_class);
  _syl_progress_page_install_actions (widget_class);
}

static void
syl_progress_page_init (SylProgressPage *self)
{
  self->show_time = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  _syl_progress_page_update_actions (self);
}

/**
 * syl_progress_page_new:
 * @library: a library
 *
 * Returns: (transfer floating): a page of how its year went
 */
GtkWidget *
syl_progress_page_new (SylLibrary *library)
{
  SylProgressPage *self = g_object_new (SYL_TYPE_PROGRESS_PAGE, "library", library, NULL);

  gtk_list_box_bind_model (self->sections, syl_library_get_sections (library), create_row, NULL, NULL);
  self->loader = syl_year_loader_new (library, GTK_WIDGET (self));
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (take_year), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
