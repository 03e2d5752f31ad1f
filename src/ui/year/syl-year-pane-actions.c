/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "syl-words.h"
#include "welcome/syl-welcome-dialog.h"
#include "year/syl-year-pane-private.h"

/* How long a pause is, in weeks, until another day is chosen. */
#define PAUSE_WEEKS 2

/* What took nothing to do is not done: undo would take back the edit before. */
static void
report (SylYearPane  *self,
        GAsyncResult *result,
        const char   *done,
        const GError *error)
{
  if (self->library == NULL) /* disposed */
    return;
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", syl_words_for_edit_error (error));
  else if (syl_library_has_changed_plan (self->library, result))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-plan-undo", "s", done);
}

static void
refuse (SylYearPane *self,
        const char  *first,
        const char  *second)
{
  g_autofree char *text = NULL;

  /* Translators: titles of two picks, of which the first one builds on the second */
  text = g_strdup_printf (_("“%s” comes after “%s”"), second, first);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", text);
}

/* A pick that is on its way to another week. */
typedef struct
{
  SylYearPane *pane; /* owned */
  SylPick *pick;     /* owned */
} Move;

static Move *
move_new (SylYearPane *pane,
          SylPick     *pick)
{
  Move *self = g_new (Move, 1);

  self->pane = g_object_ref (pane);
  self->pick = g_object_ref (pick);
  return self;
}

static void
move_free (Move *self)
{
  g_object_unref (self->pane);
  g_object_unref (self->pick);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, move_free)

static void
conclude_move (Move         *move,
               GAsyncResult *result,
               const GError *error)
{
  SylYearPane *self = move->pane;
  const char *first, *second;

  if (self->library == NULL) /* disposed */
    return;
  if (syl_library_has_changed_plan (self->library, result))
    {
      g_set_object (&self->moved, move->pick);
      self->moving = TRUE;
    }
  if (syl_library_get_obstacle (self->library, result, &first, &second))
    refuse (self, first, second);
  else
    report (self, result, _("Plan changed"), error);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_move_pick_finish (SYL_LIBRARY (object), result, &error);
  conclude_move (move, result, error);
}

static void
stepped_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Move) move = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_step_pick_finish (SYL_LIBRARY (object), result, &error);
  conclude_move (move, result, error);
}

/* Puts a pick right before another, or where that is -1, at the end; or says what is in the way. */
void
_syl_year_pane_move (SylYearPane *self,
                     int          pick,
                     int          before)
{
  SylPick *moved = syl_year_get_pick (self->year, pick);

  syl_library_move_pick_async (self->library, moved, before >= 0 ? syl_year_get_pick (self->year, before) : NULL, NULL,
                               moved_cb, move_new (self, moved));
}

/* Where to is not for the shown year to say: it may be behind by the steps that were taken just now. */
static void
step (SylYearPane *self,
      SylPick     *pick,
      gboolean     later)
{
  syl_library_step_pick_async (self->library, pick, later, NULL, stepped_cb, move_new (self, pick));
}

/**
 * syl_year_pane_step:
 * @self: a pane
 * @later: in which direction
 *
 * Moves the pick of the week that has the focus by one, if it can be moved.
 *
 * Returns: whether the focus is in the weeks
 */
gboolean
syl_year_pane_step (SylYearPane *self,
                    gboolean     later)
{
  int focus = _syl_year_pane_find_focus (self);
  g_autoptr (SylYearWeek) week = NULL;

  if (focus < 0)
    return FALSE;

  week = g_list_model_get_item (G_LIST_MODEL (self->weeks), (guint) focus);
  if (week != NULL && syl_year_week_is_ahead (week) && !syl_library_get_read_only (self->library))
    step (self, syl_year_week_get_pick (week), later);
  return TRUE;
}

static void
swap (SylYearPane *self,
      int          pick)
{
  g_autoptr (GArray) shorter = syl_plan_find_shorter (syl_year_get_plan (self->year), syl_year_get_input (self->year),
                                                      pick);

  if (shorter->len > 0)
    _syl_year_pane_move (self, g_array_index (shorter, int, 0), pick);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("No shorter pick can be read yet"));
}

static int
find_pick (SylYearPane *self,
           const char  *slug)
{
  const SylPlanInput *input = self->year != NULL ? syl_year_get_input (self->year) : NULL;

  for (gsize i = 0; input != NULL && i < input->n_picks; i++)
    {
      if (g_strcmp0 (syl_year_get_slug (self->year, (int) i), slug) == 0)
        return (int) i;
    }
  return -1;
}

static void
pick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SylYearPane *self = SYL_YEAR_PANE (widget);
  int pick = find_pick (self, g_variant_get_string (parameter, NULL));

  if (pick < 0)
    return;
  if (g_str_equal (name, "year.move-earlier") || g_str_equal (name, "year.move-later"))
    step (self, syl_year_get_pick (self->year, pick), g_str_equal (name, "year.move-later"));
  else if (g_str_equal (name, "year.swap"))
    swap (self, pick);
  else if (g_str_equal (name, "year.skip"))
    g_signal_emit_by_name (self, "skip", syl_year_get_pick (self->year, pick));
  else if (g_str_equal (name, "year.read"))
    gtk_widget_activate_action (widget, "win.read-pick", "s", syl_year_get_slug (self->year, pick));
}

