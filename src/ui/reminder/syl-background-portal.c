/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-background-portal.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "reminder/syl-autostart.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Background"
#define REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* For the call, not for the answer: that may be a dialog that waits for the reader. */
#define TIMEOUT_MS (25 * 1000)

enum
{
  RESPONSE_GRANTED = 0,
  RESPONSE_REFUSED = 1,
};

/* A request, from the call to the answer. */
typedef struct
{
  GDBusConnection *connection; /* owned */
  char *path;                  /* owned: of the request, as the portal makes it of our name */
  gboolean autostart;
  guint subscription;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  g_clear_object (&request->connection);
  g_free (request->path);
  g_free (request);
}

/* Whichever comes first, of answer and failure, ends it. */
static gboolean
end_request (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  if (g_task_get_completed (task) || request->subscription == 0)
    return FALSE;
  g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  request->subscription = 0;
  return TRUE;
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (user_data));
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean background = TRUE, autostart = request->autostart;
  guint32 response = RESPONSE_REFUSED;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")) || !end_request (task))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &autostart);
  if (response > RESPONSE_REFUSED)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("The desktop ended the request."));
  else
    g_task_return_boolean (task, response == RESPONSE_GRANTED && background && autostart == request->autostart);
}

/* The dialog goes away, if there is one, and the portal says no more of it. */
static void
close_request (Request *request)
{
  g_dbus_connection_call (request->connection, PORTAL_NAME, request->path, REQUEST_INTERFACE, "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, NULL, NULL);
}

static void
cancelled_cb (GTask *task)
{
  if (!end_request (task))
    return;
  close_request (g_task_get_task_data (task));
  g_task_return_error_if_cancelled (task);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply == NULL && end_request (task))
    g_task_return_error (task, error);
  else
    g_clear_error (&error);
  /* It may not have been there yet when it was to be closed. */
  if (reply != NULL && g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    close_request (g_task_get_task_data (task));
}

static GVariant *
make_options (Request *request)
{
  g_auto (GVariantDict) options = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&options, "handle_token", "s", strrchr (request->path, '/') + 1);
  g_variant_dict_insert (&options, "reason", "s", _("Reminds you of the week’s pick."));
  g_variant_dict_insert (&options, "autostart", "b", request->autostart);
  g_variant_dict_insert_value (&options, "commandline", g_variant_new_strv (syl_autostart_get_command (), -1));
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);
  return g_variant_dict_end (&options);
}

static char *
dup_request_path (GDBusConnection *connection)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  return g_strdup_printf ("%s/request/%s/syllabus%u", PORTAL_PATH, g_strdelimit (sender, ".", '_'), g_random_int ());
}

static void
connected_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->connection = g_bus_get_finish (result, &error);
  if (request->connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  if (g_task_get_cancellable (task) != NULL)
    g_signal_connect_object (g_task_get_cancellable (task), "cancelled", G_CALLBACK (cancelled_cb), task,
                             G_CONNECT_SWAPPED);
  request->path = dup_request_path (request->connection);
  request->subscription = g_dbus_connection_signal_subscribe (request->connection, PORTAL_NAME, REQUEST_INTERFACE,
                                                              "Response", request->path, NULL,
                                                              G_DBUS_SIGNAL_FLAGS_NONE, response_cb,
                                                              g_object_ref (task), g_object_unref);
  g_dbus_connection_call (request->connection, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", make_options (request)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, asked_cb, g_object_ref (task));
}

/**
 * syl_background_portal_ask_async:
 * @autostart: whether the agent is to start at login, or not any more
 * @cancellable: (nullable): takes the question back
 * @callback: called on the main thread, which may be long after: the reader may be asked
 * @user_data: for @callback
 *
 * Asks the desktop’s Background portal, version 1 or later.
 */
void
syl_background_portal_ask_async (gboolean             autostart,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->autostart = autostart;
  g_task_set_source_tag (task, syl_background_portal_ask_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, g_steal_pointer (&task));
}

/**
 * syl_background_portal_ask_finish:
 * @result: what the callback got
 * @error: return location for a %G_IO_ERROR or %G_DBUS_ERROR, if there is no such portal or it can’t do it;
 *   %G_IO_ERROR_CANCELLED if the question was taken back
 *
 * Returns: %TRUE if it is granted; %FALSE without an error if it is refused
 */
gboolean
syl_background_portal_ask_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
