/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences/syl-preferences.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "call/syl-local-time.h"
#include "model/syl-library-call.h"
#include "model/syl-library-plan.h"
#include "preferences/syl-call-times.h"
#include "syl-words.h"

struct _SylPreferences
{
  AdwPreferencesDialog parent_instance;

  SylLibrary *library;       /* owned */
  SylBackground *background; /* owned */
  GCancellable *cancellable; /* owned: of what the dialog shows */
  SylCallTime time;          /* as it is stored */
  unsigned int extra;        /* minute that the row of times was made for */
  unsigned int n_storing;    /* changes on their way: what is read meanwhile is not shown */

  GtkWidget *reminder_group;
  AdwSwitchRow *enabled_row;
  AdwComboRow *weekday_row;
  AdwComboRow *minute_row;
  AdwActionRow *background_row;
  GtkWidget *ask_button;
  AdwActionRow *next_row;
  GtkWidget *count_row;
  GtkWidget *delete_row;

  guint showing : 1;  /* rows change because they are set */
  guint switched : 1; /* on or off, which is not stored yet */
};

G_DEFINE_FINAL_TYPE (SylPreferences, syl_preferences, ADW_TYPE_PREFERENCES_DIALOG)

static const char *
get_status_text (SylBackgroundStatus status)
{
  switch (status)
    {
    case SYL_BACKGROUND_GRANTED:
      return _("The reminder comes then, too. It starts when you log in.");
    case SYL_BACKGROUND_REFUSED:
      return _("The desktop did not allow it: you are reminded the next time Syllabus is open. Its settings for apps can allow it.");
    case SYL_BACKGROUND_UNAVAILABLE:
      return _("This desktop has no way to do it: you are reminded the next time Syllabus is open.");
    case SYL_BACKGROUND_UNASKED:
    default:
      return _("The desktop was not asked yet: you are reminded the next time Syllabus is open.");
    }
}

static void
show_status (SylPreferences *self)
{
  SylBackgroundStatus status = syl_background_get_status (self->background);
  gboolean asking = syl_background_get_asking (self->background);

  adw_action_row_set_subtitle (self->background_row,
                               asking ? _("The desktop is being asked…") : get_status_text (status));
  gtk_button_set_label (GTK_BUTTON (self->ask_button),
                        status == SYL_BACKGROUND_UNASKED ? _("_Ask") : _("_Ask Again"));
  gtk_widget_set_visible (self->ask_button, !asking && status != SYL_BACKGROUND_GRANTED);
}

static void
report (SylPreferences *self,
        const char     *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), toast);
}

static void
next_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  SylPreferences *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) next = syl_library_find_next_call_finish (SYL_LIBRARY (object), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->next_row), next != NULL);
  if (next == NULL)
    return;
  text = syl_call_times_dup_moment (next);
  adw_action_row_set_subtitle (self->next_row, text);
}

static void
show_time (SylPreferences *self)
{
  g_autoptr (GListModel) minutes = NULL;

  self->showing = TRUE;
  if (self->extra != self->time.minute)
    {
      minutes = syl_call_times_new_minutes (self->time.minute);
      self->extra = self->time.minute;
      adw_combo_row_set_model (self->minute_row, minutes);
    }
  adw_switch_row_set_active (self->enabled_row, self->time.enabled);
  adw_combo_row_set_selected (self->weekday_row, (guint) self->time.weekday - G_DATE_MONDAY);
  adw_combo_row_set_selected (self->minute_row, syl_call_times_find_minute (self->time.minute));
  gtk_widget_set_sensitive (self->reminder_group, !syl_library_get_read_only (self->library));
  gtk_widget_set_sensitive (self->delete_row, !syl_library_get_read_only (self->library));
  self->showing = FALSE;
}

static void
time_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  SylPreferences *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = syl_local_time_now ();
  SylCallTime time = SYL_CALL_TIME_DEFAULT;
  gboolean loaded = syl_library_load_call_time_finish (SYL_LIBRARY (object), result, &time, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!loaded)
    {
      report (self, syl_words_for_edit_error (error));
      return;
    }
  self->time = time;
  show_time (self);
  syl_library_find_next_call_async (self->library, now, self->cancellable, next_cb, self);
}