static void
shifted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylYearPane) self = user_data;
  g_autoptr (GError) error = NULL;

  if (syl_library_shift_week_finish (SYL_LIBRARY (object), result, &error) &&
      !syl_library_has_changed_plan (SYL_LIBRARY (object), result))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("This week is free already"));
  else
    report (self, result, _("The plan moved on by one week"), error);
}

static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SylYearPane *self = SYL_YEAR_PANE (widget);
  GDate today;

  syl_local_time_get_today (&today);
  syl_library_shift_week_async (self->library, &today, TRUE, NULL, shifted_cb, g_object_ref (self));
}

static void
paused_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylYearPane) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_pause_finish (SYL_LIBRARY (object), result, &error);
  report (self, result, _("The plan pauses"), error);
}

static void
pause_answered_cb (AdwAlertDialog *dialog,
                   const char     *answer,
                   SylYearPane    *self)
{
  GtkWidget *calendar = adw_alert_dialog_get_extra_child (dialog);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  GDate today, until;
  int year, month, number;

  if (!g_str_equal (answer, "pause"))
    return;

  syl_local_time_get_today (&today);
  g_date_time_get_ymd (day, &year, &month, &number);
  g_date_clear (&until, 1);
  g_date_set_dmy (&until, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  if (g_date_compare (&until, &today) > 0)
    syl_library_pause_async (self->library, &today, &until, NULL, paused_cb, g_object_ref (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", _("Choose a day to come"));
}

static void
pause_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Pause Until…"), _("Nothing is due in these weeks. On this day it goes on."));
  GtkWidget *calendar = gtk_calendar_new ();
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GDateTime) then = g_date_time_add_weeks (now, PAUSE_WEEKS);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), then);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), calendar);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "pause", _("_Pause"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "pause", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "pause");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (pause_answered_cb), widget, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

static void
resumed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylYearPane) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_resume_finish (SYL_LIBRARY (object), result, &error);
  report (self, result, _("The plan goes on"), error);
}

static void
resume_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SylYearPane *self = SYL_YEAR_PANE (widget);

  syl_library_resume_async (self->library, NULL, resumed_cb, g_object_ref (self));
}

static void
begin_anew_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SylYearPane *self = SYL_YEAR_PANE (widget);

  adw_dialog_present (syl_welcome_dialog_new_again (self->library, self->year), widget);
}

static void
pace_set_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SylYearPane) self = user_data;
  g_autoptr (GError) error = NULL;

  syl_library_set_pace_finish (SYL_LIBRARY (object), result, &error);
  report (self, result, _("Plan changed"), error);
}

/* Lays out what is to come anew. What is NULL stays as it is. */
void
_syl_year_pane_set_pace (SylYearPane         *self,
                         const unsigned int  *minutes,
                         const SylPlanOrder  *order)
{
  syl_library_set_pace_async (self->library, minutes, order, NULL, pace_set_cb, g_object_ref (self));
}

void
_syl_year_pane_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const of_picks[] = {
    "year.read", "year.move-earlier", "year.move-later", "year.swap", "year.skip",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (of_picks); i++)
    gtk_widget_class_install_action (widget_class, of_picks[i], "s", pick_action);
  gtk_widget_class_install_action (widget_class, "year.shift", NULL, shift_action);
  gtk_widget_class_install_action (widget_class, "year.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "year.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "year.begin-anew", NULL, begin_anew_action);
  gtk_widget_class_install_property_action (widget_class, "year.order", "order");
  gtk_widget_class_install_property_action (widget_class, "year.minutes", "minutes");
}

void
_syl_year_pane_update_actions (SylYearPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->year != NULL && !syl_library_get_read_only (self->library);
  const SylPlan *plan = self->year != NULL ? syl_year_get_plan (self->year) : NULL;
  gboolean paused = plan != NULL && self->present != G_MAXUINT &&
                    g_array_index (plan->weeks, SylPlanWeek, self->present).state == SYL_PLAN_WEEK_PAUSED;
  static const char *const edits[] = { "year.move-earlier", "year.move-later", "year.swap", "year.skip", "year.begin-anew",
                                       "year.order", "year.minutes" };

  for (size_t i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (widget, edits[i], editable);
  gtk_widget_action_set_enabled (widget, "year.shift", editable && self->present != G_MAXUINT);
  gtk_widget_action_set_enabled (widget, "year.pause", editable && !paused);
  gtk_widget_action_set_enabled (widget, "year.resume", editable && paused);
  g_object_notify (G_OBJECT (self), "order");
  g_object_notify (G_OBJECT (self), "minutes");
}
