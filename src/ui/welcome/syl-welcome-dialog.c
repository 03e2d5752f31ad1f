/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "welcome/syl-welcome-dialog.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "syl-words.h"
#include "year/syl-week-strip.h"

typedef enum
{
  START_THIS_WEEK,
  START_NEXT_WEEK,
  START_ANOTHER,
} Start;

struct _SylWelcomeDialog
{
  AdwDialog parent_instance;

  SylLibrary *library; /* owned, nullable */
  SylYear *year;       /* owned, nullable: as it is now */
  guint again : 1;     /* there was one before */

  GtkWidget *icon;
  GtkLabel *sentence;
  GtkButton *skip_button;
  GtkButton *begin_button;
  AdwComboRow *start_row;
  GtkWidget *day_row;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  AdwComboRow *minutes_row;
  GtkCheckButton *sections_button;
  GtkCheckButton *mixed_button;
  SylWeekStrip *strip;
  GtkLabel *outline;
};

G_DEFINE_FINAL_TYPE (SylWelcomeDialog, syl_welcome_dialog, ADW_TYPE_DIALOG)

/* As the row has them. */
static const unsigned int minutes_of_row[] = { 60, 120, 180, 300, 0 };

static void
get_start (SylWelcomeDialog *self,
           GDate            *start)
{
  g_autoptr (GDateTime) chosen = NULL;

  syl_local_time_get_today (start);
  switch ((Start) adw_combo_row_get_selected (self->start_row))
    {
    case START_NEXT_WEEK:
      g_date_add_days (start, 7);
      break;
    case START_ANOTHER:
      chosen = gtk_calendar_get_date (self->calendar);
      syl_local_time_get_day (chosen, start);
      break;
    case START_THIS_WEEK:
    default:
      break;
    }
}

/* The year as it would be: what was wished for the one before does not count in it. */
static SylPlanInput
make_input (SylWelcomeDialog *self)
{
  SylPlanInput input = *syl_year_get_input (self->year);
  guint row = MIN (adw_combo_row_get_selected (self->minutes_row), G_N_ELEMENTS (minutes_of_row) - 1);

  get_start (self, &input.start);
  input.minutes = minutes_of_row[row];
  input.order = gtk_check_button_get_active (self->mixed_button) ? SYL_PLAN_ORDER_MIXED : SYL_PLAN_ORDER_SECTIONS;
  input.n_own = input.n_pauses = input.n_shifts = input.n_history = 0;
  return input;
}

static char *
dup_outline (const SylPlanOutline *outline)
{
  g_autoptr (GDateTime) end = g_date_time_new_local (g_date_get_year (&outline->end),
                                                     (int) g_date_get_month (&outline->end),
                                                     g_date_get_day (&outline->end), 12, 0, 0);
  g_autofree char *picks = g_strdup_printf (ngettext ("%u pick", "%u picks", outline->n_picks), outline->n_picks);
  g_autofree char *weeks = g_strdup_printf (ngettext ("%u week", "%u weeks", outline->n_weeks), outline->n_weeks);
  g_autofree char *day = syl_words_dup_day (end);
  g_autofree char *free_weeks = NULL;

  if (outline->n_free == 0)
    /* Translators: “50 picks”, “50 weeks”, and a day */
    return g_strdup_printf (_("%s in %s, until %s."), picks, weeks, day);

  /* Translators: of the weeks of a year */
  free_weeks = g_strdup_printf (ngettext ("%u of them free", "%u of them free", outline->n_free), outline->n_free);
  /* Translators: “50 picks”, “52 weeks”, “2 of them free”, and a day */
  return g_strdup_printf (_("%s in %s, %s, until %s."), picks, weeks, free_weeks, day);
}

static char *
dup_sentences (const SylPlanOutline *outline)
{
  g_autofree char *first = dup_outline (outline);
  g_autofree char *second = NULL;

  if (outline->n_long == 0)
    return g_steal_pointer (&first);

  second = g_strdup_printf (ngettext ("%u pick takes longer than you have; it still gets its week.",
                                      "%u picks take longer than you have; each still gets its week.",
                                      outline->n_long),
                            outline->n_long);
  return g_strjoin ("\n", first, second, NULL);
}

