/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-reminder-private.h"

#include "call/syl-local-time.h"

static gboolean
finish_open (SylReminder  *self,
             GObject      *object,
             GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;

  if (syl_library_open_finish (SYL_LIBRARY (object), result, &error))
    return TRUE;
  g_message ("The library can't be opened: %s", error->message);
  _syl_reminder_end_work (self);
  return FALSE;
}

static void
open_to_look_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  SylReminder *self = user_data;

  if (!finish_open (self, object, result))
    return;
  _syl_reminder_look (self);
  _syl_reminder_end_work (self);
}

static void
remind_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  _syl_reminder_begin_work (user_data);
  _syl_reminder_open (user_data, open_to_look_cb);
}

static void
postponed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  SylReminder *self = user_data;
  g_autoptr (GError) error = NULL;

  if (syl_library_postpone_call_finish (SYL_LIBRARY (object), result, &error))
    _syl_reminder_withdraw (self);
  else
    g_message ("The call can't be postponed: %s", error->message);
  _syl_reminder_end_work (self);
}

/* The day after @now, at the time of day of the weekly call. */
static GDateTime *
get_tomorrow (GDateTime         *now,
              const SylCallTime *time)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);

  return g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (tomorrow),
                          g_date_time_get_month (tomorrow), g_date_time_get_day_of_month (tomorrow),
                          (int) time->minute / 60, (int) time->minute % 60, 0);
}

static void
time_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  SylReminder *self = user_data;
  SylCallTime time = SYL_CALL_TIME_DEFAULT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GDateTime) tomorrow = NULL;

  if (!syl_library_load_call_time_finish (SYL_LIBRARY (object), result, &time, &error))
    g_message ("The time of the call can't be read: %s", error->message);
  tomorrow = get_tomorrow (now, &time);
  syl_library_postpone_call_async (self->library, now, tomorrow, NULL, postponed_cb, self);
}

static void
open_to_postpone_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  SylReminder *self = user_data;

  if (finish_open (self, object, result))
    syl_library_load_call_time_async (self->library, NULL, time_cb, self);
}

static void
remind_tomorrow_action (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  _syl_reminder_begin_work (user_data);
  _syl_reminder_open (user_data, open_to_postpone_cb);
}

/* There is no other pick: the desktop took the reminder away when the button was pressed, so it comes back. */
static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  SylReminder *self = user_data;
  g_autoptr (GError) error = NULL;
  SylCall *call = syl_library_find_call_finish (SYL_LIBRARY (object), result, &error);

  if (call != NULL)
    _syl_reminder_notify (self, call, FALSE);
  _syl_reminder_end_work (self);
}

static void
another_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  SylReminder *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = syl_local_time_now ();
  SylCall *call = syl_library_call_another_finish (SYL_LIBRARY (object), result, &error);

  if (call == NULL)
    {
      syl_library_find_call_async (self->library, now, NULL, found_cb, self);
      return;
    }
  _syl_reminder_notify (self, call, TRUE);
  _syl_reminder_end_work (self);
}

static void
open_to_change_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  SylReminder *self = user_data;
  g_autoptr (GDateTime) now = syl_local_time_now ();

  if (finish_open (self, object, result))
    syl_library_call_another_async (self->library, now, NULL, another_cb, self);
}

static void
another_pick_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  _syl_reminder_begin_work (user_data);
  _syl_reminder_open (user_data, open_to_change_cb);
}

static const GActionEntry actions[] = {
  { .name = "remind", .activate = remind_action },
  { .name = "withdraw-reminder", .activate = remind_action },
  { .name = "remind-tomorrow", .activate = remind_tomorrow_action },
  { .name = "another-pick", .activate = another_pick_action },
};

void
_syl_reminder_install_actions (SylReminder *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->application), actions, G_N_ELEMENTS (actions), self);
}
