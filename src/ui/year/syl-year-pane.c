/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-pane.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "widgets/syl-row-click.h"
#include "year/syl-year-pane-private.h"

typedef enum
{
  PROP_LIBRARY = 1,
  PROP_ORDER,
  PROP_MINUTES,
} SylYearPaneProps;

static GParamSpec *properties[PROP_MINUTES + 1];

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_SKIP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylYearPane, syl_year_pane, ADW_TYPE_BIN)

static char *
dup_missed_text (const SylPlanRepair *repair)
{
  if (repair->n_missed == 1)
    /* Translators: the number of a week of the reader’s year */
    return g_strdup_printf (_("Week %u was missed."), repair->first);

  /* Translators: the numbers of the first and the last of several weeks */
  return g_strdup_printf (_("Weeks %u to %u were missed."), repair->first, repair->last);
}

static void
append_sentence (GString      *text,
                 const char   *format,
                 unsigned int  number)
{
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *sentence = g_strjoinv (digits, parts);

  g_string_append_c (text, ' ');
  g_string_append (text, sentence);
}

/* What the plan did about missed weeks. */
static void
show_repair (SylYearPane         *self,
             const SylPlanRepair *repair)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *missed = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->repair), repair->n_missed > 0);
  if (repair->n_missed == 0)
    return;

  missed = dup_missed_text (repair);
  g_string_append (text, missed);
  if (repair->n_free > 0)
    append_sentence (text, ngettext ("A free week makes up for it.", "%u free weeks make up for it.",
                                      repair->n_free),
                     repair->n_free);
  if (repair->n_moved > 0)
    append_sentence (text, ngettext ("The plan moved on by one week.", "The plan moved on by %u weeks.",
                                      repair->n_moved),
                     repair->n_moved);
  gtk_label_set_label (self->repair, text->str);
}

static void
show_end (SylYearPane *self)
{
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) time = NULL;
  GDate end;

  if (!syl_plan_get_end (syl_year_get_plan (self->year), &end))
    {
      adw_window_title_set_subtitle (self->title, "");
      return;
    }
  time = g_date_time_new_local (g_date_get_year (&end), (int) g_date_get_month (&end), g_date_get_day (&end), 12, 0, 0);
  /* Translators: a month and its year, such as “November 2027”; see the documentation of strftime */
  day = g_date_time_format (time, _("%B %Y"));
  /* Translators: %s is a month and its year: that of the last pick of the plan */
  text = g_strdup_printf (_("Until %s"), day);
  adw_window_title_set_subtitle (self->title, text);
}

static void
take_year (SylYearPane *self,
           SylYear     *year)
{
  const SylPlan *plan = syl_year_get_plan (year);

  g_set_object (&self->year, year);
  self->present = plan->n_over < plan->weeks->len ? plan->n_over : G_MAXUINT;
  _syl_year_pane_take_weeks (self);
  syl_week_strip_set_plan (self->strip, plan, self->present);
  show_repair (self, &plan->repair);
  show_end (self);
  _syl_year_pane_update_actions (self);
  if (!self->shown && self->present != G_MAXUINT)
    gtk_list_view_scroll_to (self->list_view, self->present, GTK_LIST_SCROLL_NONE, NULL);
  self->shown = TRUE;
}

static void
activate_cb (SylYearPane *self,
             unsigned int position)
{
  g_autoptr (SylYearWeek) week = g_list_model_get_item (G_LIST_MODEL (self->weeks), position);
  SylPick *pick = week != NULL ? syl_year_week_get_pick (week) : NULL;

  if (pick != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, pick);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *row = syl_year_row_new ();

  syl_row_click_install (row);
  gtk_list_item_set_child (item, row);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  SylYearWeek *week = gtk_list_item_get_item (item);
  g_autofree char *title = syl_year_week_dup_title (week);
  g_autofree char *caption = syl_year_week_dup_caption (week);

  syl_year_row_set_week (SYL_YEAR_ROW (gtk_list_item_get_child (item)), week);
  gtk_list_item_set_accessible_label (item, title);
  gtk_list_item_set_accessible_description (item, caption);
}

