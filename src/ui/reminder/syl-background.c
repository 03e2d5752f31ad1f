/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder/syl-background.h"

#include "syl-config.h"

#include "reminder/syl-autostart.h"
#include "reminder/syl-background-portal.h"

#define AGENT_NAME SYL_APPLICATION_ID ".Agent"
#define AGENT_PATH "/io/github/syllabus_app/Syllabus/Agent"

static void
return_status (GTask               *task,
               SylBackgroundStatus  status)
{
  g_task_return_int (task, status);
}

static void
entry_written_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (syl_autostart_set_finish (result, &error))
    return_status (task, SYL_BACKGROUND_GRANTED);
  else
    g_task_return_error (task, error);
}

/* No portal, or one that doesn’t know programs outside of a sandbox: then an entry does it, out there. */
static void
portal_asked_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean granted = syl_background_portal_ask_finish (result, &error);

  if (error == NULL)
    return_status (task, granted ? SYL_BACKGROUND_GRANTED : SYL_BACKGROUND_REFUSED);
  else if (syl_autostart_is_needed ())
    syl_autostart_set_async (TRUE, entry_written_cb, g_object_ref (task));
  else
    {
      g_message ("The agent can’t be started at login: %s", error->message);
      return_status (task, SYL_BACKGROUND_UNAVAILABLE);
    }
}

/**
 * syl_background_request_async:
 * @callback: called on the main thread, which may be long after: the reader may be asked
 * @user_data: for @callback
 *
 * Has the agent started at each login: by the Background portal where one answers, else by an entry in the
 * autostart folder.
 */
void
syl_background_request_async (GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, syl_background_request_async);
  syl_background_portal_ask_async (TRUE, portal_asked_cb, task);
}

/**
 * syl_background_request_finish:
 * @result: what the callback got
 * @error: return location for an error with a sentence for the reader
 *
 * Returns: how it was answered; %SYL_BACKGROUND_UNASKED with an error
 */
SylBackgroundStatus
syl_background_request_finish (GAsyncResult  *result,
                               GError       **error)
{
  gssize status = g_task_propagate_int (G_TASK (result), error);

  return status < 0 ? SYL_BACKGROUND_UNASKED : (SylBackgroundStatus) status;
}

static void
entry_removed_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (syl_autostart_set_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where no portal answers there is nothing to take back from it. */
static void
portal_withdrawn_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!syl_background_portal_ask_finish (result, &error) && error != NULL)
    g_debug ("Nothing to take back from the portal: %s", error->message);
  if (syl_autostart_is_needed ())
    syl_autostart_set_async (FALSE, entry_removed_cb, g_object_ref (task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * syl_background_withdraw_async:
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Has the agent not started at login any more.
 */
void
syl_background_withdraw_async (GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, syl_background_withdraw_async);
  syl_background_portal_ask_async (FALSE, portal_withdrawn_cb, task);
}

/**
 * syl_background_withdraw_finish:
 * @result: what the callback got
 * @error: return location for an error with a sentence for the reader
 *
 * Returns: %TRUE if it doesn’t start any more
 */
gboolean
syl_background_withdraw_finish (GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
told_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  if (reply == NULL)
    g_debug ("The agent was not told: %s", error->message);
}

static void
tell_agent_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_finish (result, NULL);
  gboolean kept = GPOINTER_TO_INT (user_data);

  if (connection != NULL)
    g_dbus_connection_call (connection, AGENT_NAME, AGENT_PATH, AGENT_NAME, "Stay", g_variant_new ("(b)", kept), NULL,
                            kept ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, told_cb, NULL);
}

/**
 * syl_background_keep_agent:
 * @kept: whether the agent is to stay until the end of the session
 *
 * Has the bus start the agent and keeps it, since what starts at login doesn’t run before the next one; or
 * lets it go. Nothing waits for that.
 */
void
syl_background_keep_agent (gboolean kept)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, tell_agent_cb, GINT_TO_POINTER (kept));
}