/* Also to those who listen, and have the focus on what they choose. */
static void
say (SylWelcomeDialog *self,
     const char       *text)
{
  if (g_str_equal (gtk_label_get_label (self->outline), text))
    return;

  gtk_label_set_label (self->outline, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->outline), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_plan (SylWelcomeDialog *self,
           const GDate      *today)
{
  SylPlanInput input = make_input (self);
  g_autoptr (SylPlan) plan = syl_plan_make (&input, today);
  SylPlanOutline outline = syl_plan_outline (plan, &input);
  g_autofree char *text = NULL;

  syl_week_strip_set_plan (self->strip, plan, G_MAXUINT);
  text = outline.n_weeks > 0 ? dup_sentences (&outline) : g_strdup (_("There is nothing left to read in this list."));
  say (self, text);
}

static void
show_day (SylWelcomeDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = syl_words_dup_day (day);

  gtk_menu_button_set_label (self->day_button, text);
  gtk_widget_set_visible (self->day_row, adw_combo_row_get_selected (self->start_row) == START_ANOTHER);
}

static void
update (SylWelcomeDialog *self)
{
  GDate today, start;
  gboolean ahead;

  /* The template sets what it is made of one by one. */
  if (self->year == NULL)
    return;

  syl_local_time_get_today (&today);
  get_start (self, &start);
  ahead = syl_week_count_between (&today, &start) >= 0;
  show_day (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->begin_button), ahead);
  if (ahead)
    show_plan (self, &today);
  else
    say (self, _("A year can’t start in the past. Choose a day from this week on."));
}

static void
skip_cb (SylWelcomeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SylWelcomeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean begun = syl_library_begin_year_finish (SYL_LIBRARY (object), result, &error);

  if (!begun)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
  else if (self->again)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-plan-undo", "s", _("The year begins anew"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
begin_cb (SylWelcomeDialog *self)
{
  SylPlanInput input = make_input (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->begin_button), FALSE);
  syl_library_begin_year_async (self->library, &input.start, &input.minutes, &input.order, NULL, begun_cb,
                                g_object_ref (self));
}

static void
syl_welcome_dialog_dispose (GObject *object)
{
  SylWelcomeDialog *self = SYL_WELCOME_DIALOG (object);

  g_clear_object (&self->year);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_WELCOME_DIALOG);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_welcome_dialog_parent_class)->dispose (object);
}

static void
syl_welcome_dialog_class_init (SylWelcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_welcome_dialog_dispose;

  g_type_ensure (SYL_TYPE_WEEK_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-welcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, skip_button);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, begin_button);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, day_button);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, sections_button);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, mixed_button);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, strip);
  gtk_widget_class_bind_template_child (widget_class, SylWelcomeDialog, outline);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_cb);
}

static void
syl_welcome_dialog_init (SylWelcomeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static guint
find_row (unsigned int minutes)
{
  for (guint i = 0; i < G_N_ELEMENTS (minutes_of_row); i++)
    {
      if (minutes_of_row[i] == minutes)
        return i;
    }
  return find_row (SYL_PLAN_MINUTES_DEFAULT);
}

/* The first choices are those that hold now. */
static void
take_year (SylWelcomeDialog *self,
           SylYear          *year)
{
  const SylPlanInput *input = syl_year_get_input (year);

  adw_combo_row_set_selected (self->minutes_row, find_row (input->minutes));
  gtk_check_button_set_active (input->order == SYL_PLAN_ORDER_MIXED ? self->mixed_button : self->sections_button, TRUE);
  self->year = g_object_ref (year);
  update (self);
}

/**
 * syl_welcome_dialog_new:
 * @library: a library
 * @year: its year, which was not chosen
 *
 * Returns: (transfer floating): a dialog that welcomes the reader and begins the year
 */
AdwDialog *
syl_welcome_dialog_new (SylLibrary *library,
                        SylYear    *year)
{
  SylWelcomeDialog *self = g_object_new (SYL_TYPE_WELCOME_DIALOG, NULL);

  self->library = g_object_ref (library);
  take_year (self, year);
  return ADW_DIALOG (self);
}

/**
 * syl_welcome_dialog_new_again:
 * @library: a library
 * @year: its year
 *
 * Returns: (transfer floating): a dialog that says what becomes of the year, and begins another
 */
AdwDialog *
syl_welcome_dialog_new_again (SylLibrary *library,
                              SylYear    *year)
{
  SylWelcomeDialog *self = SYL_WELCOME_DIALOG (syl_welcome_dialog_new (library, year));

  self->again = TRUE;
  adw_dialog_set_title (ADW_DIALOG (self), _("Begin Anew"));
  gtk_label_set_label (self->sentence, _("The weeks so far and all changes to the plan are given up. What was read stays "
                                         "read, and notes and highlights stay."));
  gtk_widget_set_visible (self->icon, FALSE);
  adw_dialog_set_content_height (ADW_DIALOG (self), 600);
  gtk_button_set_label (self->skip_button, _("_Cancel"));
  gtk_button_set_label (self->begin_button, _("_Begin Anew"));
  return ADW_DIALOG (self);
}