static void
syl_year_pane_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SylYearPane *self = SYL_YEAR_PANE (object);
  const SylPlanInput *input = self->year != NULL ? syl_year_get_input (self->year) : NULL;

  switch ((SylYearPaneProps) property_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_ORDER:
      g_value_set_string (value, syl_plan_order_to_string (input != NULL ? input->order : SYL_PLAN_ORDER_SECTIONS));
      break;
    case PROP_MINUTES:
      g_value_take_string (value, g_strdup_printf ("%u", input != NULL ? input->minutes : SYL_PLAN_MINUTES_DEFAULT));
      break;
    }
}

static void
syl_year_pane_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SylYearPane *self = SYL_YEAR_PANE (object);
  unsigned int minutes;
  SylPlanOrder order;

  switch ((SylYearPaneProps) property_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;
    case PROP_ORDER:
      if (syl_plan_order_from_string (g_value_get_string (value), &order))
        _syl_year_pane_set_pace (self, NULL, &order);
      break;
    case PROP_MINUTES:
      minutes = (unsigned int) g_ascii_strtoull (g_value_get_string (value), NULL, 10);
      _syl_year_pane_set_pace (self, &minutes, NULL);
      break;
    }
}

/* This week, until the reader was at another one. */
static gboolean
syl_year_pane_grab_focus (GtkWidget *widget)
{
  SylYearPane *self = SYL_YEAR_PANE (widget);

  if (self->present != G_MAXUINT && gtk_widget_get_focus_child (GTK_WIDGET (self->list_view)) == NULL)
    gtk_list_view_scroll_to (self->list_view, self->present, GTK_LIST_SCROLL_FOCUS, NULL);
  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
syl_year_pane_dispose (GObject *object)
{
  SylYearPane *self = SYL_YEAR_PANE (object);

  g_clear_object (&self->loader);
  _syl_year_pane_end_drop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_YEAR_PANE);
  g_clear_object (&self->weeks);
  g_clear_object (&self->moved);
  g_clear_object (&self->year);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_year_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, SYL_TYPE_LIBRARY,
                                                  flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_ORDER] = g_param_spec_string ("order", NULL, NULL, "sections", flags);
  properties[PROP_MINUTES] = g_param_spec_string ("minutes", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
syl_year_pane_class_init (SylYearPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = syl_year_pane_dispose;
  object_class->get_property = syl_year_pane_get_property;
  object_class->set_property = syl_year_pane_set_property;
  widget_class->grab_focus = syl_year_pane_grab_focus;
  install_properties (object_class);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            SYL_TYPE_PICK);
  signals[SIGNAL_SKIP] = g_signal_new ("skip", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       SYL_TYPE_PICK);

  g_type_ensure (SYL_TYPE_WEEK_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-year-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SylYearPane, title);
  gtk_widget_class_bind_template_child (widget_class, SylYearPane, strip);
  gtk_widget_class_bind_template_child (widget_class, SylYearPane, repair);
  gtk_widget_class_bind_template_child (widget_class, SylYearPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, SylYearPane, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  _syl_year_pane_install_actions (widget_class);
}

static void
syl_year_pane_init (SylYearPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  self->present = G_MAXUINT;
  self->weeks = g_list_store_new (SYL_TYPE_YEAR_WEEK);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->weeks)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  _syl_year_pane_install_drop (self);
  _syl_year_pane_update_actions (self);
}

/**
 * syl_year_pane_new:
 * @library: a library
 *
 * Returns: (transfer floating): a pane of its year
 */
GtkWidget *
syl_year_pane_new (SylLibrary *library)
{
  SylYearPane *self = g_object_new (SYL_TYPE_YEAR_PANE, "library", library, NULL);

  self->loader = syl_year_loader_new (library, GTK_WIDGET (self));
  g_signal_connect_object (self->loader, "loaded", G_CALLBACK (take_year), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
