/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-autostart.h"
#include "reminder/syl-notice.h"
#include "reminder/syl-reminder-private.h"

/* The same at each time, so that a later one takes the place of an earlier one. */
#define NOTIFICATION_ID "weekly-pick"

/* A desktop without a place for notifications tells only a program that still runs what was pressed. */
#define PRESENCE_SECONDS (60 * 60)

/* A call on its way to the desktop. */
typedef struct
{
  SylReminder *self; /* owned */
  SylCall *call;     /* owned */
  gboolean has_other;
} Message;

static void
message_free (Message *message)
{
  _syl_reminder_end_work (message->self);
  syl_call_free (message->call);
  g_free (message);
}

static void
leave (gpointer user_data)
{
  SylReminder *self = user_data;

  self->presence_id = 0;
  g_application_release (G_APPLICATION (self->application));
}

static void
stay_for_answer (SylReminder *self)
{
  if (self->presence_id == 0)
    g_application_hold (G_APPLICATION (self->application));
  g_clear_handle_id (&self->presence_id, g_source_remove);
  self->presence_id = g_timeout_add_seconds_once (PRESENCE_SECONDS, leave, self);
}

static void
flushed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_dbus_connection_flush_finish (G_DBUS_CONNECTION (object), result, &error))
    g_message ("The notification may be lost: %s", error->message);
  message_free (user_data);
}

static gboolean
is_out (Message *message)
{
  SylPick *out = message->self->out;

  return out != NULL && syl_pick_get_id (out) == syl_pick_get_id (message->call->pick);
}

/* The program may end right after: what was sent has to be on its way by then. */
static void
send (Message  *message,
      gboolean  starts_us)
{
  SylReminder *self = message->self;
  g_autoptr (GNotification) notification = syl_notice_new (message->call, message->has_other, !starts_us);
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self->application));

  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION_ID, notification);
  if (!starts_us)
    stay_for_answer (self);
  g_dbus_connection_flush (connection, NULL, flushed_cb, message);
}

/* It may have been answered, or be about another pick, since it was on its way. */
static void
send_if_out (Message  *message,
             gboolean  starts_us)
{
  if (is_out (message))
    send (message, starts_us);
  else
    message_free (message);
}

static void
has_owner_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  gboolean has_owner = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &has_owner);
  send_if_out (user_data, has_owner);
}

/* Portals and GNOME start the program when a button is pressed; plain servers don't. */
static void
find_server (Message *message)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (message->self->application));

  if (connection == NULL)
    message_free (message);
  else if (!syl_autostart_is_needed () || g_strcmp0 (g_getenv ("GIO_USE_PORTALS"), "1") == 0)
    send_if_out (message, TRUE);
  else
    g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                            "NameHasOwner", g_variant_new ("(s)", "org.gtk.Notifications"), G_VARIANT_TYPE ("(b)"),
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, has_owner_cb, message);
}

static void
details_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!syl_library_load_details_finish (SYL_LIBRARY (object), result, &error))
    g_message ("The notification says less than it could: %s", error->message);
  find_server (user_data);
}

/**
 * _syl_reminder_notify:
 * @self: a reminder
 * @call: (transfer full): what is to be said
 * @has_other: whether there may be another pick for the week
 *
 * Shows a call on the desktop, in place of an earlier one.
 */
void
_syl_reminder_notify (SylReminder *self,
                      SylCall     *call,
                      gboolean     has_other)
{
  Message *message = g_new0 (Message, 1);

  _syl_reminder_begin_work (self);
  g_set_object (&self->out, call->pick);
  message->self = self;
  message->call = call;
  message->has_other = has_other;
  syl_library_load_details_async (self->library, call->pick, NULL, details_cb, message);
}

/**
 * _syl_reminder_withdraw:
 * @self: a reminder
 *
 * Takes away what the desktop shows, if it does.
 */
void
_syl_reminder_withdraw (SylReminder *self)
{
  g_clear_object (&self->out);
  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION_ID);
  if (self->presence_id == 0)
    return;
  g_clear_handle_id (&self->presence_id, g_source_remove);
  g_application_release (G_APPLICATION (self->application));
}