/* What is on its way would show an older state. */
static void
load (SylPreferences *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  if (self->n_storing > 0)
    return;
  self->cancellable = g_cancellable_new ();
  syl_library_load_call_time_async (self->library, self->cancellable, time_cb, self);
}

/* What is not stored is not asked for. The dialog may be closed by now. */
static void
tell_desktop (SylPreferences *self,
              gboolean        stored)
{
  if (self->switched && stored)
    syl_background_want (self->background, self->time.enabled);
  self->switched = FALSE;
}

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SylPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean stored = syl_library_set_call_time_finish (SYL_LIBRARY (object), result, &error);

  self->n_storing--;
  if (self->n_storing == 0)
    tell_desktop (self, stored);
  if (self->library == NULL)
    return;
  if (!stored)
    report (self, syl_words_for_edit_error (error));
  load (self);
}

static void
store_time (SylPreferences *self)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();

  self->time.enabled = adw_switch_row_get_active (self->enabled_row);
  self->time.weekday = (GDateWeekday) (adw_combo_row_get_selected (self->weekday_row) + G_DATE_MONDAY);
  self->time.minute = syl_call_times_get_minute (adw_combo_row_get_selected (self->minute_row), self->extra);
  self->n_storing++;
  g_cancellable_cancel (self->cancellable);
  syl_library_set_call_time_async (self->library, &self->time, now, NULL, stored_cb, g_object_ref (self));
}

static void
ask_cb (SylPreferences *self)
{
  syl_background_want (self->background, TRUE);
}

static void
enabled_changed_cb (SylPreferences *self)
{
  if (self->showing)
    return;

  self->switched = TRUE;
  store_time (self);
}

static void
time_changed_cb (SylPreferences *self)
{
  if (!self->showing && self->library != NULL)
    store_time (self);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SylPreferences) self = user_data;
  g_autoptr (GError) error = NULL;

  if (syl_library_delete_sessions_finish (SYL_LIBRARY (object), result, &error))
    report (self, _("Reading times deleted"));
  else
    report (self, syl_words_for_edit_error (error));
}

static void
answered_cb (SylPreferences *self,
             const char     *answer)
{
  if (g_str_equal (answer, "delete"))
    syl_library_delete_sessions_async (self->library, NULL, deleted_cb, g_object_ref (self));
}

/* What can’t be undone is asked first. */
static void
delete_cb (SylPreferences *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Delete All Reading Times?"),
                                            _("This can’t be undone. What you have read and written stays."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
syl_preferences_dispose (GObject *object)
{
  SylPreferences *self = SYL_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_PREFERENCES);

  G_OBJECT_CLASS (syl_preferences_parent_class)->dispose (object);
}

static void
syl_preferences_finalize (GObject *object)
{
  g_clear_object (&SYL_PREFERENCES (object)->background);

  G_OBJECT_CLASS (syl_preferences_parent_class)->finalize (object);
}

static void
syl_preferences_class_init (SylPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = syl_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = syl_preferences_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, reminder_group);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, enabled_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, weekday_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, minute_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, background_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, ask_button);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, next_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, count_row);
  gtk_widget_class_bind_template_child (widget_class, SylPreferences, delete_row);
  gtk_widget_class_bind_template_callback (widget_class, enabled_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, ask_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
syl_preferences_init (SylPreferences *self)
{
  g_autoptr (GListModel) weekdays = syl_call_times_new_weekdays ();

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->weekday_row, weekdays);
  self->time = SYL_CALL_TIME_DEFAULT;
  self->extra = G_MAXUINT;
  self->showing = FALSE;
}

/**
 * syl_preferences_new:
 * @library: a library, which is open
 * @background: what has the agent started at login
 * @settings: where it is kept whether reading time is counted
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
syl_preferences_new (SylLibrary    *library,
                     SylBackground *background,
                     GSettings     *settings)
{
  SylPreferences *self = g_object_new (SYL_TYPE_PREFERENCES, NULL);

  self->library = g_object_ref (library);
  self->background = g_object_ref (background);
  g_settings_bind (settings, "count-reading-time", self->count_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (background, "changed", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
  show_status (self);
  load (self);
  return ADW_DIALOG (self);
}
